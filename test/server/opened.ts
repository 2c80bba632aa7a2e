/** The real server in this process (Colyseus allows one), and ways to its door that a browser would not take. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { realAmbient } from '#server/host/ambient.ts';
import { startServer } from '#server/host/server.ts';
import { readSettings } from '#server/host/settings.ts';
import { COOKIE } from '#server/people/identity.ts';
import { PROTOCOL } from '#shared/registry.ts';
import { packLook } from '#shared/people/look.ts';
import { randomLook } from '#shared/people/look.chance.ts';
import { freePort } from '#test/support/ports.ts';
import { roomsFolder } from '#test/support/room.ts';

export interface Seat {
  readonly sessionId: string;
  readonly roomId: string;
  readonly processId: string;
}

/** The ways to a server's door, beside those of a page. */
export const doorOf = (url: string, guestLink: string) => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url, ...headers }, body: JSON.stringify(body) });

  /** Comes in by the guests' link (or another); the answer's cookie or tab token is the whole identity. */
  const enter = async (name: string, { tab = true, link = guestLink } = {}): Promise<string> => {
    const response = await post('/api/enter', { invitation: new URL(link).hash.slice(1), name, callMe: '', pronouns: '', look: packLook(randomLook(Math.random)), tab });
    const answer = (await response.json()) as { tab?: string };
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`${COOKIE}=`));
    const token = answer.tab ?? cookie?.slice(COOKIE.length + 1).split(';')[0];
    if (token === undefined) throw new Error(`${name} could not enter: ${JSON.stringify(answer)}`);
    return token;
  };

  const seat = async (options: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Seat> =>
    (await (await post('/matchmake/joinById/commons', { protocol: PROTOCOL, ...options }, headers)).json()) as Seat;

  /** A socket to a seat, without an SDK; not yet acknowledged. */
  const sit = ({ processId, roomId, sessionId }: Seat, headers: Record<string, string> = {}): WebSocket => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`, { headers: { origin: url, ...headers } });
    // Many of these sockets are meant to end badly.
    socket.on('error', () => undefined);
    return socket;
  };

  return { post, enter, seat, sit };
};
export type Door = ReturnType<typeof doorOf>;

/** A server whose Commons holds `cap` people; without settings of its own it carries no voice. */
export const openHearth = async (cap = 200, settings: Readonly<Record<string, string>> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-server-'));
  const folders = { rooms: roomsFolder(folder, cap), client: join(folder, 'client') };
  mkdirSync(folders.client);
  writeFileSync(join(folders.client, 'index.html'), '<!doctype html><title>Hearth</title>');
  const port = await freePort();
  const read = readSettings({ PORT: `${port}`, HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), VOICE: 'none', ...settings });
  if (!read.ok) throw new Error(read.sentence);
  const log: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  // Its log, which would bury what the tests say.
  process.stderr.write = (text) => log.push(String(text)) > 0;
  const running = await startServer(read.settings, realAmbient, folders);
  const url = `http://localhost:${port}`;

  return {
    url, port, running, log, ...doorOf(url, running.guestLink),
    close: async () => {
      await running.stop();
      process.stderr.write = write;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type OpenHearth = Awaited<ReturnType<typeof openHearth>>;

const JOIN_ROOM = 10;

/** Someone inside by a raw socket: what it sends is not wrapped by anything. */
export const intruder = async (door: Door, name: string): Promise<WebSocket> => {
  const socket = door.sit(await door.seat({ tab: await door.enter(name) }));
  const [first] = (await once(socket, 'message')) as [Buffer];
  if (first[0] !== JOIN_ROOM) throw new Error(`${name} was not let in: ${first.toString()}`);
  socket.send(Uint8Array.of(JOIN_ROOM));
  return socket;
};

/** Stops reading what comes, as a frozen page does. */
export const deafen = (socket: WebSocket): void => (socket as unknown as { _socket: { pause(): void } })._socket.pause();
