/** Rooms that have no drawing of their own: what their layout says is enough. */
import type { Layout } from '#shared/rooms/layout.ts';
import { tube } from '../geometry/sweep.ts';
import { arches } from './arches.ts';
import { country, reachOf } from './country.ts';
import { floorHeight, rowsOf } from './floorHeight.ts';
import { bush, pot, tree } from './foliage.ts';
import { lantern, lanternPost, post, rope, terrace } from './furniture.ts';
import { edging, farTrees, ground, hills } from './landscape.ts';
import { objects } from './objects.ts';
import { palette } from './palette.ts';
import { RoomKit } from './roomKit.ts';
import { seating } from './seating.ts';
import { tier } from './stageRoom.ts';
import { hall, ROOM_BEHIND, roundFrame } from './walls.ts';

/** A room under the sky: a paved round with lanterns and trees around it, in a meadow among hills. */
export const drawOutdoors = (layout: Layout): RoomKit => {
  const kit = new RoomKit(23);
  const rim = Math.min(reachOf(layout) - 1, layout.terrace + 1.4);
  terrace(kit, 0.02, layout.terrace);
  edging(kit, layout.terrace + 0.2);
  contents(kit, layout);
  const around = 14;
  const free = Array.from({ length: around }, (_, k) => Math.PI * 2 * ((k + 0.5) / around)).filter((turn) =>
    Math.cos(turn) < 0.8 && layout.portals.every(({ x, z }) => Math.hypot(x - Math.sin(turn) * rim, z - Math.cos(turn) * rim) > 2.6));
  for (const [k, turn] of free.entries()) {
    const [x, z] = [Math.sin(turn), Math.cos(turn)];
    if (k % 3 === 0) post(kit, x * rim, z * rim, 4);
    else if (k % 3 === 1) bush(kit, x * rim, z * rim, 1.3, kit.oneOf(['#f6c9a8', '#fff1dc', '#f08a6a']));
    else lanternPost(kit, x * rim, z * rim);
    if (k % 2 === 0) tree(kit, x * (rim + 4.2), z * (rim + 4.2), kit.between(3, 4), kit.between(1.5, 1.9), k % 5 === 2 ? palette.autumn : palette.leaves);
    const next = free[k + 3];
    if (k % 3 === 0 && next !== undefined && next - turn < 1.8) rope(kit, [x * rim, 3.9, z * rim], [Math.sin(next) * rim, 3.9, Math.cos(next) * rim], 0.5, 4);
  }
  country(kit, layout);
  return kit;
};

/** A hall: a floor of boards, walls with a round window to the north, beams of lanterns. */
export const drawHall = (layout: Layout): RoomKit => {
  const kit = new RoomKit(31);
  kit.setting = 'indoors';
  const [width, depth] = layout.floor.kind === 'box' ? [layout.floor.width, layout.floor.depth] : [layout.floor.radius * 2, layout.floor.radius * 2];
  const north = -depth / 2;
  const tall = 4.4;
  const radius = Math.min(1.7, width / 4);
  hall(kit, { width, north, south: depth / 2 + ROOM_BEHIND, height: tall, floor: palette.planks, walls: ['#e0cba8', '#c9a888'], hole: [0, 2.55, radius], ceiling: '#dcc8a6' });
  roundFrame(kit, 0, 2.55, north, radius);
  contents(kit, layout, 'wood');
  for (let z = north + 1.8; z < depth / 2 + 2; z += 3.4) {
    for (const x of [-width / 4, width / 4]) {
      kit.add(tube([[x, tall, z], [x, 3.5, z]], 0.014, 1, 4), palette.woodDark, {}, { casts: false });
      lantern(kit, [x, 3.5, z], 1.2);
    }
  }
  for (const side of [-1, 1]) pot(kit, side * (width / 2 - 0.7), north + 0.7, 1.3, palette.pots[side > 0 ? 0 : 1], 'blades');
  kit.hearth ??= { at: [0, 2.4, 0], reach: 8, strength: 0.4 };
  const height = (x: number, z: number): number => -0.3 + Math.max(0, Math.hypot(x, z) - 14) * 0.03;
  ground(kit, 0, height);
  farTrees(kit, Math.hypot(width, depth) / 2 + 3, height);
  hills(kit);
  return kit;
};

const contents = (kit: RoomKit, layout: Layout, stuff: 'stone' | 'wood' = 'stone'): void => {
  // A hall has its window in its wall.
  objects(kit, layout, stuff === 'wood' ? { window: () => undefined } : {});
  for (const row of rowsOf(layout)) tier(kit, row);
  seating(kit, layout, floorHeight(layout));
  arches(kit, layout, stuff);
};
