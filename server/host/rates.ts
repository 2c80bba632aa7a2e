import type { Rate } from '#shared/kernel/capability.ts';

/** What is counted: commands, by their rate, places asked for among the voices, signals to others there, looks at boards from their rooms, signs of a hand at one, pictures put on one and seen there. */
export type Allowance = Rate | 'audio' | 'signal' | 'look' | 'sign' | 'upload' | 'image';

/** DESIGN §7, Rates: so many in so many milliseconds, from one person. */
const allowances: Record<Allowance, { readonly count: number; readonly within: number }> = {
  command: { count: 20, within: 1_000 },
  chat: { count: 5, within: 3_000 },
  reaction: { count: 4, within: 1_000 },
  drawing: { count: 30, within: 1_000 },
  sign: { count: 30, within: 1_000 },
  audio: { count: 10, within: 10_000 },
  // Whoever comes into a full circle of listeners calls each of them, with a handful of candidates.
  signal: { count: 500, within: 10_000 },
  look: { count: 30, within: 10_000 },
  upload: { count: 30, within: 60_000 },
  // All that one board has, and as many again.
  image: { count: 600, within: 60_000 },
};

/** What one person asked for recently, by allowance. */
export class Rates {
  readonly #recent: Record<Allowance, number[]> = { command: [], chat: [], reaction: [], drawing: [], audio: [], signal: [], look: [], sign: [], upload: [], image: [] };

  /** Counts one more at `at`, unless the allowance is used up: then false, and nothing is counted. */
  take(rate: Allowance, at: number): boolean {
    const { count, within } = allowances[rate];
    const recent = this.#recent[rate];
    // Times only rise: the oldest stand first.
    while (recent.length > 0 && at - (recent[0] ?? at) >= within) recent.shift();
    if (recent.length >= count) return false;
    recent.push(at);
    return true;
  }
}
