import { MOST_SIGNALS, MOST_SIGNS, type Outgoing } from '#shared/voice/signals.ts';

/** So often (ms) at most a message goes: the server takes sixty a second, walking and acts among them. */
const PAUSE = 100;

/** Signals for everyone, a few in a message: the first at once, what comes soon after together. */
export class SignalOutbox {
  readonly #send: (signals: readonly Outgoing[]) => void;
  #waiting: Outgoing[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (signals: readonly Outgoing[]) => void) {
    this.#send = send;
  }

  put(one: Outgoing): void {
    this.#waiting.push(one);
    if (this.#timer === undefined) this.#go();
  }

  /** Sends what waits now, as far as it fits in one message, and nothing later. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length > 0) this.#send(this.#next());
    this.#waiting = [];
  }

  #go(): void {
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    this.#send(this.#next());
    this.#timer = setTimeout(() => this.#go(), PAUSE);
  }

  #next(): readonly Outgoing[] {
    let [count, signs] = [0, 0];
    for (const { signal } of this.#waiting) {
      signs += 'sdp' in signal ? signal.sdp.length : 'candidate' in signal ? signal.candidate.length : 0;
      if (count === MOST_SIGNALS || (count > 0 && signs > MOST_SIGNS)) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }
}
