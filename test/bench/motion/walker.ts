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
  #turnAt = 0;
  #sentAt = 0;
  #heading = 0;
  #hasSpread = false;
  #stands = true;

  /**
   * What it sends at `now`, if anything; it is at (x, z) in a room that reaches `half` metres from its middle. At first it
   * walks to a spot of its own, or all would stand where they came in; then it strolls if it may, and else it stands.
   */
  next(now: number, x: number, z: number, half: number, mayStroll: boolean): Input | undefined {
    // Whoever is still on the long first way begins to stroll, too.
    if (mayStroll && this.#turnAt - now > LATEST) this.#turnAt = now + Math.random() * LATEST;
    if (now < this.#turnAt) {
      if (this.#stands || now - this.#sentAt < SIGN_OF_LIFE) return undefined;
      return this.#walk(now, this.#heading, false);
    }
    if (!this.#hasSpread) {
      this.#hasSpread = true;
      const [away, towards] = [half * OUTER * Math.sqrt(Math.random()), Math.random() * Math.PI * 2];
      const [dx, dz] = [Math.sin(towards) * away - x, Math.cos(towards) * away - z];
      this.#turnAt = now + (Math.hypot(dx, dz) / (PACE * WALKING_SPEED)) * 1000;
      return this.#walk(now, Math.atan2(dx, dz), true);
    }
    if (!mayStroll) {
      if (this.#stands) return undefined;
      this.#stands = true;
      return { heading: this.#heading, pace: 0, isNew: false };
    }
    this.#turnAt = now + (this.isSteering ? STEERING : SOONEST + Math.random() * (LATEST - SOONEST));
    return this.#walk(now, Math.hypot(x, z) > half * OUTER ? Math.atan2(-x, -z) + (Math.random() - 0.5) * 1.6 : Math.random() * Math.PI * 2, true);
  }

  #walk(now: number, heading: number, isNew: boolean): Input {
    [this.#heading, this.#sentAt, this.#stands] = [heading, now, false];
    return { heading, pace: PACE, isNew };
  }
}
