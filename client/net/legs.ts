/** Inputs are sent at most this often (ms), and the same again after SIGN_OF_LIFE: the server stops whom it has not heard of for two seconds. */
const LEAST = 100;
const SIGN_OF_LIFE = 900;

/** Sends what one's legs want: when it changes, the last of it if it changes faster than it may be sent, and now and then while walking. */
export class Legs {
  readonly #send: (input: Uint8Array) => void;
  #sent: Uint8Array | undefined;
  #sentAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (input: Uint8Array) => void) {
    this.#send = send;
  }

  /** Wants `input` (its body: heading, pace) from `now` on (performance.now()). Call again while walking, at least each second. */
  want(input: Uint8Array, now: number): void {
    this.stop();
    const isSame = this.#sent !== undefined && input.every((byte, at) => byte === this.#sent?.[at]);
    const stands = input[1] === 0;
    if (isSame && stands) return;
    const wait = this.#sentAt + (isSame ? SIGN_OF_LIFE : LEAST) - now;
    if (wait <= 0) this.#put(input, now);
    else if (!isSame) this.#timer = setTimeout(() => this.#put(input, now + wait), wait);
  }

  /** Calls off what waits to be sent. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #put(input: Uint8Array, now: number): void {
    [this.#sent, this.#sentAt, this.#timer] = [input, now, undefined];
    this.#send(input);
  }
}
