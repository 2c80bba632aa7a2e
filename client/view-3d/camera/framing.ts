import type { Layout } from '#shared/rooms/layout.ts';
import { ringOf, type Ring } from '../rooms/seating.ts';
import type { Body } from '../scene.ts';

/** How the camera stands to what it looks at: behind a pivot, off to its right, at a height, pitched, with a view angle. */
export interface Framing {
  readonly kind: 'walk' | 'circle' | 'row';
  readonly x: number;
  readonly z: number;
  readonly distance: number;
  readonly side: number;
  readonly height: number;
  readonly pitch: number;
  /** Degrees, vertical. */
  readonly fov: number;
  /** The heading one looks along unless one has turned. */
  readonly heading: number;
}

const walking = {
  wide: { distance: 4.9, side: 1.05, height: 2.95, pitch: -0.135, fov: 44 },
  tall: { distance: 5.2, side: 0.35, height: 3.7, pitch: -0.27, fov: 60 },
} as const;
const circle = {
  wide: { beyond: 2.4, side: 1.2, turn: 0.11, height: 1.75, pitch: -0.08, fov: 44 },
  tall: { beyond: 2.9, side: 0.5, turn: 0.04, height: 2.6, pitch: -0.2, fov: 60 },
} as const;

const behind = (body: Body, tall: boolean): Framing => ({ kind: 'walk', x: body.x, z: body.z, heading: body.heading, ...walking[tall ? 'tall' : 'wide'] });

const acrossRing = (body: Body, ring: Ring, tall: boolean): Framing => {
  const { beyond, turn, ...frame } = circle[tall ? 'tall' : 'wide'];
  return { kind: 'circle', x: ring.x, z: ring.z, heading: Math.atan2(ring.x - body.x, ring.z - body.z) + turn, distance: ring.radius + beyond, ...frame };
};

const overShoulder = (body: Body, tall: boolean): Framing => ({ ...behind(body, tall), kind: 'row', distance: tall ? 3.6 : 3, height: tall ? 2.6 : 2.05, pitch: tall ? -0.2 : -0.1 });

/** The framing for oneself: following when on foot, across the fire when in a ring of seats. */
export const framingFor = (body: Body, layout: Layout, tall: boolean): Framing => {
  if (!body.seated) return behind(body, tall);
  const group = layout.seatGroups.find(({ seats }) => seats.some((seat) => Math.hypot(seat.x - body.x, seat.z - body.z) < 0.5));
  const ring = group && ringOf(group);
  return ring ? acrossRing(body, ring, tall) : overShoulder(body, tall);
};

/** What stands taller than the camera: it must not come between it and oneself. */
const tallKinds: ReadonlySet<string> = new Set(['tree', 'board']);

/** How far behind its pivot the camera can stand before something tall is in between. */
export const freeDistance = (layout: Layout, framing: Framing, heading: number): number => {
  const [dx, dz] = [-Math.sin(heading), -Math.cos(heading)];
  let free = framing.distance;
  for (const { kind, x, z, solid } of layout.objects) {
    if (!tallKinds.has(kind) || !solid) continue;
    const radius = (solid.kind === 'circle' ? solid.radius : Math.max(solid.width, solid.depth) / 2) + 0.25;
    const [ox, oz] = [x - framing.x, z - framing.z];
    const along = ox * dx + oz * dz;
    const off = Math.abs(ox * dz - oz * dx);
    if (along > 0 && off < radius) free = Math.min(free, Math.max(1.2, along - Math.sqrt(radius * radius - off * off)));
  }
  return free;
};
