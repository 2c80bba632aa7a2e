/** Those who want to be told of one kind of thing. */
export class Listeners<Told extends readonly unknown[]> {
  readonly #all = new Set<(...told: Told) => void>();

  /** Answers how to be told no more. */
  readonly add = (listener: (...told: Told) => void): (() => void) => {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  };

  readonly tell = (...told: Told): void => this.#all.forEach((listener) => listener(...told));
}
