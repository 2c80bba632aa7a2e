import type { Settings } from '#client/settings/settings.ts';

/** What the device and the person ask for that bears on outlines. */
export interface AskedContrast {
  /** The person's own choice of contrast. */
  readonly contrast: Settings['contrast'];
  /** `prefers-contrast: more`. */
  readonly prefersMore: boolean;
  /** `forced-colors: active`. */
  readonly forced: boolean;
}

/** Whether people get clear outlines: as chosen, else for whoever asks for more contrast. */
export const areOutlined = (chosen: Settings['outlines'], { contrast, prefersMore, forced }: AskedContrast): boolean =>
  chosen === 'automatic' ? contrast === 'more' || prefersMore || forced : chosen === 'on';

/** The two lines, from the person outwards (reference/look.md §2). */
export const lines = { dark: '#2a1d24', light: '#fff4e2' } as const;
/** How wide each of them is, in CSS pixels. */
export const lineWidth = 2;

/** The mark of everything that is nobody. */
export const unmarked = 255;

/**
 * What tells people apart in the picture's alpha: 1 for the nearest, and so on; those beyond the 253 nearest share one.
 * `away` are their distances, in any order.
 */
export const marksOf = (away: readonly number[]): number[] => {
  const marks = new Array<number>(away.length).fill(unmarked);
  const nearestFirst = away.map((_, i) => i).sort((a, b) => (away[a] ?? 0) - (away[b] ?? 0));
  for (const [place, i] of nearestFirst.entries()) marks[i] = Math.min(place + 1, unmarked - 2);
  return marks;
};
