/** What is said of a picture that is not smooth. */
export type SlowNews = 'simpler' | 'offer2d';

/** Each is said once, however often one comes back to the picture and whatever the machine does meanwhile. */
export class SaidOnce {
  readonly #said = new Set<SlowNews>();

  /** Whether to say it now; it counts as said. */
  take(news: SlowNews): boolean {
    const isNew = !this.#said.has(news);
    this.#said.add(news);
    return isNew;
  }
}
