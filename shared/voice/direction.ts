import type { Pose } from '../movement/move.ts';

/** VO9. How far to one side a voice goes at most, of 1: the other ear hears it too. */
const MOST_TO_A_SIDE = 0.8;
/** Nearer than this (m) a voice comes to the middle: whoever walks through another's place does not throw it from ear to ear. */
const WITHIN_REACH = 0.5;

/** VO9. From where a voice comes: −1 is left, 1 right of where the listener faces. */
export const panOf = ({ x, z, heading }: Pose, speaker: { readonly x: number; readonly z: number }): number => {
  const [dx, dz] = [speaker.x - x, speaker.z - z];
  const toTheRight = dz * Math.sin(heading) - dx * Math.cos(heading);
  return (MOST_TO_A_SIDE * toTheRight) / Math.max(WITHIN_REACH, Math.hypot(dx, dz));
};
