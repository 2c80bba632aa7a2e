import { Sameness } from './sameness.ts';
import { cross, dot, lengthOf, placing, sub, unit, type Placement, type Vec3 } from './vector.ts';

const up: Vec3 = [0, 1, 0];

/** Triangles without an index: nine numbers a triangle in each list. */
export interface Triangles {
  readonly positions: readonly number[];
  readonly normals: readonly number[];
}

/** Collects faces; every face is turned so that it looks away from a point inside the solid. */
export class Faces {
  readonly positions: number[] = [];

  triangle(a: Vec3, b: Vec3, c: Vec3): void {
    if (lengthOf(cross(sub(b, a), sub(c, a))) > 1e-8) this.positions.push(a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]);
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
    for (let corner = 0; corner < 3; corner++) normals.push(normal[0], normal[1], normal[2]);
  }
  return { positions, normals };
};

/** Rounded: corners at one place share a normal, unless their faces meet at more than the crease angle. */
export const smooth = (positions: readonly number[], crease = Math.PI): Triangles => {
  const limit = Math.cos(crease);
  const corners = positions.length / 3;
  const same = new Sameness(corners, 3);
  const key = new Int32Array(3);
  const places = new Int32Array(corners);
  const faces: Vec3[] = [];
  const units: Vec3[] = [];
  /** The triangles that meet at each place. */
  const meeting: number[][] = [];
  for (let corner = 0; corner < corners; corner++) {
    const triangle = Math.floor(corner / 3);
    if (corner % 3 === 0) {
      const normal = faceNormal(positions, triangle);
      faces.push(normal);
      units.push(unit(normal));
    }
    for (let k = 0; k < 3; k++) key[k] = Math.round((positions[corner * 3 + k] ?? 0) * 2000);
    const place = same.placeOf(key);
    places[corner] = place;
    (meeting[place] ??= []).push(triangle);
  }
  const normals: number[] = [];
  for (let corner = 0; corner < corners; corner++) {
    const own = units[Math.floor(corner / 3)] ?? up;
    let [x, y, z] = [0, 0, 0];
    for (const triangle of meeting[places[corner] ?? 0] ?? []) {
      const [other, along] = [faces[triangle] ?? up, units[triangle] ?? up];
      if (dot(own, along) < limit) continue;
      x += other[0];
      y += other[1];
      z += other[2];
    }
    const length = Math.sqrt(x * x + y * y + z * z);
    if (length > 1e-12) normals.push(x / length, y / length, z / length);
    else normals.push(own[0], own[1], own[2]);
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
    const [at, normal] = [point(pointAt(triangles.positions, from)), direction(pointAt(triangles.normals, from))];
    positions.push(at[0], at[1], at[2]);
    normals.push(normal[0], normal[1], normal[2]);
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
