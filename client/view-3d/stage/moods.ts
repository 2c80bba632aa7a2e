import type { Vec3 } from '../geometry/vector.ts';

export type MoodName = 'day' | 'evening';

/** A colour as typed, and how strong its light is. */
export type Light = readonly [hex: string, strength: number];

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

export const moods: Readonly<Record<MoodName, Mood>> = {
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
    fog: [0.0072, 0.9, 0.02],
    stars: 0,
    lanternEmission: 0.28,
    spriteGlow: 0.22,
    exposure: 1,
    evening: 0,
  },
  evening: {
    sun: [-0.74, 0.36, -0.5],
    key: ['#e58a78', 0.42],
    above: ['#7479ba', 0.6],
    below: ['#7c5664', 0.48],
    hearth: ['#ff9040', 2.7],
    lamp: ['#ffae52', 1.9],
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
};
