/**
 * Motion on the wire, downwards, little-endian. Frames begin with Colyseus's ROOM_DATA_BYTES and our numeric type (the
 * client's SDK strips both). Records and places are absolute, so that any may be late or left out; only the person of a
 * slot is remembered, and told again after a gap.
 *
 *   motion    17, 1 | time u16 (room ms mod 65,536) | n u8 (bits 0–6: records, bit 7: a rota follows) | records | rota
 *   record    slot u8 (bit 7: person u16 follows; 0xFFFF empties the slot and ends the record)
 *             | x i16 cm, z i16 cm, heading u8 (256 steps), speed u8 (2 cm/s)
 *   rota      chunk u8 | mask, 16 B: bit i is person chunk · 128 + i | x u8, z u8 of each (in 1/256 of the room)
 *   snapshot  17, 2 | time u16 | count u16 | each: person u16 | x, z, heading, speed as in a record
 */
import type { Walk } from './walks.ts';

export const MOTION_TYPE = 1;
export const SNAPSHOT_TYPE = 2;
/** The person of an empty slot: the one number that nobody has. */
export const NOBODY = 0xffff;
/** The slot of the reader's own walk; those near them have slots 1 to NEAR. */
export const OWN_SLOT = 0;
export const NEAR = 30;
/** Records in one motion frame, and people in one chunk of the rota. */
export const MOST_RECORDS = 8;
export const CHUNK = 128;

const ROOM_DATA_BYTES = 17;
/** The two leading bytes, which the client's SDK strips. */
export const LEAD = 2;
const HEAD = 5;
const WALK = 6;
const MASK = CHUNK / 8;
const NAMED = 0x80;
const FULL_TURN = Math.PI * 2;
/** No motion frame is longer (bytes). */
export const LONGEST_MOTION = HEAD + MOST_RECORDS * (3 + WALK) + 1 + MASK + CHUNK * 2;

/** A walk, and whose it is by their index in the roster. */
export interface WalkRecord extends Walk {
  readonly index: number;
}
/** What a slot says: whose it is now (`undefined`: as before), and how they walk; or that it is empty. */
export type SlotRecord =
  | { readonly slot: number; readonly person: number | undefined; readonly walk: Walk }
  | { readonly slot: number; readonly person: typeof NOBODY };
/** Where someone far away is, in 1/256 of the room's square. */
export interface Place {
  readonly index: number;
  readonly x: number;
  readonly z: number;
}
export interface Rota {
  readonly chunk: number;
  readonly places: readonly Place[];
}
export interface MotionFrame {
  readonly time: number;
  readonly records: readonly SlotRecord[];
  readonly rota: Rota | undefined;
}
export interface SnapshotFrame {
  readonly time: number;
  readonly walks: readonly WalkRecord[];
}
/** The square that a room lies in: the x and z of its corner, and its side; metres. */
export interface Square {
  readonly origin: number;
  readonly side: number;
}

const centimetres = (metres: number): number => Math.max(-32_768, Math.min(32_767, Math.round(metres * 100)));
export const headingByte = (heading: number): number => Math.round(((heading % FULL_TURN) + FULL_TURN) / FULL_TURN * 256) & 255;
export const byteHeading = (byte: number): number => (byte / 256) * FULL_TURN;
/** A coordinate in 1/256 of the square, and the middle of that part in metres. */
export const coarse = (metres: number, { origin, side }: Square): number => Math.max(0, Math.min(255, Math.floor(((metres - origin) / side) * 256)));
export const fine = (byte: number, { origin, side }: Square): number => origin + ((byte + 0.5) / 256) * side;

const put16 = (bytes: Uint8Array, at: number, value: number): void => {
  bytes[at] = value & 255;
  bytes[at + 1] = (value >> 8) & 255;
};

const putWalk = (bytes: Uint8Array, at: number, x: number, z: number, heading: number, speed: number): number => {
  put16(bytes, at, centimetres(x));
  put16(bytes, at + 2, centimetres(z));
  bytes[at + 4] = headingByte(heading);
  bytes[at + 5] = Math.max(0, Math.min(255, Math.round(speed * 50)));
  return at + WALK;
};

/** Begins a motion frame at `at`; answers where its records begin. The writer sees to the room: LONGEST_MOTION is enough. */
export const beginMotion = (bytes: Uint8Array, at: number, time: number): number => {
  bytes[at] = ROOM_DATA_BYTES;
  bytes[at + 1] = MOTION_TYPE;
  put16(bytes, at + 2, time);
  return at + HEAD;
};

/** Writes a slot's walk; `person` where the reader must learn whose it is. Answers where the next record begins. */
export const putRecord = (bytes: Uint8Array, at: number, slot: number, person: number | undefined, x: number, z: number, heading: number, speed: number): number => {
  bytes[at] = person === undefined ? slot : slot | NAMED;
  if (person === undefined) return putWalk(bytes, at + 1, x, z, heading, speed);
  put16(bytes, at + 1, person);
  return putWalk(bytes, at + 3, x, z, heading, speed);
};

/** Writes that a slot is empty. */
export const putEmpty = (bytes: Uint8Array, at: number, slot: number): number => {
  bytes[at] = slot | NAMED;
  put16(bytes, at + 1, NOBODY);
  return at + 3;
};

