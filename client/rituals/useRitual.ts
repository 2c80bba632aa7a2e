import { useCallback, useContext } from 'react';
import { grant, type Permit } from '#shared/kernel/refusal.ts';
import { comerOf, noMoment, runOf, settingIn } from '#shared/rituals/held.ts';
import { ritualCapabilityOf, ritualPermit, ritualRefusalKinds, type RitualCapabilityId, type RitualPayload } from '#shared/rituals/ritual.registry.ts';
import type { Setting } from '#shared/rituals/events.ts';
import type { Run } from '#shared/rituals/run.ts';
import { withTexts } from '#shared/rituals/texts.ts';
import { useHearth, useVisit, type Visit } from '#client/app/context.tsx';
import { refusalWords } from '#client/app/offers.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import type { Words } from '#client/app/words.ts';
import { RehearsalContext, type RitualActs } from './rehearsal/context.ts';
import { useTexts } from './texts.ts';

/** A ritual as the page reads it now: the run, who is here, and who one is. */
export interface Rite {
  readonly run: Run;
  readonly setting: Setting;
}

/** The run of this room; `undefined` where there is none. */
export const useRitual = (): Rite | undefined => {
  const { hearth } = useVisit();
  // What it depends on, as one text: a mirror of the state is the same object when it has changed.
  useHearth(({ facts }) => [facts.ritual.get('seal'), [...facts.people].map(([id, { name, callMe, standing, duties }]) => [id, name, callMe, standing, duties].join()), [...facts.hands.keys()], [...facts.seats]].join('|'));
  const { actor } = hearth;
  const texts = useTexts();
  const run = runOf(hearth.view);
  return run && actor ? { run: withTexts(run, (key) => texts.get(key)), setting: settingIn(hearth.view, actor, noMoment) } : undefined;
};

/** Whether one may run rituals. */
export const useRuns = (): boolean => {
  const { hearth } = useVisit();
  useHearth(({ you, facts }) => you && [facts.people.get(you)?.standing, facts.people.get(you)?.duties].join());
  const { actor } = hearth;
  return actor !== undefined && comerOf(hearth.view, actor.id).rank === 'runs';
};

export const permitWords = (words: Words, permit: Permit): string | undefined => (permit.granted ? undefined : refusalWords(words, permit.refusal, ritualRefusalKinds));

/** Whether something may be done now, with this. */
const permitFor = ({ hearth }: Pick<Visit, 'hearth'>, id: RitualCapabilityId, payload: unknown): Permit => {
  const { actor, view } = hearth;
  if (!actor) return grant;
  const permit = ritualPermit(view, actor, id);
  return permit.granted ? (ritualCapabilityOf(id).accepts?.(view, actor, payload) ?? grant) : permit;
};

/** Why something cannot be done now, in words; and the doing of it, which says a refusal. */
export const useRitualActs = (): RitualActs => {
  const rehearsed = useContext(RehearsalContext);
  const words = useWords();
  const visit = useVisit();
  const refusalOf = (id: RitualCapabilityId, payload: unknown): string | undefined => permitWords(words, permitFor(visit, id, payload));
  /** The same, whatever it would be done with. */
  const permitOf = (id: RitualCapabilityId): string | undefined => {
    const { actor, view } = visit.hearth;
    return actor && permitWords(words, ritualPermit(view, actor, id));
  };
  const perform = useCallback(async <Id extends RitualCapabilityId>(id: Id, payload: RitualPayload<Id>): Promise<boolean> => {
    const result = await visit.hearth.request(id, payload);
    if (!result.accepted) visit.tell(refusalWords(words, result.refusal, ritualRefusalKinds));
    return result.accepted;
  }, [visit, words]);
  return rehearsed ?? { refusalOf, permitOf, perform };
};
