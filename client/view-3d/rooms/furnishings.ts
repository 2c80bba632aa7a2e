/** What stands in the rooms beyond the Commons, unless a room draws it in its own way. */
import type { LayoutObject } from '#shared/rooms/layout.ts';
import { cylinder } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { blossomTree } from './blossom.ts';
import { bookcase } from './books.ts';
import { counter } from './counter.ts';
import type { RoomKit } from './roomKit.ts';
import { deck, shell } from './shell.ts';
import { cafeTable, longTable } from './tables.ts';
import { palette } from './palette.ts';
import { roundFrame } from './walls.ts';

type Draw = (kit: RoomKit, object: LayoutObject) => void;

const rug: Draw = (kit, { x, z }) => {
  for (const [i, [radius, colour]] of ([[2.2, '#8f3f3c'], [2.02, '#e5b867'], [1.9, '#b5513f'], [1.1, '#d9a45a'], [1, '#7a3540']] as const).entries()) {
    kit.add(cylinder(radius, radius, 0.014 + i * 0.006, 36, 0.004), colour, { at: [x, 0, z] }, { floor: true, casts: false, jitter: 0.02 });
  }
};

const table: Draw = (kit, { x, z, solid }) => {
  if (solid?.kind === 'box') longTable(kit, x, z, solid.width, solid.depth, solid.heading, palette.woodLight);
  else cafeTable(kit, x, z, solid?.radius ?? 0.5, palette.cushions[1]);
};

/** A window that stands in no wall of its own: a frame of plaster with a lit round of glass. */
const standingWindow: Draw = (kit, { x, z }) => {
  kit.add(box(4.6, 4.8, 0.26, 0.08), '#e4d3b6', { at: [x, 2.4, z - 0.2] });
  kit.add(cylinder(1.86, 1.86, 0.06, 40, 0.01), '#cfe3ea', { at: [x, 2.6, z - 0.08], tilt: Math.PI / 2 }, { emission: 0.3, casts: false });
  roundFrame(kit, x, 2.6, z + 0.04, 1.86);
};

/** How the kinds of the other rooms are drawn. */
export const furnishings = {
  deck,
  shell,
  rug,
  table,
  shelf: (kit, { x, z, heading, solid }) => bookcase(kit, x, z, heading, solid?.kind === 'box' ? solid.width : 2, 4),
  window: standingWindow,
  counter,
  blossom: blossomTree,
} satisfies Partial<Record<LayoutObject['kind'], Draw>>;
