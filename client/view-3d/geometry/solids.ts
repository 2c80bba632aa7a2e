import { Faces, flat, smooth, type Triangles } from './triangles.ts';
import type { Vec2, Vec3 } from './vector.ts';

const origin: Vec3 = [0, 0, 0];

/** A box about its middle with chamfered edges; long faces are cut every `cut` metres, because light lives in vertices. */
export const box = (width: number, height: number, depth: number, bevel = 0.04, cut = 0.5): Triangles => {
  const half: Vec3 = [width / 2, height / 2, depth / 2];
  const b = Math.min(bevel, half[0] * 0.98, half[1] * 0.98, half[2] * 0.98);
  const inner: Vec3 = [half[0] - b, half[1] - b, half[2] - b];
  const faces = new Faces();
  const point = (axis: number, out: number, u: number, v: number): Vec3 => {
    const p: [number, number, number] = [0, 0, 0];
    p[axis] = out;
    p[(axis + 1) % 3] = u;
    p[(axis + 2) % 3] = v;
    return p;
  };
  for (let axis = 0; axis < 3; axis++) {
    const [a, u, v] = [axis, (axis + 1) % 3, (axis + 2) % 3] as const;
    const [iu, iv, ia] = [inner[u] ?? 0, inner[v] ?? 0, inner[a] ?? 0];
    const [ha, hu] = [half[a] ?? 0, half[u] ?? 0];
    const [nu, nv] = [Math.max(1, Math.ceil((2 * iu) / cut)), Math.max(1, Math.ceil((2 * iv) / cut))];
    for (const side of [-1, 1]) {
      for (let i = 0; i < nu; i++) {
        for (let j = 0; j < nv; j++) {
          const [u0, u1, v0, v1] = [-iu + (2 * iu * i) / nu, -iu + (2 * iu * (i + 1)) / nu, -iv + (2 * iv * j) / nv, -iv + (2 * iv * (j + 1)) / nv];
          faces.face([point(a, side * ha, u0, v0), point(a, side * ha, u1, v0), point(a, side * ha, u1, v1), point(a, side * ha, u0, v1)], origin);
        }
      }
      for (const other of [-1, 1]) {
        const edge = (end: number): readonly [Vec3, Vec3] => [point(a, side * ha, other * iu, end), point(a, side * ia, other * hu, end)];
        const [p, q] = [edge(-iv), edge(iv)];
        faces.face([p[0], p[1], q[1], q[0]], origin);
      }
    }
  }
  for (const x of [-1, 1]) for (const y of [-1, 1]) for (const z of [-1, 1]) {
    faces.face([[x * half[0], y * inner[1], z * inner[2]], [x * inner[0], y * half[1], z * inner[2]], [x * inner[0], y * inner[1], z * half[2]]], origin);
  }
  return flat(faces.positions);
};

/** A flat stone, plank or cushion: a convex outline on the floor, its side, a bevel and a fan on top. */
export const slab = (outline: readonly Vec2[], y: number, height: number, bevel = 0.03, soft = false): Triangles => {
  const n = outline.length;
  const mid: Vec2 = [outline.reduce((sum, p) => sum + p[0], 0) / n, outline.reduce((sum, p) => sum + p[1], 0) / n];
  const inside: Vec3 = [mid[0], y + height * 0.4, mid[1]];
  const pulled = outline.map(([x, z]): Vec2 => {
    const [dx, dz] = [mid[0] - x, mid[1] - z];
    const pull = (bevel * 1.2) / (Math.hypot(dx, dz) || 1);
    return [x + dx * pull, z + dz * pull];
  });
  const faces = new Faces();
  const [shoulder, top] = [y + height - bevel * 0.8, y + height];
  for (const [i, p] of outline.entries()) {
    const next = (i + 1) % n;
    const [q, p2, q2] = [outline[next] ?? p, pulled[i] ?? p, pulled[next] ?? p];
    faces.face([[p[0], y, p[1]], [q[0], y, q[1]], [q[0], shoulder, q[1]], [p[0], shoulder, p[1]]], inside);
    faces.face([[p[0], shoulder, p[1]], [q[0], shoulder, q[1]], [q2[0], top, q2[1]], [p2[0], top, p2[1]]], inside);
    faces.face([[p2[0], top, p2[1]], [q2[0], top, q2[1]], [mid[0], top, mid[1]]], inside);
  }
  return soft ? smooth(faces.positions, 1) : flat(faces.positions);
};

/** A piece of a ring between two radii and two headings, with a gap cut off each end. */
export const wedge = (inner: number, outer: number, from: number, to: number, gap: number): Vec2[] => {
  const steps = Math.max(2, Math.ceil(((to - from) * outer) / 0.5));
  const along = (radius: number, step: number): Vec2 => {
    const cut = gap / radius;
    const angle = from + cut + ((to - from - 2 * cut) * step) / steps;
    return [Math.sin(angle) * radius, Math.cos(angle) * radius];
  };
  const outline: Vec2[] = [];
  for (let i = 0; i <= steps; i++) outline.push(along(outer, i));
  for (let i = steps; i >= 0; i--) outline.push(along(inner, i));
  return outline;
};

/** A rectangle with cut corners, turned by a heading. */
export const roundedRectangle = (x: number, z: number, width: number, depth: number, turn = 0, corner = 0.08): Vec2[] => {
  const [w, d, k] = [width / 2, depth / 2, corner * 0.3];
  const local: Vec2[] = [
    [w, d - corner], [w - k, d - k], [w - corner, d], [-w + corner, d], [-w + k, d - k], [-w, d - corner],
    [-w, -d + corner], [-w + k, -d + k], [-w + corner, -d], [w - corner, -d], [w - k, -d + k], [w, -d + corner],
  ];
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return local.map(([lx, lz]) => [x + lx * c + lz * s, z - lx * s + lz * c]);
};
