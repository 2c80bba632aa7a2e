/** VO13. Somebody in hearing is out of it since never. */
export const IN = Infinity;

/**
 * Everyone whose voice carries to one listener, by number, and since when (ms) some of them have been out of hearing.
 * It is written anew at each look, four times a second: emptied arrays would give their memory back each time.
 */
export class Reach {
  count = 0;
  indexes = new Int32Array(16);
  outSince = new Float64Array(16);

  add(index: number, outSince: number): void {
    if (this.count === this.indexes.length) this.#grow();
    this.indexes[this.count] = index;
    this.outSince[this.count] = outSince;
    this.count++;
  }

  /** Another is out of hearing since then: it ends for both at once. */
  parted(index: number, outSince: number): void {
    for (let at = 0; at < this.count; at++) if (this.indexes[at] === index) this.outSince[at] = outSince;
  }

  #grow(): void {
    const [indexes, outSince] = [this.indexes, this.outSince];
    [this.indexes, this.outSince] = [new Int32Array(2 * this.count), new Float64Array(2 * this.count)];
    this.indexes.set(indexes);
    this.outSince.set(outSince);
  }
}
