/** How much a lively room asks of somebody's ears, and whether what is said to them comes through. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Announcer } from '#client/announce/announcer.ts';
import { createWords } from '#client/app/words.ts';
import { cueKinds } from '#shared/registry.ts';
import { roomsFolder } from '#test/support/room.ts';
import { serverProcess } from '#test/support/server-process.ts';
import { witness } from '#test/support/witness.ts';
import { atMost, percentile, tableOf, type Bench } from '../bench.ts';
import { startWorker } from '../worker.ts';
import type { Come } from './crowd.ts';

const PUMP_EVERY = 250;
/** How often (ms) something is said to the listener alone. */
const DIRECT_EVERY = 1_500;
const PROCESSES = 2;
/** How long (ms) the last direct message may take before it counts as lost. */
const PATIENCE = 10_000;

interface Said {
  readonly at: number;
  readonly text: string;
}

/** The most of some moments (ms) that lie within any one minute. */
const mostInAMinute = (moments: readonly number[]): number => Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + 60_000).length));

const measure = async (people: number, ms: number, note: (line: string) => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-attention-'));
  const server = await serverProcess(join(folder, 'data'), { ROOMS_DIR: roomsFolder(folder, people + 20) });
  const link = server.linkOf('Guests') ?? '';
  const crowds = Array.from({ length: PROCESSES }, () => startWorker<Come, number>(join(import.meta.dirname, 'crowd.ts')));
  try {
    const share = Math.ceil(people / PROCESSES);
    await Promise.all(crowds.map((crowd, at) => crowd.ask({ url: server.url, link, from: at * share, count: share })));
    note(`${people} people are there and do what people do.`);
    const listener = await witness(server.url, link, 'Listener');
    const friend = await witness(server.url, link, 'Friend');
    await listener.perform('seat.sit', {});

    const said: Said[] = [];
    const announcer = new Announcer(createWords('en'), (text) => said.push({ at: performance.now(), text }), () => undefined);
    const told = { direct: 0, beside: 0, digest: 0 };
    let read = listener.cues.length;
    const hear = (): void => {
      for (const cue of listener.cues.slice(read)) {
        announcer.hear(cue, listener.id, Date.now());
        const priority = cueKinds.get(cue.kind)?.priority ?? 3;
        told[priority <= 1 ? 'direct' : priority === 2 ? 'beside' : 'digest']++;
      }
      read = listener.cues.length;
      keepTimes();
    };
    const [besides, digests]: [number[], number[]] = [[], []];
    const keepTimes = (): void => {
      if (besides.length < announcer.besides) besides.push(performance.now());
      if (digests.length < announcer.digests) digests.push(performance.now());
    };
    // As a page hears: at once, and four times a second for what waits.
    const hearing = setInterval(hear, 5);
    const pumping = setInterval(() => {
      announcer.pump(Date.now());
      keepTimes();
    }, PUMP_EVERY);
    const asked = new Map<string, number>();
    const began = performance.now();
    while (performance.now() - began < ms) {
      const text = `direct ${asked.size}`;
      asked.set(text, performance.now());
      await friend.perform('chat.say', { text, to: { kind: 'person', person: listener.id } });
      await wait(DIRECT_EVERY);
    }
    const minutes = (performance.now() - began) / 60_000;
    const spokenOf = (text: string): Said | undefined => said.find((one) => one.text === `Friend to you: ${text}`);
    for (let waited = 0; waited < PATIENCE && ![...asked.keys()].every(spokenOf); waited += 100) await wait(100);
    clearInterval(hearing);
    clearInterval(pumping);

    const delays = [...asked].flatMap(([text, at]) => {
      const spoken = spokenOf(text);
      return spoken ? [spoken.at - at] : [];
    });
    return { people, minutes, told, delays, lost: asked.size - delays.length, digests: mostInAMinute(digests), beside: mostInAMinute(besides) };
  } finally {
    await Promise.all(crowds.map((crowd) => crowd.end()));
    await server.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
};

export const attention: Bench = {
  about: 'what somebody hears in a room of 200 who walk, sit, gather, write and wave, with every category switched on; beside it, what there was to be heard.',
  goals: [atMost('direct_p95_ms', 1_500), atMost('direct_lost', 0), atMost('digests_per_minute', 2), atMost('beside_per_minute', 20)],
  run: async ({ quick, note }) => {
    const row = await measure(200, quick ? 20_000 : 120_000, note);
    const { minutes, told } = row;
    const p95 = percentile(row.delays, 0.95);
    const figures = {
      ...(p95 !== undefined && { direct_p95_ms: p95 }),
      direct_lost: row.lost,
      digests_per_minute: row.digests,
      beside_per_minute: row.beside,
      cues_per_minute: (told.direct + told.beside + told.digest) / minutes,
    };
    const rows = [
      { heard: 'said to oneself', happened_a_minute: told.direct / minutes, spoken_a_minute: row.delays.length / minutes },
      { heard: 'beside one', happened_a_minute: told.beside / minutes, spoken_a_minute: figures.beside_per_minute },
      { heard: 'in the room', happened_a_minute: told.digest / minutes, spoken_a_minute: figures.digests_per_minute },
    ];
    return { figures, rows, table: tableOf(rows) };
  },
};
