/** Large enough for a few hundred frames (bytes). */
const SIZE = 64 * 1024;

/**
 * Where frames are written before they are sent. A slab is replaced when it is full and what was handed out is never
 * rewritten, because a socket may queue it uncopied.
 */
export class Slab {
  #bytes = Buffer.allocUnsafeSlow(SIZE);
  #at = 0;

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Where the next frame begins, with `size` bytes free behind it (at most SIZE: a longer frame has no place here). */
  begin(size: number): number {
    if (this.#at + size > this.#bytes.length) [this.#bytes, this.#at] = [Buffer.allocUnsafeSlow(SIZE), 0];
    return this.#at;
  }

  /** The frame that ends at `end`, for good. One that was begun and not taken is overwritten by the next. */
  take(end: number): Uint8Array {
    const frame = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return frame;
  }
}
