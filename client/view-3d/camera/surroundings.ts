import type { Layout, Shape } from '#shared/rooms/layout.ts';
import { within } from '#shared/movement/grid.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { ARCH } from '../rooms/arches.ts';
import { floorHeight, type FloorHeight } from '../rooms/floorHeight.ts';
import { ROOM_BEHIND } from '../rooms/walls.ts';

/** A body of leaves: an ellipsoid. */
export interface Crown {
  readonly at: Vec3;
  readonly radii: Vec3;
}

/** What a camera must neither stand in nor look through. */
export interface Surroundings {
  /** Between four walls, under a ceiling. */
  readonly indoors: boolean;
  readonly floor: FloorHeight;
  /** The part (0–1) of the line between two points that is free, counted from the first. */
  free(from: Vec3, to: Vec3): number;
  /** Whether a point is in a wall, a tree, an arch or beyond where the room ends. */
  blocked(at: Vec3): boolean;
}

interface Pillar {
  readonly x: number;
  readonly z: number;
  readonly shape: Shape;
}

/** What stands taller than a camera. */
const tallKinds: ReadonlySet<string> = new Set(['tree', 'blossom', 'board', 'shelf', 'shell', 'counter', 'window', 'sign']);
/** How far (m) a camera keeps from what is solid: the corners of its picture reach less far. */
const clearance = 0.2;
/** Leaves reach beyond the ellipsoid that throws their shadow. */
const leafy = 1.25;
const archDeep = 0.5;

const boundsOf = ({ floor }: Layout): { free(ax: number, az: number, bx: number, bz: number): number; outside(x: number, z: number): boolean } => {
  if (floor.kind === 'circle') {
    const radius = floor.radius + 0.3;
    return { free: (ax, az, bx, bz) => 1 - entry(-ax, -az, radius, bx - ax, bz - az, 'leave'), outside: (x, z) => Math.hypot(x, z) > radius };
  }
  const side = floor.width / 2 - clearance;
  const [north, south] = [-floor.depth / 2 + clearance, floor.depth / 2 + ROOM_BEHIND - clearance];
  const along = (from: number, to: number, low: number, high: number): number => (to > high ? (high - from) / (to - from) : to < low ? (low - from) / (to - from) : 1);
  return {
    free: (ax, az, bx, bz) => Math.max(0, Math.min(along(ax, bx, -side, side), along(az, bz, north, south))),
    outside: (x, z) => Math.abs(x) > side + 1e-6 || z < north - 1e-6 || z > south + 1e-6,
  };
};

/** How much of a line lies behind the point where it enters a circle about (ox, oz), or leaves it; 0 if it does neither. */
const entry = (ox: number, oz: number, radius: number, dx: number, dz: number, how: 'enter' | 'leave'): number => {
  const [a, b, c] = [dx * dx + dz * dz, dx * ox + dz * oz, ox * ox + oz * oz - radius * radius];
  const root = b * b - a * c;
  if (root <= 0 || a < 1e-9) return how === 'leave' && c > 0 ? 1 : 0;
  const t = (b + (how === 'enter' ? -1 : 1) * Math.sqrt(root)) / a;
  if (how === 'enter') return c < 0 || t < 0 || t > 1 ? 0 : 1 - t;
  return Math.min(1, Math.max(0, 1 - t));
};

const freeOf = ({ x, z, shape }: Pillar, ax: number, az: number, bx: number, bz: number): number => {
  const [ox, oz, dx, dz] = [x - ax, z - az, bx - ax, bz - az];
  if (shape.kind === 'circle') return 1 - entry(ox, oz, shape.radius + clearance, dx, dz, 'enter');
  const [cos, sin] = [Math.cos(shape.heading), Math.sin(shape.heading)];
  let [from, to] = [0, 1];
  for (const [origin, way, half] of [[ox * cos - oz * sin, dx * cos - dz * sin, shape.width / 2], [ox * sin + oz * cos, dx * sin + dz * cos, shape.depth / 2]] as const) {
    const [low, high] = [origin - half - clearance, origin + half + clearance];
    if (Math.abs(way) < 1e-9) {
      if (low > 0 || high < 0) return 1;
      continue;
    }
    from = Math.max(from, Math.min(low / way, high / way));
    to = Math.min(to, Math.max(low / way, high / way));
  }
  // Whoever already touches it stands before it: only what lies ahead counts.
  return from <= 0 || from >= to ? 1 : from;
};

const freeOfCrown = ({ at, radii }: Crown, from: Vec3, to: Vec3): number => {
  const scaled = (p: Vec3): Vec3 => [(p[0] - at[0]) / (radii[0] * leafy), (p[1] - at[1]) / (radii[1] * leafy), (p[2] - at[2]) / (radii[2] * leafy)];
  const [a, b] = [scaled(from), scaled(to)];
  const way = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const;
  const [aa, ab, cc] = [way[0] ** 2 + way[1] ** 2 + way[2] ** 2, way[0] * a[0] + way[1] * a[1] + way[2] * a[2], a[0] ** 2 + a[1] ** 2 + a[2] ** 2 - 1];
  const root = ab * ab - aa * cc;
  if (cc < 0 || root <= 0) return 1;
  const t = (-ab - Math.sqrt(root)) / aa;
  return t <= 0 || t >= 1 ? 1 : t;
};

const inCrown = ({ at, radii }: Crown, p: Vec3): boolean => ((p[0] - at[0]) / radii[0]) ** 2 + ((p[1] - at[1]) / radii[1]) ** 2 + ((p[2] - at[2]) / radii[2]) ** 2 < 1;

/** What surrounds a camera in a room: its walls or the end of its meadow, what is tall in it, its arches and its crowns of leaves. */
export const surroundingsOf = (layout: Layout, crowns: readonly Crown[] = []): Surroundings => {
  const bounds = boundsOf(layout);
  const pillars: readonly Pillar[] = [
    ...layout.objects.flatMap(({ kind, solid, x, z }) => (solid && tallKinds.has(kind) ? [{ x, z, shape: solid }] : [])),
    ...layout.portals.map(({ x, z, heading }): Pillar => ({ x, z, shape: { kind: 'box', width: ARCH.width + 1.2, depth: archDeep, heading } })),
  ];
  return {
    indoors: layout.floor.kind === 'box',
    floor: floorHeight(layout),
    free: (from, to) => {
      let free = bounds.free(from[0], from[2], to[0], to[2]);
      for (const pillar of pillars) free = Math.min(free, freeOf(pillar, from[0], from[2], to[0], to[2]));
      for (const crown of crowns) free = Math.min(free, freeOfCrown(crown, from, to));
      return free;
    },
    blocked: (at) =>
      bounds.outside(at[0], at[2]) || pillars.some(({ x, z, shape }) => within(shape, at[0] - x, at[2] - z, clearance / 2)) || crowns.some((crown) => inCrown(crown, at)),
  };
};
