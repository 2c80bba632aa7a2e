import { cylinder } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { seatHeight } from './furniture.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** The frame of a thing that faces along a heading: across to its left, ahead to its front. */
const framed = (x: number, z: number, heading: number) => (across: number, y: number, ahead: number): Vec3 =>
  [x + across * Math.cos(heading) + ahead * Math.sin(heading), y, z - across * Math.sin(heading) + ahead * Math.cos(heading)];

/** A deep armchair. */
export const armchair = (kit: RoomKit, x: number, z: number, heading: number, colour: string): void => {
  const at = framed(x, z, heading);
  kit.add(box(0.82, 0.22, 0.74, 0.08), colour, { at: at(0, 0.2, 0), turn: heading });
  kit.add(box(0.6, 0.1, 0.6, 0.05), colour, { at: at(0, seatHeight - 0.03, 0.05), turn: heading }, { gradient: [1.1, 1.25] });
  kit.add(box(0.84, 0.78, 0.2, 0.09), colour, { at: at(0, 0.5, -0.38), turn: heading, tilt: -0.08 });
  for (const side of [-1, 1]) {
    kit.add(box(0.17, 0.42, 0.74, 0.08), colour, { at: at(side * 0.4, 0.3, 0), turn: heading });
    for (const end of [-0.28, 0.28]) kit.add(cylinder(0.03, 0.04, 0.11, 6, 0.01), palette.woodDark, { at: at(side * 0.32, 0, end) });
  }
};

/** A light chair with a bent back. */
export const chair = (kit: RoomKit, x: number, z: number, heading: number, colour: string): void => {
  const at = framed(x, z, heading);
  kit.add(box(0.42, 0.05, 0.4, 0.03), colour, { at: at(0, seatHeight - 0.025, 0), turn: heading });
  for (const side of [-1, 1]) for (const end of [-1, 1]) kit.add(tube([at(side * 0.19, 0, end * 0.17), at(side * 0.16, seatHeight - 0.04, end * 0.14)], 0.022, 1, 4), palette.woodDark);
  kit.add(tube([at(-0.18, seatHeight - 0.02, -0.18), at(-0.18, 0.62, -0.22), at(0, 0.72, -0.24), at(0.18, 0.62, -0.22), at(0.18, seatHeight - 0.02, -0.18)], 0.024, 8, 4), palette.woodDark);
  kit.add(tube([at(-0.17, 0.5, -0.205), at(0.17, 0.5, -0.205)], 0.018, 1, 4), palette.woodDark);
};
