import { cylinder, sphere, torus } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { part, type Part } from './parts.ts';

const quarter = Math.PI / 2;

export const glassesParts = (): Part[] => [
  ...[-1, 1].flatMap((side) => [
    part('head', 'frame', torus(0.058, 0.0095, 5, 14), { at: [side * 0.082, 1.285, 0.21], turn: side * 0.3, size: [1, 0.92, 1] }),
    part('head', 'frame', box(0.012, 0.014, 0.18, 0.002), { at: [side * 0.168, 1.292, 0.11], turn: side * 0.28 }),
  ]),
  part('head', 'frame', box(0.05, 0.012, 0.012, 0.002), { at: [0, 1.292, 0.222] }),
];

const lens = { wide: 0.118, high: 0.094, rim: 0.02 };

/** Frames with corners. */
export const squareGlassesParts = (): Part[] => [
  ...[-1, 1].flatMap((side) => [
    ...[1, -1].map((up) => part('head', 'frame', box(lens.wide, lens.rim, 0.016, 0.003), { at: [side * 0.083, 1.285 + (up * lens.high) / 2, 0.212], turn: side * 0.3 })),
    ...[1, -1].map((out) => part('head', 'frame', box(lens.rim, lens.high, 0.016, 0.003), { at: [side * 0.083 + (out * lens.wide * 0.95) / 2, 1.285, 0.212 - out * side * 0.017], turn: side * 0.3 })),
    part('head', 'frame', box(0.012, 0.014, 0.18, 0.002), { at: [side * 0.168, 1.31, 0.11], turn: side * 0.28 }),
  ]),
  part('head', 'frame', box(0.05, 0.014, 0.012, 0.002), { at: [0, 1.3, 0.224] }),
];

/** A loop behind an ear, made to be seen; an instance puts it on a side. */
export const hearingAidParts = (): Part[] => [
  part('head', 'aid', torus(0.042, 0.017, 5, 10, Math.PI * 1.15), { turn: quarter, size: [1, 1.15, 1] }),
  part('head', 'aid', sphere(6, 5), { at: [0, -0.03, 0.035], size: [0.028, 0.026, 0.026] }),
];

/** A wheelchair with cambered wheels of .27 m. */
export const wheelchairParts = (detail: 'near' | 'far'): Part[] => {
  const near = detail === 'near';
  const parts: Part[] = [
    part('chair', 'lower', box(0.42, 0.06, 0.4, 0.02), { at: [0, 0.29, 0.02] }),
    part('chair', 'lower', box(0.4, 0.36, 0.05, 0.02), { at: [0, 0.55, -0.21], tilt: -0.12 }),
  ];
  for (const side of [-1, 1]) {
    parts.push(
      part('wheel', 'dark', torus(0.27, 0.03, near ? 5 : 3, near ? 16 : 9), { at: [side * 0.3, 0.296, -0.06], turn: quarter }),
      part('chair', 'dark', torus(0.06, 0.022, near ? 5 : 3, near ? 10 : 5), { at: [side * 0.2, 0.08, 0.33], turn: quarter }),
      part('chair', 'aid', box(0.03, 0.03, 0.5, 0.008), { at: [side * 0.2, 0.2, 0.16] }),
      part('chair', 'aid', box(0.03, 0.5, 0.03, 0.008), { at: [side * 0.2, 0.52, -0.22], tilt: -0.12 }),
      part('chair', 'dark', box(0.035, 0.035, 0.12, 0.008), { at: [side * 0.2, 0.77, -0.28] }),
      part('chair', 'dark', box(0.13, 0.02, 0.16, 0.005), { at: [side * 0.1, 0.07, 0.4], tilt: -0.2 }),
    );
    if (!near) continue;
    parts.push(part('wheel', 'aid', torus(0.225, 0.012, 3, 14), { at: [side * 0.335, 0.296, -0.06], turn: quarter }));
    for (let spoke = 0; spoke < 3; spoke++) {
      parts.push(part('wheel', 'aid', box(0.012, 0.5, 0.014, 0.003, 1), { at: [side * 0.3, 0.296, -0.06], tilt: (spoke * Math.PI) / 3 }));
    }
  }
  return parts;
};

/** A cane with a crook, in the right hand. */
export const caneParts = (): Part[] => [
  part('stick', 'aid', cylinder(0.014, 0.018, 0.62, 6, 0.004), { at: [-0.29, 0.02, 0.14] }),
  part('stick', 'aid', torus(0.05, 0.018, 5, 8, Math.PI), { at: [-0.29, 0.63, 0.09], turn: quarter }),
];

/** A plain shaft a metre long: crutches and the white cane are made of it. */
export const stickParts = (): Part[] => [part('stick', 'aid', cylinder(0.016, 0.018, 1, 6, 0.006))];
