/** Short forms of `npm run drill` and of the storm: the same code, with fewer kills, cases and people. */
import { describe, expect, it } from 'vitest';
import { liveThrough } from '#test/bench/storm/outages.ts';
import { disk } from '#test/drill/disk.ts';
import type { Drill, DrillOptions } from '#test/drill/drill.ts';
import { fuzz } from '#test/drill/fuzz.ts';
import { kills } from '#test/drill/kills.ts';
import { Oracle } from '#test/drill/oracle.ts';
import { postgres } from '#test/drill/postgres.ts';

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e6));

/** Runs a drill in short, and wants that everything held; a failure names the seed. */
const holds = async (drill: Drill, options: Partial<DrillOptions> = {}): Promise<void> => {
  const why = drill.impossible();
  if (why !== undefined) return console.warn(`\nSKIPPED: ${drill.about}; ${why}.\n`);
  const { faults } = await drill.run({ seed: SEED, kills: 4, people: 12, cases: 4_000, note: () => undefined, ...options });
  expect(faults, `Again: SEED=${SEED} npx vitest run test/server/drill`).toEqual([]);
};

describe('the worst that can happen', { timeout: 120_000 }, () => {
  it('is that the process dies at any moment: nothing that was acknowledged is lost, and nothing refused is there', () => holds(kills));
  it('is a disk that is full: lasting acts are refused in words, gestures go on, and it mends without a restart', () => holds(disk));
  it('is a PostgreSQL that dies: the same', () => holds(postgres));
  it('is junk in every form: the process lives, and someone honest notices nothing', () => holds(fuzz));

  it('is everyone coming back at once: all 60 find their name, hand, seat, place and lines', async () => {
    const [back] = await liveThrough({ clients: 60, outages: [0], servers: ['hearth'], note: () => undefined });
    expect(back?.lost).toBe(0);
    expect(back?.sinceReturn).toHaveLength(60);
  });
});

describe('the oracle', () => {
  const accepted = async () => ({ accepted: true }) as const;
  const refused = async () => ({ accepted: false, refusal: { code: 'dispatch.notStored', values: {} } }) as const;
  const unanswered = async () => ({ accepted: false, refusal: { code: 'client.offline', values: {} } }) as const;

  it('finds what was acknowledged and lost, what was refused and done, and what nobody asked for', async () => {
    const oracle = new Oracle();
    await oracle.lasting('line a', 'said once', accepted);
    await oracle.lasting('line b', 'said once', refused);
    await oracle.lasting('line c', 'said once', unanswered);
    const now = Date.now();
    expect(oracle.faults(new Map([['line a', 'said once']]), now)).toEqual([]);
    expect(oracle.faults(new Map([['line a', 'said once'], ['line c', 'said once']]), now)).toEqual([]);
    expect(oracle.faults(new Map(), now)).toEqual([expect.stringContaining('line a')]);
    expect(oracle.faults(new Map([['line a', 'said twice']]), now)).toEqual([expect.stringContaining('said twice')]);
    expect(oracle.faults(new Map([['line a', 'said once'], ['line b', 'said once'], ['line d', 'said once']]), now)).toHaveLength(2);
  });

  it('lets the live state be half a second old, and no older', async () => {
    const oracle = new Oracle();
    await oracle.live('hand Ana', 'up', accepted);
    const now = Date.now();
    expect(oracle.faults(new Map(), now)).toEqual([]);
    expect(oracle.faults(new Map([['hand Ana', 'up']]), now + 60_000)).toEqual([]);
    expect(oracle.faults(new Map(), now + 60_000)).toEqual([expect.stringContaining('hand Ana: it is nothing')]);
  });
});
