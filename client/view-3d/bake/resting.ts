import { pointAt } from '../geometry/triangles.ts';
import type { RoomKit } from '../rooms/roomKit.ts';

/** What is above a tall person's reach is a roof, and nothing comes to rest there. */
const highest = 1.3;
const cell = 1;

/** How high the highest surface is at places on the floor: paving, benches, tables. Nothing there means the ground, 0. */
export const restingHeights = (kit: RoomKit, places: readonly (readonly [x: number, z: number])[]): number[] => {
  const heights = places.map(() => 0);
  const cells = new Map<string, number[]>();
  for (const [i, [x, z]] of places.entries()) {
    const key = `${Math.floor(x / cell)},${Math.floor(z / cell)}`;
    cells.set(key, [...(cells.get(key) ?? []), i]);
  }
  for (let corner = 0; corner < kit.positions.length / 3; corner += 3) {
    if ((kit.normals[corner * 3 + 1] ?? 0) < 0.7) continue;
    const [a, b, c] = [pointAt(kit.positions, corner), pointAt(kit.positions, corner + 1), pointAt(kit.positions, corner + 2)];
    if (a[1] > highest || Math.max(a[0], b[0], c[0]) - Math.min(a[0], b[0], c[0]) > 4) continue;
    for (let i = Math.floor(Math.min(a[0], b[0], c[0]) / cell); i <= Math.floor(Math.max(a[0], b[0], c[0]) / cell); i++) {
      for (let k = Math.floor(Math.min(a[2], b[2], c[2]) / cell); k <= Math.floor(Math.max(a[2], b[2], c[2]) / cell); k++) {
        for (const place of cells.get(`${i},${k}`) ?? []) {
          const [x, z] = places[place] ?? [0, 0];
          const side = (p: typeof a, q: typeof a): number => (q[0] - p[0]) * (z - p[2]) - (q[2] - p[2]) * (x - p[0]);
          const [u, v, w] = [side(a, b), side(b, c), side(c, a)];
          if ((u >= 0 && v >= 0 && w >= 0) || (u <= 0 && v <= 0 && w <= 0)) heights[place] = Math.max(heights[place] ?? 0, a[1], b[1], c[1]);
        }
      }
    }
  }
  return heights;
};
