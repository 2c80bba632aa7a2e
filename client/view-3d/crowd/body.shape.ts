import { icoPoints, lathe, sphere, spherePoints } from '../geometry/round.ts';
import { moved, smooth, type Triangles } from '../geometry/triangles.ts';
import type { Vec2, Vec3 } from '../geometry/vector.ts';
import { part, type Part } from './parts.ts';

/** A closed turned form reads softer without creases. */
const turned = (profile: readonly Vec2[], sides: number): Triangles => lathe(profile, sides, Math.PI);
const ball = (near: boolean, sides = 8, rings = 6): Triangles => (near ? sphere(sides, rings) : smooth(icoPoints(1)));

const head = (sides: number, rings: number): Triangles =>
  smooth(moved(spherePoints(sides, rings), ([x, y, z]): Vec3 => {
    const cheek = 1 + 0.07 * Math.exp(-(((y + 0.35) / 0.4) ** 2));
    const jaw = y < -0.5 ? 1 - 0.1 * (-0.5 - y) : 1;
    const nose = z > 0 ? 0.13 * Math.exp(-((x * x) / 0.012 + (y + 0.1) ** 2 / 0.014)) : 0;
    const deep = z * (z > 0 ? 0.96 : 1) * jaw * (1 + 0.02 * cheek);
    return [x * cheek * jaw * 0.215, y * 0.228, (deep + nose) * 0.21];
  }));

/** Double rings at hem and sleeve keep the colours' borders crisp. */
const torso = {
  near: [[0, 0.47], [0.13, 0.475], [0.184, 0.52], [0.19, 0.541], [0.1925, 0.549], [0.195, 0.6], [0.178, 0.7], [0.182, 0.8], [0.192, 0.9], [0.172, 0.985], [0.11, 1.035], [0.07, 1.055], [0, 1.06]],
  far: [[0, 0.5], [0.17, 0.5], [0.188, 0.66], [0.19, 0.9], [0.09, 1.04], [0, 1.05]],
} as const;
const arm = {
  near: [[0, 0.58], [0.05, 0.585], [0.058, 0.6], [0.054, 0.66], [0.059, 0.778], [0.06, 0.79], [0.064, 0.86], [0.068, 0.93], [0.05, 0.975], [0, 0.99]],
  far: [[0.05, 0.58], [0.058, 0.75], [0.066, 0.97], [0, 0.985]],
} as const;
const leg = {
  near: [[0, 0.075], [0.082, 0.08], [0.078, 0.2], [0.08, 0.34], [0.09, 0.42], [0.098, 0.53], [0.085, 0.6], [0, 0.62]],
  far: [[0.08, 0.06], [0.08, 0.34], [0.096, 0.56]],
} as const;
/** From the waist at 0 to the hem at -1. */
const skirt = {
  near: [[0.225, -0.985], [0.27, -1], [0.275, -0.9], [0.264, -0.68], [0.246, -0.42], [0.215, -0.09], [0.194, 0]],
  far: [[0.2, -0.96], [0.275, -0.96], [0.25, -0.45], [0.195, 0]],
} as const;

/** Cloth round both legs: a skirt, a dress below the waist, the hem of a tunic. */
export const skirtParts = (detail: 'near' | 'far'): Part[] => [
  part('skirt', 'lower', turned(skirt[detail], detail === 'near' ? 16 : 9), { size: [1, 1, 0.86] }),
];

/** A person at rest, 1.52 m tall, facing +z. */
export const bodyParts = (detail: 'near' | 'far'): Part[] => {
  const near = detail === 'near';
  const parts: Part[] = [
    part('torso', 'top', turned(torso[detail], near ? 12 : 8), { size: [1, 1, 0.78] }),
    part('head', 'skin', near ? head(16, 12) : head(10, 5), { at: [0, 1.29, 0.01] }),
  ];
  if (near) parts.push(part('torso', 'skin', turned([[0.078, 1], [0.07, 1.05], [0.072, 1.12]], 8)));
  for (const side of [1, -1] as const) {
    const [armLimb, legLimb] = side > 0 ? ['leftArm', 'leftLeg'] as const : ['rightArm', 'rightLeg'] as const;
    parts.push(
      part(armLimb, 'top', turned(arm[detail], near ? 7 : 5), { at: [side * 0.212, 0, 0] }),
      part(armLimb, 'skin', near ? sphere(7, 5) : sphere(4, 2), { at: [side * 0.212, 0.545, 0.004], size: [0.056, 0.068, 0.062] }),
      part(legLimb, 'lower', turned(leg[detail], near ? 8 : 4), { at: [side * 0.098, 0, 0] }),
      part(legLimb, 'shoe', ball(near), { at: [side * 0.1, 0.058, 0.045], size: [0.088, 0.066, 0.138] }),
    );
    if (near) {
      parts.push(
        part('head', 'skin', sphere(7, 5), { at: [side * 0.212, 1.275, -0.01], size: [0.0275, 0.0525, 0.0425] }),
        part(armLimb, 'skin', sphere(6, 4), { at: [side * 0.192, 0.555, 0.055], tilt: 0.5, size: [0.022, 0.04, 0.024] }),
      );
    }
  }
  return parts;
};
