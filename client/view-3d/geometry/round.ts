import { noise } from './chance.ts';
import { Faces, flat, moved, smooth, type Triangles } from './triangles.ts';
import { unit, type Vec2, type Vec3 } from './vector.ts';

/** Softer than this, two faces of a turned form read as one curve. */
const turnedCrease = 0.8;

/** A form turned about y from a profile of [radius, height], listed upwards along its outside. */
export const lathe = (profile: readonly Vec2[], sides = 12, crease = turnedCrease): Triangles => {
  const faces = new Faces();
  const at = ([radius, y]: Vec2, side: number): Vec3 => {
    const angle = ((side % sides) / sides) * Math.PI * 2 + Math.PI / sides;
    return [Math.sin(angle) * radius, y, Math.cos(angle) * radius];
  };
  for (const [i, low] of profile.entries()) {
    const high = profile[i + 1];
    if (!high) break;
    for (let side = 0; side < sides; side++) faces.quad(at(low, side), at(low, side + 1), at(high, side + 1), at(high, side));
  }
  return smooth(faces.positions, crease);
};

/** An upright cylinder with a rounded upper edge. */
export const cylinder = (bottom: number, top: number, height: number, sides = 12, bevel = 0.03): Triangles => {
  const b = Math.min(bevel, top * 0.5, height * 0.3);
  return lathe([[0, 0], [bottom, 0], [bottom, b * 0.2], [top, height - b], [top - b, height], [0, height]], sides);
};

/** A sphere of radius 1 in rings, with its poles on y. */
export const spherePoints = (sides: number, rings: number, until = Math.PI): number[] => {
  const faces = new Faces();
  const at = (ring: number, side: number): Vec3 => {
    const [down, around] = [(ring / rings) * until, ((side % sides) / sides) * Math.PI * 2];
    return [Math.sin(down) * Math.sin(around), Math.cos(down), Math.sin(down) * Math.cos(around)];
  };
  for (let ring = 0; ring < rings; ring++) {
    for (let side = 0; side < sides; side++) faces.quad(at(ring + 1, side), at(ring + 1, side + 1), at(ring, side + 1), at(ring, side));
  }
  return faces.positions;
};
export const sphere = (sides: number, rings: number): Triangles => smooth(spherePoints(sides, rings));

const golden = (1 + Math.sqrt(5)) / 2;
const icoCorners: readonly Vec3[] = [
  [-1, golden, 0], [1, golden, 0], [-1, -golden, 0], [1, -golden, 0],
  [0, -1, golden], [0, 1, golden], [0, -1, -golden], [0, 1, -golden],
  [golden, 0, -1], [golden, 0, 1], [-golden, 0, -1], [-golden, 0, 1],
];
const icoFaces: readonly (readonly [number, number, number])[] = [
  [0, 11, 5], [0, 5, 1], [0, 1, 7], [0, 7, 10], [0, 10, 11], [1, 5, 9], [5, 11, 4], [11, 10, 2], [10, 7, 6], [7, 1, 8],
  [3, 9, 4], [3, 4, 2], [3, 2, 6], [3, 6, 8], [3, 8, 9], [4, 9, 5], [2, 4, 11], [6, 2, 10], [8, 6, 7], [9, 8, 1],
];

/** A sphere of radius 1 with even triangles: twenty times the square of `cuts`. */
export const icoPoints = (cuts: number): number[] => {
  const faces = new Faces();
  for (const corners of icoFaces) {
    const [a, b, c] = corners.map((corner) => icoCorners[corner] ?? [0, 1, 0]) as [Vec3, Vec3, Vec3];
    const at = (i: number, j: number): Vec3 => {
      const k = cuts - i - j;
      return unit([a[0] * k + b[0] * i + c[0] * j, a[1] * k + b[1] * i + c[1] * j, a[2] * k + b[2] * i + c[2] * j]);
    };
    for (let i = 0; i < cuts; i++) {
      for (let j = 0; j < cuts - i; j++) {
        faces.triangle(at(i, j), at(i + 1, j), at(i, j + 1));
        if (i + j < cuts - 1) faces.triangle(at(i + 1, j), at(i + 1, j + 1), at(i, j + 1));
      }
    }
  }
  return faces.positions;
};

export interface BlobShape {
  readonly cuts?: number;
  /** How far the surface wanders, as a share of the radius. */
  readonly lumps?: number;
  readonly pitch?: number;
  readonly seed?: number;
  readonly faceted?: boolean;
}

/** A lumpy ball: stones, bushes, crowns, hair. */
export const blob = (radii: Vec3, { cuts = 3, lumps = 0.18, pitch = 1.3, seed = 0, faceted = false }: BlobShape = {}): Triangles => {
  const points = moved(icoPoints(cuts), ([x, y, z]) => {
    const out = 1 + (noise(x * pitch + seed, y * pitch + seed, z * pitch) - 0.5) * 2 * lumps;
    return [x * out * radii[0], y * out * radii[1], z * out * radii[2]];
  });
  return faceted ? flat(points) : smooth(points);
};

/** A ring about z; `sweep` below a full turn leaves it open. */
export const torus = (radius: number, thickness: number, sides: number, around: number, sweep = Math.PI * 2): Triangles => {
  const faces = new Faces();
  const centre = (step: number): Vec3 => {
    const angle = (step / around) * sweep;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius, 0];
  };
  const at = (step: number, side: number): Vec3 => {
    const [angle, out] = [(step / around) * sweep, ((side % sides) / sides) * Math.PI * 2];
    const reach = radius + thickness * Math.cos(out);
    return [Math.cos(angle) * reach, Math.sin(angle) * reach, Math.sin(out) * thickness];
  };
  for (let step = 0; step < around; step++) {
    for (let side = 0; side < sides; side++) {
      faces.face([at(step, side), at(step + 1, side), at(step + 1, side + 1), at(step, side + 1)], centre(step + 0.5));
    }
  }
  return smooth(faces.positions);
};
