import type { Glimpse } from './glimpse.ts';

/** How wide (points) a picture is painted on a wall at most, and how many of one board are held. */
const WIDE = 512;
const MOST = 64;
/** One that could not be had is asked for again after so long (ms), twice as late each time, and at the latest after so long. */
const AGAIN = 2_000;
const LATEST = 60_000;

/** The pictures of one board on its wall: fetched when they are to be painted, one after the other, and once. */
export class Prints {
  readonly #glimpse: Pick<Glimpse, 'print'>;
  readonly #came: () => void;
  /** `undefined`: on its way, or not to be had. */
  readonly #held = new Map<string, ImageBitmap | undefined>();
  #ending = new AbortController();
  /** Those that could not be had, and what will ask again. */
  readonly #missing = new Map<string, number>();
  #last: Promise<void> = Promise.resolve();

  constructor(glimpse: Pick<Glimpse, 'print'>, came: () => void) {
    [this.#glimpse, this.#came] = [glimpse, came];
  }

  readonly of = (image: string): ImageBitmap | undefined => {
    if (!this.#held.has(image) && this.#held.size < MOST) {
      this.#held.set(image, undefined);
      this.#ask(image);
    }
    return this.#held.get(image);
  };

  /** Somebody has come nearer: what could not be had is asked for at once. */
  nearer(): void {
    for (const [image, timer] of this.#missing) {
      window.clearTimeout(timer);
      this.#ask(image);
    }
    this.#missing.clear();
  }

  /** Nothing of it is held any more; what is on its way is given up. */
  clear(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
    for (const timer of this.#missing.values()) window.clearTimeout(timer);
    this.#missing.clear();
    for (const print of this.#held.values()) print?.close();
    this.#held.clear();
  }

  #ask(image: string, times = 0): void {
    const { signal } = this.#ending;
    this.#last = this.#last.then(() => this.#fetch(image, times, signal));
  }

  async #fetch(image: string, times: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const print = await this.#glimpse.print(image, WIDE, signal).catch(() => 'unreadable' as const);
    if (signal.aborted) return print === 'unreadable' ? undefined : print?.close();
    // What is no picture to this browser stays its words.
    if (print === 'unreadable') return;
    if (!print) {
      const again = (): void => {
        this.#missing.delete(image);
        this.#ask(image, times + 1);
      };
      this.#missing.set(image, window.setTimeout(again, Math.min(LATEST, AGAIN * 2 ** times)));
      return;
    }
    this.#held.set(image, print);
    this.#came();
  }
}
