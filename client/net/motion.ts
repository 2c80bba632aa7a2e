/** Reads the frames of one connection into poses, and tells the server how far it has read. */
import { encodeSeen } from '#shared/movement/input.codec.ts';
import { decodeMotion, decodeSnapshot } from '#shared/movement/motion.codec.ts';
import type { Poses } from './poses.ts';

/** *Seen* is said at most this often (ms). The server pauses motion that stays unseen for longer than a second and a half. */
const SAY_EVERY = 500;

export class MotionReader {
  readonly #poses: Poses;
  readonly #say: (seen: Uint8Array) => void;
  #time = 0;
  #saidAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `say` sends the body of a *seen*. */
  constructor(poses: Poses, say: (seen: Uint8Array) => void) {
    [this.#poses, this.#say] = [poses, say];
  }

  /** The body of a motion frame, read at `now` (performance.now()). False for what is none. */
  motion(bytes: Uint8Array, now: number): boolean {
    const frame = decodeMotion(bytes);
    if (!frame) return false;
    this.#poses.takeMotion(frame, now);
    this.#saw(frame.time, now);
    return true;
  }

  /** The body of a snapshot, read at `now`. False for what is none. */
  snapshot(bytes: Uint8Array, now: number): boolean {
    const frame = decodeSnapshot(bytes);
    if (!frame) return false;
    this.#poses.takeSnapshot(frame, now);
    this.#saw(frame.time, now);
    return true;
  }

  /** The connection has ended. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  // Said on the arrival of a frame where it is due: timers of a hidden page come late.
  #saw(time: number, now: number): void {
    this.#time = time;
    const wait = this.#saidAt + SAY_EVERY - now;
    if (wait <= 0) this.#sayIt(now);
    else this.#timer ??= setTimeout(() => this.#sayIt(now + wait), wait);
  }

  #sayIt(now: number): void {
    this.stop();
    this.#saidAt = now;
    this.#say(encodeSeen(this.#time));
  }
}
