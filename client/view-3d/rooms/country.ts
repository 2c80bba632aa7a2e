import type { Layout } from '#shared/rooms/layout.ts';
import { farTrees, fireflies, grass, ground, hills, meadowFlowers, meadowHeight, type Free } from './landscape.ts';
import type { RoomKit } from './roomKit.ts';

export interface Country {
  /** Where grass may grow, beside the paving and the ways out, which never have any. */
  readonly free?: Free;
  readonly tufts?: number;
  readonly flowers?: number;
  readonly fireflies?: number;
  readonly trees?: number;
}

/** How far from the middle one can walk. */
export const reachOf = ({ floor }: Layout): number => (floor.kind === 'circle' ? floor.radius : Math.hypot(floor.width, floor.depth) / 2);

/** Keeps plants off thresholds and off what stands there. */
export const clearOf = (layout: Layout): Free => (x, z) =>
  layout.portals.every((portal) => Math.hypot(x - portal.x + Math.sin(portal.heading) * 0.5, z - portal.z + Math.cos(portal.heading) * 0.5) > 1.5) &&
  layout.objects.every(({ kind, solid, x: ox, z: oz }) => kind === 'tree' || kind === 'blossom' || !solid || Math.hypot(x - ox, z - oz) > (solid.kind === 'circle' ? solid.radius * 1.15 : Math.hypot(solid.width, solid.depth) / 2));

/** The open country around a room: meadow, flowers, fireflies, far trees and four rings of paler hills. */
export const country = (kit: RoomKit, layout: Layout, { free = () => true, tufts = 3400, flowers = 80, fireflies: lights = 60, trees }: Country = {}): void => {
  const walkable = reachOf(layout);
  const height = meadowHeight(walkable);
  const clear = clearOf(layout);
  const grows: Free = (x, z) => Math.hypot(x, z) > layout.terrace + 0.4 && clear(x, z) && free(x, z);
  ground(kit, layout.terrace, height);
  grass(kit, tufts, layout.terrace + 0.35, walkable + 2, height, grows);
  meadowFlowers(kit, flowers, layout.terrace + 0.9, walkable, height, grows);
  fireflies(kit, lights, layout.terrace + 1, walkable);
  farTrees(kit, walkable + 1.5, height, trees === undefined ? {} : { count: trees });
  hills(kit);
};
