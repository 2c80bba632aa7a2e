import type { Layout, LayoutObject } from '#shared/rooms/layout.ts';
import { rgb } from '../geometry/colour.ts';
import { arc } from '../geometry/sweep.ts';
import { lathe } from '../geometry/round.ts';
import { placed } from '../geometry/triangles.ts';
import { box, roundedRectangle, slab, wedge } from '../geometry/solids.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { arches } from './arches.ts';
import { banner, pennants } from './cloth.ts';
import { arrival } from './arrival.ts';
import { country } from './country.ts';
import { floorHeight, rowsOf, TIER, type Row } from './floorHeight.ts';
import { bush, pot, tree } from './foliage.ts';
import { lantern, lanternPost, post, rope, terrace } from './furniture.ts';
import { edging } from './landscape.ts';
import { objects } from './objects.ts';
import { palette } from './palette.ts';
import { RoomKit } from './roomKit.ts';
import { seating } from './seating.ts';

const plaza = 5.65;
const [coral, gold, teal, cream, plum] = palette.cushions;

/** Trees behind and beside: x, z, height, spread, and whether they have turned. */
const trees = [
  [-9.5, -10, 3.6, 1.8, false], [9.8, -10.2, 3.9, 1.9, false], [-4.5, -13.6, 4, 1.9, true], [4.8, -13.8, 3.6, 1.8, false], [-13, -4, 3.3, 1.6, false], [13.2, -4.4, 3.4, 1.6, true],
  [0, -15, 4.8, 2.1, false], [-13.8, 4.2, 3, 1.5, false], [13.4, 5.6, 3.1, 1.5, true],
] as const;

/** The Stage: a shell of five arches around whoever speaks, a plaza left free, and rows that rise. */
export const drawStage = (layout: Layout): RoomKit => {
  const kit = new RoomKit(23);
  kit.setting = 'stage';
  const shell = layout.objects.find(({ kind }) => kind === 'shell');
  const [x, z] = [shell?.x ?? 0, shell?.z ?? -9.2];
  // The hearth's place in the light is the shell's, which shines from within.
  kit.hearth = { at: [x, 3.1, z + 3.4], reach: 10.5, strength: 1.35 };
  kit.confetti = { at: [0, 0, -1], radius: 10, height: 8 };
  terrace(kit, 1.5, plaza, ['#cbb096', '#bd9a80', '#c4a58c'], (_px, pz) => pz > -3.7);
  edging(kit, layout.terrace + 0.3);
  // The shell's feet are part of the shell.
  objects(kit, layout, { rug: rose, post: () => undefined });
  arches(kit, layout);
  const rows = rowsOf(layout);
  const highest = Math.max(...rows.map(({ level }) => level));
  for (const row of rows) {
    tier(kit, row);
    if (row.level === highest) rear(kit, row);
  }
  seating(kit, layout, floorHeight(layout));
  aisle(kit);
  banners(kit, x, z);
  ropes(kit, x, z);
  planting(kit, x, z);
  for (const [tx, tz, height, spread, turned] of trees) tree(kit, tx, tz, height, spread, turned ? palette.autumn : palette.leaves);
  kit.falls.push({ from: [-4.5, 4.6, -11.5], spread: 3, count: 9, colours: palette.autumn });
  arrival(kit, layout, 1.7);
  country(kit, layout, { tufts: 2000 });
  return kit;
};

/** A step of stone under each row but the first. */
export const tier = (kit: RoomKit, row: Row): void => {
  const width = TIER.before + TIER.behind;
  const top = TIER.rise * row.level + 0.01;
  const colour = row.level % 2 ? palette.flags[0] : palette.flags[1];
  kit.add(placed(arc(row.radius + (TIER.behind - TIER.before) / 2, row.from, row.to, -0.06, width, top + 0.06, 0.03), { at: [row.x, 0, row.z] }), colour, {}, { casts: row.level > 0, gradient: row.level ? [0.72, 1.02] : [0.96, 1] });
};

/** The back of the highest row, which is what whoever arrives sees first: courses of stone, a rail to lean on, lanterns and flowers. */
const rear = (kit: RoomKit, row: Row): void => {
  const radius = row.radius + TIER.behind + 0.02;
  const top = TIER.rise * row.level;
  const span = row.to - row.from;
  const at = (angle: number, y: number, out = 0): Vec3 => [row.x + Math.sin(angle) * (radius + out), y, row.z + Math.cos(angle) * (radius + out)];
  const stones = Math.round((span * radius) / 0.66);
  for (let course = 0; course < 2; course++) {
    for (let i = 0; i < stones + course; i++) {
      const half = course === 1 && (i === 0 || i === stones);
      const angle = row.from + (span * (course === 0 ? i + 0.5 : half ? (i === 0 ? 0.25 : stones - 0.25) : i)) / stones;
      const wide = (span * radius) / stones / (half ? 2 : 1) - 0.03;
      kit.add(box(wide, top / 2 - 0.015, 0.18 + kit.between(-0.03, 0.03), 0.045, 1), kit.oneOf(palette.archStones), { at: at(angle, (course + 0.5) * (top / 2)), turn: angle }, { mottle: 0.2, gradient: [0.82, 1.05] });
    }
  }
  kit.add(placed(arc(radius - 0.02, row.from, row.to, top, 0.34, 0.09, 0.03), { at: [row.x, 0, row.z] }), palette.woodLight);
  kit.add(placed(arc(radius, row.from, row.to, top + 0.5, 0.12, 0.1, 0.03), { at: [row.x, 0, row.z] }), palette.wood);
  const posts = Math.round((span * radius) / 1.9);
  for (let i = 0; i <= posts; i++) {
    const angle = row.from + (span * i) / posts;
    kit.add(box(0.12, 0.6, 0.12, 0.03), palette.woodDark, { at: at(angle, top + 0.3), turn: angle });
    if (i === posts) continue;
    const [x, , z] = at(angle + span / posts / 2, 0, 0.6);
    bush(kit, x, z, kit.between(0.75, 1), [undefined, '#f3a08a', '#fff1dc', '#f6c64e', '#d79bd0'][i % 5]);
    // A lantern on every other post looks out over the meadow.
    if (i % 2 === 0) lantern(kit, at(angle, top + 0.62, 0.16), 0.8);
  }
};

