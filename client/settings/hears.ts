import type { CueKind } from '#shared/kernel/cue.ts';
import type { Manner } from '#shared/people/settings.ts';
import { mannerIn } from './presets.ts';
import type { Settings } from './settings.ts';

/**
 * How somebody else's act is perceived as it happens. What concerns safety, the connection or oneself (priority 0 and 1)
 * cannot be silenced (reference/accessibility.md §5 A6); quiet mode leaves that alone.
 */
export const mannerOf = ({ category, priority }: Pick<CueKind, 'category' | 'priority'>, heard: Pick<Settings, 'reach' | 'manners' | 'quiet'>): Manner => {
  if (priority <= 1) return 'both';
  if (heard.quiet || (priority === 3 && heard.reach === 'beside')) return 'off';
  return mannerIn(heard, category);
};

export const isSpoken = (manner: Manner): boolean => manner === 'both' || manner === 'speech';
export const isSounded = (manner: Manner): boolean => manner === 'both' || manner === 'sound';
