import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { countsOf, seenOf, type SeenElement, type Sight } from '#shared/boards/seen.ts';
import type { SignNews } from '#shared/boards/signs.ts';
import type { Desk } from '#shared/boards/desk.ts';

/** So many changes are told one by one; whoever has seen none of them gets the whole board. */
const MOST_KNOWN = 15_000;
/** So many answers are kept while nothing changes: those before a board ask from the same few versions. */
const MOST_KEPT = 8;
const pack = promisify(gzip);

/** A `Sight` as JSON; packed once, however many ask for it. */
export class SightText {
  readonly text: string;
  #packed: Promise<Buffer> | undefined;

  constructor(sight: Sight) {
    this.text = JSON.stringify(sight);
  }

  packed(): Promise<Buffer> {
    return (this.#packed ??= pack(this.text, { level: 4 }));
  }
}

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
  /** What has changed up to this version, by the version since which; `undefined` for the whole board. */
  readonly #texts = new Map<number | undefined, SightText>();

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

  /** What has changed since a version that somebody has seen; the whole board for one that means nothing here. */
  since(desk: Desk, seen: string): SightText {
    this.#look(desk);
    const known = this.#numberOf(seen);
    const kept = this.#texts.get(known);
    if (kept) return kept;
    if (this.#texts.size >= MOST_KEPT) this.#texts.clear();
    const text = new SightText(this.#sightSince(desk, known));
    this.#texts.set(known, text);
    return text;
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
    this.#texts.clear();
    for (const id of unseen) this.#changed.set(id, this.#number);
    unseen.clear();
    if (this.#changed.size <= MOST_KNOWN) return;
    this.#changed.clear();
    this.#from = this.#number;
  }

  #sightSince({ board }: Desk, known: number | undefined): Sight {
    const asked = known === undefined ? [...board.elements.keys()] : [...this.#changed].flatMap(([id, number]) => (number > known ? [id] : []));
    const [elements, gone]: [SeenElement[], string[]] = [[], []];
    for (const id of asked) {
      const element = board.elements.get(id);
      if (element?.deletedAt === 0) elements.push(seenOf(id, element));
      else gone.push(id);
    }
    const whole = known === undefined;
    return { version: this.#version, whole, elements, gone: whole ? [] : gone };
  }
}
