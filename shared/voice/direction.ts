import type { Pose } from '../movement/move.ts';

/** VO9. How far to one side a voice goes at most, of 1: the other ear hears it too. */
const MOST_TO_A_SIDE = 0.8;
/** Nearer than this (m) a voice comes from above, alike for both ears: whoever walks through another's place does not throw it from ear to ear. */
const WITHIN_REACH = 0.5;
/** VO24. Ahead is what one sees without turning the head, behind what one does not see at all: degrees to either side. */
const [AHEAD, BEHIND] = [30, 150] as const;

type Spot = { readonly x: number; readonly z: number };

/** Towards someone, as a listener faces: of length 1. */
export interface Direction {
  readonly right: number;
  readonly ahead: number;
  readonly up: number;
}

/** VO9. From where a voice comes. */
export const directionOf = ({ x, z, heading }: Pose, speaker: Spot): Direction => {
  const [dx, dz] = [speaker.x - x, speaker.z - z];
  const scale = Math.max(WITHIN_REACH, Math.hypot(dx, dz));
  const [right, ahead] = [(dz * Math.sin(heading) - dx * Math.cos(heading)) / scale, (dx * Math.sin(heading) + dz * Math.cos(heading)) / scale];
  return { right, ahead, up: Math.sqrt(Math.max(0, 1 - right * right - ahead * ahead)) };
};

/** VO9. To which side a voice is put: −1 is left, 1 right of where the listener faces. */
export const panOf = (pose: Pose, speaker: Spot): number => MOST_TO_A_SIDE * directionOf(pose, speaker).right;

/** Which way somebody is, in a word. */
export type Bearing = 'beside' | 'ahead' | 'right' | 'behind' | 'left';

/** VO24. Which way somebody is from where one faces. */
export const bearingOf = (pose: Pose, speaker: Spot): Bearing => {
  const { right, ahead, up } = directionOf(pose, speaker);
  if (up > 0.1) return 'beside';
  const degrees = (Math.atan2(Math.abs(right), ahead) * 180) / Math.PI;
  return degrees <= AHEAD ? 'ahead' : degrees >= BEHIND ? 'behind' : right > 0 ? 'right' : 'left';
};
