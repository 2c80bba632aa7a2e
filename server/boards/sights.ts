import { countsOf, seenOf, type Sight } from '#shared/boards/seen.ts';
import type { SignNews } from '#shared/boards/signs.ts';
import type { Desk } from '#shared/boards/desk.ts';

/** So many changes are told one by one; whoever has seen none of them gets the whole board. */
const MOST_KNOWN = 15_000;

/** BO21, BO23. One board as it is seen from its room: which version of it this is, and what has changed since another. */
export class Sights {
  /** Names one run of the server: versions of another mean nothing. */
  readonly #epoch: string;
  #number = 0;
  /** From which version on every change is known. */
  #from = 0;
  /** In which version an element last changed. */
  readonly #changed = new Map<string, number>();
  #counts: ReturnType<typeof countsOf> | undefined;
  #whole: { readonly number: number; readonly text: string } | undefined;

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  /** What the board's sign says now. */
  sign(desk: Desk): SignNews {
    this.#look(desk);
    const { board: { title, authors, people }, changed } = desk;
    this.#counts ??= countsOf(desk);
    return {
      title, ...this.#counts, version: this.#version,
      changedAt: changed?.at ?? 0, changedBy: authors === 'shown' ? (changed?.by ?? '') : '',
      people: new Map([...people].map(([id, { name }]) => [id, name])),
    };
  }

  /** As JSON, what has changed since a version that somebody has seen; the whole board for one that means nothing here. */
  since(desk: Desk, seen: string): string {
    this.#look(desk);
    const known = this.#numberOf(seen);
    if (known === undefined) return this.#wholeOf(desk);
    const changed = [...this.#changed].flatMap(([id, number]) => (number > known ? [id] : []));
    const living = changed.filter((id) => desk.board.elements.get(id)?.deletedAt === 0);
    return this.#write(desk, { whole: false, ids: living, gone: changed.filter((id) => !living.includes(id)) });
  }

  get #version(): string {
    return `${this.#epoch}.${this.#number}`;
  }

  #numberOf(version: string): number | undefined {
    const [epoch, number = ''] = version.split('.');
    return epoch === this.#epoch && /^\d{1,9}$/.test(number) && Number(number) >= this.#from && Number(number) <= this.#number ? Number(number) : undefined;
  }

  #look({ unseen }: Desk): void {
    if (unseen.size === 0) return;
    this.#number++;
    this.#counts = undefined;
    for (const id of unseen) this.#changed.set(id, this.#number);
    unseen.clear();
    if (this.#changed.size <= MOST_KNOWN) return;
    this.#changed.clear();
    this.#from = this.#number;
  }

  #wholeOf(desk: Desk): string {
    if (this.#whole?.number !== this.#number) {
      const ids = [...desk.board.elements].flatMap(([id, { deletedAt }]) => (deletedAt === 0 ? [id] : []));
      this.#whole = { number: this.#number, text: this.#write(desk, { whole: true, ids, gone: [] }) };
    }
    return this.#whole.text;
  }

  #write({ board }: Desk, { whole, ids, gone }: { readonly whole: boolean; readonly ids: readonly string[]; readonly gone: readonly string[] }): string {
    const elements = ids.flatMap((id) => {
      const element = board.elements.get(id);
      return element ? [seenOf(id, element)] : [];
    });
    const sight: Sight = { version: this.#version, whole, elements, gone };
    return JSON.stringify(sight);
  }
}
