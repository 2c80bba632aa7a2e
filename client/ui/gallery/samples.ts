import { lookBag } from '#shared/people/look.chance.ts';
import { defaultLook } from '#shared/people/look.ts';
import type { Look } from '#shared/people/look.options.ts';

/** Chance that a picture can be taken of twice. */
export const chanceFrom = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const draw = lookBag(chanceFrom(11));
/** Strangers, with every kind of aid among them. */
export const strangers: readonly Look[] = Array.from({ length: 30 }, (_, at) => ({
  ...draw(),
  ...(at % 5 === 1 ? { moving: 'wheelchair' as const } : {}),
  ...(at % 5 === 3 ? { moving: (['cane', 'crutches', 'whiteCane'] as const)[at % 3] ?? 'cane' } : {}),
  ...(at % 4 === 2 ? { hearing: at % 8 === 2 ? 'aids' as const : 'implants' as const, hearingSide: (['both', 'left', 'right'] as const)[at % 3] ?? 'both' } : {}),
}));

export const sample: Look = {
  ...defaultLook, skin: 'golden', hair: 'bob', hairColour: 'veryDarkBrown', glasses: 'round', top: 'turquoise', accent: 'plum', lowerColour: 'navy',
};
