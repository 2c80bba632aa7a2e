import type { CueCategory } from '#shared/kernel/cue.ts';
import type { Manner } from '#shared/people/settings.ts';
import type { Settings } from './settings.ts';

/** Those that one can silence. One's own acts are always confirmed. */
export const categories = ['people', 'hands', 'gestures', 'chat', 'place', 'circles'] as const satisfies readonly CueCategory[];
export type Category = (typeof categories)[number];

type Heard = Pick<Settings, 'reach' | 'manners'>;
const all = (manner: Manner): Readonly<Record<Category, Manner>> => ({ people: manner, hands: manner, gestures: manner, chat: manner, place: manner, circles: manner });

/**
 * Three ways to hear a room (reference/accessibility.md §5 A3). Standard is how everybody begins: what happens beside one,
 * and nothing of the room's far corners (A5), for a newcomer must be able to tell what matters. Minimal leaves a sound for
 * messages, so that nobody who writes is missed.
 */
export const presets = {
  minimal: { reach: 'beside', manners: { ...all('off'), chat: 'sound' } },
  standard: { reach: 'beside', manners: all('both') },
  everything: { reach: 'room', manners: all('both') },
} as const satisfies Readonly<Record<string, Heard>>;
export type Preset = keyof typeof presets;
export const presetNames = Object.keys(presets) as readonly Preset[];

export const mannerIn = ({ manners }: Pick<Settings, 'manners'>, category: string): Manner => manners[category] ?? 'both';

/** Which of them somebody has; `own` for a mixture of theirs. */
export const presetOf = (heard: Heard): Preset | 'own' =>
  presetNames.find((name) => presets[name].reach === heard.reach && categories.every((category) => presets[name].manners[category] === mannerIn(heard, category))) ?? 'own';
