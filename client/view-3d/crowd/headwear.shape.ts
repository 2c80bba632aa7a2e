import { blob, cylinder, lathe, sphere, spherePoints } from '../geometry/round.ts';
import { Faces, joined, moved, smooth, type Triangles } from '../geometry/triangles.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { part, type Part } from './parts.ts';

/** Hair and headwear are made about the head's middle; an instance places, sizes and colours them. */
type Detail = 'near' | 'far';

/** A cap of hair with a hairline over the brow. */
export const shellParts = (detail: Detail): Part[] => {
  const near = detail === 'near';
  const points = moved(spherePoints(near ? 16 : 10, near ? 8 : 4, Math.PI * 0.62), ([x, y, z]): Vec3 => {
    const line = 0.47 - 0.22 * Math.abs(x);
    if (z <= 0 || y >= line) return [x * 0.236, y * 0.25 + 0.005, z * 0.236 - 0.012];
    const height = line + (y - line) * 0.04;
    const [out, width] = [Math.hypot(x, z * 1.02) || 1, Math.sqrt(Math.max(0.02, 1 - height * height))];
    const [px, pz] = Math.abs(x) < 0.86 ? [(x / out) * width, ((z * 1.02) / out) * width] : [x, z * 1.02];
    return [px * 0.236, height * 0.25 + 0.005, pz * 0.236 - 0.012];
  });
  return [part('head', 'hair', smooth(points))];
};

/** The crown of a hat, from its rim at 0 to 1. */
export const domeParts = (detail: Detail): Part[] => [part('head', 'accent', smooth(detail === 'near' ? spherePoints(16, 5, Math.PI / 2) : spherePoints(10, 3, Math.PI / 2)))];

/** A lumpy ball: forelock, bun, puff, afro, folds of cloth. */
export const ballParts = (detail: Detail): Part[] => [part('head', 'hair', detail === 'near' ? blob([1, 1, 1], { cuts: 3, lumps: 0.11, pitch: 2.3, seed: 4 }) : sphere(6, 4))];

/**
 * A curtain of hair, open in front, hanging from 0 to -.42. It comes out from under the crown, its edges turn in to the cheeks,
 * and it hangs lowest behind.
 */
export const drapeParts = (detail: Detail): Part[] => {
  const [sides, rows] = detail === 'near' ? [16, 6] : [7, 2];
  const at = (row: number, side: number, inset: number): Vec3 => {
    const t = row / rows;
    const edge = Math.abs((side / sides) * 2 - 1);
    const turn = Math.PI * 0.33 + (side / sides) * Math.PI * 1.34;
    const from = 1 - 0.15 * Math.max(0, 1 - t * 3) ** 2;
    const wrapped = 1 - 0.16 * Math.max(0, (edge - 0.72) / 0.28) ** 2;
    const radius = (0.238 * from * (1 + 0.04 * Math.sin(t * 3)) * wrapped - Math.max(0, t - 0.7) * 0.12) * inset;
    return [Math.sin(turn) * radius * (1 - 0.06 * t), -t * 0.42 * (1 - 0.16 * edge * edge), Math.cos(turn) * radius * (1 - 0.1 * t) - 0.016 - t * 0.03];
  };
  const [outer, inner] = [new Faces(), new Faces()];
  for (let row = 0; row < rows; row++) {
    for (let side = 0; side < sides; side++) {
      outer.quad(at(row + 1, side, 1), at(row + 1, side + 1, 1), at(row, side + 1, 1), at(row, side, 1));
      inner.quad(at(row, side, 0.86), at(row, side + 1, 0.86), at(row + 1, side + 1, 0.86), at(row + 1, side, 0.86));
    }
  }
  return [part('head', 'hair', joined(smooth(outer.positions), smooth(inner.positions)))];
};

const strand = { sides: 6, rows: 12, turns: 2.2, out: 0.36 };

/** A twisted strand that hangs from 0 to -1: a loc, a wave. */
export const strandParts = (): Part[] => {
  const { sides, rows, turns } = strand;
  const at = (row: number, side: number): Vec3 => {
    const t = row / rows;
    const [out, way] = [strand.out * Math.min(1, t * 3), t * turns * Math.PI * 2];
    const radius = row === 0 || row === rows ? 0.42 : 0.72;
    const angle = (side / sides) * Math.PI * 2;
    return [Math.sin(angle) * radius + Math.sin(way) * out, -t, Math.cos(angle) * radius + Math.cos(way) * out];
  };
  const faces = new Faces();
  for (let row = 0; row < rows; row++) for (let side = 0; side < sides; side++) faces.quad(at(row + 1, side), at(row + 1, side + 1), at(row, side + 1), at(row, side));
  for (let side = 1; side + 1 < sides; side++) faces.triangle(at(rows, 0), at(rows, side + 1), at(rows, side));
  return [part('head', 'hair', smooth(faces.positions))];
};

const hoodProfile = [
  [0.25, -0.425], [0.255, -0.4], [0.235, -0.33], [0.2, -0.26], [0.215, -0.2], [0.234, -0.14], [0.245, -0.08], [0.248, -0.02], [0.244, 0.04], [0.226, 0.11], [0.2, 0.17], [0.12, 0.24], [0.02, 0.262], [0, 0.264],
] as const;
const face = { wide: 0.165, high: 0.185, low: -0.015 };
const fromFace = (x: number, y: number): number => Math.hypot(x / face.wide, (y - face.low) / face.high);

/** Where cloth lies on the face: so no gap shows from the side, at the chin least of all. */
const onFace = (x: number, y: number): number => 0.012 + 0.216 * Math.sqrt(Math.max(0.1, 1 - (x / 0.222) ** 2 - (y / 0.236) ** 2));

/** A hijab: a wrap with an oval opening for the face and a drape over the shoulders. */
export const hoodParts = (detail: Detail): Part[] => {
  const whole = lathe(hoodProfile, detail === 'near' ? 22 : 11, Math.PI).positions;
  const kept: number[] = [];
  for (let i = 0; i < whole.length; i += 9) {
    const corners = [0, 3, 6].map((k): Vec3 => [whole[i + k] ?? 0, whole[i + k + 1] ?? 0, whole[i + k + 2] ?? 0]);
    // A corner within the opening moves to its rim, so that the rim is smooth.
    if (corners.every(([x, y, z]) => z > 0 && fromFace(x, y) < 1)) continue;
    for (const [x, y, z] of corners) {
      const inside = fromFace(x, y);
      if (z <= 0 || inside >= 1) {
        const tucked = z > 0 ? Math.max(0, 1.5 - inside) / 0.5 : 0;
        kept.push(x, y, (z * 0.98 - 0.008) * (1 - tucked) + onFace(x, y) * tucked);
        continue;
      }
      const [px, py] = [x / Math.max(inside, 0.3), (y - face.low) / Math.max(inside, 0.3) + face.low];
      kept.push(px, py, onFace(px, py));
    }
  }
  return [part('head', 'accent', smooth(kept))];
};

const disc = (sides: number): Triangles => cylinder(1, 1, 0.09, sides, 0.03);

/** The brim of a cap or a hat. */
export const brimParts = (detail: Detail): Part[] => [part('head', 'accent', disc(detail === 'near' ? 18 : 9))];
