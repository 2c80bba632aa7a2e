import type { Vec3 } from '../geometry/vector.ts';
import { halfWidth, type Framing } from './framing.ts';
import { wrapAngle } from './spring.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a camera is to be. */
export interface Stand {
  /** The heading from the camera to its pivot, and which way it looks. */
  readonly boom: number;
  readonly yaw: number;
  readonly distance: number;
  readonly height: number;
  readonly pitch: number;
  /** How far it had to go round from where the framing wants it. */
  readonly round: number;
}

/** Nearer than this (m) oneself would fill the picture, and the camera goes round instead. */
const nearest = 1.1;
const roundStep = 0.1;
const farthestRound = 2.4;
/** How far from the picture's middle oneself may be when the camera has to go round. */
const widest = 0.66;
const [chest, face] = [1.2, 1.35];
/** How near to the picture's lower edge one's face may be. */
const lowest = 0.8;

const away = (x: number, z: number, heading: number, distance: number): readonly [number, number] => [x - Math.sin(heading) * distance, z - Math.cos(heading) * distance];

/** Tries straight behind first, then ever further round, on the side it was on before. */
function* directions(before: number): Generator<number> {
  yield 0;
  const side = before < 0 ? -1 : 1;
  for (let round = roundStep; round <= farthestRound; round += roundStep) {
    yield side * round;
    yield -side * round;
  }
}

const heightAt = ({ eye, height, distance }: Framing, at: number): number => eye + (height - eye) * Math.min(1, at / distance);
const pitchAt = (framing: Framing, at: number): number => -Math.atan2(heightAt(framing, at) - framing.look.height, at + framing.look.ahead);

/** As low as it must look for one's own face to be in the picture. */
const pitchForSelf = (framing: Framing, at: number): number => {
  const down = Math.atan2(heightAt(framing, at) - face, at);
  return Math.min(pitchAt(framing, at), Math.atan(lowest * halfWidth(framing.fov, 1)) - down);
};

/** A framing's camera straight where it wants to be, whatever is in the way. */
const plain = (framing: Framing, heading: number): Stand => ({
  boom: heading + framing.aside, yaw: heading, distance: framing.distance, height: framing.height, pitch: pitchAt(framing, framing.distance), round: 0,
});

/** Behind oneself: nearer where something is in the way, and round where nothing is left, with oneself always in the picture. */
export const behindSelf = (framing: Framing, heading: number, around: Surroundings, lift: number, aspect: number, before: number): Stand => {
  const from: Vec3 = [framing.x, lift + chest, framing.z];
  const enough = Math.min(nearest, framing.distance);
  let best = { round: 0, distance: -1 };
  for (const round of directions(before)) {
    const [x, z] = away(framing.x, framing.z, heading + framing.aside + round, framing.distance);
    const to: Vec3 = [x, lift + framing.height, z];
    const share = around.free(from, to);
    const blocked = around.blocked([from[0] + (to[0] - from[0]) * share, lift + heightAt(framing, framing.distance * share), from[2] + (to[2] - from[2]) * share]);
    const distance = blocked ? 0 : framing.distance * share;
    if (distance > best.distance + 1e-3) best = { round, distance };
    if (distance >= enough) break;
  }
  const edge = Math.atan(widest * halfWidth(framing.fov, aspect));
  const boom = framing.aside + best.round;
  const aside = Math.min(edge, Math.max(-edge, boom));
  const distance = Math.max(0.3, best.distance);
  return { boom: heading + boom, yaw: heading + boom - aside, distance, height: heightAt(framing, distance), pitch: pitchForSelf(framing, distance), round: best.round };
};

/** Facing a ring or a stage from behind one's seat; `undefined` where the place leaves no room for it. */
export const facing = (framing: Framing, self: { readonly x: number; readonly z: number }, around: Surroundings, lift: number, before: number): Stand | undefined => {
  const from: Vec3 = [self.x, lift + chest, self.z];
  for (const round of directions(before)) {
    if (Math.abs(round) > 0.5) return undefined;
    const heading = framing.heading + round;
    const [x, z] = away(framing.x, framing.z, heading, framing.distance);
    if (around.free(from, [x, lift + framing.height, z]) >= 0.999) return { ...plain(framing, heading), round };
  }
  return undefined;
};

/** The nearest equal of a heading to another one. */
export const nearHeading = (heading: number, to: number): number => to + wrapAngle(heading - to);
