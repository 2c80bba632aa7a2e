const REST = 10_000;

/** The small numbers by which motion frames name people. A freed one rests, or a late frame would move a stranger. */
export class PersonIndexes {
  #next = 0;
  readonly #freed: { readonly index: number; readonly at: number }[] = [];

  take(now: number): number {
    const oldest = this.#freed[0];
    if (oldest && now - oldest.at >= REST) {
      this.#freed.shift();
      return oldest.index;
    }
    return this.#next++;
  }

  free(index: number, now: number): void {
    this.#freed.push({ index, at: now });
  }
}
