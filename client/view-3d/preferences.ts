import { useSyncExternalStore } from 'react';
import type { MoodName } from './stage/moods.ts';

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );

/** The light that goes with the page's own: evening where the reader wants it dark. */
export const useMood = (): MoodName => (useMedia('(prefers-color-scheme: dark)') ? 'evening' : 'day');

/** Whether nothing may sway or ease. */
export const useStill = (): boolean => useMedia('(prefers-reduced-motion: reduce)');
