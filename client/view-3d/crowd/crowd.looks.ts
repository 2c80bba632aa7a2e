import { lookSlots, type ColourChoice, type Look, type LookValue } from '#shared/people/look.options.ts';
import { rgb, type Rgb } from '../geometry/colour.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { paintSlot, type PaintSlot } from './parts.ts';

/** The kinds of instanced part that people are made of. */
export type PartKind = 'body' | 'shell' | 'ball' | 'drape' | 'hood' | 'brim' | 'glasses' | 'hearingAids' | 'wheelchair' | 'cane';

/** One instance of a part: where on the body, how big, how tilted, in which of the person's colours (its own if 0). */
export interface WornPart {
  readonly kind: PartKind;
  readonly at: Vec3;
  readonly size: Vec3;
  readonly tilt: number;
  readonly slot: number;
}

const one: Vec3 = [1, 1, 1];
const worn = (kind: PartKind, at: Vec3 = [0, 0, 0], size: Vec3 = one, slot: PaintSlot | undefined = undefined, tilt = 0): WornPart => ({
  kind, at, size, tilt, slot: slot === undefined ? 0 : paintSlot[slot],
});
const ball = (at: Vec3, size: Vec3, slot: PaintSlot = 'hair'): WornPart => worn('ball', at, size, slot);
const shell = (slot: PaintSlot = 'hair', size: Vec3 = one, y = 1.29): WornPart => worn('shell', [0, y, 0], size, slot);
const drape = (length: number, width: number): WornPart => worn('drape', [0, 1.36, 0], [width, length, width], 'hair');
const locs: readonly WornPart[] = Array.from({ length: 6 }, (_, i) => {
  const turn = Math.PI * (1.12 + (0.76 * i) / 5);
  return ball([Math.cos(turn) * 0.215, 1.14, Math.sin(turn) * 0.2 - 0.02], [0.05, 0.2, 0.05]);
});

type Hair = LookValue<'hair'>;
const hair: Readonly<Record<Hair, readonly WornPart[]>> = {
  none: [],
  short: [shell(), ball([0.02, 1.475, 0.1], [0.155, 0.075, 0.1])],
  afro: [shell(), ball([0, 1.43, -0.085], [0.325, 0.29, 0.285])],
  puffs: [shell(), ball([0.2, 1.47, -0.06], [0.13, 0.13, 0.13]), ball([-0.2, 1.47, -0.06], [0.13, 0.13, 0.13])],
  bob: [shell(), drape(0.66, 1.05)],
  bun: [shell(), ball([0, 1.575, -0.07], [0.105, 0.1, 0.105])],
  longStraight: [shell(), drape(1.05, 1.02)],
  locs: [shell('hair', [1.03, 1.03, 1.03]), ...locs],
};
/** What of the hair shows below a cap or hat. */
const hairBelowHat: Readonly<Record<Hair, readonly WornPart[]>> = {
  ...hair,
  short: [shell()],
  afro: [shell(), ball([0, 1.2, -0.09], [0.3, 0.17, 0.25])],
  puffs: [shell(), ball([0.24, 1.24, -0.07], [0.11, 0.11, 0.11]), ball([-0.24, 1.24, -0.07], [0.11, 0.11, 0.11])],
  bun: [shell(), ball([0, 1.24, -0.26], [0.095, 0.09, 0.09])],
};

const headgear: Readonly<Record<LookValue<'headwear'>, (look: Look) => readonly WornPart[]>> = {
  none: (look) => hair[look.hair],
  hijab: () => [worn('hood', [0, 1.29, 0])],
  headscarf: () => [shell('accent', [1.03, 1.02, 1.03]), ball([0, 1.34, -0.25], [0.07, 0.06, 0.06], 'accent'), ball([0.03, 1.24, -0.27], [0.05, 0.1, 0.03], 'accent')],
  turban: () => [shell('accent', [1.02, 1, 1.02]), ball([0.02, 1.465, -0.01], [0.265, 0.125, 0.262], 'accent'), ball([-0.03, 1.555, -0.02], [0.17, 0.09, 0.17], 'accent')],
  cap: (look) => [...hairBelowHat[look.hair], shell('accent', [1.06, 0.88, 1.06], 1.345), worn('brim', [0, 1.425, 0.235], [0.15, 0.28, 0.13], 'accent', 0.12)],
  sunHat: (look) => [...hairBelowHat[look.hair], shell('accent', [1.05, 0.98, 1.05], 1.34), worn('brim', [0, 1.415, -0.01], [0.4, 0.4, 0.38], 'accent', -0.05)],
};

/** Every instanced part that a look is drawn with. */
export const partsOf = (look: Look): WornPart[] => {
  const parts = [worn('body'), ...headgear[look.headwear](look)];
  if (look.glasses === 'round') parts.push(worn('glasses'));
  if (look.hearing === 'aids') parts.push(worn('hearingAids'));
  if (look.moving === 'wheelchair') parts.push(worn('wheelchair'));
  if (look.moving === 'cane') parts.push(worn('cane'));
  return parts;
};

const heights: Readonly<Record<LookValue<'height'>, number>> = { medium: 1, shorter: 0.93, taller: 1.07 };
const widths: Readonly<Record<LookValue<'build'>, number>> = { medium: 1.03, narrow: 0.92, broad: 1.18 };
const skirts: Readonly<Record<LookValue<'lower'>, number>> = { trousers: 0, skirt: 1, longSkirt: 2 };
/** Where along the arm, from 0, the sleeve ends. */
const sleeveEnds: Readonly<Record<LookValue<'sleeves'>, number>> = { long: 2, short: 0.475 };
const shoes = ['#3a2a28', '#f1e6d2', '#8a3f34', '#2f3b57'] as const;

const colourOf = (choices: readonly ColourChoice[], id: string): Rgb => rgb((choices.find((choice) => choice.id === id) ?? choices[0])?.hex ?? '#808080');

export const heightOf = (look: Look): number => heights[look.height];

/** Texels of the looks texture that one person takes. */
export const lookTexels = 6;

/** A look as the shader reads it: colours in rgb, one measure in each alpha. `seed` in [0, 1) tells people apart. */
export const encodeLook = (look: Look, seed: number): number[] => [
  ...colourOf(lookSlots.skin, look.skin), heights[look.height],
  ...colourOf(lookSlots.top, look.top), widths[look.build],
  ...colourOf(lookSlots.lowerColour, look.lowerColour), skirts[look.lower],
  ...colourOf(lookSlots.hairColour, look.hairColour), sleeveEnds[look.sleeves],
  ...colourOf(lookSlots.accent, look.accent), seed,
  look.moving === 'wheelchair' ? 1 : 0, ...rgb(shoes[Math.floor(seed * shoes.length)] ?? shoes[0]),
];
