/** kill -9 at random moments under people who talk, sit, invite and block; what was acknowledged must be there again. */
import { rmSync } from 'node:fs';
import { layoutOf } from '#test/support/visitors.ts';
import { serverProcess, type ServerProcess } from '#test/support/server-process.ts';
import { seeded } from '#test/support/table.ts';
import { live, type Scene } from './acts.ts';
import type { Drill, DrillOptions, Outcome } from './drill.ts';
import { allBack, observe } from './observe.ts';
import { Oracle } from './oracle.ts';
import { gather, leaveAll } from './people.ts';

/** Events of the log that are a fault of ours, whatever was going on. */
const FAULTS = /"event":"(command\.crashed|room\.crashed|rejection\.unhandled|cue\.failed|lines\.failed|list\.failed|storage\.failed|snapshot\.failed|http\.failed)"/;
/** Lines of the log that are shown. */
const MOST_LOGGED = 20;
const OF_A_KIND = 5;

/** Of each kind of fault the first few, and how many more there are: one cause makes hundreds. */
const fewOfEach = (faults: readonly string[]): readonly string[] => {
  const kindOf = (fault: string): string => /^After kill \d+: (\w+)/.exec(fault)?.[1] ?? fault;
  return [...Map.groupBy(faults, kindOf)].flatMap(([kind, of]) => [...of.slice(0, OF_A_KIND), ...(of.length > OF_A_KIND ? [`And ${of.length - OF_A_KIND} more of the kind “${kind}”.`] : [])]);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One life of the server, from its start to its death; what is wrong after the next start. */
const oneLife = async (server: ServerProcess, scene: Scene): Promise<readonly string[]> => {
  const { crowd, oracle, chance } = scene;
  let isOver = false;
  const lives = crowd.all.map((one) => live(one, scene, () => isOver));
  await pause(200 + chance() * 2_300);
  const endedAt = Date.now();
  await server.end('SIGKILL');
  isOver = true;
  await Promise.all(lives);
  await server.start();
  // Now and then it dies again while everyone comes back.
  if (chance() < 0.15) {
    await pause(chance() * 1_000);
    await server.end('SIGKILL');
    await server.start();
  }
  const away = await allBack(crowd);
  if (away.length > 0) return away;
  const { facts, faults } = await observe(crowd, server.folder);
  const wrong = [...faults, ...oracle.faults(facts, endedAt)];
  oracle.learn(facts);
  return wrong;
};

const run = async ({ seed, kills, people, note }: DrillOptions): Promise<Outcome> => {
  const server = await serverProcess();
  const faults: string[] = [];
  const oracle = new Oracle();
  const chance = seeded(seed);
  let counted = 0;
  try {
    const layout = await layoutOf(server.url);
    const guestLink = server.linkOf('Guests') ?? '';
    const crowd = await gather(server.url, { owner: server.linkOf('Owner') ?? '', guests: guestLink }, layout, people);
    note(`${crowd.all.length} people are inside.`);
    const scene: Scene = { url: server.url, guestLink, layout, crowd, oracle, chance, count: () => ++counted };
    let noted = Date.now();
    for (let kill = 1; kill <= kills; kill++) {
      faults.push(...(await oneLife(server, scene)).map((fault) => `After kill ${kill}: ${fault}.`));
      if (Date.now() - noted > 5_000) {
        noted = Date.now();
        note(`${kill} of ${kills} kills, ${oracle.acknowledged} lasting acts acknowledged, ${faults.length} faults.`);
      }
    }
    leaveAll(crowd);
  } finally {
    await server.end('SIGKILL');
    rmSync(server.folder, { recursive: true, force: true });
  }
  const logged = server.log.join('').split('\n').filter((line) => FAULTS.test(line));
  faults.push(...logged.slice(0, MOST_LOGGED).map((line) => `The log has ${line.slice(0, 300)}`));
  return { faults: fewOfEach(faults), summary: `${kills} kills under ${people} people with ${oracle.acknowledged} lasting acts acknowledged.` };
};

export const kills: Drill = {
  about: 'kill -9 at random moments, and nothing that was acknowledged is lost',
  impossible: () => undefined,
  run,
};
