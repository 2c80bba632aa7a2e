/** A launch and a check-in with 300 people: how soon everyone hears of a step, and what a press of one of them costs all others. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOf } from '#shared/rituals/held.ts';
import { openPhase, openStep } from '#shared/rituals/run.ts';
import { roomsFolder } from '#test/support/room.ts';
import { serverProcess } from '#test/support/server-process.ts';
import { witness, type Witness } from '#test/support/witness.ts';
import { atMost, percentile, ratioAtMost, tableOf, type Bench, type Row } from '../bench.ts';
import { startWorker, type Worker } from '../worker.ts';
import { bytesOfPresses } from './bytes.ts';
import type { Asked, Replied } from './participants.ts';

const PROCESSES = 2;
/** How long (ms) it takes until the last of them has pressed. */
const PRESSED_WITHIN = 3_000;
const clock = (): number => performance.timeOrigin + performance.now();
const template = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, `../../../assets/rituals/en/${name}.json`), 'utf8'));

type Crowd = readonly Worker<Asked, Replied>[];
const everyone = async (crowd: Crowd, asked: Asked): Promise<Replied> => {
  const replied = await Promise.all(crowd.map((one) => one.ask(asked)));
  return { heard: replied.flatMap(({ heard }) => heard), refused: replied.reduce((sum, { refused }) => sum + refused, 0) };
};

/** One ritual from its start to its end: the delays (ms) of each step, for each of the people. */
const hold = async (facilitator: Witness, crowd: Crowd, name: string) => {
  const steps: { readonly name: string; readonly delays: readonly number[] }[] = [];
  let [refused, presses] = [0, 0];
  const run = () => runOf({ facts: facilitator.facts });
  const heardOf = async (pressed: number, place: number): Promise<void> => {
    const { heard } = await everyone(crowd, { kind: 'heard', step: place });
    await facilitator.until('the step', () => (openPhase(run() ?? fail())?.step ?? -1) + 1 === place);
    steps.push({ name: openStep(run() ?? fail())?.step.name ?? '', delays: heard.map((at) => at - pressed) });
  };
  const started = clock();
  await facilitator.performRitual('ritual.start', { script: template(name) });
  await heardOf(started, 1);
  for (;;) {
    const now = run() ?? fail();
    const here = openStep(now);
    if (!here) break;
    const kind = here.step.kind === 'act' ? 'act' : here.step.kind === 'pledge' ? 'sign' : here.step.kind === 'round' ? 'pass' : undefined;
    if (kind) {
      refused += (await everyone(crowd, { kind, within: PRESSED_WITHIN })).refused;
      presses += now.people.length - 1;
    }
    const current = run() ?? fail();
    const from = openPhase(current)?.step ?? 0;
    const pressed = clock();
    const answer = await facilitator.performRitual('ritual.next', { from, leaving: current.people.map(({ id }) => id) });
    if (!answer.accepted) throw new Error(`Nobody can go on: ${answer.refusal.code}`);
    if (from + 1 >= current.script.steps.length) break;
    await heardOf(pressed, from + 2);
  }
  await facilitator.until('the end', () => run()?.phase.status === 'ended');
  return { steps, presses, refused };
};
const fail = (): never => {
  throw new Error('There is no ritual.');
};

export const ritual: Bench = {
  about: 'a launch and a check-in with 300 people who cut, sign and pass: how soon everyone has heard of a step; beside it, what they would be sent if each change carried the whole run.',
  goals: [atMost('heard_by_all_p95_ms', 500), atMost('heard_p95_ms', 500), atMost('refused', 0), ratioAtMost('bytes_to_each', 'bytes_whole_run', 0.25)],
  run: async ({ quick, note }) => {
    const people = 300;
    const folder = mkdtempSync(join(tmpdir(), 'hearth-ritual-'));
    const server = await serverProcess(join(folder, 'data'), { ROOMS_DIR: roomsFolder(folder, people + 20) });
    const crowd = Array.from({ length: PROCESSES }, () => startWorker<Asked, Replied>(join(import.meta.dirname, 'participants.ts')));
    try {
      const share = people / PROCESSES;
      await Promise.all(crowd.map((one, at) => one.ask({ kind: 'come', url: server.url, link: server.linkOf('Guests') ?? '', from: at * share, count: share })));
      note(`${people} people are there.`);
      const facilitator = await witness(server.url, server.linkOf('Owner') ?? '', 'Facilitator');
      const names = quick ? ['launch', 'check-in'] : ['launch', 'check-in', 'launch', 'check-in', 'launch', 'check-in'];
      const held: Awaited<ReturnType<typeof hold>>[] = [];
      for (const name of names) {
        held.push(await hold(facilitator, crowd, name));
        note(`${name} is held.`);
      }
      const bytes = bytesOfPresses(people);
      const steps = held.flatMap((one) => one.steps);
      const sum = (of: (one: (typeof held)[number]) => number): number => held.reduce((all, one) => all + of(one), 0);
      const [all, each] = [percentile(steps.map(({ delays }) => Math.max(...delays)), 0.95), percentile(steps.flatMap(({ delays }) => delays), 0.95)];
      const rows: Row[] = steps.map(({ name, delays }) => ({ step: name, heard: delays.length, median_ms: percentile(delays, 0.5) ?? 0, p95_ms: percentile(delays, 0.95) ?? 0, by_all_ms: Math.max(...delays) }));
      return {
        figures: {
          ...(all !== undefined && { heard_by_all_p95_ms: all }), ...(each !== undefined && { heard_p95_ms: each }),
          steps: steps.length, refused: sum(({ refused }) => refused), presses: sum(({ presses }) => presses), bytes_to_each: bytes.ours, bytes_whole_run: bytes.whole,
        },
        rows,
        table: tableOf(rows),
      };
    } finally {
      await Promise.all(crowd.map((one) => one.end()));
      await server.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
