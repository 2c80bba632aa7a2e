import type { Vec3 } from '../geometry/vector.ts';

export const moodNames = ['day', 'evening', 'celebration'] as const;
export type MoodName = (typeof moodNames)[number];

/** A colour as typed, and how strong its light is. */
export type Light = readonly [hex: string, strength: number];

/** Where a room is: light under the sky, before a lit stage, and within walls differ. */
export const settings = ['outdoors', 'stage', 'indoors', 'studio'] as const;
export type Setting = (typeof settings)[number];

/** The light of a room at a time of day; a mood changes uniforms and nothing else. */
export interface Mood {
  /** Towards the sun, or its afterglow. */
  readonly sun: Vec3;
  readonly key: Light;
  readonly above: Light;
  readonly below: Light;
  readonly hearth: Light;
  readonly lamp: Light;
  readonly rim: Light;
  readonly shadowTint: string;
  readonly zenith: string;
  readonly middle: string;
  readonly horizon: string;
  readonly sunGlow: Light;
  /** Density, ceiling and how far the fog's colour is lifted up the sky. */
  readonly fog: Vec3;
  readonly stars: number;
  readonly lanternEmission: number;
  readonly spriteGlow: number;
  readonly exposure: number;
  /** 0 by day, 1 in the evening: which of the two baked suns shines. */
  readonly evening: number;
}

const outdoors: Readonly<Record<MoodName, Mood>> = {
  day: {
    sun: [-0.66, 0.62, 0.1],
    key: ['#ffe0ac', 1.42],
    above: ['#a9c4ea', 0.66],
    below: ['#c99a68', 0.42],
    hearth: ['#ff8a3c', 0.55],
    lamp: ['#ffb865', 0.12],
    rim: ['#fff0cc', 0.55],
    shadowTint: '#8f86b8',
    zenith: '#3f8cc8',
    middle: '#93c8e2',
    horizon: '#f4e6cb',
    sunGlow: ['#ffe0a8', 0.34],
    fog: [0.0072, 0.9, 0.08],
    stars: 0,
    lanternEmission: 0.28,
    spriteGlow: 0.22,
    exposure: 1,
    evening: 0,
  },
  evening: {
    sun: [-0.74, 0.36, -0.5],
    key: ['#dc8a8e', 0.48],
    above: ['#7a88cc', 0.78],
    below: ['#7e5f74', 0.54],
    hearth: ['#ff9040', 2.8],
    lamp: ['#ffae52', 2.2],
    rim: ['#9a90e8', 0.7],
    shadowTint: '#6a5aa8',
    zenith: '#1d2760',
    middle: '#6b5598',
    horizon: '#ee957c',
    sunGlow: ['#ff8050', 0.55],
    fog: [0.0092, 0.86, 0.13],
    stars: 0.9,
    lanternEmission: 0.75,
    spriteGlow: 1,
    exposure: 1.05,
    evening: 1,
  },
  celebration: {
    sun: [-0.7, 0.42, 0.05],
    key: ['#ffc684', 1.36],
    above: ['#a8a0de', 0.68],
    below: ['#b4838a', 0.45],
    hearth: ['#ff8a3c', 1.5],
    lamp: ['#ffbb66', 0.85],
    rim: ['#ffd9a0', 0.7],
    shadowTint: '#8a78b8',
    zenith: '#4a6cc0',
    middle: '#c29fd2',
    horizon: '#ffcf95',
    sunGlow: ['#ffb070', 0.6],
    fog: [0.0078, 0.9, 0.13],
    stars: 0,
    lanternEmission: 0.7,
    spriteGlow: 0.65,
    exposure: 1,
    evening: 0,
  },
};

/** Before a shell that is lit from within the audience must not be black. */
const stage: Readonly<Record<MoodName, Mood>> = {
  day: { ...outdoors.day, hearth: ['#ffb878', 2.1] },
  evening: { ...outdoors.evening, hearth: ['#ffb070', 1.9], above: ['#8488c4', 0.78], below: ['#8a6068', 0.6] },
  celebration: { ...outdoors.celebration, hearth: ['#ffb070', 1.4] },
};

/** Windows look north, so by day the sun comes in low through them, a little from the side: it lies beside the rug, not under chairs. */
const throughWindow: Vec3 = [-0.3, 0.54, -0.79];
const indoors: Readonly<Record<MoodName, Mood>> = {
  day: {
    ...outdoors.day, sun: throughWindow, key: ['#ffe6bc', 2.5], above: ['#ccd8e8', 1.12], below: ['#c8b09a', 0.78], hearth: ['#ffb865', 0.3], lamp: ['#ffb865', 0.3],
    shadowTint: '#9a93b4', fog: [0.004, 0.9, 0.02],
  },
  evening: {
    ...outdoors.evening, sun: throughWindow, key: ['#8a86d8', 0.5], above: ['#8e90cc', 0.82], below: ['#8c7678', 0.62], hearth: ['#ffb45e', 2.2], lamp: ['#ffbe78', 1.9],
    fog: [0.004, 0.86, 0.13],
  },
  celebration: {
    ...outdoors.celebration, sun: throughWindow, key: ['#ffdcae', 2.1], above: ['#c4bce6', 1.06], below: ['#b89494', 0.68], hearth: ['#ffb865', 0.8], lamp: ['#ffc078', 0.7],
    fog: [0.004, 0.9, 0.02],
  },
};

const northLight: Vec3 = [-0.1, 0.6, -0.79];
/** A workshop under the north sky: cool and even by day, with warm lamps where one works. */
const studio: Readonly<Record<MoodName, Mood>> = {
  day: { ...indoors.day, sun: northLight, key: ['#fff2e0', 1.2], above: ['#d6e0ec', 1.0], below: ['#d8c4a6', 0.92], lamp: ['#ffb865', 0.55], shadowTint: '#8f9cc0' },
  evening: { ...indoors.evening, sun: northLight, above: ['#7f8cc4', 0.72], below: ['#8a7676', 0.58], lamp: ['#ffb868', 2.3] },
  celebration: { ...indoors.celebration, sun: northLight, key: ['#ffdcae', 1.5] },
};

/** Every mood in every setting. */
export const moods: Readonly<Record<Setting, Readonly<Record<MoodName, Mood>>>> = { outdoors, stage, indoors, studio };
