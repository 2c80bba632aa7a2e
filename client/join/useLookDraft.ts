import { useState } from 'react';
import { randomLook } from '#shared/people/look.ts';
import type { Look, LookSlot } from '#shared/people/look.options.ts';

export interface LookDraft {
  readonly look: Look;
  readonly canUndo: boolean;
  readonly choose: (slot: LookSlot, id: string) => void;
  readonly surprise: () => void;
  readonly undo: () => void;
}

/** A look being made, with every earlier one kept for Undo. It starts by chance. */
export const useLookDraft = (chance: () => number): LookDraft => {
  const [looks, setLooks] = useState<readonly [Look, ...Look[]]>(() => [randomLook(chance)]);
  const [look, ...earlier] = looks;
  const put = (next: Look) => setLooks([next, look, ...earlier]);
  return {
    look,
    canUndo: earlier.length > 0,
    choose: (slot, id) => {
      if (look[slot] !== id) put({ ...look, [slot]: id });
    },
    // An aid is one's own choice: chance neither gives it nor takes it away.
    surprise: () => put({ ...randomLook(chance), hearing: look.hearing, moving: look.moving }),
    undo: () => {
      const [previous, ...rest] = earlier;
      if (previous) setLooks([previous, ...rest]);
    },
  };
};
