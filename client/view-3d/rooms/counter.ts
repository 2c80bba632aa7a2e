import type { LayoutObject } from '#shared/rooms/layout.ts';
import { lathe } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { awning } from './cloth.ts';
import { lantern } from './furniture.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';
import { cup, steam } from './tables.ts';

const top = 1.02;
const stripes = [palette.cushions[0], palette.cushions[3]] as const;

/** A counter under a striped awning: cakes, cups, and a machine that steams. It faces along its heading. */
export const counter = (kit: RoomKit, { x, z, heading, solid }: LayoutObject): void => {
  const [wide, deep] = solid?.kind === 'box' ? [solid.width, solid.depth] : [3.4, 0.8];
  const at = (across: number, y: number, ahead: number): Vec3 => [x + across * Math.cos(heading) + ahead * Math.sin(heading), y, z - across * Math.sin(heading) + ahead * Math.cos(heading)];
  kit.add(box(wide, top - 0.08, deep, 0.04), '#3a918a', { at: at(0, (top - 0.08) / 2, 0), turn: heading }, { gradient: [0.7, 1.05] });
  const boards = Math.round(wide / 0.28);
  for (let i = 0; i < boards; i++) kit.add(box(wide / boards - 0.02, top - 0.26, 0.03, 0.01), '#4fa69d', { at: at(-wide / 2 + ((i + 0.5) * wide) / boards, (top - 0.1) / 2, deep / 2 + 0.01), turn: heading });
  kit.add(box(wide + 0.24, 0.08, deep + 0.24, 0.03), palette.woodLight, { at: at(0, top - 0.04, 0), turn: heading });
  machine(kit, at, heading, -wide * 0.28);
  // Cakes under glass, and on a stand.
  for (const [across, colour, size] of [[0.02, '#c98a5a', 0.16], [0.42, '#f3b0a4', 0.14], [0.78, '#7b4a30', 0.15]] as const) {
    kit.add(lathe([[0, 0], [0.09, 0], [0.03, 0.03], [0.03, 0.12], [0.2, 0.14], [0.2, 0.155], [0, 0.155]], 12), palette.cushions[3], { at: at(across, top, 0.1) }, { casts: false });
    kit.add(lathe([[0, 0], [size, 0], [size, 0.1], [size * 0.85, 0.13], [0, 0.14]], 12), colour, { at: at(across, top + 0.155, 0.1) }, { casts: false });
    kit.add(lathe([[0, 0], [0.03, 0.02], [0, 0.05]], 6), '#e2654c', { at: at(across, top + 0.29, 0.1) }, { casts: false });
  }
  for (let i = 0; i < 5; i++) cup(kit, ...at(wide * 0.34 + (i % 3) * 0.16 - 0.1, top + Math.floor(i / 3) * 0.08, -0.1), kit.oneOf(palette.cushions));
  for (const side of [-1, 1]) kit.add(tube([at(side * (wide / 2 + 0.5), 0, 1.25), at(side * (wide / 2 + 0.5), 2.3, 1.25)], 0.05, 1, 7), palette.woodDark);
  awning(kit, at(0, 3.15, -1.15), wide + 1.6, 2.7, 0.85, heading, stripes);
  for (const side of [-1, 0, 1]) lantern(kit, at(side * wide * 0.36, 2.4, 0.35), 1.05);
};

const machine = (kit: RoomKit, at: (across: number, y: number, ahead: number) => Vec3, heading: number, across: number): void => {
  const [x, , z] = at(across, 0, -0.06);
  kit.add(box(0.78, 0.42, 0.42, 0.06), '#b8743f', { at: [x, top + 0.24, z], turn: heading });
  kit.add(box(0.84, 0.07, 0.48, 0.03), '#e6c48a', { at: [x, top + 0.47, z], turn: heading });
  kit.add(lathe([[0, 0], [0.16, 0], [0.17, 0.1], [0.12, 0.2], [0.03, 0.25], [0.03, 0.3], [0, 0.3]], 12), '#e6c48a', { at: [x, top + 0.5, z] });
  for (const side of [-0.2, 0.2]) {
    kit.add(tube([at(across + side, top + 0.3, 0.16), at(across + side, top + 0.22, 0.26), at(across + side, top + 0.14, 0.27)], 0.025, 3, 5), '#5c4436', {}, { casts: false });
    cup(kit, ...at(across + side, top, 0.27));
  }
  steam(kit, [x, top + 0.72, z], 7, 0.24);
  steam(kit, at(across, top + 0.1, 0.3), 3, 0.12);
};
