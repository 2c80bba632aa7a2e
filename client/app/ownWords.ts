/** How long (ms) after an act its words may come: the answer and the cue travel apart. */
const LATEST = 3_000;

export interface AwaitedWords {
  /** What is told next of one's own acts; nothing when it does not come. */
  readonly text: Promise<string | undefined>;
  /** The act was refused: the next words are another's. */
  forget(): void;
}

/** Hands out what one is told of one's own acts, to whoever waits for the words of one. */
export class OwnWords {
  #waiting: ((text: string | undefined) => void)[] = [];

  /** Waits for the words of an act. Call it before the act is asked for. */
  next(): AwaitedWords {
    let take: (text: string | undefined) => void = () => undefined;
    const text = new Promise<string | undefined>((resolve) => {
      const timer = setTimeout(() => take(undefined), LATEST);
      take = (told) => {
        clearTimeout(timer);
        this.#waiting = this.#waiting.filter((one) => one !== take);
        resolve(told);
      };
      this.#waiting.push(take);
    });
    return { text, forget: () => take(undefined) };
  }

  tell(text: string): void {
    // Whoever has waited longest has acted first.
    this.#waiting[0]?.(text);
  }
}
