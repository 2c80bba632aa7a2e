import { CELL, compileGrid, type Grid } from '#shared/movement/grid.ts';
import { decodeSteer, encodeSteer } from '#shared/movement/input.codec.ts';
import { fine, NOBODY, type MotionFrame, type Rota, type SnapshotFrame, type Square } from '#shared/movement/motion.codec.ts';
import { headingTo, move, turnBetween, WALKING_SPEED, type Pose, type Steer } from '#shared/movement/move.ts';
import type { Walk } from '#shared/movement/walks.ts';
import type { Layout } from '#shared/rooms/layout.ts';

/** How long a body takes from where it was seen to where its newest record puts it (ms). */
const BLEND = 150;
/** Corrections above this (metres) are not blended: the body is there. */
const SNAP = 3;
/** A walk without news is carried on for this long (ms); the server repeats itself sooner. */
const CARRY = 2_500;
/** The rota's chunks come this often (ms), and a round is at least so many of them. */
const CHUNK_EVERY = 500;
const FEWEST_CHUNKS = 8;

interface Track {
  /** The newest walk, when it came, and for how long it is carried on (ms). */
  walk: Walk;
  at: number;
  carry: number;
  /** What was shown then, less what the walk said: fades away within BLEND. */
  offX: number;
  offZ: number;
  offHeading: number;
}

/** Everyone's poses, carried on from their last walk; of those far away, roughly; one's own, predicted from one's own keys. */
export class Poses {
  readonly #grid: Grid;
  readonly #square: Square;
  readonly #tracks = new Map<number, Track>();
  /** Whose walks come exactly: slot → index. */
  readonly #slots = new Map<number, number>();
  #chunks = FEWEST_CHUNKS;
  #steer: Steer | undefined;
  #own: { index: number; pose: Pose; at: number } | undefined;

  constructor(layout: Layout) {
    this.#grid = compileGrid(layout);
    this.#square = { origin: this.#grid.origin, side: this.#grid.size * CELL };
  }

  /** Takes a snapshot in at `now` (performance.now()): a connection begins, and nobody else is here. */
  takeSnapshot({ walks }: SnapshotFrame, now: number): void {
    this.#slots.clear();
    const here = new Set(walks.map(({ index }) => index));
    for (const index of this.#tracks.keys()) if (!here.has(index)) this.#tracks.delete(index);
    for (const { index, ...walk } of walks) this.#take(index, walk, CARRY, now);
  }

  /** Takes a motion frame in at `now` (performance.now()). */
  takeMotion({ records, rota }: MotionFrame, now: number): void {
    for (const record of records) {
      if (record.person === NOBODY) this.#slots.delete(record.slot);
      else if (record.person !== undefined) this.#slots.set(record.slot, record.person);
      const index = this.#slots.get(record.slot);
      if (index !== undefined && 'walk' in record) this.#take(index, record.walk, CARRY, now);
    }
    if (rota) this.#takeRota(rota, now);
  }

  /** Starts or changes one's own walk by keys; `undefined` ends it, and the server's word counts again. */
  steer(index: number, steer: Steer | undefined, now: number): Uint8Array {
    const pose = this.#shown(index, now);
    // Predict with what the wire carries, or the two would drift apart by the rounding.
    const bytes = encodeSteer(steer ?? { heading: pose?.heading ?? 0, pace: 0 });
    this.#steer = steer && decodeSteer(bytes);
    if (pose) this.#own = { index, pose, at: now };
    const track = this.#tracks.get(index);
    if (!steer && track && pose) Object.assign(track, { walk: { ...pose, speed: 0 }, at: now, offX: 0, offZ: 0, offHeading: 0 });
    if (!steer) this.#own = undefined;
    return bytes;
  }

  poseAt(index: number, now: number): (Pose & { readonly speed: number }) | undefined {
    const pose = this.#shown(index, now);
    if (!pose) return undefined;
    if (this.#own?.index === index && this.#steer) return { ...pose, speed: this.#steer.pace * WALKING_SPEED };
    const track = this.#tracks.get(index);
    return { ...pose, speed: track && now - track.at < track.carry ? track.walk.speed : 0 };
  }

  /** Whether anybody's pose differs from one moment to the next. */
  moving(now: number): boolean {
    if (this.#steer) return true;
    for (const { walk, at, carry } of this.#tracks.values()) if ((walk.speed > 0 && now - at < carry) || now - at < BLEND) return true;
    return false;
  }

  #take(index: number, walk: Walk, carry: number, now: number): void {
    const shown = this.#shown(index, now);
    const far = !shown || Math.hypot(shown.x - walk.x, shown.z - walk.z) > SNAP;
    this.#tracks.set(index, {
      walk,
      at: now,
      carry,
      offX: far ? 0 : shown.x - walk.x,
      offZ: far ? 0 : shown.z - walk.z,
      offHeading: far ? 0 : turnBetween(walk.heading, shown.heading),
    });
    if (this.#own?.index === index && this.#steer && Math.hypot(this.#own.pose.x - walk.x, this.#own.pose.z - walk.z) > SNAP / 2) {
      this.#own = { ...this.#own, pose: walk, at: now };
    }
  }

  /** Those far away glide to where they were told to be, within one round: slower than they walk, but never in leaps. */
  #takeRota({ chunk, places }: Rota, now: number): void {
    this.#chunks = Math.max(this.#chunks, chunk + 1);
    const round = this.#chunks * CHUNK_EVERY;
    const near = new Set(this.#slots.values());
    for (const { index, ...place } of places) {
      if (near.has(index)) continue;
      const there = { x: fine(place.x, this.#square), z: fine(place.z, this.#square) };
      const shown = this.#shown(index, now);
      const metres = shown ? Math.hypot(there.x - shown.x, there.z - shown.z) : Infinity;
      // Within the rounding of a place they are where they are shown, which may be known more exactly.
      if (shown && metres <= this.#square.side / 256) {
        if ((this.#tracks.get(index)?.walk.speed ?? 0) > 0) this.#take(index, { ...shown, speed: 0 }, 0, now);
      } else if (shown && metres <= (WALKING_SPEED * round * 1.5) / 1000) {
        this.#take(index, { ...shown, heading: headingTo(shown, there), speed: (metres / round) * 1000 }, round, now);
      } else this.#tracks.set(index, { walk: { ...there, heading: shown?.heading ?? 0, speed: 0 }, at: now, carry: 0, offX: 0, offZ: 0, offHeading: 0 });
    }
  }

  #shown(index: number, now: number): Pose | undefined {
    if (this.#own?.index === index && this.#steer) {
      const seconds = Math.min(0.25, (now - this.#own.at) / 1000);
      this.#own = { index, pose: move(this.#own.pose, this.#steer, seconds, this.#grid), at: now };
      return this.#own.pose;
    }
    const track = this.#tracks.get(index);
    if (!track) return undefined;
    const { walk, at, carry } = track;
    const carried = (Math.min(now - at, carry) / 1000) * walk.speed;
    const left = Math.max(0, 1 - (now - at) / BLEND);
    return {
      x: walk.x + Math.sin(walk.heading) * carried + track.offX * left,
      z: walk.z + Math.cos(walk.heading) * carried + track.offZ * left,
      heading: walk.heading + track.offHeading * left,
    };
  }
}
