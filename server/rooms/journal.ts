import type { Moment } from '#shared/kernel/capability.ts';
import type { RoomId } from '#shared/kernel/ids.ts';
import type { JournalEntry } from '../storage/journal.ts';

/** Raise it when a rule changes what an entry of before would do: entries of other rules are not done again. */
export const RULES = 1;
/** What is written beside commands: someone came in, or gave their place up. */
export const came = 'people.came';
export const left = 'people.left';

/** How long (ms) and how many entries are kept beyond a snapshot: for repeated keys, and for `npm run replay`. They may hold what people wrote. */
const KEPT_FOR = 10 * 60_000;
const KEPT_ENTRIES = 10_000;

/** Which entries a snapshot includes: all up to `through` but for those in `open`, which were being stored. */
export interface Included {
  readonly through: number;
  readonly open: readonly number[];
}

/** Numbers what happens in a room, and knows which of it the room's state shows already. */
export class Journal {
  readonly #room: RoomId;
  #last = 0;
  readonly #open = new Set<number>();
  #written: { readonly number: number; readonly at: number }[] = [];

  constructor(room: RoomId) {
    this.#room = room;
  }

  /** Goes on behind what was written before, and lets that be forgotten in its time. */
  resume(last: number, written: readonly { readonly number: number; readonly at: number }[]): void {
    this.#last = last;
    this.#written = written.map(({ number, at }) => ({ number, at }));
  }

  /** The next entry. `holds`: the room's state shows it already; else it is open until `settle`. */
  write(entry: Omit<JournalEntry, 'room' | 'number' | 'version'>, holds: boolean): JournalEntry {
    const number = ++this.#last;
    if (!holds) this.#open.add(number);
    this.#written.push({ number, at: entry.at });
    return { ...entry, room: this.#room, number, version: RULES };
  }

  /** What was open is in the room's state now, or was refused. */
  settle(number: number): void {
    this.#open.delete(number);
  }

  included(): Included {
    return { through: this.#last, open: [...this.#open] };
  }

  /** The first number that is still worth keeping at `now`; `undefined` where nothing has become old since the last call. */
  keptFrom(now: number): number | undefined {
    const fresh = this.#written.findIndex(({ number, at }) => number > this.#last - KEPT_ENTRIES && now - at < KEPT_FOR);
    if (fresh === 0 || this.#written.length === 0) return undefined;
    this.#written = fresh === -1 ? [] : this.#written.slice(fresh);
    return this.#written[0]?.number ?? this.#last + 1;
  }
}

/** A moment that remembers what was drawn from it, in order. */
export const recording = (moment: Moment): { readonly moment: Moment; readonly drawn: readonly (number | string)[] } => {
  const drawn: (number | string)[] = [];
  const note = <T extends number | string>(draw: () => T) => (): T => {
    const one = draw();
    drawn.push(one);
    return one;
  };
  return { moment: { at: moment.at, chance: note(moment.chance), newId: note(moment.newId) }, drawn };
};

/** The moment of an entry, in which the same is drawn again. Drawing anything else throws. */
export const momentOf = ({ at, chance }: Pick<JournalEntry, 'at' | 'chance'>): Moment => {
  const draws = [...chance];
  const next = <T extends 'number' | 'string'>(type: T) => (): T extends 'number' ? number : string => {
    const one = draws.shift();
    if (typeof one !== type) throw new Error('These rules draw other lots than those that wrote the journal.');
    return one as T extends 'number' ? number : string;
  };
  return { at, chance: next('number'), newId: next('string') };
};
