/** What a wheel asks of time: a clock that never goes back (ms), and to be woken. */
export interface Clockwork {
  readonly now: () => number;
  /** Calls back after `ms`; answers how to call that off. */
  readonly wake: (after: () => void, ms: number) => () => void;
}

export const realClockwork: Clockwork = {
  now: () => performance.now(),
  wake: (after, ms) => {
    const timer = setTimeout(after, ms);
    return () => clearTimeout(timer);
  },
};

/** One turn each so many milliseconds. */
const EVERY = 5;
/** A stall longer than this (ms) is forgotten: what was missed is not made up for in one burst. */
const STALL = 200;

/** Turns without drift, on one chain of timers: a late turn is followed by what is due, and the clock sets the pace. */
export class Wheel {
  readonly #turn: (count: number) => void;
  readonly #clockwork: Clockwork;
  #count = 0;
  #due: number;
  #callOff: () => void;

  /** Starts at once. `turn` must not throw. */
  constructor(turn: (count: number) => void, clockwork = realClockwork) {
    [this.#turn, this.#clockwork] = [turn, clockwork];
    this.#due = clockwork.now() + EVERY;
    this.#callOff = clockwork.wake(this.#run, EVERY);
  }

  stop(): void {
    this.#callOff();
  }

  readonly #run = (): void => {
    const now = this.#clockwork.now();
    if (now - this.#due > STALL) this.#due = now;
    for (; this.#due <= now; this.#due += EVERY) this.#turn(this.#count++);
    this.#callOff = this.#clockwork.wake(this.#run, Math.max(1, this.#due - this.#clockwork.now()));
  };
}
