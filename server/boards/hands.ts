import { isInk, writeFrame, type Sign } from '#shared/boards/hands.codec.ts';

/** What everybody is told in one frame is no longer than this (bytes): more is dropped, since it is over in a moment. */
const LONGEST_FRAME = 8_192;

/** The least number that is no hand of these. */
export const freeHand = (people: Iterable<{ readonly hand: number }>): number => {
  const taken = new Set([...people].map(({ hand }) => hand));
  let hand = 1;
  while (taken.has(hand)) hand++;
  return hand;
};

/** BO24. What hands did since the last frame: of pointers and selections the last, of ink everything. */
export class Hands {
  #signs: { readonly hand: number; readonly kind: Sign['kind']; readonly bytes: Uint8Array }[] = [];
  #length = 0;

  add(hand: number, sign: Sign, bytes: Uint8Array): void {
    if (!isInk(sign)) {
      const before = this.#signs.findIndex((one) => one.hand === hand && one.kind === sign.kind);
      const [gone] = before < 0 ? [] : this.#signs.splice(before, 1);
      this.#length -= gone?.bytes.length ?? 0;
    }
    if (this.#length + bytes.length > LONGEST_FRAME) return;
    this.#length += bytes.length;
    // The socket's buffer is used again.
    this.#signs.push({ hand, kind: sign.kind, bytes: Uint8Array.from(bytes) });
  }

  /** The frame, if anything was done. */
  take(): Uint8Array | undefined {
    if (this.#signs.length === 0) return undefined;
    const frame = writeFrame(this.#signs);
    this.#signs = [];
    this.#length = 0;
    return frame;
  }
}
