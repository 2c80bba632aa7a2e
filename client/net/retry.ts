const FIRST = 250;
/** The longest wait: after a long outage, this is most of what the last people wait once the server is back. */
const LAST = 3_000;
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
