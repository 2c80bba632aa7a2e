/**
 * Motion on the wire, upwards, little-endian: bodies of Colyseus's ROOM_DATA_BYTES with our numeric type.
 *
 *   input  1 | heading u8 (256 steps) | pace u8 (0–255)
 *   ready  2 | (I read motion from now on: send me everyone's place)
 *   seen   3 | time u16 (of the newest frame that I have read)
 */
import { byteHeading, headingByte } from './motion.codec.ts';
import type { Steer } from './move.ts';

export const INPUT_TYPE = 1;
export const READY_TYPE = 2;
export const SEEN_TYPE = 3;

/** The body of an input; the transport adds the leading bytes. */
export const encodeSteer = (steer: Steer): Uint8Array =>
  Uint8Array.of(headingByte(steer.heading), Math.round(Math.min(1, Math.max(0, steer.pace)) * 255));

/** Reads an input's body; `undefined` for anything else. */
export const decodeSteer = (bytes: Uint8Array): Steer | undefined => {
  const [heading, pace] = bytes;
  if (bytes.length !== 2 || heading === undefined || pace === undefined) return undefined;
  return { heading: byteHeading(heading), pace: pace / 255 };
};

/** The body of a *seen*: `time` as the frame had it (room ms mod 65,536). */
export const encodeSeen = (time: number): Uint8Array => Uint8Array.of(time & 255, (time >> 8) & 255);

/** Reads a *seen*'s body; `undefined` for anything else. */
export const decodeSeen = (bytes: Uint8Array): number | undefined => {
  const [low, high] = bytes;
  return bytes.length !== 2 || low === undefined || high === undefined ? undefined : low | (high << 8);
};
