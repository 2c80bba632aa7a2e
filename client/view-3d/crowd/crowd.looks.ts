import { lookSlots, type Choice, type ColourChoice, type Look, type LookValue } from '#shared/people/look.options.ts';
import { rgb, type Rgb } from '../geometry/colour.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { paintSlot, type PaintSlot } from './parts.ts';

/** The kinds of instanced part that people are made of. */
export type PartKind =
  | 'body' | 'skirt' | 'shell' | 'dome' | 'ball' | 'drape' | 'strand' | 'hood' | 'brim' | 'glasses' | 'squareGlasses' | 'hearingAid' | 'wheelchair' | 'cane' | 'stick';

/** One instance of a part: where on the body, how big, how tilted, in which of the person's colours (its own if 0). */
export interface WornPart {
  readonly kind: PartKind;
  readonly at: Vec3;
  readonly size: Vec3;
  readonly tilt: number;
  readonly slot: number;
  /** Too small to be seen from far, or standing for several that are. */
  readonly only?: 'near' | 'far' | undefined;
}

const one: Vec3 = [1, 1, 1];
const worn = (kind: PartKind, at: Vec3 = [0, 0, 0], size: Vec3 = one, slot: PaintSlot | undefined = undefined, tilt = 0): WornPart => ({
  kind, at, size, tilt, slot: slot === undefined ? 0 : paintSlot[slot],
});
const near = (part: WornPart): WornPart => ({ ...part, only: 'near' });
const far = (part: WornPart): WornPart => ({ ...part, only: 'far' });
const ball = (at: Vec3, size: Vec3, slot: PaintSlot = 'hair', tilt = 0): WornPart => worn('ball', at, size, slot, tilt);
const shell = (slot: PaintSlot = 'hair', size: Vec3 = one, y = 1.29, z = 0, tilt = 0): WornPart => worn('shell', [0, y, z], size, slot, tilt);
const drape = (length: number, width: number): WornPart => worn('drape', [0, 1.36, 0], [width, length, width], 'hair');
/** A strand hangs from its place; its length is the height of `size`. */
const strand = (at: Vec3, size: Vec3, slot: PaintSlot = 'hair', tilt = 0): WornPart => worn('strand', at, size, slot, tilt);
const band = (y: number, z: number, radius: number, high: number, slot: PaintSlot = 'accent', tilt = 0): WornPart => worn('brim', [0, y, z], [radius, high, radius], slot, tilt);

/** The crown of a hat, open below; its height is that of `size`. */
const dome = (y: number, size: Vec3, z = -0.01, tilt = 0): WornPart => worn('dome', [0, y, z], size, 'accent', tilt);

/** Round the back of the head, from ear to ear. */
const around = (count: number, radius: number, place: (x: number, z: number, i: number) => WornPart): readonly WornPart[] =>
  Array.from({ length: count }, (_, i) => {
    const turn = Math.PI * (1.1 + (0.8 * i) / (count - 1));
    return place(Math.cos(turn) * radius, Math.sin(turn) * radius - 0.01, i);
  });
const locs = [...around(8, 0.222, (x, z, i) => near(strand([x, 1.36, z], [0.042, i % 2 ? 0.4 : 0.34, 0.042]))), far(drape(0.9, 1.04))];
const waves = [
  ...around(7, 0.205, (x, z, i) => near(strand([x, 1.32, z], [0.085, i % 2 ? 0.44 : 0.5, 0.075]))),
  ...[1, -1].map((side) => near(strand([side * 0.205, 1.36, 0.075], [0.06, 0.5, 0.055]))),
];
const curls = ([[0, 1.5, 0.12, 0.1], [0.13, 1.47, 0.1, 0.095], [-0.13, 1.47, 0.1, 0.095], [0.2, 1.41, 0.0, 0.095], [-0.2, 1.41, 0.0, 0.095], [0.1, 1.53, -0.04, 0.11], [-0.1, 1.53, -0.04, 0.11], [0.17, 1.42, -0.14, 0.11], [-0.17, 1.42, -0.14, 0.11], [0, 1.45, -0.18, 0.12]] as const)
  .map(([x, y, z, r]) => near(ball([x, y, z], [r, r, r])));
