import { walkable, type Grid } from './grid.ts';

/** Metres a second. */
export const WALKING_SPEED = 1.8;

/** A body's place and where it faces: metres, radians (0 faces +z, growing towards +x). */
export interface Pose {
  readonly x: number;
  readonly z: number;
  readonly heading: number;
}
/** What someone wants of their legs: a direction and a share of walking speed in 0–1. */
export interface Steer {
  readonly heading: number;
  readonly pace: number;
}

const longestStep = 0.1;

/**
 * The pure law of movement, for the server's authority and for a client's prediction: from `pose`, steering for
 * `seconds`. Bodies slide along what they cannot pass; nobody walks faster than WALKING_SPEED.
 */
export const move = (pose: Pose, steer: Steer, seconds: number, grid: Grid): Pose => {
  const pace = Math.min(1, Math.max(0, steer.pace));
  if (pace === 0 || !(seconds > 0)) return pose;
  let { x, z } = pose;
  let left = pace * WALKING_SPEED * seconds;
  const sin = Math.sin(steer.heading);
  const cos = Math.cos(steer.heading);
  while (left > 1e-9) {
    const step = Math.min(left, longestStep);
    left -= step;
    if (walkable(grid, x + sin * step, z + cos * step)) {
      x += sin * step;
      z += cos * step;
    } else if (walkable(grid, x + sin * step, z)) x += sin * step;
    else if (walkable(grid, x, z + cos * step)) z += cos * step;
    else break;
  }
  return { x, z, heading: steer.heading };
};

/** The heading from one point to another. */
export const headingTo = (from: { x: number; z: number }, to: { x: number; z: number }): number =>
  Math.atan2(to.x - from.x, to.z - from.z);

/** How far to turn from one heading to another, in (−π, π]. */
export const turnBetween = (from: number, to: number): number => {
  const turn = (to - from) % (Math.PI * 2);
  if (turn > Math.PI) return turn - Math.PI * 2;
  return turn <= -Math.PI ? turn + Math.PI * 2 : turn;
};
