/** Who speaks, steadily: a voice has pauses between its words. */
const KEPT = 700;

/** Keeps each of those who spoke a moment ago. Time (ms) is an argument. */
export class Recent<Id> {
  readonly #until = new Map<Id, number>();

  /** Those who speak now, or did within `KEPT`. */
  take(speaking: Iterable<Id>, now: number): ReadonlySet<Id> {
    for (const id of speaking) this.#until.set(id, now + KEPT);
    for (const [id, until] of this.#until) if (until <= now) this.#until.delete(id);
    return new Set(this.#until.keys());
  }
}
