import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { companionAct, COMPANION_PACE, inRehearsal, rehearse, type Rehearsal } from '#shared/rituals/rehearsal.ts';
import { keptOf } from '#shared/rituals/record.ts';
import { openPart, openStep, type Run } from '#shared/rituals/run.ts';
import { readScript } from '#shared/rituals/script.faults.ts';
import type { RitualEvent } from '#shared/rituals/events.ts';
import { seeded } from '#test/support/chance.ts';
import { comer } from '#test/support/ritual.ts';

const me = { ...comer('ANA'), rank: 'runs' as const };
const scriptNamed = (name: string) => readScript(JSON.parse(readFileSync(join(import.meta.dirname, `../../../assets/rituals/en/${name}.json`), 'utf8'))).script ?? (() => { throw new Error(name); })();

/** Lets companions do all that they would, and answers what they did. */
const wait = (rehearsal: Rehearsal, from: number, chance: () => number): { readonly rehearsal: Rehearsal; readonly at: number; readonly did: readonly string[] } => {
  const did: string[] = [];
  let [now, at] = [rehearsal, from];
  for (let idle = 0; idle < 3; at += COMPANION_PACE) {
    const act = companionAct(now, at, chance);
    const done = act && inRehearsal(now, act, at, chance);
    if (act && !(done && 'rehearsal' in done)) throw new Error(`${act.by.name} may not ${act.event.kind}.`);
    if (done && 'rehearsal' in done) [now, idle] = [done.rehearsal, 0];
    else idle++;
    if (act) did.push(act.event.kind);
    if (did.length > 500) throw new Error('They go on without end.');
  }
  return { rehearsal: now, at, did };
};

describe('a rehearsal', () => {
  it.each(['check-in', 'launch', 'recognition', 'welcome'])('RI42 of the %s: companions take turns, press, sign and respond, until it has ended, and are in no record', (name) => {
    const chance = seeded(5);
    const script = scriptNamed(name);
    let now = rehearse(script, me, ['One', 'Two', 'Three'], 1_000, chance);
    let at = 1_000;
    const mine = (event: RitualEvent): string => {
      const done = inRehearsal(now, { by: me, event }, at, chance);
      if ('rehearsal' in done) now = done.rehearsal;
      return 'rehearsal' in done ? 'done' : done.refusal.code;
    };
    const run = (): Run => now.run;
    for (const [step, { kind }] of script.steps.entries()) {
      expect(openStep(run())?.at).toBe(step);
      if (kind === 'recognition') expect(mine({ kind: 'recognise', to: now.here[1]?.id ?? me.id, why: 'For the list.' })).toBe('done');
      let waited = wait(now, at, chance);
      [now, at] = [waited.rehearsal, waited.at];
      if (kind === 'round') {
        // My own turn waits for me, however long it takes.
        expect(mine({ kind: 'take' })).toMatch(/done|yoursIsNow/);
        expect(mine({ kind: 'done' })).toBe('done');
        waited = wait(now, at, chance);
        [now, at] = [waited.rehearsal, waited.at];
        expect(openPart(run(), 'round')?.turns.every(({ state }) => state === 'spoken' || state === 'passed')).toBe(true);
      }
      if (kind === 'act') expect(openPart(run(), 'act')?.done.length).toBe(3);
      if (kind === 'pledge') expect(openPart(run(), 'pledge')?.signed.length).toBe(3);
      if (kind === 'recognition') expect(openPart(run(), 'recognition')?.given[0]?.cheers.length).toBe(2);
      expect(mine({ kind: 'next', from: step, leaving: [] })).toBe('done');
    }
    expect([run().phase.status, keptOf(run())?.people.map(({ name }) => name)]).toEqual(['ended', ['ANA']]);
  });
});
