import { noteFills } from '#shared/boards/note.colours.ts';
import type { LayoutObject } from '#shared/rooms/layout.ts';
import { cylinder } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

const { yellow, coral, green, blue, violet } = noteFills;
export const noteColours = [yellow, coral, green, blue, violet] as const;
/** How high a board's middle hangs, and how tall it is (m). */
export const BOARD = { middle: 1.62, tall: 1.7 } as const;

/** Places about a board: across it, up, and out of it. */
export type OnBoard = (across: number, y: number, ahead: number) => Vec3;
export const onBoard = ({ x, z, heading }: LayoutObject): OnBoard => (across, y, ahead) =>
  [x + across * Math.cos(heading) + ahead * Math.sin(heading), y, z - across * Math.sin(heading) + ahead * Math.cos(heading)];
export const boardWidth = ({ solid }: LayoutObject): number => (solid?.kind === 'box' ? solid.width : 3);

/** A board on two legs, with pens; what is written on it is hung before it. */
export const board = (kit: RoomKit, object: LayoutObject): void => {
  const { heading } = object;
  const [width, at] = [boardWidth(object), onBoard(object)];
  const { middle, tall } = BOARD;
  kit.add(box(width + 0.16, tall + 0.16, 0.08, 0.03), palette.woodDark, { at: at(0, middle, 0), turn: heading });
  kit.add(box(width, tall, 0.06, 0.015, 0.4), '#fbf3e2', { at: at(0, middle, 0.04), turn: heading }, { jitter: 0, mottle: 0.02 });
  kit.add(box(width * 0.7, 0.05, 0.14, 0.02), palette.wood, { at: at(0, middle - tall / 2 - 0.05, 0.1), turn: heading });
  for (const [i, across] of [-0.6, -0.3, 0.4].entries()) kit.add(cylinder(0.022, 0.022, 0.15, 6, 0.005), kit.oneOf(palette.cushions), { at: at(across + i * 0.1, middle - tall / 2 - 0.02, 0.11), turn: heading, roll: 1.5 }, { casts: false });
  for (const side of [-1, 1]) kit.add(box(0.1, middle - tall / 2 + 0.1, 0.1, 0.03), palette.woodDark, { at: at(side * (width / 2 - 0.15), (middle - tall / 2 + 0.1) / 2, 0), turn: heading });
};
