import { saidOver, shownFor, type JustSaid } from '#shared/chat/captions.ts';
import type { Line } from '#shared/chat/chat.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import type { PageState, Reaction } from '#client/app/context.tsx';
import type { Hearth } from '#client/net/hearth.ts';
import { sameContent } from '#client/net/store.ts';
import { settings } from '#client/settings/settings.ts';
import type { Caption } from './scene.ts';

/** A message as it stands over a head, with whom it is for where that is not the whole room. */
export type SaidWords = (text: string, to: 'circle' | 'you' | undefined) => string;

/** What was heard, and since when it has been shown: from the first frame, which on a slow machine is late. */
interface Heard {
  readonly heard: number;
  since?: number;
}
type Said = Heard & Pick<JustSaid, 'line'>;
type Done = Heard & { readonly reaction: Reaction };
type Known = Pick<Hearth, 'store'>;

/** How long a reaction stands (ms). */
const REACTION_FOR = 4_000;
/** How long after it was heard (ms) something may begin to be shown: a page that nobody looks at draws nothing. */
const LATEST = 10_000;
const FADE_IN = 180;
const FADE_OUT = 320;

/** How much of a caption shows at `now`, 0 to 1; where nothing is to move, all of it or nothing. */
export const shownOf = ({ since, until }: Pick<Caption, 'since' | 'until'>, now: number, still: boolean): number => {
  if (now >= until) return 0;
  return still ? 1 : Math.max(0, Math.min(1, (now - since) / FADE_IN, (until - now) / FADE_OUT));
};

/** What has begun to be shown by now. */
const begun = <T extends Heard>(one: T | undefined, now: number): (T & { readonly since: number }) | undefined => {
  if (!one || (one.since === undefined && now - one.heard > LATEST)) return undefined;
  return Object.assign(one, { since: one.since ?? now });
};

const iconOf = ({ effect }: Reaction): Caption['icon'] => (effect === 'turn' || effect === 'talk' ? undefined : effect);
const toWhom = ({ to }: Pick<Line, 'to'>): 'circle' | 'you' | undefined => (to === undefined ? undefined : to.kind === 'circle' ? 'circle' : 'you');

/**
 * CH10. What others say and do, for some seconds over their heads: from the messages and reactions that the page has anyway, of
 * each person the newest.
 */
export class Captions {
  readonly #hearth: Known;
  readonly #words: SaidWords;
  readonly #wake: () => void;
  readonly #said = new Map<PersonId, Said>();
  readonly #done = new Map<PersonId, Done>();
  #shown = new Map<PersonId, Caption>();
  #outdated = false;
  /** When the next of them begins to fade, or is gone. */
  #next = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `wake` is told when another frame is due. */
  constructor(hearth: Known, words: SaidWords, wake: () => void) {
    this.#hearth = hearth;
    this.#words = words;
    this.#wake = wake;
  }

  /** Takes up a cue that has just been heard. */
  hear({ by, values }: HeardCue, now: number): void {
    if (by === undefined || by === this.#hearth.store.current.you) return;
    const { line, text } = values;
    // Its text comes from the messages, where it may be changed or removed.
    const said = typeof line === 'string' && typeof text === 'string' && this.#hearth.store.current.lines.findLast(({ id }) => id === line);
    if (said && said.editedAt === undefined) this.#said.set(by, { line: said.id, heard: now });
    this.outdate();
  }

  /** Takes up what somebody has begun to do; what the page no longer shows stays for its time. */
  react(reactions: PageState['reactions'], now: number): void {
    for (const [key, reaction] of Object.entries(reactions)) {
      const by = personId(key);
      if (by !== this.#hearth.store.current.you && this.#done.get(by)?.reaction !== reaction) this.#done.set(by, { reaction, heard: now });
    }
    this.outdate();
  }

  /** What is known of messages or settings has changed. */
  outdate(): void {
    this.#outdated = true;
  }

  /** Brings them to this moment. */
  carry(now: number): void {
    if (!this.#outdated && now < this.#next) return;
    this.#outdated = false;
    const shown = new Map<PersonId, Caption>();
    for (const id of new Set([...this.#said.keys(), ...this.#done.keys()])) {
      const caption = this.#of(id, now);
      if (!caption) continue;
      const before = this.#shown.get(id);
      shown.set(id, before && sameContent(before, caption) ? before : caption);
    }
    this.#shown = shown;
    this.#rest(now);
  }

  /** The caption over somebody's head. */
  over(id: PersonId): Caption | undefined {
    return this.#shown.get(id);
  }

  /** Whether one of them is coming or going. */
  fading(now: number): boolean {
    return [...this.#shown.values()].some((caption) => {
      const shown = shownOf(caption, now, false);
      return shown > 0 && shown < 1;
    });
  }

  #of(id: PersonId, now: number): Caption | undefined {
    const { lines, you, own } = this.#hearth.store.current;
    const { captions, quiet } = settings.current;
    const just = begun(this.#said.get(id), now);
    const line = saidOver(just, lines, you, own, now);
    if (!line) this.#said.delete(id);
    const done = begun(this.#done.get(id), now);
    const isDone = done !== undefined && now < done.since + REACTION_FOR;
    if (!isDone) this.#done.delete(id);
    if (captions === 'off') return undefined;
    // In quiet mode only what is said to oneself shows.
    const reaction = isDone && !quiet ? { text: done.reaction.text, icon: iconOf(done.reaction), since: done.since } : undefined;
    if (!line || !just || (quiet && toWhom(line) !== 'you')) return reaction && { text: reaction.text, icon: reaction.icon, isPrivate: false, since: reaction.since, until: reaction.since + REACTION_FOR };
    return { text: this.#words(line.text, toWhom(line)), icon: reaction?.icon, isPrivate: line.to !== undefined, since: just.since, until: just.since + shownFor(line.text) };
  }

  #rest(now: number): void {
    clearTimeout(this.#timer);
    const signs = [...this.#done.values()].map(({ since = now }) => since + REACTION_FOR);
    const times = [...signs, ...[...this.#shown.values()].flatMap(({ until }) => [until - FADE_OUT, until])].filter((time) => time > now);
    this.#next = Math.min(...times);
    if (this.#next < Infinity) this.#timer = setTimeout(this.#wake, Math.max(0, this.#next - now) + 10);
  }

  /** Asks for no more frames. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
