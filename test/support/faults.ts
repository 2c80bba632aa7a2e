/** The way between a page and its room, as bad as it gets: messages wait, overtake one another, come twice, or never. */
import type { Answer } from '#shared/kernel/command.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { CapabilityId } from '#shared/registry.ts';
import type { Guest } from './table.ts';

interface Message {
  /** By which tab; any of that person's after the server has died, since pages outlive it. */
  readonly from: Guest | PersonId;
  readonly id: CapabilityId;
  readonly payload: unknown;
  readonly key: string;
  readonly due: number;
  readonly triesLeft: number;
  readonly answered: (answer: Answer) => void;
}

/** How long (ms) a message may be under way, and after what time a page asks again with the same key. */
const LONGEST = 3_000;
const PATIENCE = 5_000;

export class BadPost {
  readonly #chance: () => number;
  #under: Message[] = [];
  /** Counts the lives of the server: what an earlier one answers reaches nobody. */
  #life = 0;

  constructor(chance: () => number) {
    this.#chance = chance;
  }

  /** Sends a command; `answered` is called for every answer that gets through, if one does. */
  send(from: Guest, id: CapabilityId, payload: unknown, key: string, now: number, answered: Message['answered'], triesLeft = 2): void {
    const message = { from, id, payload, key, triesLeft, answered };
    // Without delay, sometimes: the order in which people ask is mostly the order in which they are heard.
    const delay = () => (this.#chance() < 0.5 ? 0 : this.#chance() * LONGEST);
    if (this.#chance() < 0.9) this.#under.push({ ...message, due: now + delay() });
    if (this.#chance() < 0.1) this.#under.push({ ...message, due: now + delay() });
    if (triesLeft > 0 && this.#chance() < 0.3) this.#under.push({ ...message, due: now + PATIENCE, triesLeft: triesLeft - 1 });
  }

  /** Hands over what is due, in no order; a tab that is gone sends nothing more. */
  deliver(now: number, tabs: readonly Guest[]): void {
    const due = this.#under.filter((message) => message.due <= now);
    // A page that found no server asks again for a while.
    this.#under = this.#under.filter((message) => message.due > now || (typeof message.from === 'string' && now - message.due < PATIENCE && !tabs.some(({ id }) => id === message.from)));
    for (const message of due.sort(() => this.#chance() - 0.5)) {
      const by = tabs.find((tab) => tab === message.from || tab.id === message.from);
      const life = this.#life;
      void by?.ask(message.id, message.payload, message.key).then((answer) => {
        if (life === this.#life && this.#chance() < 0.9) message.answered(answer);
      });
    }
  }

  /** A page was closed: it asks no more. */
  close(tab: Guest): void {
    this.#under = this.#under.filter(({ from }) => from !== tab && from !== tab.id);
  }

  /** The server died: nothing it still says is heard, and what pages have asked they ask again once they are back. */
  cut(): void {
    this.#life++;
    this.#under = this.#under.map((message) => ({ ...message, from: typeof message.from === 'string' ? message.from : message.from.id }));
  }
}
