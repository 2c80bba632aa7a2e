import type { Layout, LayoutObject } from '#shared/rooms/layout.ts';
import { drawnAt } from '../crowd/crowd.poses.ts';
import type { Vec3 } from '../geometry/vector.ts';
import type { Body, Pick, Rug } from '../scene.ts';
import { alongBox, alongCylinder, type Ray } from './ray.ts';

const personRadius = 0.32;
const standingHeight = 1.6;
const sittingHeight = 1.4;
const seatRadius = 0.32;
const seatTop = 0.45;
/** How high each kind of object reaches for the pointer. */
const heights: Readonly<Record<LayoutObject['kind'], number>> = {
  hearth: 0.7, tree: 3.6, bench: 0.85, stool: 0.4, pond: 0.05, board: 2, sign: 1.2, post: 3, planter: 0.9, rock: 0.6, lantern: 2.2,
  deck: 0.1, shell: 4.5, rug: 0.05, table: 0.8, shelf: 2.2, window: 3.6, counter: 2.4, blossom: 3.6, bridge: 0.8,
};
const thinnest = 0.3;
const [archWidth, archDepth, archHeight] = [2.4, 0.5, 3.4];

/** What a ray from the eye meets: a person before a seat, a seat before a portal or an object, these before a rug, and that before the floor. */
export const pick = (ray: Ray, layout: Layout, bodies: readonly Body[], rugs: readonly Rug[] = []): Pick | undefined => {
  const floor = floorAt(ray, layout);
  const reach = floor?.distance ?? Infinity;
  const nearest = <T>(items: readonly T[], distanceTo: (item: T) => number | undefined): T | undefined => {
    let [best, bestDistance]: [T | undefined, number] = [undefined, reach];
    for (const item of items) {
      const distance = distanceTo(item);
      if (distance !== undefined && distance < bestDistance) [best, bestDistance] = [item, distance];
    }
    return best;
  };
  const person = nearest(bodies, (body) => {
    if (body.you) return undefined;
    const { x, z } = drawnAt(body);
    return alongCylinder(ray, x, z, personRadius, (body.lift ?? 0) + (body.seated ? sittingHeight : standingHeight));
  });
  if (person) return { kind: 'person', id: person.id };
  const seat = nearest(layout.seatGroups.flatMap((group) => group.seats), ({ x, z }) => alongCylinder(ray, x, z, seatRadius, seatTop));
  if (seat) return { kind: 'seat', id: seat.id };
  const portal = nearest(layout.portals, ({ x, z, heading }) => alongBox(ray, x, z, archWidth, archDepth, heading, archHeight));
  if (portal) return { kind: 'portal', id: portal.id };
  const object = nearest(layout.objects, (one) => alongObject(ray, one));
  if (object) return { kind: 'object', id: object.id };
  const rug = floor && rugs.find(({ x, z, rim, yours }) => !yours && Math.hypot(floor.at[0] - x, floor.at[2] - z) <= rim);
  if (rug) return { kind: 'circle', id: rug.id };
  return floor && { kind: 'floor', x: floor.at[0], z: floor.at[2] };
};

const alongObject = (ray: Ray, { kind, x, z, solid }: LayoutObject): number | undefined => {
  const height = heights[kind];
  if (solid?.kind === 'box') return alongBox(ray, x, z, Math.max(thinnest, solid.width), Math.max(thinnest, solid.depth), solid.heading, height);
  return alongCylinder(ray, x, z, Math.max(thinnest, solid?.radius ?? 0), height);
};

const floorAt = (ray: Ray, layout: Layout): { readonly at: Vec3; readonly distance: number } | undefined => {
  if (ray.way[1] >= -1e-4) return undefined;
  const distance = -ray.from[1] / ray.way[1];
  const at: Vec3 = [ray.from[0] + ray.way[0] * distance, 0, ray.from[2] + ray.way[2] * distance];
  const { floor } = layout;
  if (floor.kind === 'circle') return Math.hypot(at[0], at[2]) <= floor.radius ? { at, distance } : undefined;
  const [c, s] = [Math.cos(floor.heading), Math.sin(floor.heading)];
  const [across, ahead] = [at[0] * c - at[2] * s, at[0] * s + at[2] * c];
  return Math.abs(across) <= floor.width / 2 && Math.abs(ahead) <= floor.depth / 2 ? { at, distance } : undefined;
};
