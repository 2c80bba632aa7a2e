import { CHUNK, coarse, encodeRota, type Place, type Square } from '#shared/movement/motion.codec.ts';
import type { Walker } from '#shared/movement/walks.ts';

/** A round takes at least four seconds: one chunk every half second. */
const FEWEST_CHUNKS = 8;
export const CHUNK_EVERY = 500;

/**
 * Where everyone is, roughly, in turns: for those to whom they are not near. Whoever has not moved is left out, but only
 * after two rounds, because whoever carried them on until they were no longer near may have missed that they stopped.
 */
export class Rotation {
  readonly #square: Square;
  readonly #people: readonly (Walker | undefined)[];
  /** By index: what was last told, and when it was new. */
  readonly #told: { readonly version: number; readonly x: number; readonly z: number; readonly at: number }[] = [];

  constructor(square: Square, people: readonly (Walker | undefined)[]) {
    [this.#square, this.#people] = [square, people];
  }

  /** Chunks in one round. */
  get chunks(): number {
    return Math.max(FEWEST_CHUNKS, Math.ceil(this.#people.length / CHUNK));
  }

  /** A chunk at `now`: of those who moved lately, or of all; `undefined` where that is nobody. */
  encode(chunk: number, now: number, all: boolean): Uint8Array | undefined {
    const places: Place[] = [];
    const since = now - 2 * this.chunks * CHUNK_EVERY;
    for (let index = chunk * CHUNK, end = Math.min(index + CHUNK, this.#people.length); index < end; index++) {
      const walker = this.#people[index];
      if (!walker) continue;
      const [x, z] = [coarse(walker.pose.x, this.#square), coarse(walker.pose.z, this.#square)];
      const told = this.#told[index];
      const isNew = told?.version !== walker.version || told.x !== x || told.z !== z;
      if (isNew) this.#told[index] = { version: walker.version, x, z, at: now };
      if (all || isNew || told.at > since) places.push({ index, x, z });
    }
    return places.length > 0 ? encodeRota(chunk, places) : undefined;
  }
}
