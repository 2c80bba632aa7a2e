/** What is kept of rituals beyond rooms and runs, on every database that Hearth runs on. */
import { describe, expect, it } from 'vitest';
import type { Effect } from '#shared/kernel/effect.ts';
import { scriptOf, stepOf } from '#test/support/ritual.ts';
import { databases, openEach } from './databases.ts';
import { ana, ben, fact, NOON } from './kept.ts';

const kept = (id: string, revision = 1) => ({ id, revision, script: scriptOf(stepOf('round')), by: ana, byName: 'Ana', changedAt: NOON });
const plan = (id: string, at = NOON, revision = 1) => ({ ...kept(id, revision), room: 'commons', at });
const wish = (of: string, person: typeof ana, on = true): Effect => ({ kind: 'wish', plan: of, person, on });

describe.each(databases('what is kept of rituals (test/storage/calendar.test.ts)'))('$name', (database) => {
  const here = openEach(database);
  const commit = (...effects: readonly Effect[]): Promise<void> => here.storage.commit([fact({ effects })]);

  describe('the calendar', () => {
    it('RI30 RI33 RI34 holds scripts, times and wishes as they were stored last, over a restart', async () => {
      expect(await here.storage.calendar()).toEqual({ scripts: [], plans: [], wishes: [], unread: [] });
      await commit({ kind: 'script', script: kept('s1'), before: undefined }, { kind: 'script', script: kept('s2'), before: undefined }, { kind: 'plan', plan: plan('p1'), before: undefined }, { kind: 'plan', plan: plan('p2', NOON + 5), before: undefined });
      await commit(wish('p1', ana), wish('p1', ana), wish('p1', ben), wish('p2', ben), wish('p2', ana), wish('p2', ana, false));
      await commit({ kind: 'script', script: kept('s1', 2), before: kept('s1') }, { kind: 'scriptRemoved', script: kept('s2') }, { kind: 'plan', plan: plan('p1', NOON + 9, 2), before: plan('p1') });
      await here.restart();
      const { wishes, ...rest } = await here.storage.calendar();
      expect(rest).toEqual({ scripts: [kept('s1', 2)], plans: expect.toSatisfy((plans: readonly { id: string }[]) => plans.length === 2) as unknown, unread: [] });
      expect(rest.plans.toSorted((a, b) => a.at - b.at)).toEqual([plan('p2', NOON + 5), plan('p1', NOON + 9, 2)]);
      expect(wishes.map(({ plan: of, person }) => `${of} ${person}`).toSorted()).toEqual(['p1 ana', 'p1 ben', 'p2 ben']);
      await commit({ kind: 'planRemoved', plan: plan('p1') });
      expect([(await here.storage.calendar()).plans.map(({ id }) => id), (await here.storage.calendar()).wishes]).toEqual([['p2'], [{ plan: 'p2', person: ben }]]);
      // What is gone is not brought back by a change of it.
      await commit({ kind: 'plan', plan: plan('p1', NOON + 10, 3), before: plan('p1', NOON + 9, 2) }, { kind: 'script', script: kept('s2', 2), before: kept('s2') });
      await here.storage.forgetPlans(NOON + 6);
      expect(await here.storage.calendar()).toEqual({ scripts: [kept('s1', 2)], plans: [], wishes: [], unread: [] });
    });
  });
});
