/** Reads a room's journal from wherever it may lie: a backup, a journal export, a database file, a PostgreSQL. */
import { open } from 'node:fs/promises';
import { Kysely, type Dialect } from 'kysely';
import * as z from 'zod/mini';
import { entryOfRow, type JournalEntry } from '../storage/journal.ts';
import { isPostgresUrl } from '../storage/open.ts';
import { openPostgres } from '../storage/postgres.adapter.ts';
import { openSqlite } from '../storage/sqlite.adapter.ts';
import type { Tables } from '../storage/tables.ts';
import { ToolTrouble } from './tool.ts';

export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** What people are called, by id, where the source knows. */
  readonly names: ReadonlyMap<string, string>;
}

const entryRow = z.object({
  room: z.string(), number: z.number(), at: z.number(), actor: z.nullable(z.string()), capability: z.string(), payload: z.string(), key: z.string(), chance: z.string(), version: z.number(),
});
const personRow = z.object({ id: z.string(), name: z.string() });
const exported = z.object({ table: z.string(), row: z.unknown() });

const SQLITE = 'SQLite format 3\0';

const fromDatabase = async (dialect: Dialect): Promise<Journal> => {
  const db = new Kysely<Tables>({ dialect });
  try {
    const entries = await db.selectFrom('journal').selectAll().orderBy('room').orderBy('number').execute();
    const people = await db.selectFrom('person').select(['id', 'name']).execute();
    return { entries: entries.map(entryOfRow), names: new Map(people.map(({ id, name }) => [id, name])) };
  } catch (error) {
    throw new ToolTrouble(`This database holds no journal (${error instanceof Error ? error.message : 'unknown error'}).`);
  } finally {
    await db.destroy();
  }
};

const entryOf = (row: unknown, number: number): JournalEntry => {
  try {
    return entryOfRow(z.parse(entryRow, row));
  } catch {
    throw new ToolTrouble(`The journal is damaged in line ${number}.`);
  }
};

const fromLines = async (lines: AsyncIterable<string>): Promise<Journal> => {
  const entries: JournalEntry[] = [];
  const names = new Map<string, string>();
  let number = 0;
  for await (const line of lines) {
    number++;
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch {
      throw new ToolTrouble(`Line ${number} of this file is not JSON: it is neither a backup, nor a journal, nor a database.`);
    }
    const one = exported.safeParse(parsed).data;
    if (one?.table === 'journal') entries.push(entryOf(one.row, number));
    const person = one?.table === 'person' ? personRow.safeParse(one.row).data : undefined;
    if (person) names.set(person.id, person.name);
  }
  return { entries, names };
};

/** The journals of all rooms in `source`: a file, or the address of a PostgreSQL. Nothing there is changed. */
export const readJournal = async (source: string): Promise<Journal> => {
  if (isPostgresUrl(source)) return fromDatabase(openPostgres(source, { name: 'hearth-tool' }));
  const file = await open(source);
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(SQLITE.length), position: 0 });
    if (buffer.toString('latin1') === SQLITE) return await fromDatabase(openSqlite(source, { readOnly: true }).dialect);
    return await fromLines(file.readLines({ start: 0 }));
  } finally {
    await file.close().catch(() => undefined);
  }
};
