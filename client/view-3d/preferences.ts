import { useMemo, useSyncExternalStore } from 'react';
import { useHearth } from '#client/app/context.tsx';
import { moodOf } from '#shared/mood/mood.rules.ts';
import { useSelected } from '#client/net/store.ts';
import { settings, type Settings } from '#client/settings/settings.ts';
import { usualComfort, type Comfort } from './camera/heading.ts';
import { areOutlined } from './outlines/outlines.rules.ts';
import type { MoodName } from './stage/moods.ts';
import type { Clarity } from './stage/stage.ts';

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

/** Whether nothing may sway or ease: by the device, by choice, or in quiet mode. */
export const useStill = (): boolean => {
  const isReduced = useMedia('(prefers-reduced-motion: reduce)');
  return useSelected(settings, ({ motion, quiet }) => quiet || motion === 'still') || isReduced;
};

const widens: Readonly<Record<Settings['fieldOfView'], number>> = { narrow: 0.85, usual: 1, wide: 1.25 };
const turnings: Readonly<Record<Settings['turning'], Comfort['turning']>> = {
  off: usualComfort.turning, usual: usualComfort.turning, gentle: { walk: 0.5, look: 1.2 }, quick: { walk: 1.6, look: 4 },
};

/** How the camera moves for this person. */
export const useComfort = (): Comfort => {
  const fieldOfView = useSelected(settings, (set) => set.fieldOfView);
  const turning = useSelected(settings, (set) => set.turning);
  return useMemo(() => ({ widen: widens[fieldOfView], turning: turnings[turning], follows: turning !== 'off' }), [fieldOfView, turning]);
};

/** What makes the picture easier to see for this person. */
export const useClarity = (): Clarity => {
  const prefersMore = useMedia('(prefers-contrast: more)');
  const forced = useMedia('(forced-colors: active)');
  const contrast = useSelected(settings, (set) => set.contrast);
  const chosen = useSelected(settings, (set) => set.outlines);
  const outlines = areOutlined(chosen, { contrast, prefersMore, forced });
  const text = useSelected(settings, (set) => Number(set.textSize) / 100);
  return useMemo(() => ({ outlines, text }), [outlines, text]);
};

/** How much is drawn: as much as stays smooth, or what was chosen. */
export const useQuality = (): Settings['quality'] => useSelected(settings, (set) => set.quality);
