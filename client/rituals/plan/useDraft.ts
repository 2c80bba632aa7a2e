import { useEffect, useRef, useState } from 'react';
import { addStep, changeKind, changeStep, duplicateStep, isSame, moveStep, placeFor, removeStep, type Draft, type DraftStep } from '#shared/rituals/plan.ts';
import type { StepKind } from '#shared/rituals/script.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { dropDraft, keepDraft, type KeptDraft, type Origin } from './kept.ts';
import { plan as say } from './plan.words.ts';

/** Enough for a plan that is turned upside down. */
const MOST_UNDONE = 50;

/** A script that is being changed: its steps, which of them is chosen, what can be taken back; each act is said, and leaves focus where one goes on. */
export const useDraft = ({ key, ...from }: KeptDraft, untouched: Draft | undefined, tell: (text: string) => void) => {
  const words = useWords();
  const [draft, setDraft] = useState(from.draft);
  const [origin, setOrigin] = useState<Origin>(from.origin);
  const [saved, setSaved] = useState(untouched);
  const [past, setPast] = useState<readonly Draft[]>([]);
  const [chosen, setChosen] = useState(0);
  const [adding, setAdding] = useState<StepKind>('round');
  const focusNext = useRef<string>(undefined);
  const isChanged = saved === undefined || !isSame(draft, saved);
  useEffect(() => (isChanged ? keepDraft({ key, draft, origin }) : dropDraft(key)), [key, draft, origin, isChanged]);
  useEffect(() => {
    const wanted = focusNext.current;
    focusNext.current = undefined;
    if (wanted !== undefined) document.querySelector<HTMLElement>(`[data-plan="${wanted}"] button, button[data-plan="${wanted}"]`)?.focus();
  }, [draft]);

  const nameOf = (at: number): string => draft.steps[at]?.name.trim() || words(say.unnamed);
  /** To the steps themselves: it can be taken back. */
  const turn = (next: Draft, at: number, said?: string, focus?: string): void => {
    if (next === draft) return;
    setPast([...past.slice(1 - MOST_UNDONE), draft]);
    focusNext.current = focus;
    setDraft(next);
    setChosen(at);
    if (said !== undefined) tell(said);
  };
  const of = draft.steps.length;
  return {
    draft, chosen, origin, isChanged, canUndo: past.length > 0,
    change: setDraft,
    choose: setChosen,
    changeStep: (change: Partial<Omit<DraftStep, 'key' | 'kind'>>): void => {
      const next = changeStep(draft, chosen, change);
      const lost = (draft.steps[chosen]?.charter.sections.length ?? 0) > (next.steps[chosen]?.charter.sections.length ?? 0);
      if (lost) turn(next, chosen);
      else setDraft(next);
    },
    changeKind: (kind: StepKind): void => turn(changeKind(draft, chosen, kind), chosen),
    acts: {
      adding,
      onAdding: setAdding,
      onChoose: setChosen,
      onMove: (at: number, by: number): void => turn(moveStep(draft, at, by), at + by, words(say.moved, { name: nameOf(at), step: at + by + 1, of }), by < 0 ? 'up' : 'down'),
      onDuplicate: (at: number): void => turn(duplicateStep(draft, at), at + 1, words(say.duplicated, { name: nameOf(at), step: at + 2, of: of + 1 }), `step ${at + 1}`),
      onRemove: (at: number): void => {
        const next = Math.max(0, Math.min(at, of - 2));
        turn(removeStep(draft, at), next, words(say.removed, { name: nameOf(at), of: of - 1 }), `step ${next}`);
      },
      onAdd: (kind: StepKind): void => {
        const at = placeFor(draft, chosen, kind);
        const name = words(say.kind, { kind });
        turn(addStep(draft, chosen, kind, { name, prompt: words(say.kindPrompt, { kind }) }), at, words(say.added, { name, step: at + 1, of: of + 1 }), `step ${at}`);
      },
      onUndo: (): void => {
        const before = past.at(-1);
        if (!before) return;
        setPast(past.slice(0, -1));
        setDraft(before);
        setChosen(Math.min(chosen, before.steps.length - 1));
        tell(words(say.undone, { of: before.steps.length }));
      },
    },
    /** From a file, in the place of all that is here. */
    take: (taken: Draft): void => turn(taken, 0),
    /** It is kept for all, as it is now. */
    kept: (as?: Origin): void => {
      setSaved(draft);
      if (as) setOrigin(as);
    },
    drop: (): void => dropDraft(key),
  };
};
export type Editing = ReturnType<typeof useDraft>;
