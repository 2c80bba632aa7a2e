import { randomBytes } from 'node:crypto';

/** What rules and hosts may not reach for themselves, so that a whole room can be simulated from a seed. */
export interface Ambient {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly chance: () => number;
  readonly newId: () => string;
}

export const realAmbient: Ambient = { now: Date.now, chance: Math.random, newId: () => randomBytes(12).toString('base64url') };
