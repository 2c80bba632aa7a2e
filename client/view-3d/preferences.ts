import { useSyncExternalStore } from 'react';
import { useHearth } from '#client/app/context.tsx';
import { moodOf } from '#shared/mood/mood.rules.ts';
import { useSelected } from '#client/net/store.ts';
import { settings } from '#client/settings/settings.ts';
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

/** The room's own light, if somebody has given it one; else what goes with the page: evening where the reader wants it dark. */
export const useMood = (): MoodName => {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const theme = useSelected(settings, (set) => set.theme);
  const given = useHearth((state) => moodOf(state));
  if (given) return given;
  return (theme === 'system' ? isDark : theme === 'dark') ? 'evening' : 'day';
};

/** Whether nothing may sway or ease. */
export const useStill = (): boolean => {
  const isReduced = useMedia('(prefers-reduced-motion: reduce)');
  return useSelected(settings, ({ motion }) => motion) === 'still' || isReduced;
};
