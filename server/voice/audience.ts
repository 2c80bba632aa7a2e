import type { Choice } from '#shared/voice/choice.ts';
import { metresBetween, type Carrier } from '#shared/voice/hearing.ts';
import type { Party } from './party.ts';

/** VO23. The listeners of one speaker, where a voice goes to so many and no more. */
export class Audience {
  readonly #inReach = new Map<Party, Carrier>();
  readonly #admitted = new Set<Party>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether a listener in reach may hear the speaker; where all places are taken, the next choice says who gets them. */
  admits(listener: Party, carrier: Carrier): boolean {
    if (this.#inReach.get(listener) !== carrier) this.#inReach.set(listener, carrier);
    if (this.#admitted.size < this.#most) this.#admitted.add(listener);
    return this.#admitted.has(listener);
  }

  without(listener: Party): void {
    this.#inReach.delete(listener);
    this.#admitted.delete(listener);
  }

  /** Chooses anew, by where everyone stands now; answers who must go. Whoever may come does so when they look around. */
  choose(speaker: Party, choice: Choice): readonly Party[] {
    if (this.#inReach.size === this.#admitted.size) return [];
    choice.begin();
    for (const [listener, carrier] of this.#inReach) choice.add(listener.index, carrier, metresBetween(listener.pose, speaker.pose), this.#admitted.has(listener), true, false);
    const chosen = new Set(choice.voices());
    const gone = [...this.#admitted].filter(({ index }) => !chosen.has(index));
    for (const listener of gone) this.#admitted.delete(listener);
    for (const listener of this.#inReach.keys()) if (chosen.has(listener.index)) this.#admitted.add(listener);
    return gone;
  }
}
