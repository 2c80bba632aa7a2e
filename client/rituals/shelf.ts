import { useCallback, useEffect, useState } from 'react';
import type { Shelf } from '#shared/rituals/shelf.ts';
import { useHearth, useVisit, type Visit } from '#client/app/context.tsx';
import { isRecord } from '#client/app/shape.ts';
import { useRuns } from './useRitual.ts';

const isShelf = (given: unknown): given is Shelf => isRecord(given) && ['scripts', 'plans', 'wishes'].every((list) => Array.isArray(given[list]));

/** What is saved and planned, and what of it one is told of; `undefined` where nobody could be asked. */
export const askShelf = async ({ hearth }: Pick<Visit, 'hearth'>): Promise<Shelf | undefined> => {
  const answer = await hearth.request('ritual.shelf', {});
  return answer.accepted && 'reply' in answer && isShelf(answer.reply) ? answer.reply : undefined;
};

/** The same, asked again whenever another plan is there, or one may run rituals from now on; and when whoever reads it has changed something. */
export const useShelf = (): readonly [Shelf | undefined, () => Promise<void>] => {
  const visit = useVisit();
  const [shelf, setShelf] = useState<Shelf>();
  const planned = useHearth(({ facts }) => [...facts.plans].map(([id, { revision }]) => `${id} ${revision}`).join());
  const runs = useRuns();
  const again = useCallback(async (): Promise<void> => {
    const asked = await askShelf(visit);
    if (asked) setShelf(asked);
  }, [visit.hearth]);
  useEffect(() => void again(), [again, planned, runs]);
  return [shelf, again];
};
