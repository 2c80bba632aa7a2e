import { boardsOf } from '#shared/boards/where.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { arches } from './arches.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { pennants } from './cloth.ts';
import { country } from './country.ts';
import { bush, pot, tree } from './foliage.ts';
import { lanternPost, post, rope, terrace } from './furniture.ts';
import { edging } from './landscape.ts';
import { objects } from './objects.ts';
import { palette } from './palette.ts';
import { leanTo } from './roofs.ts';
import { RoomKit } from './roomKit.ts';
import { seating } from './seating.ts';

/** Posts at the terrace's edge that carry the lantern ropes: x, z, height. */
const posts = {
  northWest: [-6.1, -6.3, 5.3],
  west: [-8.3, -2.2, 5],
  east: [8.4, 0.9, 5.2],
  southEast: [8.5, 5.6, 3.8],
  southWest: [-8.6, 5.2, 3.8],
} as const;

const topOf = ([x, z, height]: readonly [number, number, number]): Vec3 => [x, height - 0.1, z];

/** Trees of the middle distance: x, z, height, spread, and whether they have turned. */
const trees = [
  [-10.8, -6.2, 3.1, 1.4, false], [-10.4, 1.5, 4.1, 1.9, false], [-5.2, -12.4, 3.2, 1.5, false], [4.8, -12.6, 3.4, 1.6, false],
  [11.6, -6.6, 3.1, 1.5, false], [0.2, -13.6, 3.4, 1.6, true], [12.8, 3.4, 3, 1.4, true], [-11.4, 7.6, 3.2, 1.5, true],
] as const;

/** Bushes and their flowers along the edge. */
const bushes = [
  [9.2, -3.4, 1.5, '#f6c9a8'], [10.2, 2.6, 1.3, undefined], [-9.4, -3.6, 1.5, '#fff1dc'], [-9.8, 5.4, 1.6, undefined], [-7.8, 7.6, 1.4, '#f08a6a'], [9.4, 7.4, 1.5, undefined],
  [-6.6, -8.2, 1.3, '#f6c9a8'], [-3.5, -9.1, 1.1, undefined], [-1.7, -9.5, 0.9, '#fff1dc'], [1.9, -9.4, 1.1, '#f08a6a'], [3.9, -9.2, 0.9, undefined], [-9.2, -0.6, 1, '#f08a6a'],
] as const;

/** Lanterns out on the meadow: in the evening each makes an island of warm grass. */
const meadowLanterns = [[-12.2, -3.4], [-8.4, -10.6], [1.6, -11.9], [8.6, -9.4], [12.4, -2.2], [-11.6, 4.4], [9.6, 9.2]] as const;

const lanternHeadings = [Math.PI - 0.98, Math.PI - 0.3, Math.PI + 0.3, Math.PI + 0.72] as const;

/** The Commons: a round terrace with the fire in its middle, in a meadow among hills. */
export const drawCommons = (layout: Layout): RoomKit => {
  const kit = new RoomKit(11);
  terrace(kit, 1.38, layout.terrace);
  edging(kit, layout.terrace + 0.2);
  objects(kit, layout);
  arches(kit, layout);
  seating(kit, layout);
  ropes(kit, layout);
  shelter(kit, layout);
  for (const [x, z, h, spread, turned] of trees) tree(kit, x, z, h, spread, turned ? palette.autumn : palette.leaves);
  for (const [x, z, size, flower] of bushes) bush(kit, x, z, size, flower);
  pots(kit);
  for (const heading of lanternHeadings) lanternPost(kit, Math.sin(heading) * (layout.terrace + 0.75), Math.cos(heading) * (layout.terrace + 0.75));
  for (const [x, z] of meadowLanterns) lanternPost(kit, x, z);
  fallingLeaves(kit, layout);
  country(kit, layout, { free: (x, z) => !(z > 0 && Math.abs(x) < 1.6) });
  return kit;
};

/** A tiled lean-to over the board in the west: the dark frame of the picture that everybody sees first. */
const shelter = (kit: RoomKit, layout: Layout): void => {
  const [notices] = boardsOf(layout);
  if (notices) leanTo(kit, notices.x, notices.z, notices.heading, 3);
};

const fallingLeaves = (kit: RoomKit, layout: Layout): void => {
  const old = layout.objects.find(({ kind }) => kind === 'tree');
  if (old) kit.falls.push({ from: [old.x * 0.78, 4.6, old.z * 0.78], spread: 2.8, count: 16, colours: ['#94b853', '#d9973f', '#7fae4a', '#e2ab4a'] });
};

const ropes = (kit: RoomKit, layout: Layout): void => {
  for (const [x, z, h] of Object.values(posts)) post(kit, x, z, h);
  const old = layout.objects.find((object) => object.kind === 'tree');
  const lean = old ? 1 - 2.2 / Math.hypot(old.x, old.z) : 0;
  // So high that no lantern hangs before a sign, even for whoever looks from above the crowd.
  const branch: Vec3 = old ? [old.x * lean, 5, old.z * lean] : [4.3, 5, -3.7];
  rope(kit, branch, topOf(posts.northWest), 0.26, 7);
  rope(kit, topOf(posts.northWest), topOf(posts.west), 0.22, 3);
  rope(kit, branch, topOf(posts.east), 0.22, 4);
  rope(kit, topOf(posts.west), topOf(posts.southWest), 0.5, 5);
  rope(kit, topOf(posts.east), topOf(posts.southEast), 0.5, 4);
  // Behind the fire, never across the camera.
  pennants(kit, [-6.1, 5.3, -6.3], [branch[0], 5.4, branch[2]], 0.2);
  pennants(kit, [branch[0], 5.4, branch[2]], [8.4, 5.2, 0.9], 0.2);
  pennants(kit, [-6.1, 5.3, -6.3], [-8.3, 5, -2.2], 0.15);
};

const pots = (kit: RoomKit): void => {
  const [clay, teal, sand] = palette.pots;
  pot(kit, -5.2, -6.3, 1.15, clay, 'blades');
  pot(kit, -4.3, -6.9, 0.8, teal, { flower: '#f6c64e' });
  pot(kit, 2.4, -7.7, 0.95, sand, 'bush');
  pot(kit, -2.2, -7.8, 1, clay, { flower: '#f3a08a' });
  pot(kit, 7.9, 2.2, 1.1, clay, 'blades');
  pot(kit, 7.5, 3.2, 0.75, sand, { flower: '#fff1dc' });
  pot(kit, -7.3, 4.9, 1.1, teal, 'bush');
  pot(kit, 5.2, 6.6, 1, clay, { flower: '#f08a6a' });
};