const plait = [0, 1, 2, 3, 4] as const;
const braids = [1, -1].flatMap((side) => [
  ...plait.map((at) => near(ball([side * 0.208, 1.2 - at * 0.085, 0.075 + at * 0.006], [0.056 - at * 0.003, 0.062, 0.05], 'hair', at % 2 ? 0.5 : -0.5))),
  far(ball([side * 0.208, 1.04, 0.085], [0.055, 0.22, 0.05])),
]);

type Hair = LookValue<'hair'>;
const hair: Readonly<Record<Hair, readonly WornPart[]>> = {
  none: [],
  cropped: [shell('cropped', [0.96, 0.965, 0.96], 1.29, 0.01)],
  short: [shell(), ball([0.02, 1.475, 0.1], [0.155, 0.075, 0.1])],
  sideParting: [shell(), ball([-0.055, 1.478, 0.07], [0.175, 0.085, 0.145])],
  curly: [shell('hair', [1.03, 1.02, 1.03]), ...curls, far(ball([0, 1.46, -0.03], [0.27, 0.17, 0.24]))],
  afro: [shell(), ball([0, 1.43, -0.085], [0.325, 0.29, 0.285])],
  puffs: [shell(), ball([0.2, 1.47, -0.06], [0.13, 0.13, 0.13]), ball([-0.2, 1.47, -0.06], [0.13, 0.13, 0.13])],
  bob: [shell(), drape(0.66, 1.05)],
  bun: [shell(), ball([0, 1.575, -0.07], [0.105, 0.1, 0.105])],
  longStraight: [shell(), drape(1.05, 1.02)],
  longWavy: [shell('hair', [1.03, 1.02, 1.03]), drape(0.85, 1.02), ...waves],
  braids: [shell('hair', [1.01, 1, 1.01]), ...braids],
  locs: [shell('hair', [1.03, 1.03, 1.03]), ...locs],
};
/** What of the hair shows below a cap or hat. */
const hairBelowHat: Readonly<Record<Hair, readonly WornPart[]>> = {
  ...hair,
  short: [shell()],
  sideParting: [shell('hair', [0.99, 1, 0.99])],
  curly: [shell(), ...[1, -1].flatMap((side) => [near(ball([side * 0.205, 1.3, -0.03], [0.075, 0.1, 0.1])), near(ball([side * 0.15, 1.24, -0.15], [0.1, 0.1, 0.09]))])],
  afro: [shell(), ball([0, 1.2, -0.09], [0.3, 0.17, 0.25])],
  puffs: [shell(), ball([0.24, 1.2, -0.06], [0.105, 0.105, 0.105]), ball([-0.24, 1.2, -0.06], [0.105, 0.105, 0.105])],
  bun: [shell(), ball([0, 1.2, -0.25], [0.1, 0.095, 0.085])],
};
/** How wide a band is that lies on the head, or on little hair. */
const bandAround: Partial<Readonly<Record<Hair, number>>> = { none: 0.203, cropped: 0.218 };

/** A kippah lies on the hair, however high that stands. */
const kippahAt: Partial<Readonly<Record<Hair, readonly [y: number, z: number]>>> = { none: [1.462, -0.05], cropped: [1.474, -0.052], afro: [1.672, -0.15], curly: [1.555, -0.06] };
const kippah = ({ hair: style }: Look): readonly WornPart[] => {
  const [y, z] = kippahAt[style] ?? [1.492, -0.062];
  return [...(style === 'bun' || style === 'puffs' ? hairBelowHat : hair)[style], dome(y, [0.135, 0.07, 0.135], z, -0.25)];
};

