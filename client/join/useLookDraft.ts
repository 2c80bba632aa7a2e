import { useState } from 'react';
import { lookBag } from '#shared/people/look.chance.ts';
import type { Look, LookSlot } from '#shared/people/look.options.ts';

export interface LookDraft {
  readonly look: Look;
  readonly canUndo: boolean;
  readonly choose: (slot: LookSlot, id: string) => void;
  readonly surprise: () => void;
  readonly undo: () => void;
}

/** A look being made, with every earlier one kept for Undo. It starts with `from`, else by chance. */
export const useLookDraft = (chance: () => number, from?: Look): LookDraft => {
  // One bag, so that surprises in a row are not alike.
  const [draw] = useState(() => lookBag(chance));
  const [looks, setLooks] = useState<readonly [Look, ...Look[]]>(() => [from ?? draw()]);
  const [look, ...earlier] = looks;
  const put = (next: Look) => setLooks([next, look, ...earlier]);
  return {
    look,
    canUndo: earlier.length > 0,
    choose: (slot, id) => {
      if (look[slot] !== id) put({ ...look, [slot]: id });
    },
    // An aid is one's own choice, and so is what others hear: chance neither gives nor takes them.
    surprise: () => {
      const { hearing, hearingSide, moving, aidColour, heard } = look;
      put({ ...draw(), hearing, hearingSide, moving, aidColour, heard });
    },
    undo: () => {
      const [previous, ...rest] = earlier;
      if (previous) setLooks([previous, ...rest]);
    },
  };
};
