import type { Layout } from '#shared/rooms/layout.ts';
import { within } from '#shared/movement/grid.ts';
import { ringOf, type Ring } from '../rooms/seating.ts';
import type { Body } from '../scene.ts';

/** Over one's shoulder, over the fire, along a bench, towards a stage, or high over a crowd. */
export type FramingKind = 'walk' | 'circle' | 'row' | 'ceremony' | 'overview';

/** How the camera stands to what it looks at. Metres, radians; headings as in a layout. */
export interface Framing {
  readonly kind: FramingKind;
  /** What it stands behind: oneself, a ring's middle, a stage. */
  readonly x: number;
  readonly z: number;
  /** The heading from the camera to that, unless one has turned. */
  readonly heading: number;
  /** How far to the left of the picture's middle that appears. */
  readonly aside: number;
  readonly distance: number;
  /** How high the camera is at its distance, and where it would be with none: it comes down as it comes nearer. */
  readonly height: number;
  readonly eye: number;
  /** What is in the middle of the picture's height: so high, so far ahead of the pivot. */
  readonly look: { readonly ahead: number; readonly height: number };
  /** Degrees, vertical. */
  readonly fov: number;
  /** Whether turning carries the camera round its pivot, or only turns its head. */
  readonly orbits: boolean;
}

/** What a picture is drawn for. */
export interface Viewport {
  /** Width by height. */
  readonly aspect: number;
  /** Times the usual angle. */
  readonly widen: number;
}

export interface Occasion {
  readonly self: Body;
  readonly layout: Layout;
  readonly viewport: Viewport;
  readonly indoors: boolean;
  /** A crowd is seen from above. */
  readonly crowded: boolean;
}

const uprightBelow = 0.8;
/** Where on the half picture oneself stands: 0 is its middle, 1 its edge. */
const leftThird = 0.31;
const leftOfRing = 0.45;
const farthestAround = 0.6;
/** A camera under a ceiling keeps below its beams. */
const highestIndoors = 3;
const smallestTable = 0.6;
const largestRing = 5;

const degrees = Math.PI / 180;
const isUpright = ({ aspect }: Viewport): boolean => aspect < uprightBelow;
const fovFor = (usual: number, { widen }: Viewport): number => usual * widen;

/** Half of the picture's width, as a tangent. */
export const halfWidth = (fov: number, aspect: number): number => Math.tan((fov * degrees) / 2) * aspect;

const ofSelf = (kind: FramingKind, { self, viewport, indoors }: Occasion, frame: Pick<Framing, 'distance' | 'height' | 'look' | 'fov'>): Framing => {
  const fov = fovFor(frame.fov, viewport);
  return {
    kind, x: self.x, z: self.z, heading: self.heading, aside: Math.atan(leftThird * halfWidth(fov, viewport.aspect)), orbits: true, eye: 1.5, ...frame, fov,
    height: indoors ? Math.min(highestIndoors, frame.height) : frame.height,
  };
};

const walking = (on: Occasion): Framing =>
  ofSelf('walk', on, isUpright(on.viewport) ? { distance: 5.2, height: 3.7, look: { ahead: 6, height: 0.75 }, fov: 60 } : { distance: 4.95, height: 2.95, look: { ahead: 6, height: 1.5 }, fov: 44 });

const overShoulder = (on: Occasion): Framing =>
  ofSelf('row', on, isUpright(on.viewport) ? { distance: 3.6, height: 2.6, look: { ahead: 6, height: 0.75 }, fov: 60 } : { distance: 3, height: 2.05, look: { ahead: 6, height: 1.2 }, fov: 44 });

const overview = (on: Occasion): Framing =>
  ofSelf('overview', on, isUpright(on.viewport) ? { distance: 6.9, height: 5.3, look: { ahead: 6, height: 1.5 }, fov: 60 } : { distance: 8.2, height: 5.2, look: { ahead: 4.9, height: 1 }, fov: 46 });

/** From just outside the ring over its middle, so far round that oneself is seen left of it. */
const acrossRing = ({ self, viewport }: Occasion, ring: Ring): Framing => {
  const upright = isUpright(viewport);
  const fov = fovFor(upright ? 60 : 44, viewport);
  const distance = ring.radius + (upright ? 2.9 : 2.4);
  const wanted = leftOfRing * halfWidth(fov, viewport.aspect);
  let around = 0;
  for (let i = 0; i < 4; i++) around = Math.asin(Math.min(1, (wanted * (distance - ring.radius * Math.cos(around))) / ring.radius));
  return {
    kind: 'circle', x: ring.x, z: ring.z, heading: Math.atan2(ring.x - self.x, ring.z - self.z) + Math.min(farthestAround, around), aside: 0, distance,
    height: upright ? 2.6 : 1.75, eye: 1.5, look: { ahead: 0, height: upright ? 0.75 : 1.3 }, fov, orbits: false,
  };
};

/** Towards a stage, from behind one's seat, with the heads of those in front below it. */
const towardsStage = ({ self, viewport }: Occasion, stage: { readonly x: number; readonly z: number }): Framing => {
  const upright = isUpright(viewport);
  const away = Math.hypot(self.x - stage.x, self.z - stage.z);
  return {
    kind: 'ceremony', x: stage.x, z: stage.z, heading: Math.atan2(stage.x - self.x, stage.z - self.z) + 0.05, aside: 0,
    distance: Math.max(17, away + 6.5), height: 3.6 + (self.lift ?? 0), eye: 3, look: { ahead: 0, height: upright ? 0.75 : 1.9 }, fov: fovFor(upright ? 60 : 36, viewport), orbits: false,
  };
};

/** The framing for where one is and what one does. */
export const framingFor = (on: Occasion): Framing => {
  const { self, layout } = on;
  if (on.crowded) return overview(on);
  if (!self.seated) return walking(on);
  const group = layout.seatGroups.find(({ seats }) => seats.some((seat) => Math.hypot(seat.x - self.x, seat.z - self.z) < 0.5));
  const stage = layout.zones.find(({ rule, shape, x, z }) => rule === 'stage' && !within(shape, self.x - x, self.z - z));
  if (group && stage && !group.circle) return towardsStage(on, stage);
  const ring = group && ringOf(group, smallestTable);
  return ring && ring.radius < largestRing ? acrossRing(on, ring) : overShoulder(on);
};

/** As above, for one whom the place leaves no room behind a ring or before a stage. */
export const framingOfSelf = (on: Occasion): Framing => (on.crowded ? overview(on) : on.self.seated ? overShoulder(on) : walking(on));
