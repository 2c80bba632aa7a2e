/** Numbers lists that are the same: each distinct list of whole numbers gets the place at which it was first seen. */
export class Sameness {
  private readonly width: number;
  private readonly known: Int32Array;
  private readonly slots: Int32Array;
  private readonly mask: number;
  /** How many distinct lists there are. */
  count = 0;

  /** For at most `most` lists of `width` numbers. */
  constructor(most: number, width: number) {
    this.width = width;
    this.known = new Int32Array(most * width);
    let slots = 16;
    while (slots < most * 2) slots *= 2;
    this.slots = new Int32Array(slots).fill(-1);
    this.mask = slots - 1;
  }

  /** The place of a list among the distinct ones; a new one gets the next. */
  placeOf(list: ArrayLike<number>): number {
    const { width, known, slots, mask, count } = this;
    let hash = 2166136261;
    for (let i = 0; i < width; i++) hash = Math.imul(hash ^ (list[i] ?? 0), 16777619);
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slots[slot] ?? -1;
      if (place < 0) {
        slots[slot] = count;
        for (let i = 0; i < width; i++) known[count * width + i] = list[i] ?? 0;
        this.count += 1;
        return count;
      }
      let same = true;
      for (let i = 0; same && i < width; i++) same = known[place * width + i] === list[i];
      if (same) return place;
    }
  }
}
