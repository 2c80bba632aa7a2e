import { createServer, type Server as HttpServer } from 'node:http';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { GUEST_LASTS } from '../people/entry.ts';
import { Identity } from '../people/identity.ts';
import { readAuditList } from '../people/audit-list.ts';
import { ADDRESS, guestLink, listLinks, ownerLink } from '../people/links.ts';
import { COMPANIONS } from '../demo/companions.ts';
import { companionsLink, startCompanions } from '../demo/start.ts';
import { KEPT_AFTER } from '#shared/rituals/calendar.ts';
import { Campus } from '../campus/campus.ts';
import { asStored } from '../people/restored.ts';
import { readLayouts } from '../rooms/layouts.ts';
import { DatabaseTrouble, openDatabase } from '../storage/open.ts';
import type { Store } from '../storage/storage.ts';
import { openVoice } from '../voice/open-voice.ts';
import { Studio } from '../boards/images/studio.ts';
import type { Ambient } from './ambient.ts';
import { boardClass } from './board-room.ts';
import { Doorway } from './doorway.ts';
import { roomClass } from './hearth-room.ts';
import { BAD_REQUEST, originCheck } from './headers.ts';
import { createApp } from './http.ts';
import { insightsOf } from './insights.ts';
import { errorDetails, log } from './log.ts';
import { readinessOf } from './readiness.ts';
import type { Settings } from './settings.ts';

/** Something the person who starts Hearth can mend; its message is the whole sentence. */
export class StartError extends Error {}

export interface Running {
  readonly ownerLink: string | undefined;
  readonly guestLink: string;
  /** Which database, as a person may read it. */
  readonly storage: string;
  /** What carries voice, as a person may read it. */
  readonly voice: string;
  readonly http: HttpServer;
  /** Lets companions in, who keep the rooms lively; they go with this process. */
  startCompanions(): Promise<void>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const FAREWELL = 3_000;
/** How often (ms) rooms learn how full the others are. */
const LOOK_AROUND = 1_000;
const DAY = 24 * 60 * 60 * 1000;
/** CH9. How long (ms) what was said is kept: to a room, and to a circle or one person. */
const ROOM_LINES_LAST = 90 * DAY;
const OTHER_LINES_LAST = 365 * DAY;

/** Node's own recursive mkdir never returns under /proc. */
const makeFolders = (folder: string): void => {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder));
  mkdirSync(folder);
};

const prepareFolder = (folder: string): void => {
  try {
    makeFolders(resolve(folder));
    // One may enter and write it; a file is no folder.
    accessSync(join(folder, '.'), constants.W_OK | constants.X_OK);
  } catch {
    throw new StartError(`Hearth cannot write to the data folder ${folder}. Make it writable, or name another by DATA_DIR.`);
  }
};

