import type { PlanSign } from '#shared/rituals/plan.state.ts';
import type { Coming } from '#shared/rituals/coming.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { sameContent } from '#client/net/store.ts';

/** A ritual that has a time, as a room shows it. */
export type Sign = Coming & Pick<PlanSign, 'minutes' | 'by'>;

/** All that have a time, the next one first. */
export const usePlans = (): readonly Sign[] => {
  const { layout } = useVisit().hearth;
  return useHearth(({ facts }) => [...facts.plans]
    .map(([id, { room, at, title, language, minutes, by }]) => ({ id, room, at, title, language, minutes, by, roomName: room === layout.id ? layout.name : (facts.elsewhere.get(room)?.name ?? room) }))
    .toSorted((a, b) => a.at - b.at), sameContent);
};
