import { createServer, type Server as HttpServer } from 'node:http';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Express } from 'express';
import { matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { Identity } from '../people/identity.ts';
import { isClaimed } from '../people/entry.ts';
import { readLayouts } from '../rooms/layouts.ts';
import { RoomHost } from '../rooms/room-host.ts';
import { openSqlite } from '../storage/sqlite.adapter.ts';
import { openStorage } from '../storage/sql.storage.ts';
import type { Ambient } from './ambient.ts';
import { Doorway } from './doorway.ts';
import { roomClass } from './hearth-room.ts';
import { addRoutes, originCheck } from './http.ts';
import { log } from './log.ts';
import type { Settings } from './settings.ts';

/** Something the person who starts Hearth can mend; its message is the whole sentence. */
export class StartError extends Error {}

export interface Running {
  readonly ownerLink: string | undefined;
  readonly guestLink: string;
  readonly storageFile: string;
  readonly http: HttpServer;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** Node's own recursive mkdir never returns under /proc. */
const makeFolders = (folder: string): void => {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder));
  mkdirSync(folder);
};

const prepareFolder = (folder: string): void => {
  try {
    makeFolders(resolve(folder));
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StartError(`Hearth cannot write to the data folder ${folder}. Make it writable, or name another by DATA_DIR.`);
  }
};

const quietly = (): void => undefined;
/** Colyseus speaks through our log. A busy port is said once, by us. */
const colyseusLogger = {
  ...console,
  debug: quietly,
  info: quietly,
  log: quietly,
  warn: (...words: unknown[]) => log('colyseus.warned', { words: words.map(String).join(' ') }),
  error: (...words: unknown[]) => {
    const text = words.map((word) => (word instanceof Error ? word.message : String(word))).join(' ');
    if (!text.includes('EADDRINUSE')) log('colyseus.failed', { words: text });
  },
};

const lockMatchmaker = (): void => {
  const { controller } = matchMaker;
  // Rooms are ours to make: clients join the ones there are.
  controller.exposedMethods = ['joinById'];
  controller.getCorsHeaders = () => ({});
  for (const header of Object.keys(controller.DEFAULT_CORS_HEADERS)) Reflect.deleteProperty(controller.DEFAULT_CORS_HEADERS, header);
};

/** Starts everything: storage, identity, rooms, HTTP and sockets. Throws a StartError for what a person can mend. */
export const startServer = async (settings: Settings, ambient: Ambient): Promise<Running> => {
  prepareFolder(settings.DATA_DIR);
  const storageFile = join(settings.DATA_DIR, 'hearth.sqlite');
  const storage = await openStorage(openSqlite(storageFile).dialect);
  const identity = await Identity.open(storage);
  const layouts = readLayouts(join(root, 'assets/rooms'));
  const hosts = new Map([...layouts].map(([id, layout]) => [id, new RoomHost(layout, storage, ambient)]));
  await Promise.all([...hosts.values()].map((host) => host.restore()));
  const isAllowedOrigin = originCheck(settings.PUBLIC_URL);
  const doorway = new Doorway({ identity, storage, isAllowedOrigin });

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
    express: (app) => addRoutes(app as Express, { isAllowedOrigin, identity, storage, ambient, hosts, community: settings.COMMUNITY, clientFolder: join(root, 'dist') }),
  });
  for (const [room, host] of hosts) server.define(room, roomClass(host, doorway));
  lockMatchmaker();
  // Colyseus's own promise never settles when the port is taken.
  await Promise.race([failureToListen(http, settings), server.listen(settings.PORT, settings.HOST)]);
  for (const room of hosts.keys()) await matchMaker.createRoom(room, {});

  const base = settings.PUBLIC_URL || `http://localhost:${settings.PORT}`;
  return {
    ownerLink: (await isClaimed(storage)) ? undefined : `${base}/join#${identity.invitation('owner')}`,
    guestLink: `${base}/join#${identity.invitation('guest')}`,
    storageFile,
    http,
    stop: async () => {
      await server.gracefullyShutdown(false);
      await Promise.all([...hosts.values()].map((host) => host.close()));
      await storage.close();
    },
  };
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
