import type { Layout } from '#shared/rooms/layout.ts';
import { blob, lathe } from '../geometry/round.ts';
import { rgb } from '../geometry/colour.ts';
import { box, roundedRectangle, slab } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import { add, type Vec2, type Vec3 } from '../geometry/vector.ts';
import { arches } from './arches.ts';
import { bookcase, bookPile } from './books.ts';
import { pennants } from './cloth.ts';
import { pot, tree } from './foliage.ts';
import { lantern, seatHeight } from './furniture.ts';
import { farTrees, ground, hills } from './landscape.ts';
import { objects, type Drawings } from './objects.ts';
import { palette } from './palette.ts';
import { RoomKit } from './roomKit.ts';
import { moods } from '../stage/moods.ts';
import { seating } from './seating.ts';
import { longTable, tableHeight, teaTable } from './tables.ts';
import { hall, ROOM_BEHIND, roundFrame } from './walls.ts';

const height = 4.6;
const windowAt = { y: 2.75, radius: 1.86 } as const;
/** What the sun's light falls along, from the window into the room. */
const sunwards = moods.indoors.day.sun;

/** The Library: a round window with the hills behind it, its light on an oval rug, and books on three walls. */
export const drawLibrary = (layout: Layout): RoomKit => {
  const kit = new RoomKit(37);
  kit.setting = 'indoors';
  const [wide, deep] = layout.floor.kind === 'box' ? [layout.floor.width, layout.floor.depth] : [12.8, 10.4];
  const north = -deep / 2;
  hall(kit, { width: wide, north, south: deep / 2 + ROOM_BEHIND, height, floor: palette.planks, walls: ['#d5d6ba', '#568a85'], hole: [0, windowAt.y, windowAt.radius], ceiling: '#e6dcc8' });
  beams(kit, wide, north, deep / 2 + ROOM_BEHIND);
  roundFrame(kit, 0, windowAt.y, north, windowAt.radius);
  shafts(kit, north);
  objects(kit, layout, drawings);
  arches(kit, layout, 'wood');
  seating(kit, layout);
  furnish(kit, wide, deep);
  lamps(kit, north);
  outside(kit, north);
  kit.confetti = { at: [0, 0, -0.5], radius: 5.4, height: 4.2 };
  return kit;
};

/** Lighter than other dark wood: on a phone they are a quarter of the picture. */
const beam = '#96603e';

const beams = (kit: RoomKit, wide: number, north: number, south: number): void => {
  for (let z = north + 1.3; z < south; z += 2.4) kit.add(box(wide, 0.3, 0.26, 0.05, 0.8), beam, { at: [0, height - 0.15, z] });
  for (const x of [-wide / 4, wide / 4]) kit.add(box(0.22, 0.2, south - north, 0.04, 0.8), beam, { at: [x, height - 0.06, (north + south) / 2] });
};

/** Seven shafts of light, from the panes of the window down to the floor. */
const shafts = (kit: RoomKit, north: number): void => {
  for (let i = 0; i < 7; i++) {
    const x = ((i - 3) / 3) * windowAt.radius * 0.82;
    const tall = Math.sqrt(windowAt.radius ** 2 - x ** 2) * 0.9;
    const width = 0.3 + 0.1 * (i % 2);
    const fall = (from: Vec3): Vec3 => add(from, [(-sunwards[0] * from[1]) / sunwards[1], -from[1], (-sunwards[2] * from[1]) / sunwards[1]]);
    const [left, right]: readonly [Vec3, Vec3] = [[x - width, windowAt.y + tall * (0.2 + 0.11 * i) - 0.2, north + 0.1], [x + width, windowAt.y + tall * (0.2 + 0.11 * i) - 0.2, north + 0.1]];
    kit.shafts.push([left, right, fall(right), fall(left)]);
  }
};

const oval = (x: number, z: number, across: number, along: number): Vec2[] => Array.from({ length: 32 }, (_, i) => [x + Math.cos((i / 32) * Math.PI * 2) * across, z + Math.sin((i / 32) * Math.PI * 2) * along]);
const rings = [[2.75, 2.3, '#8f3f3c'], [2.5, 2.07, '#e5b867'], [2.38, 1.95, '#b5513f'], [1.6, 1.2, '#2f6f70'], [1.45, 1.06, '#d9a45a'], [1.32, 0.94, '#7a3540']] as const;

const drawings: Drawings = {
  rug: (_kit, { x, z }) => {
    for (const [i, [across, along, colour]] of rings.entries()) _kit.add(slab(oval(x, z, across, along), 0, 0.012 + i * 0.006, 0.01), colour, {}, { floor: true, casts: false, jitter: 0.02, mottle: 0.18 });
  },
  table: (kit, { x, z }) => teaTable(kit, x, z, 0.62),
  // The wall has it already.
  window: () => undefined,
  bench: (kit, { x, z, solid }) => windowSeat(kit, x, z, solid?.kind === 'box' ? solid.width : 1.6),
  shelf: (kit, { x, z, heading, solid }) => {
    const width = solid?.kind === 'box' ? solid.width : 2;
    const cases = Math.max(1, Math.round(width / 2.6));
    for (let i = 0; i < cases; i++) {
      const across = ((i + 0.5) / cases - 0.5) * width;
      bookcase(kit, x + across * Math.cos(heading), z - across * Math.sin(heading), heading, width / cases - 0.12, 6 - (i % 2));
    }
  },
};