const headgear: Readonly<Record<LookValue<'headwear'>, (look: Look) => readonly WornPart[]>> = {
  none: (look) => hair[look.hair],
  hijab: () => [worn('hood', [0, 1.29, 0])],
  headscarf: () => [
    shell('accent', [1.03, 1.02, 1.03]),
    ball([0.225, 1.235, -0.085], [0.065, 0.06, 0.06], 'accent'),
    ball([0.238, 1.105, -0.085], [0.062, 0.14, 0.026], 'accent', -0.12), near(ball([0.205, 1.12, -0.13], [0.055, 0.12, 0.026], 'accent', 0.25)),
  ],
  turban: () => [shell('accent', [1.04, 1.02, 1.04]), ball([0.02, 1.465, -0.01], [0.265, 0.125, 0.262], 'accent'), ball([-0.03, 1.555, -0.02], [0.17, 0.09, 0.17], 'accent')],
  cap: (look) => [...hairBelowHat[look.hair], dome(1.385, [0.249, 0.2, 0.252]), worn('brim', [0, 1.402, 0.195], [0.185, 0.3, 0.14], 'accent', 0.08)],
  sunHat: (look) => [...hairBelowHat[look.hair], dome(1.415, [0.242, 0.185, 0.244]), worn('brim', [0, 1.405, -0.01], [0.42, 0.4, 0.4], 'accent', -0.05)],
  kippah,
  beanie: (look) => [...hairBelowHat[look.hair], dome(1.385, [0.25, 0.215, 0.252]), band(1.372, -0.01, 0.258, 0.85)],
  headband: (look) => [...hair[look.hair], band(1.385, -0.01, bandAround[look.hair] ?? 0.231, 0.5, 'accent', -0.1)],
};

/** How far out hair pushes what is worn at the ear. */
const earOut: Partial<Readonly<Record<Hair, number>>> = { afro: 0.285, bob: 0.252, longStraight: 0.25, longWavy: 0.262, curly: 0.25, locs: 0.25, braids: 0.245 };
const overEars: ReadonlySet<string> = new Set(['turban', 'headscarf']);

/** A hearing aid is a loop behind the ear; an implant is one, and a coil on the head above it. */
const hearing = (look: Look): WornPart[] => {
  if (look.hearing === 'none' || look.headwear === 'hijab') return [];
  const out = overEars.has(look.headwear) ? 0.246 : earOut[look.hair] ?? 0.232;
  // The person faces +z, so their left is +x.
  const sides = look.hearingSide === 'both' ? [1, -1] : [look.hearingSide === 'left' ? 1 : -1];
  return sides.flatMap((side) => [
    worn('hearingAid', [side * out, 1.295, -0.015]),
    ...(look.hearing === 'implants' ? [near(ball([side * (out - 0.022), 1.4, -0.075], [0.026, 0.06, 0.06], 'aid')), near(ball([side * (out - 0.004), 1.404, -0.075], [0.018, 0.024, 0.024], 'white'))] : []),
  ]);
};

const waist = 0.553;
const cloth = (slot: PaintSlot, long: number, width: number): WornPart => worn('skirt', [0, waist, 0], [width, long, width], slot);
/** Cloth over the legs: of a skirt, of a dress, and the hem of a tunic over either. */
const skirts = ({ garment, lower }: Look): WornPart[] => {
  if (garment === 'dress') return [cloth('top', lower === 'longSkirt' ? 0.5 : 0.33, lower === 'longSkirt' ? 1.06 : 1.02)];
  const skirt = lower === 'trousers' ? [] : [cloth('lower', lower === 'longSkirt' ? 0.505 : 0.32, lower === 'longSkirt' ? 1.05 : 1)];
  return garment === 'tunic' ? [...skirt, cloth('top', 0.17, lower === 'trousers' ? 0.86 : 1.07)] : skirt;
};

/** A hood lies behind the neck. */
const hoods = ({ garment }: Look): WornPart[] => (garment === 'hoodie' ? [ball([0, 1.02, -0.125], [0.165, 0.085, 0.1], 'topShade')] : []);

