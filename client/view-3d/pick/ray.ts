import type { Vec3 } from '../geometry/vector.ts';

/** A ray from the eye; `way` has length 1. */
export interface Ray {
  readonly from: Vec3;
  readonly way: Vec3;
}

/** How far a ray goes to an upright cylinder that stands on the floor; `undefined` if it misses. */
export const alongCylinder = ({ from, way }: Ray, x: number, z: number, radius: number, height: number): number | undefined => {
  const [ox, oz] = [from[0] - x, from[2] - z];
  const a = way[0] ** 2 + way[2] ** 2;
  const b = ox * way[0] + oz * way[2];
  const c = ox * ox + oz * oz - radius * radius;
  const under = b * b - a * c;
  const hits: number[] = [];
  if (a > 1e-9 && under >= 0) hits.push((-b - Math.sqrt(under)) / a);
  // The lid, for whoever looks down on it.
  if (way[1] < -1e-6) {
    const lid = (height - from[1]) / way[1];
    if ((ox + way[0] * lid) ** 2 + (oz + way[2] * lid) ** 2 <= radius * radius) hits.push(lid);
  }
  const within = hits.filter((t) => {
    const y = from[1] + way[1] * t;
    return t > 0 && y >= -1e-6 && y <= height + 1e-6;
  });
  return within.length > 0 ? Math.min(...within) : undefined;
};

/** How far a ray goes to an upright box that stands on the floor, turned by a heading. */
export const alongBox = ({ from, way }: Ray, x: number, z: number, width: number, depth: number, heading: number, height: number): number | undefined => {
  const [c, s] = [Math.cos(heading), Math.sin(heading)];
  const local = (px: number, pz: number): readonly [number, number] => [px * c - pz * s, px * s + pz * c];
  const [fx, fz] = local(from[0] - x, from[2] - z);
  const [wx, wz] = local(way[0], way[2]);
  let [enter, leave] = [0, Infinity];
  for (const [start, step, low, high] of [[fx, wx, -width / 2, width / 2], [from[1], way[1], 0, height], [fz, wz, -depth / 2, depth / 2]] as const) {
    if (Math.abs(step) < 1e-9) {
      if (start < low || start > high) return undefined;
      continue;
    }
    const [t1, t2] = [(low - start) / step, (high - start) / step];
    enter = Math.max(enter, Math.min(t1, t2));
    leave = Math.min(leave, Math.max(t1, t2));
  }
  return enter <= leave && enter > 0 ? enter : undefined;
};
