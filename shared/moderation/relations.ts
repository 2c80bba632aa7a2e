import type { PersonId } from '../kernel/ids.ts';

export type Relation = 'mute' | 'block';

/** Who has muted or blocked whom. Plain server state: nobody is told that they are muted or blocked. */
export class Relations {
  readonly #concerned = new Set<PersonId>();
  readonly #of = { mute: new Map<PersonId, Set<PersonId>>(), block: new Map<PersonId, Set<PersonId>>() };

  set(relation: Relation, from: PersonId, to: PersonId, on: boolean): void {
    const held = this.#of[relation].get(from) ?? new Set();
    if (on) held.add(to);
    else held.delete(to);
    this.#of[relation].set(from, held);
    if (on) this.#concerned.add(from).add(to);
  }

  has(relation: Relation, from: PersonId, to: PersonId): boolean {
    return this.#of[relation].get(from)?.has(to) ?? false;
  }

  /** What one has set oneself, for one's own eyes. */
  own(from: PersonId): { readonly muted: readonly PersonId[]; readonly blocked: readonly PersonId[] } {
    return { muted: [...(this.#of.mute.get(from) ?? [])], blocked: [...(this.#of.block.get(from) ?? [])] };
  }

  /** Whether someone has ever muted or blocked anybody, or been muted or blocked: all others hear and are heard by whoever is near. */
  concern(id: PersonId): boolean {
    return this.#concerned.has(id);
  }

  /** BL1. Whether one of two blocked the other. */
  parted(a: PersonId, b: PersonId): boolean {
    return this.has('block', a, b) || this.has('block', b, a);
  }

  /** MU1, BL1. Whether what `speaker` does reaches `listener`. */
  reaches(speaker: PersonId, listener: PersonId): boolean {
    return speaker === listener || (!this.parted(speaker, listener) && !this.has('mute', listener, speaker));
  }
}
