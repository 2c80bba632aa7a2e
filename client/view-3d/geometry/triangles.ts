import { cross, dot, lengthOf, placing, sub, unit, type Placement, type Vec3 } from './vector.ts';

/** Triangles without an index: nine numbers a triangle in each list. */
export interface Triangles {
  readonly positions: readonly number[];
  readonly normals: readonly number[];
}

/** Collects faces; every face is turned so that it looks away from a point inside the solid. */
export class Faces {
  readonly positions: number[] = [];

  triangle(a: Vec3, b: Vec3, c: Vec3): void {
    if (lengthOf(cross(sub(b, a), sub(c, a))) > 1e-8) this.positions.push(...a, ...b, ...c);
  }

  /** A convex face with its corners in order, looking away from `inside`. */
  face(corners: readonly Vec3[], inside: Vec3): void {
    const [first] = corners;
    if (!first) return;
    for (let i = 1; i + 1 < corners.length; i++) {
      const [b, c] = [corners[i], corners[i + 1]];
      if (!b || !c) continue;
      const outward = dot(cross(sub(b, first), sub(c, first)), sub(first, inside)) >= 0;
      if (outward) this.triangle(first, b, c);
      else this.triangle(first, c, b);
    }
  }

  /** Four corners, counter-clockwise as seen from outside. */
  quad(a: Vec3, b: Vec3, c: Vec3, d: Vec3): void {
    this.triangle(a, b, c);
    this.triangle(a, c, d);
  }
}

export const pointAt = (list: ArrayLike<number>, corner: number): Vec3 => [list[corner * 3] ?? 0, list[corner * 3 + 1] ?? 0, list[corner * 3 + 2] ?? 0];

const faceNormal = (positions: ArrayLike<number>, triangle: number): Vec3 => {
  const [a, b, c] = [pointAt(positions, triangle * 3), pointAt(positions, triangle * 3 + 1), pointAt(positions, triangle * 3 + 2)];
  return cross(sub(b, a), sub(c, a));
};

/** Faceted: each triangle keeps its own normal. */
export const flat = (positions: readonly number[]): Triangles => {
  const normals: number[] = [];
  for (let t = 0; t < positions.length / 9; t++) {
    const normal = unit(faceNormal(positions, t));
    normals.push(...normal, ...normal, ...normal);
  }
  return { positions, normals };
};

/** Rounded: corners at one place share a normal, unless their faces meet at more than the crease angle. */
export const smooth = (positions: readonly number[], crease = Math.PI): Triangles => {
  const limit = Math.cos(crease);
  const atPlace = new Map<string, Vec3[]>();
  const placeOf = (corner: number): string => {
    const [x, y, z] = pointAt(positions, corner);
    return `${Math.round(x * 2000)},${Math.round(y * 2000)},${Math.round(z * 2000)}`;
  };
  const keys: string[] = [];
  for (let corner = 0; corner < positions.length / 3; corner++) {
    const key = placeOf(corner);
    keys.push(key);
    const meeting = atPlace.get(key);
    const normal = faceNormal(positions, Math.floor(corner / 3));
    if (meeting) meeting.push(normal);
    else atPlace.set(key, [normal]);
  }
  const normals: number[] = [];
  for (const [corner, key] of keys.entries()) {
    const own = unit(faceNormal(positions, Math.floor(corner / 3)));
    let sum: Vec3 = [0, 0, 0];
    for (const other of atPlace.get(key) ?? []) {
      if (dot(own, unit(other)) >= limit) sum = [sum[0] + other[0], sum[1] + other[1], sum[2] + other[2]];
    }
    normals.push(...(lengthOf(sum) > 1e-12 ? unit(sum) : own));
  }
  return { positions, normals };
};

/** The same triangles, placed. A mirroring size turns the faces back outward. */
export const placed = (triangles: Triangles, placement: Placement): Triangles => {
  const { point, direction } = placing(placement);
  const size = placement.size ?? [1, 1, 1];
  const mirrored = size[0] * size[1] * size[2] < 0;
  const positions: number[] = [];
  const normals: number[] = [];
  for (let corner = 0; corner < triangles.positions.length / 3; corner++) {
    const step = corner % 3;
    const from = mirrored && step > 0 ? corner + (step === 1 ? 1 : -1) : corner;
    positions.push(...point(pointAt(triangles.positions, from)));
    normals.push(...direction(pointAt(triangles.normals, from)));
  }
  return { positions, normals };
};

export const joined = (...parts: readonly Triangles[]): Triangles => ({
  positions: parts.flatMap((part) => part.positions),
  normals: parts.flatMap((part) => part.normals),
});

/** The points of a list moved one by one. */
export const moved = (positions: readonly number[], move: (point: Vec3) => Vec3): number[] => {
  const out: number[] = [];
  for (let corner = 0; corner < positions.length / 3; corner++) out.push(...move(pointAt(positions, corner)));
  return out;
};
