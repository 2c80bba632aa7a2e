import { useCallback } from 'react';
import { grant, type Permit } from '#shared/kernel/refusal.ts';
import { noMoment, runOf, settingIn } from '#shared/rituals/held.ts';
import { ritualCapabilityOf, ritualPermit, ritualRefusalKinds, type RitualCapabilityId, type RitualPayload } from '#shared/rituals/ritual.registry.ts';
import type { Setting } from '#shared/rituals/events.ts';
import type { Run } from '#shared/rituals/run.ts';
import { withTexts } from '#shared/rituals/texts.ts';
import { useHearth, useVisit, type Visit } from '#client/app/context.tsx';
import { refusalWords } from '#client/app/offers.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import type { Words } from '#client/app/words.ts';
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

const wordsOf = (words: Words, refusal: { readonly code: string; readonly values: Parameters<Words>[1] }): string => {
  const kind = ritualRefusalKinds.get(refusal.code);
  return kind ? words(kind.words, refusal.values ?? {}) : refusalWords(words, { code: refusal.code, values: refusal.values ?? {} });
};

/** Whether something may be done now, with this. */
const permitFor = ({ hearth }: Pick<Visit, 'hearth'>, id: RitualCapabilityId, payload: unknown): Permit => {
  const { actor, view } = hearth;
  if (!actor) return grant;
  const permit = ritualPermit(view, actor, id);
  return permit.granted ? (ritualCapabilityOf(id).accepts?.(view, actor, payload) ?? grant) : permit;
};

/** Why something cannot be done now, in words; and the doing of it, which says a refusal. */
export const useRitualActs = () => {
  const words = useWords();
  const visit = useVisit();
  const refusalOf = (id: RitualCapabilityId, payload: unknown): string | undefined => {
    const permit = permitFor(visit, id, payload);
    return permit.granted ? undefined : wordsOf(words, permit.refusal);
  };
  const perform = useCallback(async <Id extends RitualCapabilityId>(id: Id, payload: RitualPayload<Id>): Promise<boolean> => {
    const result = await visit.hearth.request(id, payload);
    if (!result.accepted) visit.tell(wordsOf(words, result.refusal));
    return result.accepted;
  }, [visit, words]);
  return { refusalOf, perform };
};
