/**
 * Motion on the wire, little-endian. Frames begin with Colyseus's ROOM_DATA_BYTES and our numeric type (the client's
 * SDK strips both). A record is absolute, so that any frame may be dropped or overtaken.
 *
 *   down  17, 1 | time u16 (room ms mod 65,536) | count u16 | records: person u16, x i16 cm, z i16 cm, heading u8, speed u8
 *   up    17, 1 | heading u8 | pace u8 (0–255)          17, 2 | (ready: send me a snapshot)
 */
import type { Steer } from './move.ts';
import type { Walk } from './walks.ts';

export const WALKS_TYPE = 1;
export const READY_TYPE = 2;
const ROOM_DATA_BYTES = 17;
const HEAD = 6;
const RECORD = 8;
const FULL_TURN = Math.PI * 2;

export interface WalkRecord extends Walk {
  /** The person's index in the roster. */
  readonly index: number;
}

const centimetres = (metres: number): number => Math.max(-32_768, Math.min(32_767, Math.round(metres * 100)));
const byteOf = (heading: number): number => Math.round(((heading % FULL_TURN) + FULL_TURN) / FULL_TURN * 256) & 255;

/** A whole frame, ready for the socket. `time` is the room's clock in milliseconds. */
export const encodeWalks = (time: number, records: readonly WalkRecord[]): Uint8Array => {
  const bytes = new Uint8Array(HEAD + records.length * RECORD);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, ROOM_DATA_BYTES);
  view.setUint8(1, WALKS_TYPE);
  view.setUint16(2, time & 0xffff, true);
  view.setUint16(4, records.length, true);
  for (const [position, record] of records.entries()) {
    const at = HEAD + position * RECORD;
    view.setUint16(at, record.index, true);
    view.setInt16(at + 2, centimetres(record.x), true);
    view.setInt16(at + 4, centimetres(record.z), true);
    view.setUint8(at + 6, byteOf(record.heading));
    view.setUint8(at + 7, Math.min(255, Math.round(record.speed * 50)));
  }
  return bytes;
};

/** Reads a frame's body (after its two leading bytes); `undefined` for anything else. */
export const decodeWalks = (bytes: Uint8Array): { time: number; records: WalkRecord[] } | undefined => {
  const head = HEAD - 2;
  if (bytes.length < head) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(2, true);
  if (bytes.length !== head + count * RECORD) return undefined;
  const records = Array.from({ length: count }, (_, position) => {
    const at = head + position * RECORD;
    return {
      index: view.getUint16(at, true),
      x: view.getInt16(at + 2, true) / 100,
      z: view.getInt16(at + 4, true) / 100,
      heading: (view.getUint8(at + 6) / 256) * FULL_TURN,
      speed: view.getUint8(at + 7) / 50,
    };
  });
  return { time: view.getUint16(0, true), records };
};

/** The body of an input; the transport adds the leading bytes. */
export const encodeSteer = (steer: Steer): Uint8Array =>
  Uint8Array.of(byteOf(steer.heading), Math.round(Math.min(1, Math.max(0, steer.pace)) * 255));

export const decodeSteer = (bytes: Uint8Array): Steer | undefined => {
  const [heading, pace] = bytes;
  if (bytes.length !== 2 || heading === undefined || pace === undefined) return undefined;
  return { heading: (heading / 256) * FULL_TURN, pace: pace / 255 };
};
