import type { Kysely } from 'kysely';
import { personId, roomId, type PersonId, type RoomId } from '#shared/kernel/ids.ts';
import type { Tables } from './tables.ts';

/** A command that was granted and done, with everything it takes to do it again. */
export interface JournalEntry {
  readonly room: RoomId;
  /** Counts up within a room; gaps are allowed, a number is never used twice. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Absent where the server itself acted. */
  readonly actor: PersonId | undefined;
  readonly capability: string;
  readonly payload: unknown;
  /** The command's key: after a recovery, a repeated key still gets its first answer. */
  readonly key: string;
  /** What was drawn while it was applied, in order: chances as numbers, fresh ids as strings. */
  readonly chance: readonly (number | string)[];
  /** Of the rules that applied it. */
  readonly version: number;
}

export interface JournalStorage {
  /** The entries of a room above a number, in order. */
  journalSince(room: RoomId, number: number): Promise<readonly JournalEntry[]>;
  /** Forgets the entries of a room below a number: those that a snapshot includes. */
  pruneJournal(room: RoomId, before: number): Promise<void>;
}

export const rowOfEntry = (entry: JournalEntry): Tables['journal'] => ({
  ...entry,
  actor: entry.actor ?? null,
  payload: JSON.stringify(entry.payload ?? null),
  chance: JSON.stringify(entry.chance),
});

export const entryOfRow = (row: Tables['journal']): JournalEntry => ({
  room: roomId(row.room),
  number: Number(row.number),
  at: Number(row.at),
  actor: row.actor === null ? undefined : personId(row.actor),
  capability: row.capability,
  payload: JSON.parse(row.payload) as unknown,
  key: row.key,
  chance: JSON.parse(row.chance) as (number | string)[],
  version: row.version,
});

export const journalStorage = (db: Kysely<Tables>): JournalStorage => ({
  journalSince: async (room, number) => {
    const rows = await db.selectFrom('journal').selectAll().where('room', '=', room).where('number', '>', number).orderBy('number').execute();
    return rows.map(entryOfRow);
  },
  pruneJournal: async (room, before) => {
    await db.deleteFrom('journal').where('room', '=', room).where('number', '<', before).execute();
  },
});
