import type { LayoutObject } from '#shared/rooms/layout.ts';
import { cylinder } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

export const noteColours = ['#f6c64e', '#f3a08a', '#9bcf9a', '#8fc7d8', '#d7b0e0'] as const;
/** How high a board's middle hangs, and how tall it is (m). */
export const BOARD = { middle: 1.62, tall: 1.7 } as const;

/** Places about a board: across it, up, and out of it. */
export type OnBoard = (across: number, y: number, ahead: number) => Vec3;
export const onBoard = ({ x, z, heading }: LayoutObject): OnBoard => (across, y, ahead) =>
  [x + across * Math.cos(heading) + ahead * Math.sin(heading), y, z - across * Math.sin(heading) + ahead * Math.cos(heading)];
export const boardWidth = ({ solid }: LayoutObject): number => (solid?.kind === 'box' ? solid.width : 3);

/** A board on two legs, with notes, arrows and pens, as after a good morning. */
export const board = (kit: RoomKit, object: LayoutObject): void => {
  const { heading } = object;
  const [width, at] = [boardWidth(object), onBoard(object)];
  const { middle, tall } = BOARD;
  kit.add(box(width + 0.16, tall + 0.16, 0.08, 0.03), palette.woodDark, { at: at(0, middle, 0), turn: heading });
  kit.add(box(width, tall, 0.06, 0.015, 0.4), '#fbf3e2', { at: at(0, middle, 0.04), turn: heading }, { jitter: 0, mottle: 0.02 });
  kit.add(box(width * 0.7, 0.05, 0.14, 0.02), palette.wood, { at: at(0, middle - tall / 2 - 0.05, 0.1), turn: heading });
  for (const [i, across] of [-0.6, -0.3, 0.4].entries()) kit.add(cylinder(0.022, 0.022, 0.15, 6, 0.005), kit.oneOf(palette.cushions), { at: at(across + i * 0.1, middle - tall / 2 - 0.02, 0.11), turn: heading, roll: 1.5 }, { casts: false });
  scribbles(kit, at, heading, width, middle);
  for (const side of [-1, 1]) kit.add(box(0.1, middle - tall / 2 + 0.1, 0.1, 0.03), palette.woodDark, { at: at(side * (width / 2 - 0.15), (middle - tall / 2 + 0.1) / 2, 0), turn: heading });
};

/** Notes and arrows, as after a good morning. */
const scribbles = (kit: RoomKit, at: OnBoard, heading: number, width: number, middle: number): void => {
  const ink = '#4a5a74';
  // No two boards are filled alike.
  const [side, first] = [kit.chance() < 0.5 ? -1 : 1, Math.floor(kit.between(0, noteColours.length))];
  for (let i = 0; i < 9; i++) {
    if (kit.chance() < 0.2) continue;
    const [across, y] = [side * (-width * 0.36 + (i % 3) * 0.34 + kit.between(-0.03, 0.03)), middle + 0.46 - Math.floor(i / 3) * 0.36 + kit.between(-0.03, 0.03)];
    kit.add(box(0.25, 0.25, 0.012, 0.004), noteColours[(first + i * 2 + Math.floor(i / 3)) % noteColours.length] ?? noteColours[0], { at: at(across, y, 0.08), turn: heading, roll: kit.between(-0.08, 0.08) }, { casts: false, jitter: 0.02 });
    kit.add(box(0.15, 0.014, 0.006, 0.002), ink, { at: at(across, y + 0.04, 0.088), turn: heading }, { casts: false });
    kit.add(box(0.1, 0.014, 0.006, 0.002), ink, { at: at(across - 0.02, y - 0.02, 0.088), turn: heading }, { casts: false });
  }
  const ring = (across: number, y: number, radius: number, colour: string): void => {
    const points: Vec3[] = Array.from({ length: 13 }, (_, i) => at(side * across + Math.cos((i / 12) * 6.4) * radius * 1.3, y + Math.sin((i / 12) * 6.4) * radius, 0.075));
    kit.add(tube(points, 0.012, 24, 4), colour, {}, { casts: false, jitter: 0 });
  };
  ring(width * 0.2, middle + 0.3, 0.24, '#3f86b8');
  ring(width * 0.36, middle - 0.28, kit.between(0.15, 0.2), '#e2654c');
  ring(width * 0.1, middle - 0.36, 0.17, '#2f8f8a');
  for (const [from, to] of [[[0.2, 0.05], [0.32, -0.1]], [[0.14, 0.04], [0.11, -0.2]]] as const) {
    kit.add(tube([at(side * width * from[0], middle + from[1], 0.075), at(side * width * ((from[0] + to[0]) / 2 + 0.03), middle + (from[1] + to[1]) / 2, 0.075), at(side * width * to[0], middle + to[1], 0.075)], 0.011, 5, 4), ink, {}, { casts: false });
  }
};
