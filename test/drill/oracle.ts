/** What must be so, as those who asked can know it: acknowledged is so, refused is not, and unanswered may be either. */
import type { Result } from '#client/net/hearth.ts';

/** How old the live state may be that a restart brings back (ms): a flush of the journal, and what a busy machine adds. */
export const LIVE_MAY_BE_OLDER = 100 + 400;
const NOTHING = 'nothing';

/** A value of something that does not last for ever, and when it held. Milliseconds since 1970. */
interface Held {
  readonly value: string;
  readonly from: number;
  to: number;
}

export type Observed = ReadonlyMap<string, string>;
type Act = () => Promise<Result>;

/** Whether a no came from the server itself: then nothing was done. */
const isRefusal = (result: Result): boolean => !result.accepted && result.refusal.code !== 'client.offline';

/** Facts by name, such as `line Hello` or `hand Person 3`. One person at a time may ask for a change of each. */
export class Oracle {
  readonly #lasting = new Map<string, ReadonlySet<string>>();
  readonly #live = new Map<string, readonly Held[]>();
  acknowledged = 0;

  /** Asks for something that is stored before it is acknowledged. */
  async lasting(fact: string, value: string, act: Act): Promise<Result> {
    const before = this.#lasting.get(fact) ?? new Set([NOTHING]);
    this.#lasting.set(fact, new Set([...before, value]));
    const result = await act();
    if (result.accepted) {
      this.#lasting.set(fact, new Set([value]));
      this.acknowledged++;
    } else if (isRefusal(result)) this.#lasting.set(fact, before);
    return result;
  }

  /** Asks for a change of the live state. */
  async live(fact: string, value: string, act: Act): Promise<Result> {
    const before = this.#live.get(fact) ?? [{ value: NOTHING, from: 0, to: Infinity }];
    this.#live.set(fact, [...before, { value, from: Date.now(), to: Infinity }]);
    const result = await act();
    if (result.accepted) for (const held of before) held.to = Math.min(held.to, Date.now());
    else if (isRefusal(result)) this.#live.set(fact, before);
    return result;
  }

  /** What is known of a lasting fact for certain; `undefined` where it may be this or that. */
  certain(fact: string): string | undefined {
    const possible = this.#lasting.get(fact) ?? new Set([NOTHING]);
    return possible.size === 1 ? [...possible][0] : undefined;
  }

  /** What cannot be: facts that were observed after an end at `endedAt` (ms since 1970), and could not have come about. */
  faults(observed: Observed, endedAt: number): readonly string[] {
    const oldest = endedAt - LIVE_MAY_BE_OLDER;
    const names = new Set([...observed.keys(), ...this.#lasting.keys(), ...this.#live.keys()]);
    return [...names].flatMap((fact) => {
      const seen = observed.get(fact) ?? NOTHING;
      const held = this.#live.get(fact)?.filter(({ from, to }) => to >= oldest && from <= endedAt);
      const possible = held ? new Set(held.map(({ value }) => value)) : (this.#lasting.get(fact) ?? new Set([NOTHING]));
      return possible.has(seen) ? [] : [`${fact}: it is ${seen}, and should be ${[...possible].join(' or ')}`];
    });
  }

  /** What was observed is what is known now. */
  learn(observed: Observed): void {
    for (const fact of this.#lasting.keys()) this.#lasting.set(fact, new Set([observed.get(fact) ?? NOTHING]));
    for (const fact of this.#live.keys()) this.#live.set(fact, [{ value: observed.get(fact) ?? NOTHING, from: 0, to: Infinity }]);
  }
}
