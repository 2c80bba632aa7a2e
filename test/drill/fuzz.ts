/** A million cases of junk against the production server: frames, commands and entries; someone inside notices nothing. */
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { layoutOf } from '#test/support/visitors.ts';
import { serverProcess } from '#test/support/server-process.ts';
import { seeded } from '#test/support/table.ts';
import { doorOf } from '#test/server/opened.ts';
import { percentile } from '#test/bench/bench.ts';
import { memoryOf } from '#test/bench/worker.ts';
import type { Drill, DrillOptions, Outcome } from './drill.ts';
import { attack } from './fuzz/attackers.ts';
import { entriesTo, wrongWith } from './fuzz/entries.ts';
import { noticeNothing } from './fuzz/observer.ts';
import { comeIn } from './people.ts';

/** One case in so many is a request over HTTP, which takes longest. */
const AN_ENTRY_IN = 50;
const ENTRIES_AT_ONCE = 4;
/** What the process may grow to, and by, once it is warm. */
const MOST_BYTES = 700 * 2 ** 20;
const MOST_GROWTH = 150 * 2 ** 20;
/** Events of the log that are a fault of ours, whatever was sent. */
const FAULTS = /"event":"(command\.crashed|room\.crashed|rejection\.unhandled|cue\.failed|lines\.failed|list\.failed|storage\.failed|snapshot\.failed|http\.failed|entry\.failed)"/;
const MOST_SHOWN = 10;

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

const run = async ({ seed, cases, people, note }: DrillOptions): Promise<Outcome> => {
  const server = await serverProcess();
  const faults: string[] = [];
  try {
    const [link, layout] = [server.linkOf('Guests') ?? '', await layoutOf(server.url)];
    const [ana, ben] = [await comeIn(server.url, link, layout, 'Ana'), await comeIn(server.url, link, layout, 'Ben')];
    const door = doorOf(server.url, link);
    const entries = Math.floor(cases / AN_ENTRY_IN);
    const attacking = attack(door, people, cases - entries, seeded(seed));
    const asking = entriesTo(server.url, new URL(link).hash.slice(1), await door.enter('Stolen'));
    let [asked, isOver] = [0, false];
    const ask = async (chance: () => number): Promise<void> => {
      while (asked < entries) {
        asked++;
        const answered = await asking.ask(chance);
        const wrong = answered && wrongWith(answered);
        if (wrong !== undefined && faults.length < MOST_SHOWN) faults.push(wrong);
      }
    };
    const watching = noticeNothing(ana, ben, () => isOver);
    const memory: number[] = [];
    const pid = server.pid();
    const sampling = (async () => {
      for (let at = 0; !isOver; at++, await wait(500)) {
        memory.push(memoryOf(pid) ?? 0);
        if (at % 10 === 9) note(`${(attacking.sent() + asked).toLocaleString('en')} of ${cases.toLocaleString('en')} cases, ${attacking.returns()} cut off and back, ${megabytes(memory.at(-1) ?? 0)} MB.`);
      }
    })();
    await Promise.all([attacking.done, ...Array.from({ length: ENTRIES_AT_ONCE }, (_, number) => ask(seeded(seed + 1 + number)))]);
    isOver = true;
    asking.close();
    const { faults: noticed, took } = await watching;
    await sampling;
    const refused = await refusals(server.url);
    // Otherwise nothing of what was sent was read as a command at all.
    if (refused < cases / 50) faults.push(`Only ${refused} commands of ${cases} cases were read and refused: the cases miss their aim`);
    faults.push(...noticed, ...(await judge(server, memory, pid)));
    for (const { visit } of [ana, ben]) visit.leave();
    const [middle, slow] = [0.5, 0.99].map((part) => Math.round(percentile(took, part) ?? NaN));
    return { faults, summary: `${cases.toLocaleString('en')} cases, ${refused.toLocaleString('en')} of them read as commands and refused; ${took.length} answers to an honest person, half within ${middle} ms and 99 % within ${slow} ms; memory at most ${megabytes(Math.max(...memory))} MB.` };
  } finally {
    await server.end('SIGKILL');
    rmSync(server.folder, { recursive: true, force: true });
  }
};

/** Commands that the server has read and refused since its start, by its own count. */
const refusals = async (url: string): Promise<number> =>
  [...(await (await fetch(`${url}/metrics`)).text()).matchAll(/^hearth_refusals_total\S* (\d+)/gm)].reduce((sum, [, count]) => sum + Number(count), 0);

/** How the process came through it. */
const judge = async (server: Awaited<ReturnType<typeof serverProcess>>, memory: readonly number[], pid: number | undefined): Promise<readonly string[]> => {
  const isAlive = await fetch(`${server.url}/healthz`).then(({ ok }) => ok, () => false);
  const warm = Math.max(...memory.slice(0, Math.ceil(memory.length / 2)));
  const grown = Math.max(...memory) - warm;
  const logged = server.log.join('').split('\n').filter((line) => FAULTS.test(line));
  return [
    ...(isAlive && server.pid() === pid ? [] : ['The process did not survive']),
    ...(Math.max(...memory) > MOST_BYTES ? [`The process grew to ${megabytes(Math.max(...memory))} MB`] : []),
    ...(grown > MOST_GROWTH ? [`The process grew by ${megabytes(grown)} MB in its second half`] : []),
    ...(logged.length > 0 ? [`The log has ${logged.length} faults`, ...logged.slice(0, MOST_SHOWN).map((line) => line.slice(0, 400))] : []),
  ];
};

export const fuzz: Drill = {
  about: 'a million cases of junk against the production server, while someone inside notices nothing',
  impossible: () => undefined,
  run,
};