const windowSeat = (kit: RoomKit, x: number, z: number, width: number): void => {
  kit.add(box(width, seatHeight - 0.04, 0.72, 0.04), palette.wood, { at: [x, (seatHeight - 0.04) / 2, z + 0.02] });
  kit.add(slab(roundedRectangle(x, z + 0.04, width - 0.1, 0.64, 0, 0.12), seatHeight - 0.04, 0.08, 0.04), palette.cushions[0], {}, { casts: false });
  for (const [across, colour] of [[-0.46, palette.cushions[1]], [-0.32, palette.cushions[2]], [0.42, palette.cushions[3]]] as const) {
    kit.add(blob([0.25, 0.23, 0.12], { cuts: 3, lumps: 0.05, seed: across }), colour, { at: [x + across * width, seatHeight + 0.24, z - 0.24] }, { casts: false });
  }
};

/** What makes it lived in: a ladder, a cat, plants, a study table with a lamp. */
const furnish = (kit: RoomKit, wide: number, deep: number): void => {
  const north = -deep / 2;
  for (const side of [-0.22, 0.22]) kit.add(tube([[3.9 + side, 0, north + 1.3], [3.9 + side, 3.4, north + 0.55]], 0.035, 1, 6), palette.woodLight);
  for (let i = 1; i < 9; i++) kit.add(tube([[3.66, i * 0.37, north + 1.3 - i * 0.081], [4.14, i * 0.37, north + 1.3 - i * 0.081]], 0.025, 1, 5), palette.woodLight);
  kit.add(blob([0.2, 0.12, 0.15], { lumps: 0.05 }), '#d98a3c', { at: [1.0, seatHeight + 0.15, north + 0.62] }, { casts: false });
  kit.add(blob([0.1, 0.09, 0.09], { lumps: 0.03 }), '#d98a3c', { at: [1.19, seatHeight + 0.19, north + 0.68] }, { casts: false });
  for (const side of [-0.05, 0.05]) kit.add(lathe([[0.035, 0], [0, 0.07]], 4), '#c9752f', { at: [1.2 + side, seatHeight + 0.25, north + 0.68] }, { casts: false });
  longTable(kit, wide / 2 - 1.5, 4.9, 1.1, 1.7, 0, palette.woodLight);
  bookPile(kit, wide / 2 - 1.7, tableHeight, 4.6);
  bookPile(kit, wide / 2 - 1.2, tableHeight, 5.3);
  pot(kit, -2.75, north + 0.75, 1.15, palette.pots[0], 'blades');
  pot(kit, 2.6, north + 0.7, 0.9, palette.pots[1], 'blades');
  pot(kit, -wide / 2 + 0.6, 2.0, 1.1, palette.pots[2], 'bush');
  pot(kit, wide / 2 - 0.6, 2.1, 1, palette.pots[0], 'blades');
};

const lamps = (kit: RoomKit, north: number): void => {
  for (const [x, y, z, size] of [[-2.5, 3.7, -2.5, 1.15], [2.5, 3.75, -2.3, 1.15], [-3.9, 3.7, 1.2, 1.2], [3.9, 3.7, 1.1, 1.2], [-3.4, 3.7, 4.8, 1.1], [3.4, 3.7, 4.8, 1.1]] as const) {
    kit.add(tube([[x, height, z], [x, y, z]], 0.014, 1, 4), palette.woodDark, {}, { casts: false });
    lantern(kit, [x, y, z], size);
  }
  for (const side of [-1, 1]) lantern(kit, [side * 2.35, 2.2, north + 0.3], 0.8);
  for (const z of [-3.2, 0.8]) pennants(kit, [-6, 4, z], [6, 4, z], 0.7);
  // A candle on the tea table: in the evening the rug is the heart of the room.
  lantern(kit, [0.24, tableHeight + 0.4, -1.36], 0.7);
  kit.hearth = { at: [0, 2.2, -1.2], reach: 8, strength: 0.85 };
};

/** What one sees through the window. */
const outside = (kit: RoomKit, north: number): void => {
  const height = (x: number, z: number): number => Math.hypot(x, z) < 12 ? -0.3 : -0.3 + (Math.hypot(x, z) - 12) * 0.03;
  ground(kit, 0, height);
  hills(kit);
  farTrees(kit, 15, height, { seen: (_, z) => z < 0 });
  tree(kit, -2.6, north - 5, 2.9, 1.4, palette.leaves);
  tree(kit, 3.4, north - 7.5, 3.2, 1.5, palette.autumn);
  for (let i = 0; i < 8; i++) kit.flowers.push({ at: [kit.between(-2, 2), 0.9, north - kit.between(1, 3)], size: 0.08, colour: rgb('#fff1dc'), normal: [0, 1, 0] });
};
