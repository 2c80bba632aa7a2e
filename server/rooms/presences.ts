import type { Own } from '#shared/kernel/capability.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Answer } from '#shared/kernel/command.ts';
import type { Line } from '#shared/chat/chat.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import type { PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { VoiceNews } from '#shared/voice/news.ts';
import type { AudioSeat, NoSeat } from '#shared/voice/seat.ts';
import type { SignalNews } from '#shared/voice/signals.ts';
import { Rates } from '../host/rates.ts';

/** How long a place is kept: after a lost connection, and after a closed page, which may be a reload. */
export const KEPT_AFTER_LOSS = 120_000;
export const KEPT_AFTER_CLOSING = 12_000;

/** One connection of one person: what the host can tell it. */
export interface Wire {
  cue(heard: HeardCue): void;
  /** Answers false where the frame was dropped, because earlier ones still wait to be read. */
  motion(frame: Uint8Array): false | void;
  lines(lines: readonly Line[]): void;
  /** What only this person knows of themselves. */
  own(own: Own): void;
  /** What they keep of how they see, hear and press, as it was stored; null for nothing. Theirs alone. */
  settings(kept: unknown): void;
  /** What is new of whom they hear and who hears them. */
  voice(news: VoiceNews): void;
  /** Their place in the room's audio, or that they have none. */
  audio(seat: AudioSeat | NoSeat): void;
  /** On a mesh: what others who hear them or are heard by them signal, and the relays. */
  signals(news: SignalNews): void;
  /** They pass to another room: the page goes there, and then leaves here. */
  through(to: RoomId): void;
  /** Says why the visit ends, and closes. */
  end(refusal: Refusal): void;
  welcome(welcome: { readonly you: PersonId; readonly epoch: string; readonly number: number }): void;
}

const REMEMBERED = 64;
/** Connections of one person at a time. */
const MOST_TABS = 8;

/** The last commands of one person by their key: a repeated key gets its first answer. */
export class Answers {
  readonly #given = new Map<string, Promise<Answer>>();

  of(key: string): Promise<Answer> | undefined {
    return this.#given.get(key);
  }

  remember(key: string, answer: Promise<Answer>): Promise<Answer> {
    this.#given.set(key, answer);
    const oldest = this.#given.keys().next();
    if (this.#given.size > REMEMBERED && !oldest.done) this.#given.delete(oldest.value);
    // What was not done may be asked again with the same key.
    void answer.then(({ accepted }) => {
      if (!accepted) this.#given.delete(key);
    });
    return answer;
  }
}

/** What the server knows of one person's connections. Never stored, never synced. */
export interface Presence {
  readonly wires: Set<Wire>;
  readonly rates: Rates;
  readonly answers: Answers;
  /** When an absent person's place is given up (ms since 1970). */
  expiresAt: number | undefined;
}

/** Everyone's presence, made when it is first asked for. */
export class Presences {
  readonly #of = new Map<PersonId, Presence>();

  at(id: PersonId): Presence {
    const known = this.#of.get(id);
    if (known) return known;
    const fresh: Presence = { wires: new Set(), rates: new Rates(), answers: new Answers(), expiresAt: undefined };
    this.#of.set(id, fresh);
    return fresh;
  }

  find(id: PersonId): Presence | undefined {
    return this.#of.get(id);
  }

  forget(id: PersonId): void {
    this.#of.delete(id);
  }

  /** Those whose place is given up at `now`. */
  expired(now: number): readonly PersonId[] {
    const expired: PersonId[] = [];
    for (const [id, { expiresAt }] of this.#of) if (expiresAt !== undefined && expiresAt <= now) expired.push(id);
    return expired;
  }

  /** Whether someone has as many connections as one may have. */
  hasMostTabs(id: PersonId): boolean {
    return (this.#of.get(id)?.wires.size ?? 0) >= MOST_TABS;
  }
}
