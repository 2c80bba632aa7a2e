/** What stands in the rooms beyond the Commons: simple forms of the same kit. */
import type { LayoutObject } from '#shared/rooms/layout.ts';
import { cylinder } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { tree } from './foliage.ts';
import { lantern } from './furniture.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

type Draw = (kit: RoomKit, object: LayoutObject) => void;

/** A box's width and depth, and the way it is turned; a round outline counts as a square. */
const outlineOf = ({ solid, heading }: LayoutObject, width: number, depth: number): readonly [number, number, number] =>
  solid?.kind === 'box' ? [solid.width, solid.depth, solid.heading] : solid ? [solid.radius * 2, solid.radius * 2, heading] : [width, depth, heading];

const blossoms = ['#f3b0a4', '#f7c8bd', '#ee9d93'] as const;
const shellColours = ['#e2654c', '#e8c9a0', '#2f8f8a', '#e8c9a0', '#6f4a86'] as const;
const spines = ['#e2654c', '#f0b23f', '#2f8f8a', '#6f4a86', '#c9694a', '#3f86b8'] as const;

const archTube = (kit: RoomKit, at: Vec3, radius: number, colour: string): void => {
  const points: Vec3[] = Array.from({ length: 13 }, (_, k) => {
    const turn = (k / 12) * Math.PI;
    return [at[0] + Math.cos(turn) * radius, at[1] + Math.sin(turn) * radius, at[2]];
  });
  kit.add(tube(points, 0.2, 24, 7), colour);
};

/** Five nested arches around a sun disc. */
const shell: Draw = (kit, { x, z }) => {
  for (const [ring, colour] of shellColours.entries()) archTube(kit, [x, 0, z - ring * 0.22], 4.5 - ring * 0.42, colour);
  kit.add(cylinder(1.35, 1.35, 0.12, 40), '#f6c64e', { at: [x, 1.7, z - 1.2], tilt: Math.PI / 2 }, { emission: 0.25 });
};

const table: Draw = (kit, object) => {
  const [width, depth, turn] = outlineOf(object, 1, 1);
  const round = object.solid?.kind !== 'box';
  const top = round ? cylinder(width / 2, width / 2, 0.06, 20, 0.02) : box(width, 0.07, depth, 0.03);
  kit.add(top, palette.woodLight, { at: [object.x, round ? 0.7 : 0.735, object.z], turn });
  if (round) kit.add(cylinder(0.22, 0.07, 0.7, 10), palette.woodDark, { at: [object.x, 0, object.z] });
  else for (const [sx, sz] of [[-1, -1], [-1, 1], [1, -1], [1, 1]] as const) {
    const [across, along] = [sx * (width / 2 - 0.15), sz * (depth / 2 - 0.15)];
    kit.add(box(0.1, 0.7, 0.1), palette.woodDark, { at: [object.x + across * Math.cos(turn) + along * Math.sin(turn), 0.35, object.z - across * Math.sin(turn) + along * Math.cos(turn)] });
  }
  kit.add(cylinder(0.07, 0.09, 0.12, 9), palette.pots[0], { at: [object.x, 0.77, object.z] });
};

/** A case of books; their backs are bands of colour. */
const shelf: Draw = (kit, object) => {
  const [width, depth, turn] = outlineOf(object, 2, 0.5);
  kit.add(box(width, 2.1, depth), palette.wood, { at: [object.x, 1.05, object.z], turn });
  const front = object.heading || turn;
  const out: Vec3 = [Math.sin(front) * (depth / 2), 0, Math.cos(front) * (depth / 2)];
  const along: Vec3 = [Math.cos(turn), 0, -Math.sin(turn)];
  for (let level = 0; level < 4; level++) {
    for (let place = -width / 2 + 0.22; place < width / 2 - 0.15; place += 0.3) {
      const height = kit.between(0.26, 0.38);
      kit.add(box(0.24, height, 0.08, 0.02), kit.oneOf(spines), { at: [object.x + out[0] + along[0] * place, 0.22 + level * 0.5 + height / 2, object.z + out[2] + along[2] * place], turn });
    }
  }
};

const frameWindow: Draw = (kit, { x, z }) => {
  kit.add(box(4.4, 4.2, 0.24), '#efdcc0', { at: [x, 2.1, z - 0.12] });
  kit.add(cylinder(1.86, 1.86, 0.1, 40), '#ffe9b8', { at: [x, 2.1, z + 0.02], tilt: Math.PI / 2 }, { emission: 0.5, casts: false });
  for (const turn of [0, Math.PI / 2]) kit.add(box(3.7, 0.09, 0.12), palette.woodDark, { at: [x, 2.1, z + 0.12], roll: turn });
};

const counter: Draw = (kit, object) => {
  const [width, depth, turn] = outlineOf(object, 3, 0.8);
  kit.add(box(width, 1.05, depth), palette.wood, { at: [object.x, 0.525, object.z], turn });
  for (let band = 0; band < 6; band++) {
    const place = -width / 2 + (width / 6) * (band + 0.5);
    kit.add(box(width / 6, 0.08, depth + 0.9), band % 2 ? '#f7e9cf' : '#e2654c', { at: [object.x + Math.cos(turn) * place, 2.35, object.z - Math.sin(turn) * place], turn });
  }
  for (const side of [-1, 1]) kit.add(cylinder(0.05, 0.05, 2.3, 8), palette.woodDark, { at: [object.x + Math.cos(turn) * side * (width / 2 - 0.1), 0, object.z - Math.sin(turn) * side * (width / 2 - 0.1)] });
  lantern(kit, [object.x, 2.3, object.z], 0.9);
};

/** How the kinds of the other rooms are drawn. */
export const furnishings = {
  deck: (kit, { x, z }) => kit.add(box(9.2, 0.12, 4, 0.03), palette.woodLight, { at: [x, 0.0, z] }, { floor: true, casts: false }),
  shell,
  rug: (kit, { x, z }) => {
    kit.add(cylinder(2.2, 2.2, 0.03, 40), '#a4493a', { at: [x, 0, z] }, { floor: true, casts: false });
    kit.add(cylinder(1.7, 1.7, 0.035, 40), '#e8c9a0', { at: [x, 0, z] }, { floor: true, casts: false });
  },
  table,
  shelf,
  window: frameWindow,
  counter,
  blossom: (kit, { x, z }) => void tree(kit, x, z, 3.8, 2.3, blossoms),
} satisfies Partial<Record<LayoutObject['kind'], Draw>>;
