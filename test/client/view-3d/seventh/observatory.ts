import type { Layout, LayoutObject } from '#shared/rooms/layout.ts';
import { rgb } from '#client/view-3d/geometry/colour.ts';
import { cylinder, lathe, torus } from '#client/view-3d/geometry/round.ts';
import { box } from '#client/view-3d/geometry/solids.ts';
import { tube } from '#client/view-3d/geometry/sweep.ts';
import { add, type Vec3 } from '#client/view-3d/geometry/vector.ts';
import { arches } from '#client/view-3d/rooms/arches.ts';
import { bookPile } from '#client/view-3d/rooms/books.ts';
import { pennants } from '#client/view-3d/rooms/cloth.ts';
import { country } from '#client/view-3d/rooms/country.ts';
import { bush, tree } from '#client/view-3d/rooms/foliage.ts';
import { lantern, lanternPost, terrace } from '#client/view-3d/rooms/furniture.ts';
import { edging } from '#client/view-3d/rooms/landscape.ts';
import { objects, type Singles } from '#client/view-3d/rooms/objects.ts';
import { palette } from '#client/view-3d/rooms/palette.ts';
import { RoomKit } from '#client/view-3d/rooms/roomKit.ts';
import { seating } from '#client/view-3d/rooms/seating.ts';
import { longTable, tableHeight } from '#client/view-3d/rooms/tables.ts';

const [brass, iron] = ['#c99a4a', '#4a5568'];

/** The Observatory, a seventh room: a long telescope under the ribs of an open dome, on a terrace where it is dark enough to see. */
export const drawObservatory = (layout: Layout): RoomKit => {
  const kit = new RoomKit(83);
  terrace(kit, 0.02, layout.terrace, ['#a9a0a6', '#9a9098', '#b8aeb0', '#a89c9c']);
  edging(kit, layout.terrace + 0.2);
  objects(kit, layout, {}, singles);
  seating(kit, layout);
  arches(kit, layout);
  for (const side of [-1, 1]) {
    lanternPost(kit, side * 3.6, 3.6);
    lanternPost(kit, side * 6.3, -2.2);
    bush(kit, side * 7.9, 1.9, 1.2, '#d79bd0');
    tree(kit, side * 10.4, -7.2, 3.4, 1.6, side < 0 ? palette.autumn : palette.leaves);
    tree(kit, side * 12.6, 1.4, 3.7, 1.8, palette.leaves);
  }
  pennants(kit, [-6, 3.9, -5.2], [6, 3.9, -5.2], 0.6);
  country(kit, layout, { tufts: 2600, flowers: 60, trees: 90 });
  return kit;
};

const telescope = (kit: RoomKit, { x, z }: LayoutObject): void => {
  kit.add(cylinder(1.3, 1.24, 0.16, 26, 0.04), palette.rocks[1], { at: [x, 0, z] });
  kit.add(cylinder(0.95, 0.88, 0.34, 22, 0.05), palette.rocks[2], { at: [x, 0.12, z] });
  const [hub, way]: readonly [Vec3, Vec3] = [[x, 1.85, z], [0.34, 0.62, -0.71]];
  const along = (far: number): Vec3 => add(hub, [way[0] * far, way[1] * far, way[2] * far]);
  for (const turn of [0.5, 2.6, 4.7]) kit.add(tube([[x + Math.sin(turn) * 0.66, 0.44, z + Math.cos(turn) * 0.66], add(hub, [0, -0.16, 0])], 0.085, 3, 8), palette.wood);
  kit.add(cylinder(0.24, 0.2, 0.3, 14, 0.04), iron, { at: add(hub, [0, -0.24, 0]) });
  kit.add(tube([along(-1.25), along(2.3)], (t) => 0.17 + 0.1 * t, 12, 16), brass, {}, { jitter: 0.02 });
  for (const [far, wide] of [[-1.2, 0.2], [-0.3, 0.22], [0.6, 0.25], [2.24, 0.31]] as const) kit.add(tube([along(far), along(far + 0.1)], wide, 1, 16), palette.woodDark, {}, { jitter: 0.02 });
  kit.add(tube([along(-1.5), along(-1.2)], 0.09, 1, 12), iron);
  dome(kit, x, z);
  lantern(kit, [x - 0.9, 1.05, z + 1.05], 0.8);
  kit.hearth = { at: [x, 1.2, z + 0.9], reach: 9, strength: 0.8 };
  kit.glows.push({ at: along(-1.5), radius: 0.5, colour: rgb('#ffb45a', 0.3), kind: 'breathing' });
};

/** Five ribs of a dome that is open to the sky, about whoever looks. */
const dome = (kit: RoomKit, x: number, z: number): void => {
  const radius = 4.3;
  for (let i = 0; i < 5; i++) {
    const turn = Math.PI / 2 + (i / 4) * Math.PI;
    const rib = Array.from({ length: 7 }, (_, k): Vec3 => {
      const rise = (k / 6) * Math.PI * 0.42;
      return [x + Math.sin(turn) * radius * Math.cos(rise), Math.sin(rise) * radius, z + Math.cos(turn) * radius * Math.cos(rise)];
    });
    kit.add(tube(rib, (t) => 0.13 - 0.05 * t, 14, 8), '#5d7f8c');
    kit.add(cylinder(0.24, 0.2, 0.24, 10, 0.04), palette.rocks[0], { at: [x + Math.sin(turn) * radius, 0, z + Math.cos(turn) * radius] });
  }
  kit.add(torus(radius * Math.cos(Math.PI * 0.42), 0.1, 8, 32), '#5d7f8c', { at: [x, Math.sin(Math.PI * 0.42) * radius, z], tilt: Math.PI / 2 });
};

const starTable = (kit: RoomKit, { x, z }: LayoutObject): void => {
  longTable(kit, x, z, 0.9, 2.4, 0, palette.wood);
  for (const [dz, turn] of [[-0.6, 0.2], [0.15, -0.15]] as const) kit.add(box(0.56, 0.012, 0.42, 0.004), '#2d3f6e', { at: [x, tableHeight + 0.02, z + dz], turn }, { casts: false });
  bookPile(kit, x + 0.1, tableHeight, z + 0.8);
  kit.add(lathe([[0.2, 0], [0.2, 0.03], [0.03, 0.06], [0.03, 0.3], [0, 0.3]], 10), brass, { at: [x - 0.2, tableHeight, z - 1] }, { casts: false });
  lantern(kit, [x - 0.2, tableHeight + 0.62, z - 1], 0.7);
};

const singles: Singles = { telescope, 'star-table': starTable };
