import type { LayoutObject } from '#shared/rooms/layout.ts';
import { cylinder } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { BRIDGE, bridgeAt } from './floorHeight.ts';
import { lantern } from './furniture.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

const planks = 15;
const rail = 0.62;

/** An arched footbridge of planks, with rails, and a lantern at each end. One walks over it along its heading. */
export const bridge = (kit: RoomKit, { x, z, heading }: LayoutObject): void => {
  const at = (across: number, y: number, along: number): Vec3 => [x + across * Math.cos(heading) + along * Math.sin(heading), y, z - across * Math.sin(heading) + along * Math.cos(heading)];
  const half = BRIDGE.length / 2;
  const deep = BRIDGE.length / planks;
  for (let i = 0; i < planks; i++) {
    const along = -half + (i + 0.5) * deep;
    const slope = Math.atan2(bridgeAt(along + deep / 2) - bridgeAt(along - deep / 2), deep);
    kit.add(box(BRIDGE.width + kit.between(-0.04, 0.04), 0.07, deep - 0.025, 0.02), kit.oneOf(['#c98d50', palette.wood, '#d29a5c']), { at: at(0, bridgeAt(along) - 0.03, along), turn: heading, tilt: -slope }, { mottle: 0.14 });
  }
  const points = (across: number, lift: number): Vec3[] => Array.from({ length: 9 }, (_, i) => {
    const along = -half + (i / 8) * BRIDGE.length;
    return at(across, bridgeAt(along) + lift, along);
  });
  for (const side of [-1, 1]) {
    const across = side * (BRIDGE.width / 2 - 0.06);
    kit.add(tube(points(across, -0.1), 0.07, 16, 6), palette.woodDark);
    kit.add(tube(points(across, rail), 0.045, 16, 6), palette.wood, {}, { gradient: [0.95, 1.1] });
    kit.add(tube(points(across, rail * 0.5), 0.025, 16, 5), palette.woodDark);
    for (const along of [-half, -half / 2, 0, half / 2, half]) {
      const end = Math.abs(along) === half;
      kit.add(cylinder(0.06, 0.055, rail + (end ? 0.62 : 0.12), 7, 0.02), palette.woodDark, { at: at(across, bridgeAt(along) - 0.08, along) });
    }
    // A lantern on the right as one comes, from either side.
    lantern(kit, at(across + side * 0.02, rail + 0.98, side * half), 1);
  }
};
