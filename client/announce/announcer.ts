/**
 * The one voice of the page: decides what is spoken when, and logs everything (reference/accessibility.md §5 A). Own acts
 * and what is said to you are spoken at once; what happens beside you at most once in three seconds, as one sentence;
 * what happens in the room as a digest at most once in thirty. Time is an argument, so that tests need no waiting.
 */
import type { CueKind, HeardCue } from '#shared/kernel/cue.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { cueKinds } from '#shared/registry.ts';
import { page } from '#client/app/local.words.ts';
import type { Words } from '#client/app/words.ts';
import { described, type Describing } from './describing.ts';

export const BESIDE_EVERY = 3_000;
export const DIGEST_EVERY = 30_000;
/** How many are named where several did the same. */
export const MOST_NAMES = 5;

export interface LogEntry {
  readonly key: string;
  readonly at: number;
  readonly text: string;
}

interface Spoken {
  (text: string, urgency: 'polite' | 'assertive'): void;
}

export class Announcer {
  readonly #words: Words;
  readonly #speak: Spoken;
  readonly #log: (entry: LogEntry) => void;
  readonly #kinds: ReadonlyMap<string, CueKind>;
  #beside: HeardCue[] = [];
  #digest: HeardCue[] = [];
  #besideAt = -Infinity;
  #digestAt = -Infinity;
  #last = '';
  paused = false;
  /** Whether somebody else's act is spoken at all, or logged and no more. */
  speaks: (kind: CueKind) => boolean = () => true;
  /** What a description begins with, and how much of it is said. */
  describing: () => Describing = () => ({ first: 'name', detail: 'full' });
  /** Somebody is focused, or away: what is not said to them is logged and no more. */
  quiet = false;
  /** How many sentences of what happened beside one, and how many digests of the room, it has made; for measuring. */
  besides = 0;
  digests = 0;

  constructor(words: Words, speak: Spoken, log: (entry: LogEntry) => void, kinds = cueKinds) {
    this.#words = words;
    this.#speak = speak;
    this.#log = log;
    this.#kinds = kinds;
  }

  /** Takes a cue in at `now`; `you` hears one's own acts in one's own words. */
  hear(heard: HeardCue, you: PersonId | undefined, now: number): void {
    const kind = this.#kinds.get(heard.kind);
    if (!kind) return;
    const own = heard.by !== undefined && heard.by === you;
    const message = own ? kind.own : kind.others;
    const text = own && kind.parts ? described(this.#words, kind.parts, heard.values, this.describing()) : message && this.#words(message, heard.values);
    if (text === undefined) return;
    // Numbers begin anew in each room, and the log goes along.
    this.#log({ key: `${heard.at}-${heard.number}`, at: heard.at, text });
    if (kind.sums) this.#beside = this.#beside.filter((one) => one.kind !== kind.sums);
    if (own || kind.priority <= 1) this.#say(text, kind.priority === 0 ? 'assertive' : 'polite');
    else if (!this.quiet && this.speaks(kind)) (kind.priority === 2 ? this.#beside : this.#digest).push(heard);
    this.pump(now);
  }

  /** Says a sentence of the page itself: a refusal, a change of view. */
  say(text: string, at: number, urgency: 'polite' | 'assertive' = 'polite'): void {
    this.#log({ key: `own-${at}-${text.length}`, at, text });
    this.#say(text, urgency);
  }

  repeat(): void {
    if (this.#last) this.#speak(this.#last, 'polite');
  }

  /** Speaks what has waited long enough; call it now and then. Returns when it wants to be called next. */
  pump(now: number): number {
    if (this.#beside.length > 0 && now - this.#besideAt >= BESIDE_EVERY) {
      this.#besideAt = now;
      this.besides++;
      this.#say(this.#together(this.#beside.splice(0)), 'polite');
    }
    if (this.#digest.length > 0 && now - this.#digestAt >= DIGEST_EVERY) {
      this.#digestAt = now;
      this.digests++;
      this.#say(this.#together(this.#digest.splice(0)), 'polite');
    }
    const next = [this.#beside.length > 0 ? this.#besideAt + BESIDE_EVERY : Infinity, this.#digest.length > 0 ? this.#digestAt + DIGEST_EVERY : Infinity];
    return Math.min(...next);
  }

  #say(text: string, urgency: 'polite' | 'assertive'): void {
    this.#last = text;
    if (!this.paused || urgency === 'assertive') this.#speak(text, urgency);
  }

  #together(cues: readonly HeardCue[]): string {
    const byKind = Map.groupBy(cues, (heard) => heard.kind);
    return [...byKind].map(([id, group]) => this.#sentence(this.#kinds.get(id), group)).join(' ');
  }

  #sentence(kind: CueKind | undefined, group: readonly HeardCue[]): string {
    const first = group[0];
    if (!kind?.others || !first) return '';
    if (group.length === 1 || !kind.many) return this.#words(kind.others, first.values);
    // Whoever did it twice is one person; people of one name are two.
    const names = [...new Map(group.map((heard) => [heard.by ?? heard.number, String(heard.values['name'] ?? heard.values['by'] ?? '')])).values()];
    const newest = group.at(-1)?.values ?? first.values;
    // One person's messages are counted; one person's waves are a wave.
    if (names.length === 1 && !kind.many.defaultMessage.includes('{count')) return this.#words(kind.others, newest);
    const more = names.length - MOST_NAMES;
    const shown = more > 0 ? [...names.slice(0, MOST_NAMES), this.#words(page.others, { count: more })] : names;
    return this.#words(kind.many, { ...newest, count: group.length, names: this.#words.list(shown) });
  }
}
