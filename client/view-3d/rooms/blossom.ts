import type { LayoutObject } from '#shared/rooms/layout.ts';
import { tube } from '../geometry/sweep.ts';
import { rgb } from '../geometry/colour.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { crown } from './foliage.ts';
import { lantern } from './furniture.ts';
import type { RoomKit } from './roomKit.ts';

const blossoms = ['#f0aa9f', '#f3b0a4', '#f7c8bd', '#fbe3da'] as const;
const bark = '#6e4638';

/** Boughs of the great tree: which way, how far, how high their cloud of blossom is, and how large. */
const boughs = [
  [0.3, 1.6, 4.9, 1.75], [1.5, 2.5, 4.3, 1.6], [2.5, 1.9, 5.2, 1.7], [3.5, 2.6, 4.5, 1.65], [4.5, 1.7, 5.1, 1.6], [5.4, 2.7, 4.1, 1.5],
] as const;

/** A great tree in blossom, wide enough to sit under: the heart of its garden. */
export const blossomTree = (kit: RoomKit, { x, z }: LayoutObject): void => {
  const fork: Vec3 = [x + 0.12, 2.3, z];
  kit.add(tube([[x, -0.1, z], [x - 0.14, 0.9, z + 0.05], [x + 0.1, 1.7, z], fork], (t) => 0.42 * (1.25 - 0.75 * t) + 0.3 * (1 - t) ** 8, 12, 10), bark, {}, { gradient: [0.75, 1.15] });
  for (const [turn, reach] of [[0.5, 1], [2.2, 1.2], [3.7, 0.9], [5.2, 1.1]] as const) {
    const [dx, dz] = [Math.sin(turn) * reach, Math.cos(turn) * reach];
    kit.add(tube([[x, 0.34, z], [x + dx * 0.6, 0.06, z + dz * 0.6], [x + dx, -0.1, z + dz]], (t) => 0.2 * (1 - 0.7 * t), 6, 6), bark);
  }
  const put = (at: Vec3, size: number): void => crown(kit, { at, radii: [size, size * 0.66, size], leaves: Math.round(size * 400), colours: blossoms, leafSize: 0.17, core: '#f5beb4', fluffy: true });
  for (const [turn, out, y, size] of boughs) {
    const end: Vec3 = [x + Math.sin(turn) * out, y - 0.3, z + Math.cos(turn) * out];
    kit.add(tube([fork, [(fork[0] * 0.55 + end[0] * 0.45), (fork[1] + y) / 2 - 0.15, fork[2] * 0.55 + end[2] * 0.45], end], (t) => 0.19 * (1.1 - 0.75 * t), 8, 7), bark, {}, { gradient: [0.85, 1.1] });
    put([x + Math.sin(turn) * out, y, z + Math.cos(turn) * out], size);
    if (turn < 4.6) lantern(kit, [x + Math.sin(turn + 0.2) * (out + 0.5), y - 1.15, z + Math.cos(turn + 0.2) * (out + 0.5)], 0.9);
  }
  put([x, 5.9, z], 1.9);
  kit.falls.push({ from: [x, 4.6, z], spread: 4.2, count: 46, colours: blossoms });
  // Petals that have come down already.
  for (let i = 0; i < 240; i++) {
    const [turn, out] = [kit.between(0, Math.PI * 2), 4.6 * Math.sqrt(kit.chance())];
    kit.flowers.push({ at: [x + Math.sin(turn) * out, 0.03, z + Math.cos(turn) * out], size: kit.between(0.03, 0.055), colour: rgb(kit.oneOf(blossoms)), normal: [0, 1, 0] });
  }
};
