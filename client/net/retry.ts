const FIRST = 250;
const LAST = 5_000;
const GROWTH = 1.6;

/** How long to wait between tries to come back: at once at first, then ever longer, and never all people in step. */
export class Retry {
  #delay = FIRST;

  /** The next wait, in milliseconds. */
  next(): number {
    const jitter = 0.75 + Math.random() * 0.5;
    const wait = this.#delay * jitter;
    this.#delay = Math.min(LAST, this.#delay * GROWTH);
    return wait;
  }

  /** It worked: the next loss is met as the first was. */
  reset(): void {
    this.#delay = FIRST;
  }
}
