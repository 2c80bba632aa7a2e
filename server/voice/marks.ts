import { longer } from './longer.ts';

/** Numbers taken down until the next beginning: a set of them would be made and thrown away at each look. */
export class Marks {
  #marks = new Float64Array(64);
  #stamp = 1;

  begin(): void {
    this.#stamp++;
  }

  add(index: number): void {
    if (index >= this.#marks.length) this.#marks = longer(this.#marks, index);
    this.#marks[index] = this.#stamp;
  }

  has(index: number): boolean {
    return this.#marks[index] === this.#stamp;
  }

  /** Whom a list has, and nobody else. */
  mark(parties: readonly { readonly index: number }[]): void {
    this.begin();
    for (const { index } of parties) this.add(index);
  }
}