/** Lanterns on low posts where the aisle begins and ends, and its paving. */
const aisle = (kit: RoomKit): void => {
  for (let z = plaza + 0.5; z < 10.2; z += 0.74) {
    for (const side of [-1, 0, 1]) kit.add(slab(roundedRectangle(side * 0.6 + kit.between(-0.02, 0.02), z, 0.57, 0.7, 0, 0.06), -0.08, 0.085 + kit.between(-0.006, 0.006)), kit.oneOf(palette.flags), {}, { floor: true, casts: false, gradient: [0.72, 1] });
  }
  for (const [x, z] of [[-1.12, 5.9], [1.12, 5.9], [-1.2, 9.9], [1.2, 9.9]] as const) {
    kit.add(lathe([[0, 0], [0.09, 0], [0.05, 0.08], [0.045, 0.86], [0.07, 0.9], [0, 0.9]], 7), palette.woodDark, { at: [x, 0, z] });
    lantern(kit, [x, 1.28, z], 0.95);
  }
};

const banners = (kit: RoomKit, x: number, z: number): void => {
  for (const [dx, dz, tall, cloth, sign] of [[-5.9, 2.9, 5.2, coral, gold], [5.9, 2.9, 5.2, teal, cream], [-7.9, 5.3, 4.7, gold, plum], [7.9, 5.3, 4.7, plum, coral]] as const) banner(kit, x + dx, z + dz, tall, cloth, sign, dx < 0 ? 1 : -1);
};

const ropes = (kit: RoomKit, x: number, z: number): void => {
  const masts = [[-10, -1.4, 4.3], [10, -1.4, 4.3], [-9.9, 5.4, 4], [9.9, 5.4, 4]] as const;
  for (const [mx, mz, tall] of masts) post(kit, mx, mz, tall);
  for (const side of [-1, 1]) {
    rope(kit, [side * 10, 4.2, -1.4], [x + side * 5.9, 4.9, z + 2.9], 0.35, 2);
    // They climb in a V to the keystone.
    rope(kit, [side * 10, 4.2, -1.4], [x + side * 0.1, 5.6, z + 2.3], 0.9, 6);
    pennants(kit, [side * 10, 4.1, -1.4], [x + side * 5.9, 4.8, z + 2.9], 0.5);
    pennants(kit, [x + side * 5.9, 4.8, z + 2.9], [x + side * 0.1, 5.5, z + 2.2], 0.5);
    rope(kit, [side * 9.9, 3.9, 5.4], [side * 10, 4.2, -1.4], 0.4, 3);
  }
};

const planting = (kit: RoomKit, x: number, z: number): void => {
  const bushes = [[-6.6, 1.2, 1.6, '#f3a08a'], [6.6, 1.1, 1.7, '#f6c64e'], [-5.5, -1, 1.8, undefined], [5.5, -1.1, 1.7, undefined], [-8.6, 2.6, 1.3, '#fff1dc'], [8.6, 2.6, 1.4, undefined]] as const;
  for (const [dx, dz, size, flower] of bushes) bush(kit, x + dx, z + dz, size, flower);
  pot(kit, x - 5.6, z + 5.6, 1.05, palette.pots[0], { flower: '#f6c64e' });
  pot(kit, x + 5.5, z + 5.5, 1.1, palette.pots[1], 'blades');
  for (const [px, pz] of [[-11.6, -7.2], [11.8, -7], [-12.4, 1], [12.4, 1.2], [-7.6, 11], [7.8, 10.8]] as const) lanternPost(kit, px, pz);
};

/** An inlaid rose of stones around a disc of gold. */
const rose = (kit: RoomKit, { x, z }: LayoutObject): void => {
  const put = (from: number, to: number, petals: number, colours: readonly [string, string]): void => {
    for (let i = 0; i < petals; i++) {
      const stone = slab(wedge(from, to, (i / petals) * Math.PI * 2, ((i + 1) / petals) * Math.PI * 2, 0.028), -0.08, 0.085, 0.02);
      kit.add(stone, i % 2 ? colours[1] : colours[0], { at: [x, 0, z] }, { floor: true, casts: false });
    }
  };
  kit.add(slab(Array.from({ length: 26 }, (_, i) => [Math.sin((i / 26) * Math.PI * 2) * 0.72, Math.cos((i / 26) * Math.PI * 2) * 0.72] as const), -0.08, 0.09, 0.02), rgb(gold, 0.86), { at: [x, 0, z] }, { floor: true, casts: false });
  put(0.75, 1.46, 12, ['#d9c3a0', '#b8604e']);
};
