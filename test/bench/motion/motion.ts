/**
 * How many people can walk in one room: Hearth beside a naive Colyseus room, each a process of its own, under the same
 * bots in processes of theirs. Latency is from a mover's send to the receipt of that very change (its heading matched) by
 * someone near, where both are bots of one process; bytes and frames are all that arrives at a client's socket.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '#test/support/ports.ts';
import { atMost, ratioAtMost, tableOf, type Bench, type BenchOptions, type Measured as BenchMeasured, type Row } from '../bench.ts';
import type { BotsAsked, BotsMeasured } from './bots.ts';
import type { Place } from './door.ts';
import type { ServerMeasured } from './servers.ts';

const PROCESSES = 2;
/** The room's half, metres: what the bots turn back before. */
const HALF = 20;

const start = (file: string): ChildProcess =>
  fork(join(import.meta.dirname, file), { execArgv: ['--disable-warning=ExperimentalWarning'], env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' });

const ask = <T extends object>(child: ChildProcess, what: object | string): Promise<T> =>
  new Promise((resolve, reject) => {
    const hear = (said: { readonly given?: T; readonly failed?: string }): void => {
      // Colyseus talks to a process manager by the same way.
      if (said.given === undefined && said.failed === undefined) return;
      child.off('message', hear);
      if (said.given) resolve(said.given);
      else reject(new Error(said.failed));
    };
    child.on('message', hear);
    child.send(what);
  });

const percentile = (sorted: Float64Array, share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

interface Crowd {
  readonly grow: (to: number) => Promise<void>;
  /** Lets everyone walk, a share of them steering all the time, and counts once that has settled. */
  readonly measure: (label: string, steering: number, settle: number, ms: number) => Promise<Measured>;
  readonly end: () => Promise<void>;
}
interface Measured {
  readonly row: Row;
  readonly people: number;
  readonly cpu: number;
  readonly bytes: number;
  readonly p95: number;
  readonly botsCpu: number;
}

const gather = async (kind: 'hearth' | 'naive'): Promise<Crowd> => {
  const port = await freePort();
  const server = start('servers.ts');
  server.stderr?.resume();
  const { guestLink } = await ask<{ guestLink: string }>(server, { start: kind, port });
  const place: Place = kind === 'hearth' ? { kind, port, guestLink } : { kind, port };
  const crews = Array.from({ length: PROCESSES }, () => start('bots.ts'));
  for (const crew of crews) crew.stderr?.pipe(process.stderr);
  const askAll = <T extends object>(what: (position: number) => BotsAsked): Promise<T[]> => Promise.all(crews.map((crew, position) => ask<T>(crew, what(position))));
  let count = 0;

  return {
    grow: async (to) => {
      const each = Math.ceil((to - count) / PROCESSES);
      await askAll((position) => ({ ask: 'come', place, from: count + position * each, count: each, half: HALF }));
      count += each * PROCESSES;
    },
    measure: async (label, steering, settle, ms) => {
      await askAll(() => ({ ask: 'walk', steering }));
      await new Promise((resolve) => setTimeout(resolve, settle));
      await ask(server, 'begin');
      const crew = await askAll<BotsMeasured>(() => ({ ask: 'measure', ms }));
      const { cpu, rss, loopP99, loopMost } = await ask<ServerMeasured>(server, 'end');
      const sum = (of: (one: BotsMeasured) => number): number => crew.reduce((total, one) => total + of(one), 0);
      const people = sum(({ bots }) => bots);
      const seconds = sum((one) => one.seconds) / crew.length;
      const delays = Float64Array.from(crew.flatMap((one) => one.delays)).sort();
      const bytes = sum((one) => one.bytes) / people / seconds;
      const botsCpu = Math.max(...crew.map((one) => one.cpu));
      const p95 = percentile(delays, 0.95);
      const row: Row = {
        room: label, walking: people, 'CPU %': round(cpu, 1), 'CPU % each': round(cpu / people, 3), 'B/s each': round(bytes), 'frames/s': round(sum((one) => one.frames) / people / seconds, 1),
        ...(delays.length > 0 ? { p50: round(percentile(delays, 0.5)), p95: round(p95), p99: round(percentile(delays, 0.99)), pairs: delays.length } : {}),
        'loop p99': round(loopP99), 'loop most': round(loopMost), 'RSS MB': round(rss), 'turns each/s': round(sum((one) => one.changes) / people / seconds, 2), 'inputs each/s': round(sum((one) => one.inputs) / people / seconds, 2), 'bots CPU %': round(botsCpu), lost: sum((one) => one.lost),
      };
      return { row, people, cpu, bytes, p95, botsCpu };
    },
    end: async () => {
      for (const child of [...crews, server]) {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
    },
  };
};

const run = async ({ quick, note }: BenchOptions): Promise<BenchMeasured> => {
  const rows: Row[] = [];
  const figures: Record<string, number> = {};
  let botsMost = 0;
  const [settle, ms] = quick ? [900, 2_000] : [4_000, 8_000];
  const measure = async (crowd: Crowd, label: string, steering = 0): Promise<Measured> => {
    const measured = await crowd.measure(label, steering, settle, ms);
    rows.push(measured.row);
    botsMost = Math.max(botsMost, measured.botsCpu);
    note(`${label}: ${measured.people} walk, ${round(measured.bytes)} B/s to each, ${round(measured.cpu)} % of a core${Number.isNaN(measured.p95) ? '' : `, p95 ${round(measured.p95)} ms`}`);
    return measured;
  };

  const naive = await gather('naive');
  for (const people of quick ? [400] : [50, 200, 400]) {
    await naive.grow(people);
    const { bytes } = await measure(naive, 'naive');
    if (people === 400) figures['naive_400_bytes_per_s'] = bytes;
  }
  await naive.end();

  const hearth = await gather('hearth');
  for (const people of quick ? [200, 400, 1_000, 2_000] : [50, 200, 400, 1_000, 2_000]) {
    await hearth.grow(people);
    const { cpu, bytes, p95 } = await measure(hearth, 'hearth');
    if (people === 400 || people === 1_000) figures[`hearth_${people}_bytes_per_s`] = bytes;
    if (people >= 1_000) {
      figures[`hearth_${people}_cpu_pct`] = cpu;
      if (!Number.isNaN(p95)) figures[`hearth_${people}_p95_ms`] = p95;
    }
    if (people === 200 || people === 1_000) figures[`hearth_${people}_cpu_pct_per_client`] = cpu / people;
    if (people === 1_000 && !quick) await measure(hearth, 'hearth, 30 % steer', 0.3);
  }
  await hearth.end();
  figures['bots_cpu_pct_max'] = botsMost;
  return {
    figures,
    rows,
    table: [
      ...tableOf(rows),
      '',
      '  B/s each: all that arrives at a client, framing included, with a gesture every second. p50–p99: from a mover’s send to the receipt',
      '  of that very change by someone near, in ms; the naive room’s bots do not decode its state. CPU is of one core, all threads.',
      `  The load generators used at most ${round(botsMost)} % of a core each: ${botsMost < 90 ? 'they were not the bottleneck.' : 'they WERE the bottleneck.'}`,
    ],
  };
};

export const motion: Bench = {
  about: 'how many people can walk in one room: the shipped Commons with its cap raised, beside a naive MapSchema room at 20 Hz.',
  goals: [
    ratioAtMost('hearth_400_bytes_per_s', 'naive_400_bytes_per_s', 1 / 80),
    atMost('hearth_1000_p95_ms', 80), atMost('hearth_1000_cpu_pct', 60), atMost('hearth_1000_bytes_per_s', 1_200),
    atMost('hearth_2000_p95_ms', 100), atMost('hearth_2000_cpu_pct', 90),
    ratioAtMost('hearth_1000_cpu_pct_per_client', 'hearth_200_cpu_pct_per_client', 1),
    atMost('bots_cpu_pct_max', 90),
  ],
  run,
};
