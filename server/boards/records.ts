import { roomId, type PersonId } from '#shared/kernel/ids.ts';
import type { Fact, Storage } from '../storage/storage.ts';

const MINUTE = 60_000;
const KEPT_RECORDS = 20_000;

/** What the activity log gets of a board: who did what to what, once a minute however often they did it. */
export class Records {
  readonly #scope: ReturnType<typeof roomId>;
  readonly #storage: Pick<Storage, 'commit'>;
  readonly #noted = new Map<string, number>();
  #waiting: Fact[] = [];

  constructor(board: string, storage: Pick<Storage, 'commit'>) {
    [this.#scope, this.#storage] = [roomId(board), storage];
  }

  note(at: number, actor: PersonId | undefined, capability: string, object: string | undefined): void {
    const key = `${actor} ${capability} ${object}`;
    if (at - (this.#noted.get(key) ?? -Infinity) < MINUTE) return;
    this.#noted.delete(key);
    this.#noted.set(key, at);
    for (const [old, when] of this.#noted) {
      if (at - when < MINUTE) break;
      this.#noted.delete(old);
    }
    this.#waiting.push({ activity: { at, actor, capability, object, room: this.#scope }, line: undefined, room: this.#scope });
  }

  /** Stores what waits, or keeps it for the next try. */
  async save(): Promise<void> {
    const facts = this.#waiting.splice(0, 1_000);
    if (facts.length === 0) return;
    try {
      await this.#storage.commit(facts);
    } catch (error) {
      this.#waiting = [...facts, ...this.#waiting].slice(-KEPT_RECORDS);
      throw error;
    }
  }
}
