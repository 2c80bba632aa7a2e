import { compileGrid, type Grid } from '#shared/movement/grid.ts';
import { move, turnBetween, type Pose, type Steer } from '#shared/movement/move.ts';
import { decodeSteer, encodeSteer, type WalkRecord } from '#shared/movement/walk.codec.ts';
import type { Layout } from '#shared/rooms/layout.ts';

/** How long a body takes from where it was seen to where its newest record puts it (ms). */
const BLEND = 150;
/** Corrections above this (metres) are not blended: the body is there. */
const SNAP = 3;
/** A walk without news is carried on for this long (ms); the server repeats itself sooner. */
const CARRY = 2_500;

interface Track {
  /** The newest record and when it came. */
  record: WalkRecord;
  at: number;
  /** What was shown then, less what the record said: fades away within BLEND. */
  offX: number;
  offZ: number;
  offHeading: number;
}

/** Everyone's poses, carried on from their last walk; one's own, predicted from one's own keys. */
export class Poses {
  readonly #grid: Grid;
  readonly #tracks = new Map<number, Track>();
  #steer: Steer | undefined;
  #own: { index: number; pose: Pose; at: number } | undefined;

  constructor(layout: Layout) {
    this.#grid = compileGrid(layout);
  }

  /** Takes records in at `now` (performance.now()). */
  take(records: readonly WalkRecord[], now: number): void {
    for (const record of records) {
      const shown = this.#shown(record.index, now);
      const far = !shown || Math.hypot(shown.x - record.x, shown.z - record.z) > SNAP;
      this.#tracks.set(record.index, {
        record,
        at: now,
        offX: far ? 0 : shown.x - record.x,
        offZ: far ? 0 : shown.z - record.z,
        offHeading: far ? 0 : turnBetween(record.heading, shown.heading),
      });
      if (this.#own?.index === record.index && this.#steer && Math.hypot(this.#own.pose.x - record.x, this.#own.pose.z - record.z) > SNAP / 2) {
        this.#own = { ...this.#own, pose: record, at: now };
      }
    }
  }

  /** Starts or changes one's own walk by keys; `undefined` ends it, and the server's word counts again. */
  steer(index: number, steer: Steer | undefined, now: number): Uint8Array {
    const pose = this.#shown(index, now);
    // Predict with what the wire carries, or the two would drift apart by the rounding.
    const bytes = encodeSteer(steer ?? { heading: pose?.heading ?? 0, pace: 0 });
    this.#steer = steer && decodeSteer(bytes);
    if (pose) this.#own = { index, pose, at: now };
    const track = this.#tracks.get(index);
    if (!steer && track && pose) Object.assign(track, { record: { ...track.record, ...pose, speed: 0 }, at: now, offX: 0, offZ: 0, offHeading: 0 });
    if (!steer) this.#own = undefined;
    return bytes;
  }

  poseAt(index: number, now: number): (Pose & { readonly speed: number }) | undefined {
    const pose = this.#shown(index, now);
    if (!pose) return undefined;
    if (this.#own?.index === index && this.#steer) return { ...pose, speed: this.#steer.pace * 1.8 };
    const track = this.#tracks.get(index);
    return { ...pose, speed: track && now - track.at < CARRY ? track.record.speed : 0 };
  }

  /** Whether anybody's pose differs from one moment to the next. */
  moving(now: number): boolean {
    if (this.#steer) return true;
    for (const track of this.#tracks.values()) if ((track.record.speed > 0 && now - track.at < CARRY) || now - track.at < BLEND) return true;
    return false;
  }

  #shown(index: number, now: number): Pose | undefined {
    if (this.#own?.index === index && this.#steer) {
      const seconds = Math.min(0.25, (now - this.#own.at) / 1000);
      this.#own = { index, pose: move(this.#own.pose, this.#steer, seconds, this.#grid), at: now };
      return this.#own.pose;
    }
    const track = this.#tracks.get(index);
    if (!track) return undefined;
    const { record, at } = track;
    const carried = (Math.min(now - at, CARRY) / 1000) * record.speed;
    const left = Math.max(0, 1 - (now - at) / BLEND);
    return {
      x: record.x + Math.sin(record.heading) * carried + track.offX * left,
      z: record.z + Math.cos(record.heading) * carried + track.offZ * left,
      heading: record.heading + track.offHeading * left,
    };
  }
}
