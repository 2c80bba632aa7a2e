import type { CueKind } from '#shared/kernel/cue.ts';
import type { Category, Manner, Settings } from './settings.ts';

const deepest = { direct: 1, beside: 2, everything: 3 } as const satisfies Record<Settings['depth'], number>;

/**
 * How somebody else's act is perceived as it happens. What concerns safety, the connection or oneself (priority 0 and 1)
 * cannot be silenced (reference/accessibility.md §5 A6).
 */
export const mannerOf = (kind: Pick<CueKind, 'category' | 'priority'>, { depth, manners }: Pick<Settings, 'depth' | 'manners'>): Manner => {
  if (kind.priority <= 1) return 'both';
  if (kind.priority > deepest[depth]) return 'off';
  return manners[kind.category satisfies Category | 'own'] ?? 'both';
};

export const isSpoken = (manner: Manner): boolean => manner === 'both' || manner === 'speech';
export const isSounded = (manner: Manner): boolean => manner === 'both' || manner === 'sound';
