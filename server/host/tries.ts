const MOST = 10;
const WITHIN = 60_000;
const REMEMBERED = 10_000;

/** Failed tries at the door, by address: guessing short codes must stay hopeless, and a typing mistake must not hurt. */
export class Tries {
  readonly #failed = new Map<string, number[]>();

  mayTry(address: string, now: number): boolean {
    return this.#recent(address, now).length < MOST;
  }

  failed(address: string, now: number): void {
    const recent = [...this.#recent(address, now), now];
    this.#failed.delete(address);
    this.#failed.set(address, recent);
    const oldest = this.#failed.keys().next();
    if (this.#failed.size > REMEMBERED && !oldest.done) this.#failed.delete(oldest.value);
  }

  #recent(address: string, now: number): readonly number[] {
    return (this.#failed.get(address) ?? []).filter((at) => now - at < WITHIN);
  }
}
