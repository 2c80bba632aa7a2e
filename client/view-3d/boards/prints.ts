import type { Glimpse } from './glimpse.ts';

/** How wide (points) a picture is painted on a wall at most, and how many of one board are held. */
const WIDE = 512;
const MOST = 64;

/** The pictures of one board on its wall: fetched when they are to be painted, one after the other, and once. */
export class Prints {
  readonly #glimpse: Pick<Glimpse, 'print'>;
  readonly #came: () => void;
  /** `undefined`: on its way, or not to be had. */
  readonly #held = new Map<string, ImageBitmap | undefined>();
  #ending = new AbortController();
  #last: Promise<void> = Promise.resolve();

  constructor(glimpse: Pick<Glimpse, 'print'>, came: () => void) {
    [this.#glimpse, this.#came] = [glimpse, came];
  }

  readonly of = (image: string): ImageBitmap | undefined => {
    if (!this.#held.has(image) && this.#held.size < MOST) {
      this.#held.set(image, undefined);
      const { signal } = this.#ending;
      this.#last = this.#last.then(() => this.#fetch(image, signal));
    }
    return this.#held.get(image);
  };

  /** Nothing of it is held any more; what is on its way is given up. */
  clear(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
    for (const print of this.#held.values()) print?.close();
    this.#held.clear();
  }

  async #fetch(image: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    // What is no picture to this browser stays its words.
    const print = await this.#glimpse.print(image, WIDE, signal).catch(() => undefined);
    if (signal.aborted) return print?.close();
    if (!print) return;
    this.#held.set(image, print);
    this.#came();
  }
}