/** Ends the frame that began at `start`, whose `count` records end at `at`; answers where it ends, behind the rota if there is one. */
export const endMotion = (bytes: Uint8Array, start: number, at: number, count: number, rota: Uint8Array | undefined): number => {
  bytes[start + HEAD - 1] = count | (rota ? NAMED : 0);
  if (!rota) return at;
  bytes.set(rota, at);
  return at + rota.length;
};

/** One chunk of the rota, for many frames. `places` are of that chunk, by rising index. */
export const encodeRota = (chunk: number, places: readonly Place[]): Uint8Array => {
  const bytes = new Uint8Array(1 + MASK + places.length * 2);
  bytes[0] = chunk;
  for (const [position, { index, x, z }] of places.entries()) {
    const bit = index - chunk * CHUNK;
    bytes[1 + (bit >> 3)] = (bytes[1 + (bit >> 3)] ?? 0) | (1 << (bit & 7));
    bytes[1 + MASK + position * 2] = x;
    bytes[2 + MASK + position * 2] = z;
  }
  return bytes;
};

/** A whole motion frame, for those who write one at a time. */
export const encodeMotion = ({ time, records, rota }: MotionFrame): Uint8Array => {
  const bytes = new Uint8Array(HEAD + records.length * (3 + WALK) + 1 + MASK + CHUNK * 2);
  let at = beginMotion(bytes, 0, time);
  for (const record of records) {
    if ('walk' in record) at = putRecord(bytes, at, record.slot, record.person, record.walk.x, record.walk.z, record.walk.heading, record.walk.speed);
    else at = putEmpty(bytes, at, record.slot);
  }
  return bytes.subarray(0, endMotion(bytes, 0, at, records.length, rota && encodeRota(rota.chunk, rota.places)));
};

/** Everyone's walk. */
export const encodeSnapshot = (time: number, walks: readonly WalkRecord[]): Uint8Array => {
  const bytes = new Uint8Array(LEAD + 4 + walks.length * (2 + WALK));
  bytes[0] = ROOM_DATA_BYTES;
  bytes[1] = SNAPSHOT_TYPE;
  put16(bytes, 2, time);
  put16(bytes, 4, walks.length);
  let at = LEAD + 4;
  for (const walk of walks) {
    put16(bytes, at, walk.index);
    at = putWalk(bytes, at + 2, walk.x, walk.z, walk.heading, walk.speed);
  }
  return bytes;
};

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const walkAt = (view: DataView, at: number): Walk => ({
  x: view.getInt16(at, true) / 100,
  z: view.getInt16(at + 2, true) / 100,
  heading: byteHeading(view.getUint8(at + 4)),
  speed: view.getUint8(at + 5) / 50,
});

/** The rota that fills the frame from `at` to its end; `undefined` for one that does not. */
const rotaAt = (view: DataView, at: number): Rota | undefined => {
  if (at + 1 + MASK > view.byteLength) return undefined;
  const chunk = view.getUint8(at);
  const places: Place[] = [];
  let next = at + 1 + MASK;
  for (let bit = 0; bit < CHUNK; bit++) {
    if ((view.getUint8(at + 1 + (bit >> 3)) & (1 << (bit & 7))) === 0) continue;
    if (next + 2 > view.byteLength) return undefined;
    places.push({ index: chunk * CHUNK + bit, x: view.getUint8(next), z: view.getUint8(next + 1) });
    next += 2;
  }
  return next === view.byteLength ? { chunk, places } : undefined;
};

/** Reads a motion frame's body (after its two leading bytes); `undefined` for anything else. */
export const decodeMotion = (bytes: Uint8Array): MotionFrame | undefined => {
  let at = HEAD - LEAD;
  if (bytes.length < at) return undefined;
  const view = viewOf(bytes);
  const n = view.getUint8(2);
  const records: SlotRecord[] = [];
  for (let left = n & 0x7f; left > 0; left--) {
    if (at >= bytes.length) return undefined;
    const first = view.getUint8(at++);
    const isNamed = (first & NAMED) !== 0;
    if (isNamed && at + 2 > bytes.length) return undefined;
    const slot = first & 0x7f;
    const person = isNamed ? view.getUint16(at, true) : undefined;
    if (isNamed) at += 2;
    if (person === NOBODY) {
      records.push({ slot, person });
      continue;
    }
    if (at + WALK > bytes.length) return undefined;
    records.push({ slot, person, walk: walkAt(view, at) });
    at += WALK;
  }
  const time = view.getUint16(0, true);
  if ((n & NAMED) === 0) return at === bytes.length ? { time, records, rota: undefined } : undefined;
  const rota = rotaAt(view, at);
  return rota && { time, records, rota };
};

/** Reads a snapshot's body (after its two leading bytes); `undefined` for anything else. */
export const decodeSnapshot = (bytes: Uint8Array): SnapshotFrame | undefined => {
  if (bytes.length < 4) return undefined;
  const view = viewOf(bytes);
  const count = view.getUint16(2, true);
  if (bytes.length !== 4 + count * (2 + WALK)) return undefined;
  const walks = Array.from({ length: count }, (_, position) => {
    const at = 4 + position * (2 + WALK);
    return { index: view.getUint16(at, true), ...walkAt(view, at + 2) };
  });
  return { time: view.getUint16(0, true), walks };
};
