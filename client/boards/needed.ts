import { useState } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import { boards as say } from './boards.words.ts';
import { useBoard } from './visit.ts';

export interface Needed {
  /** What the field says where it was sent empty, until something is written. */
  readonly error: string | undefined;
  /** Whether something is written. Where nothing is, that is said, and focus is in the field: a press that does nothing leaves one alone. */
  isThere(): boolean;
}

/** A field that must not be empty. */
export const useNeeded = (value: string): Needed => {
  const words = useWords();
  const visit = useBoard();
  const [wasSent, setSent] = useState(false);
  const isEmpty = value.trim() === '';
  const error = words(say.nothingWritten);
  return {
    error: wasSent && isEmpty ? error : undefined,
    isThere: () => {
      setSent(isEmpty);
      if (!isEmpty) return true;
      visit.announce(error);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus());
      return false;
    },
  };
};
