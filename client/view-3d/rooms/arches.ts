import type { Layout, Portal } from '#shared/rooms/layout.ts';
import { cylinder } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { lantern } from './furniture.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** The deep colours of rooms, on which cream letters read (at least 5.2:1). */
const signs: Readonly<Record<string, string>> = { commons: '#8a5a12', stage: '#b0432c', studio: '#2c6a97', library: '#6f4a86', cafe: '#a34f24', garden: '#3f7038' };
const opening = 2;
const legs = 1.55;
const voussoirs = 9;

/** A portal: an arch of stones, a sheet in the other room's colour, and a sign on its crown. */
const arch = (kit: RoomKit, { x, z, heading, to }: Portal): void => {
  const colour = signs[to] ?? palette.woodDark;
  const across = (out: number, y: number, ahead = 0): Vec3 => [x + Math.cos(heading) * out + Math.sin(heading) * ahead, y, z - Math.sin(heading) * out + Math.cos(heading) * ahead];
  for (const side of [-1, 1]) {
    for (let stone = 0; stone < 4; stone++) kit.add(box(0.42, legs / 4 + 0.02, 0.46, 0.06), kit.oneOf(palette.rocks), { at: across(side * (opening / 2 + 0.21), (stone + 0.5) * (legs / 4)), turn: heading });
    lantern(kit, across(side * (opening / 2 + 0.75), 1.9), 0.75);
    kit.add(cylinder(0.05, 0.05, 1.5, 8), palette.woodDark, { at: across(side * (opening / 2 + 0.75), 0) });
  }
  for (let k = 0; k < voussoirs; k++) {
    const turn = ((k + 0.5) / voussoirs) * Math.PI;
    const radius = opening / 2 + 0.21;
    kit.add(box(0.42, 0.42, 0.46, 0.05), kit.oneOf(palette.rocks), { at: across(Math.cos(turn) * radius, legs + Math.sin(turn) * radius), turn: heading });
  }
  kit.add(box(opening, legs + 0.5, 0.05, 0.01), colour, { at: across(0, (legs + 0.5) / 2, 0.1), turn: heading }, { emission: 0.18, casts: false });
  kit.add(box(opening * 0.5, legs * 0.8, 0.05, 0.01), '#fff1dc', { at: across(0, legs * 0.5, 0.06), turn: heading }, { emission: 0.35, casts: false });
  kit.add(box(2, 0.58, 0.12, 0.05), colour, { at: across(0, legs + opening / 2 + 0.62, -0.1), turn: heading }, { emission: 0.1 });
};

/** Draws every way out of a room. */
export const arches = (kit: RoomKit, layout: Layout): void => {
  for (const portal of layout.portals) arch(kit, portal);
};
