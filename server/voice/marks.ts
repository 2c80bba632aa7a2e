import { longer } from './party.ts';

/** Whom a list has, taken down until the next one: a set of them would be made and thrown away at each look. */
export class Marks {
  #marks = new Float64Array(64);
  #stamp = 0;

  mark(parties: readonly { readonly index: number }[]): void {
    this.#stamp++;
    for (const { index } of parties) {
      if (index >= this.#marks.length) this.#marks = longer(this.#marks, 2 * (index + 1));
      this.#marks[index] = this.#stamp;
    }
  }

  has(index: number): boolean {
    return this.#marks[index] === this.#stamp;
  }
}
