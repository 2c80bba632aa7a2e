/** How the bench's people walk: as people do who stroll about, or who steer all the time. */
import { WALKING_SPEED } from '#shared/movement/move.ts';

/** Metres a second, as a share of the fastest. */
const PACE = 1.4 / WALKING_SPEED;
/** Strollers take a new direction this often (ms), at random between the two; those who steer do each tenth of a second. */
const [SOONEST, LATEST] = [750, 2_250];
const STEERING = 100;
const SIGN_OF_LIFE = 1_000;
/** Beyond this share of the room's half they turn back: nobody walks along the wall for long. */
const OUTER = 0.75;

export interface Input {
  readonly heading: number;
  readonly pace: number;
  /** A new direction, not a sign of life. */
  readonly isNew: boolean;
}

export class Walker {
  isSteering = false;
  #turnAt: number;
  #sentAt = 0;
  #heading = 0;

  constructor(now: number) {
    this.#turnAt = now + Math.random() * LATEST;
  }

  /** What it sends at `now`, if anything; it is at (x, z) in a room that reaches `half` metres from its middle. */
  next(now: number, x: number, z: number, half: number): Input | undefined {
    if (now < this.#turnAt) {
      if (this.#sentAt === 0 || now - this.#sentAt < SIGN_OF_LIFE) return undefined;
      this.#sentAt = now;
      return { heading: this.#heading, pace: PACE, isNew: false };
    }
    this.#turnAt = now + (this.isSteering ? STEERING : SOONEST + Math.random() * (LATEST - SOONEST));
    this.#sentAt = now;
    this.#heading = Math.hypot(x, z) > half * OUTER ? Math.atan2(-x, -z) + (Math.random() - 0.5) * 1.6 : Math.random() * Math.PI * 2;
    return { heading: this.#heading, pace: PACE, isNew: true };
  }
}
