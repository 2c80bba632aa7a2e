import { useState } from 'react';
import { rawOf } from '#shared/rituals/plan.ts';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { askShelf } from '../shelf.ts';
import { useRitualActs } from '../useRitual.ts';
import type { Editing } from './useDraft.ts';

/** Saves what is changed: in the place of what it began as, or as a new script. */
export const useSaving = ({ draft, origin, kept }: Editing) => {
  const words = useWords();
  const visit = useVisit();
  const { perform } = useRitualActs();
  const [isBusy, setBusy] = useState(false);

  const asNew = async (over: { readonly id: string; readonly revision: number } | null): Promise<boolean> => {
    const script = rawOf(draft);
    if (!(await perform('ritual.save', { script, over }))) return false;
    const me = visit.hearth.actor?.id;
    // What was saved last is what one has saved now: it is changed further under its own id.
    const saved = (await askShelf(visit))?.scripts.find((one) => one.by === me && (over === null || one.id === over.id));
    kept(saved && { kind: 'saved', id: saved.id, revision: saved.revision });
    return true;
  };
  const planned = async (id: string, revision: number): Promise<boolean> => {
    const plan = (await askShelf(visit))?.plans.find((one) => one.id === id);
    if (!(await perform('ritual.reschedule', { plan: id, revision, room: plan?.room ?? visit.hearth.layout.id, at: plan?.at ?? 0, script: rawOf(draft) }))) return false;
    kept({ kind: 'planned', id, revision: revision + 1 });
    return true;
  };
  return {
    busy: isBusy ? words(page.loading) : undefined,
    save: async (anew: boolean): Promise<boolean> => {
      setBusy(true);
      try {
        if (anew || origin.kind === 'new') return await asNew(null);
        return await (origin.kind === 'planned' ? planned(origin.id, origin.revision) : asNew(origin));
      } finally {
        setBusy(false);
      }
    },
  };
};
