import type { Rate } from '#shared/kernel/capability.ts';

/** DESIGN §7, Rates: so many in so many milliseconds, from one person. */
const allowances: Record<Rate, { readonly count: number; readonly within: number }> = {
  command: { count: 20, within: 1_000 },
  chat: { count: 5, within: 3_000 },
  reaction: { count: 4, within: 1_000 },
};

/** One person's recent commands, by allowance. */
export class Rates {
  readonly #recent: Record<Rate, number[]> = { command: [], chat: [], reaction: [] };

  /** Counts one more at `at`, unless the allowance is used up: then false, and nothing is counted. */
  take(rate: Rate, at: number): boolean {
    const { count, within } = allowances[rate];
    const recent = this.#recent[rate].filter((time) => at - time < within);
    this.#recent[rate] = recent;
    if (recent.length >= count) return false;
    recent.push(at);
    return true;
  }
}
