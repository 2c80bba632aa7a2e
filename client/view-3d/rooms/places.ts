import type { Layout } from '#shared/rooms/layout.ts';
import { box, roundedRectangle, slab } from '../geometry/solids.ts';
import { bush } from './foliage.ts';
import { lantern, lanternPost, terrace } from './furniture.ts';
import { edging, farTrees, fireflies, grass, ground, hills, meadowFlowers, meadowHeight } from './landscape.ts';
import { arches } from './arches.ts';
import { objects } from './objects.ts';
import { palette } from './palette.ts';
import { RoomKit } from './roomKit.ts';
import { seating } from './seating.ts';

const wallHeight = 3;

/** A room under the sky: a paved round in a meadow among hills. */
export const drawOutdoors = (layout: Layout): RoomKit => {
  const kit = new RoomKit(23);
  const walkable = layout.floor.kind === 'circle' ? layout.floor.radius : Math.max(layout.floor.width, layout.floor.depth) / 2;
  const height = meadowHeight(walkable);
  ground(kit, layout.terrace, height);
  terrace(kit, 0.4, layout.terrace);
  edging(kit, layout.terrace + 0.2);
  contents(kit, layout);
  for (let k = 0; k < 8; k++) {
    const turn = 0.4 + (k / 8) * Math.PI * 2;
    const reach = Math.min(walkable - 1.5, layout.terrace + 2.2);
    if (layout.portals.some(({ x, z }) => Math.hypot(x - Math.sin(turn) * reach, z - Math.cos(turn) * reach) < 2.6)) continue;
    if (k % 2) lanternPost(kit, Math.sin(turn) * reach, Math.cos(turn) * reach);
    else bush(kit, Math.sin(turn) * reach, Math.cos(turn) * reach, 1.3, kit.oneOf(['#f6c9a8', '#fff1dc', '#f08a6a']));
  }
  const free = (x: number, z: number): boolean => Math.hypot(x, z) > layout.terrace + 0.4;
  grass(kit, 3000, layout.terrace + 0.35, walkable + 2, height, free);
  meadowFlowers(kit, 60, layout.terrace + 0.9, walkable, height, free);
  fireflies(kit, 50, layout.terrace + 1, walkable);
  farTrees(kit, walkable + 1.5, height);
  hills(kit);
  return kit;
};

/** A hall: a floor of boards, low walls on three sides, open to the front and to the sky. */
export const drawHall = (layout: Layout): RoomKit => {
  const kit = new RoomKit(31);
  const [width, depth] = layout.floor.kind === 'box' ? [layout.floor.width, layout.floor.depth] : [layout.floor.radius * 2, layout.floor.radius * 2];
  const height = meadowHeight(Math.hypot(width, depth) / 2 + 1);
  ground(kit, Math.max(width, depth) / 2, height);
  for (let plank = 0; plank * 0.6 < width; plank++) {
    const x = -width / 2 + plank * 0.6 + 0.3;
    kit.add(slab(roundedRectangle(x, 0, 0.58, depth, 0, 0.02), -0.08, 0.08), kit.oneOf(['#d9b98f', '#cfae84', '#e0c39b']), {}, { floor: true, casts: false, mottle: 0.12 });
  }
  kit.add(box(width + 0.4, wallHeight, 0.3), '#ecd9bd', { at: [0, wallHeight / 2, -depth / 2 - 0.15] });
  for (const side of [-1, 1]) {
    kit.add(box(0.3, wallHeight, depth), '#e4cfb0', { at: [side * (width / 2 + 0.15), wallHeight / 2, 0] });
    kit.add(box(0.36, 0.16, depth + 0.3), palette.wood, { at: [side * (width / 2 + 0.15), wallHeight, 0] });
    for (const z of [-depth / 4, depth / 4]) lantern(kit, [side * (width / 2 - 0.6), 2.9, z], 1);
  }
  kit.add(box(width + 0.6, 0.16, 0.4), palette.wood, { at: [0, wallHeight, -depth / 2 - 0.15] });
  contents(kit, layout);
  const free = (x: number, z: number): boolean => Math.abs(x) > width / 2 + 0.8 || Math.abs(z) > depth / 2 + 0.8;
  grass(kit, 2400, 4, 17, height, free);
  farTrees(kit, Math.hypot(width, depth) / 2 + 3, height);
  hills(kit);
  return kit;
};

const contents = (kit: RoomKit, layout: Layout): void => {
  objects(kit, layout);
  seating(kit, layout);
  arches(kit, layout);
};
