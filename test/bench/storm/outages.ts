/** Everyone comes back at once: the server is killed and started again under many clients; beside it, a bare Colyseus room. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { percentile, type BenchOptions, type Row } from '../bench.ts';
import { cpuOf, startWorker, type Worker } from '../worker.ts';
import { openServer, type StormServer } from './servers.ts';
import type { Order, Reply } from './orders.ts';

const GENERATORS = 2;
/** Whoever is not back after this (ms) is lost. */
const PATIENCE = 30_000;

type Bots = readonly Worker<Order, Reply>[];
export interface Return {
  readonly whom: StormServer['whom'];
  /** How long the server stayed down beside its own start (ms). */
  readonly down: number;
  readonly row: Row;
  /** From the server's return and from its end, to each one's return (ms). */
  readonly sinceReturn: readonly number[];
  readonly sinceEnd: readonly number[];
  readonly lost: number;
  readonly botsCpu: number;
}

const ask = (bots: Bots, order: Order): Promise<readonly Reply[]> => Promise.all(bots.map((bot) => bot.ask(order)));
const returnsOf = async (bots: Bots): Promise<Reply['returns']> => (await ask(bots, { act: 'report' })).flatMap(({ returns }) => returns);
const awayOf = (returns: Reply['returns']): number => returns.filter((one) => 'missing' in one).length;

/** Why people are lost, counted. */
const reasonsOf = (returns: Reply['returns']): string => {
  const reasons = returns.flatMap((one) => ('missing' in one ? [one.missing] : []));
  return [...new Set(reasons)].map((reason) => `${reason} ${reasons.filter((one) => one === reason).length}`).join(', ');
};

const until = async (holds: () => Promise<boolean>, within: number, every = 100): Promise<boolean> => {
  for (const end = performance.now() + within; performance.now() < end; await wait(every)) if (await holds()) return true;
  return holds();
};

const cpuOfAll = (bots: Bots): readonly number[] => bots.map(({ pid }) => cpuOf(pid) ?? 0);

/** Kills the server, starts it after `down` ms more, and waits for everyone. */
const oneReturn = async (server: StormServer, bots: Bots, down: number, note: BenchOptions['note']): Promise<Return> => {
  const cpuBefore = cpuOfAll(bots);
  const endedAt = Date.now();
  await server.kill();
  if (!(await until(async () => awayOf(await returnsOf(bots)) === server.clients, 5_000, 20))) throw new Error('The counter of the lost does not move: some seem to be with a server that is gone.');
  note(`${server.name}: gone; the counter of the lost stands at ${server.clients}`);
  await wait(down);
  const returnedAt = await server.start();
  await until(async () => awayOf(await returnsOf(bots)) === 0, PATIENCE - (Date.now() - returnedAt));
  const wall = Date.now() - endedAt;
  const botsCpu = Math.max(...cpuOfAll(bots).map((cpu, at) => ((cpu - (cpuBefore[at] ?? 0)) / wall) * 100));
  const serverCpu = server.cpu();
  const returns = await returnsOf(bots);
  const ats = returns.flatMap((one) => ('at' in one ? [one.at] : []));
  const [sinceReturn, sinceEnd] = [returnedAt, endedAt].map((from) => ats.map((at) => at - from)) as [number[], number[]];
  const lost = awayOf(returns);
  const row: Row = {
    server: server.name,
    clients: server.clients,
    down_ms: returnedAt - endedAt,
    ...Object.fromEntries([0.5, 0.95, 1].flatMap((part) => [[part === 1 ? 'back_max_ms' : `back_p${part * 100}_ms`, percentile(sinceReturn, part) ?? '–']])),
    from_kill_p95_ms: percentile(sinceEnd, 0.95) ?? '–',
    lost,
    ...(serverCpu === undefined ? {} : { server_cpu_ms: serverCpu }),
    bots_cpu_pct: botsCpu,
  };
  note(`${server.name}: ${server.clients - lost} of ${server.clients} are back${lost > 0 ? ` (missing: ${reasonsOf(returns)})` : ''}`);
  return { whom: server.whom, down, row, sinceReturn, sinceEnd, lost, botsCpu };
};

const startBots = (): Bots => Array.from({ length: GENERATORS }, () => startWorker<Order, Reply>(join(import.meta.dirname, 'bots.ts')));

const fill = async (server: StormServer, bots: Bots, note: BenchOptions['note']): Promise<void> => {
  const began = Date.now();
  const share = Math.ceil(server.clients / bots.length);
  await Promise.all(bots.map((bot, at) => bot.ask({ act: 'enter', whom: server.whom, url: server.url, link: server.link, first: at * share, count: Math.min(share, server.clients - at * share) })));
  note(`${server.name}: ${server.clients} came in within ${Date.now() - began} ms`);
};

/** Lets everyone live in the room, and tells the bots what the last snapshot has of them, once it has everything. */
const settle = async (server: StormServer, bots: Bots): Promise<void> => {
  const replies = await ask(bots, { act: 'live' });
  const lines = replies.flatMap((reply) => reply.lines);
  const [hands, seats] = [replies.reduce((sum, reply) => sum + reply.hands, 0), replies.reduce((sum, reply) => sum + reply.seats, 0)];
  let last = '';
  // Written every two seconds while something changes: the same for longer is the last.
  const isSettled = async (): Promise<boolean> => {
    const before = last;
    last = server.snapshot();
    const { hands: kept, seats: held } = JSON.parse(last) as { hands: unknown[]; seats: unknown[] };
    return last === before && kept.length === hands && held.length === seats;
  };
  if (!(await until(isSettled, 20_000, 2_500))) throw new Error('The last snapshot never had everyone’s hand and seat.');
  await ask(bots, { act: 'expect', people: server.expectedOf(last), lines });
};

/** What a storm is made of. */
export interface Storm {
  readonly clients: number;
  /** For each time that the server is killed: how long it stays down (ms). */
  readonly outages: readonly number[];
  readonly servers: readonly StormServer['whom'][];
  note(line: string): void;
}

/** Lives through it, and tells how everyone came back. */
export const liveThrough = async ({ clients, outages, servers, note }: Storm): Promise<readonly Return[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-storm-'));
  const done: Return[] = [];
  try {
    for (const whom of servers) {
      const server = await openServer[whom](clients, folder);
      const bots = startBots();
      try {
        await fill(server, bots, note);
        if (whom === 'hearth') await settle(server, bots);
        for (const down of outages) done.push(await oneReturn(server, bots, down, note));
      } finally {
        await Promise.all(bots.map((bot) => bot.end()));
        await server.kill();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return done;
};
