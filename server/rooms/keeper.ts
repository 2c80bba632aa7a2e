import { personId, type RoomId } from '#shared/kernel/ids.ts';
import { runOf } from '#shared/rituals/held.ts';
import { keptRunOf } from '#shared/rituals/kept.ts';
import type { Room } from '#shared/rooms/room.ts';
import type { JournalEntry, JournalStorage } from '../storage/journal.ts';
import type { RunStorage } from '../storage/runs.ts';
import type { Storage } from '../storage/storage.ts';
import type { Journal } from './journal.ts';
import { redo, walkOn } from './recovery.ts';
import type { Roster } from './roster.ts';
import { readSnapshot, takeSnapshot, takeUpSnapshot } from './snapshot.ts';

type KeeperStorage = Pick<Storage, 'loadSnapshot' | 'saveSnapshot'> & Pick<RunStorage, 'keepRun'> & JournalStorage;

/** Keeps a room's live state beyond the life of the process: a snapshot now and then, and the journal since. */
export class Keeper {
  readonly #id: RoomId;
  readonly #room: Room;
  readonly #roster: Roster;
  readonly #journal: Journal;
  readonly #storage: KeeperStorage;
  #saved = '';

  constructor(id: RoomId, room: Room, roster: Roster, journal: Journal, storage: KeeperStorage) {
    [this.#id, this.#room, this.#roster, this.#journal, this.#storage] = [id, room, roster, journal, storage];
  }

  /** Brings an empty room back to the last thing that was stored, and walks it on until `now`. Answers what the journal still holds. */
  async restore(now: number): Promise<readonly JournalEntry[]> {
    const kept = await this.#storage.loadSnapshot(this.#id);
    const entries = await this.#storage.journalSince(this.#id, 0);
    const snapshot = kept && readSnapshot(kept.state);
    if (snapshot && kept) {
      for (const person of snapshot.people) this.#roster.admit(personId(person.id), person, kept.at);
      takeUpSnapshot(this.#room, snapshot, kept.at);
    }
    const included = snapshot?.journal ?? { through: kept?.journal ?? 0, open: [] };
    redo(this.#room, this.#roster, entries, included);
    walkOn(this.#room, now);
    await this.#keepEnded();
    this.#journal.resume(Math.max(included.through, kept?.journal ?? 0, entries.at(-1)?.number ?? 0), entries);
    return entries;
  }

  /** RI24. A snapshot may have the end of a ritual that no fact has: its record is stored now, once. */
  async #keepEnded(): Promise<void> {
    const run = runOf(this.#room);
    const kept = run && keptRunOf(this.#id, run);
    if (kept) await this.#storage.keepRun(kept);
  }

  /** Keeps the live state if it has changed, and forgets what of the journal is old. */
  async save(now: number): Promise<void> {
    const included = this.#journal.included();
    const state = JSON.stringify(takeSnapshot(this.#room, included));
    if (state !== this.#saved) {
      await this.#storage.saveSnapshot(this.#id, now, state, Math.min(included.through, ...included.open.map((number) => number - 1)));
      this.#saved = state;
    }
    const keptFrom = this.#journal.keptFrom(now);
    if (keptFrom !== undefined) await this.#storage.pruneJournal(this.#id, keptFrom);
  }
}