/** Does what fails only by something a person can mend. */
const mendable = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    throw new StartError(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const quietly = (): void => undefined;
/** Colyseus speaks through our log. A port that cannot be had is said once, by us. */
const colyseusLogger = {
  ...console,
  debug: quietly,
  info: quietly,
  log: quietly,
  warn: (...words: unknown[]) => log('colyseus.warned', { words: words.map(String).join(' ') }),
  error: (...words: unknown[]) => {
    // The first line: the rest is the stack of somebody's malformed frame, and could be had a thousand times a second.
    const [text = ''] = words.map((word) => (word instanceof Error ? word.message : String(word))).join(' ').split('\n');
    if (!/\blisten E[A-Z]+/.test(text)) log('colyseus.failed', { words: text });
  },
};

/** Where the layouts of the rooms and the built client are. */
export interface Folders {
  readonly rooms: string;
  readonly client: string;
}
const foldersOf = ({ ROOMS_DIR }: Settings): Folders => ({ rooms: resolve(root, ROOMS_DIR), client: join(root, 'dist') });

const openLayouts = async (folder: string): Promise<ReturnType<typeof readLayouts>> => {
  const layouts = existsSync(join(folder, '.')) ? await mendable('Hearth cannot read a room', async () => readLayouts(folder)) : undefined;
  if (layouts === undefined || layouts.size === 0) throw new StartError(`There is no room in the folder ${folder}. Put a layout there, or name another folder by ROOMS_DIR.`);
  return layouts;
};

/** Starts everything: storage, identity, rooms, HTTP and sockets. Throws a StartError for what a person can mend. */
export const startServer = async (settings: Settings, ambient: Ambient, folders = foldersOf(settings)): Promise<Running> => {
  prepareFolder(settings.DATA_DIR);
  const { storage, describe } = await openDatabase({ databaseUrl: settings.DATABASE_URL, dataDir: settings.DATA_DIR }).catch((error: unknown) => {
    throw error instanceof DatabaseTrouble ? new StartError(error.message) : error;
  });
  const identity = await Identity.open(storage);
  const layouts = await openLayouts(folders.rooms);
  const base = settings.PUBLIC_URL || `http://localhost:${settings.PORT}`;
  const lists = { invitations: () => listLinks(storage, identity, base), audit: () => readAuditList(storage, ambient.now()) };
  const campus = new Campus(layouts.values(), storage, ambient, lists);
  // Nobody comes back who was a companion of an earlier start.
  await storage.forgetAllBy(COMPANIONS);
  await campus.restore();
  await campus.openCalendar(storage);
  const studio = new Studio();
  await campus.openBoards(storage, ambient, studio);
  const { hosts, boards } = campus;
  await Promise.all([...hosts.values()].map((host) => asStored(host, storage, ambient.now())));
  const isAllowedOrigin = originCheck(settings.PUBLIC_URL);
  const voice = await mendable('Hearth cannot carry voice', () => openVoice(settings, ambient, isAllowedOrigin));
  for (const host of hosts.values()) voice.attend(host);
  const doorway = new Doorway({ identity, storage, isAllowedOrigin, now: ambient.now });

  const http = createServer();
  const server = new Server({
    greet: false,
    logger: colyseusLogger,
    gracefullyShutdown: false,
    transport: new WebSocketTransport({
      server: http,
      maxPayload: 64 * 1024,
      beforeUpgrade: (request: Request, context: { headers: Headers }) => doorway.note(request, context.headers, ambient.now()),
    } as ConstructorParameters<typeof WebSocketTransport>[0]),
  });
  for (const [room, host] of hosts) server.define(room, roomClass(host, doorway, voice));
  for (const [board, host] of boards) server.define(board, boardClass(host, doorway));
  // Colyseus's own promise never settles when the port is taken.
  await Promise.race([failureToListen(http, settings), server.listen(settings.PORT, settings.HOST)]);
  // Colyseus's routes would give any origin credentials, create rooms, and leave a request with a bad Host unanswered.
  http.removeAllListeners('request');
  http.on('request', createApp({ insights: insightsOf(hosts, readinessOf(storage, ambient.now), voice.refused), isAllowedOrigin, identity, storage, ambient, hosts, boards, community: settings.COMMUNITY, base, calendar: campus.calendar, voice, clientFolder: folders.client }));
  voice.listen(http);
  http.on('clientError', (_error, socket) => socket.end(BAD_REQUEST));
  for (const room of [...hosts.keys(), ...boards.keys()]) await matchMaker.createRoom(room, {});

  await rememberAddress(storage, base);
  const timers = [forgetDaily(storage, ambient), setInterval(() => campus.look(), LOOK_AROUND)];

  const owner = await ownerLink(storage, identity);
  return {
    ownerLink: owner && `${base}/join#${owner}`,
    guestLink: `${base}/join#${await guestLink(storage, identity, ambient)}`,
    storage: describe,
    voice: voice.describe,
    http,
    startCompanions: async () => {
      const host = settings.HOST === '0.0.0.0' ? '127.0.0.1' : settings.HOST;
      startCompanions(`http://${host}:${settings.PORT}`, await companionsLink(storage, identity, ambient), [...hosts.keys()]);
    },
    stop: async () => {
      timers.forEach(clearInterval);
      await Promise.race([Promise.all([...hosts.values()].map((host) => host.farewell())), wait(FAREWELL, undefined, { ref: false })]);
      // It waits for every socket's farewell, without an end of its own.
      await Promise.race([server.gracefullyShutdown(false), wait(FAREWELL, undefined, { ref: false })]);
      http.closeAllConnections();
      await voice.stop();
      await Promise.all([...hosts.values(), ...boards.values()].map((host) => host.close()));
      studio.close();
      await storage.close();
    },
  };
};

/** For `npm run owner-link`, which does not know how this server was started. */
const rememberAddress = async (storage: Store, base: string): Promise<void> => {
  const known = await storage.setting(ADDRESS);
  if (known !== undefined && known !== base) await storage.forgetSetting(ADDRESS, known);
  await storage.settleSetting(ADDRESS, base);
};

const forgetDaily = (storage: Store, ambient: Ambient): NodeJS.Timeout => {
  const forget = (): void => {
    const now = ambient.now();
    storage.forgetGuests(now - GUEST_LASTS).catch((error: unknown) => log('guests.failed', errorDetails(error)));
    storage.forgetPlans(now - KEPT_AFTER).catch((error: unknown) => log('plans.failed', errorDetails(error)));
    storage.forgetLines({ room: now - ROOM_LINES_LAST, others: now - OTHER_LINES_LAST }).catch((error: unknown) => log('lines.failed', errorDetails(error)));
  };
  forget();
  return setInterval(forget, DAY).unref();
};

const failureToListen = (http: HttpServer, { PORT, HOST }: Settings): Promise<never> =>
  new Promise((_resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const sentence =
        error.code === 'EADDRINUSE'
          ? `Port ${PORT} is in use by another program. Stop it, or choose another port by PORT.`
          : `Hearth cannot listen on ${HOST}:${PORT} (${error.code ?? error.message}). Choose another by HOST and PORT.`;
      reject(new StartError(sentence));
    });
  });