/** Two crutches: shaft, grip and cuff. */
const crutches = [1, -1].flatMap((side) => [
  worn('stick', [side * 0.3, 0.01, 0.1], [1, 0.8, 1], 'aid', -0.03),
  near(worn('stick', [side * 0.3, 0.575, 0.075], [1.15, 0.13, 1.15], 'dark', Math.PI / 2)),
  near(worn('stick', [side * 0.288, 0.775, 0.07], [3.3, 0.045, 3.3], 'dark', -0.03)),
  near(worn('stick', [side * 0.3, 0, 0.1], [1.7, 0.04, 1.7], 'dark')),
]);
/** Long, white, with a red end, from the right hand to the ground ahead. */
const whiteCane = [
  worn('stick', [-0.25, 0.02, 0.86], [0.8, 0.9, 0.8], 'white', -0.76),
  worn('stick', [-0.25, 0.015, 0.865], [0.95, 0.2, 0.95], 'red', -0.76),
  near(worn('stick', [-0.25, 0.6, 0.31], [1.05, 0.17, 1.05], 'dark', -0.76)),
];
const aids: Readonly<Record<LookValue<'moving'>, readonly WornPart[]>> = { none: [], wheelchair: [worn('wheelchair')], cane: [worn('cane')], crutches, whiteCane };

/** Locks that hang from the cheeks to a point below the chin; the lips stay free. */
const fullBeard = [
  ...[1, -1].flatMap((side) => [
    near(ball([side * 0.125, 1.145, 0.085], [0.07, 0.095, 0.1], 'hair', 0.3)),
    near(ball([side * 0.062, 1.075, 0.125], [0.068, 0.1, 0.085], 'hair', 0.25)),
  ]),
  near(ball([0, 1.05, 0.12], [0.062, 0.115, 0.08], 'hair', 0.2)),
  far(ball([0, 1.1, 0.075], [0.15, 0.13, 0.13])),
];

/** Every instanced part that a look is drawn with. */
export const partsOf = (look: Look): WornPart[] => {
  const parts = [worn('body'), ...headgear[look.headwear](look), ...skirts(look), ...hoods(look), ...hearing(look), ...aids[look.moving]];
  if (look.glasses !== 'none') parts.push(worn(look.glasses === 'square' ? 'squareGlasses' : 'glasses'));
  if (look.beard === 'full' && look.headwear !== 'hijab') parts.push(...fullBeard);
  return parts;
};

const heights: Readonly<Record<LookValue<'height'>, number>> = { medium: 1, shorter: 0.93, taller: 1.07 };
const widths: Readonly<Record<LookValue<'build'>, number>> = { medium: 1.03, narrow: 0.92, broad: 1.18 };
/** Where the cloth over the legs ends, from the ground up; none is 0. */
const hemOf = ({ garment, lower }: Look): number => (lower === 'longSkirt' ? 0.08 : lower === 'skirt' || garment === 'dress' ? 0.25 : garment === 'tunic' ? 0.4 : 0);
/** Where along the arm, from 0, the sleeve ends. */
const sleeveEnds: Readonly<Record<LookValue<'sleeves'>, number>> = { long: 2, short: 0.475 };
const shoes = ['#3a2a28', '#f1e6d2', '#7a5238', '#2f3b57'] as const;

const colourOf = (choices: readonly ColourChoice[], id: string): Rgb => rgb((choices.find((choice) => choice.id === id) ?? choices[0])?.hex ?? '#808080');

export const heightOf = (look: Look): number => heights[look.height];

const placeIn = (slot: 'garment' | 'beard' | 'glasses' | 'moving', look: Look): number => Math.max(0, (lookSlots[slot] as readonly Choice[]).findIndex(({ id }) => id === look[slot]));

/** Texels of the looks texture that one person takes. */
export const lookTexels = 7;

/**
 * A look as the shader reads it: colours in rgb, one measure in each alpha. `seed` in [0, 1) tells people apart. What the
 * shader draws by itself is told by its place in the option table: garment and hem share an alpha, beard and glasses another.
 */
export const encodeLook = (look: Look, seed: number): number[] => [
  ...colourOf(lookSlots.skin, look.skin), heights[look.height],
  ...colourOf(lookSlots.top, look.top), widths[look.build],
  ...colourOf(lookSlots.lowerColour, look.lowerColour), placeIn('garment', look) + hemOf(look),
  ...colourOf(lookSlots.hairColour, look.hairColour), sleeveEnds[look.sleeves],
  ...colourOf(lookSlots.accent, look.accent), seed,
  placeIn('moving', look), ...rgb(shoes[Math.floor(seed * shoes.length)] ?? shoes[0]),
  ...colourOf(lookSlots.aidColour, look.aidColour), placeIn('beard', look) + 8 * placeIn('glasses', look),
];
