/** The two servers that the storm goes over: Hearth as it ships, and a bare Colyseus room. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { snapshotSchema } from '#server/rooms/snapshot.ts';
import { snapshotIn } from '#test/support/hearth.ts';
import { freePort } from '#test/support/ports.ts';
import { roomsFolder } from '#test/support/room.ts';
import { DIE_WITH_PARENT, root, serverProcess } from '#test/support/server-process.ts';
import { cpuOf } from '../worker.ts';
import type { Expected } from './orders.ts';

export interface StormServer {
  readonly whom: 'hearth' | 'bare';
  readonly name: string;
  readonly clients: number;
  readonly url: string;
  readonly link: string;
  kill(): Promise<void>;
  /** Starts it again; when it first answered a request (ms since 1970). */
  start(): Promise<number>;
  /** Milliseconds of a processor since its start; `undefined` where the system does not say. */
  cpu(): number | undefined;
  /** The room's state as it was kept last, as JSON. */
  snapshot(): string;
  expectedOf(snapshot: string): Readonly<Record<string, Expected>>;
}

/** Resolves with the moment at which a server answers, whatever it says. */
const answering = async (url: string): Promise<number> => {
  for (;;) {
    const answered = await fetch(`${url}/healthz`).then(() => true, () => false);
    if (answered) return Date.now();
    await wait(10);
  }
};

const expectedOf = (text: string): Readonly<Record<string, Expected>> => {
  const { people, hands, seats } = snapshotSchema.parse(JSON.parse(text));
  const [raised, seatOf] = [new Set(hands.map(({ id }) => id)), new Map(seats.map(([seat, holder]) => [holder, seat]))];
  return Object.fromEntries(people.map(({ id, name, x, z }) => [id, { name, x, z, hand: raised.has(id), seat: seatOf.get(id) }]));
};

const hearth = async (clients: number, folder: string): Promise<StormServer> => {
  const server = await serverProcess(join(folder, 'data'), { ROOMS_DIR: roomsFolder(folder, Math.min(1_000, clients + 10)) });
  return {
    whom: 'hearth',
    name: 'hearth',
    clients,
    url: server.url,
    link: server.linkOf('Guests') ?? '',
    kill: async () => void (await server.end('SIGKILL')),
    start: async () => {
      const answered = answering(server.url);
      await server.start();
      return answered;
    },
    cpu: () => cpuOf(server.pid()),
    snapshot: () => snapshotIn(server.folder) ?? '{}',
    expectedOf,
  };
};

const bare = async (clients: number): Promise<StormServer> => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  const start = async (): Promise<number> => {
    const file = join(import.meta.dirname, 'bare-server.ts');
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...DIE_WITH_PARENT, file, `${port}`], { cwd: root, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, NODE_ENV: 'production' } });
    return answering(url);
  };
  await start();
  return {
    whom: 'bare',
    name: 'bare colyseus',
    clients,
    url,
    link: '',
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    start,
    cpu: () => cpuOf(child?.pid),
    snapshot: () => '{}',
    expectedOf: () => ({}),
  };
};

export const openServer = { hearth, bare } as const;
