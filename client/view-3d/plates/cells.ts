/** A fixed number of cells, each lent to one at a time and taken back. */
export class Cells<Key> {
  readonly #count: number;
  readonly #lent = new Map<Key, number>();

  constructor(count: number) {
    this.#count = count;
  }

  /** Lends a cell to each of these and takes back all others; whoever has one keeps it. The first come first, where there are not enough. */
  keep(wanted: readonly Key[]): void {
    const all = new Set(wanted);
    for (const key of this.#lent.keys()) if (!all.has(key)) this.#lent.delete(key);
    const taken = new Set(this.#lent.values());
    const free = Array.from({ length: this.#count }, (_, i) => i).filter((i) => !taken.has(i));
    for (const key of all) {
      if (this.#lent.has(key)) continue;
      const cell = free.shift();
      if (cell === undefined) return;
      this.#lent.set(key, cell);
    }
  }

  of(key: Key): number | undefined {
    return this.#lent.get(key);
  }
}
