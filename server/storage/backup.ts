/**
 * A backup: lines of JSON, the same from every database, so that one of SQLite restores into PostgreSQL and back. First a
 * header, then a line a row, then their count, without which a backup is known to be cut short.
 */
import { Kysely, sql, type Dialect, type Transaction } from 'kysely';
import * as z from 'zod/mini';
import { appendOnlyTables, columnsOf, tableNames, type TableName, type Tables } from './tables.ts';
import { isPostgres, protect, unprotect } from './append-only.ts';
import { migrations } from './migrations.ts';
import { migrate } from './sql.storage.ts';

const ROWS_AT_ONCE = 500;
/** Of what may be a million letters a row, fewer. */
const rowsAtOnce = (table: string): number => (table === 'board_image' || table === 'board_copy' ? 8 : ROWS_AT_ONCE);

const headerSchema = z.strictObject({ hearth: z.literal('backup'), version: z.literal(1), at: z.string(), migrations: z.array(z.string()) });
const rowSchema = z.strictObject({ table: z.string(), row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) });
const endSchema = z.strictObject({ end: z.number() });
export type BackupRow = z.output<typeof rowSchema>;

/** Why a backup cannot be read or restored: the whole sentence. */
export class BackupTrouble extends Error {}

/** Rows of one table as the transaction sees them, some at a time. */
async function* rowsOf(transaction: Transaction<Tables>, table: TableName): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const columns = sql.join(columnsOf[table].map((column) => sql.ref(column)));
  const take = async (query: ReturnType<typeof sql<Record<string, unknown>>>) => (await query.execute(transaction)).rows;
  if (isPostgres(transaction)) {
    await sql`declare rows_of_table no scroll cursor for select ${columns} from ${sql.table(table)}`.execute(transaction);
    for (let rows = await take(sql`fetch ${sql.lit(rowsAtOnce(table))} from rows_of_table`); rows.length > 0; rows = await take(sql`fetch ${sql.lit(rowsAtOnce(table))} from rows_of_table`)) yield* rows;
    await sql`close rows_of_table`.execute(transaction);
    return;
  }
  for (let last = -1; ; ) {
    const rows = await take(sql`select rowid as "rowid", ${columns} from ${sql.table(table)} where rowid > ${last} order by rowid limit ${sql.lit(rowsAtOnce(table))}`);
    for (const { rowid, ...row } of rows) {
      last = Number(rowid);
      yield row;
    }
    if (rows.length < rowsAtOnce(table)) return;
  }
}

/** JSON on one line, also for readers to whom U+2028 and U+2029 end a line, as they do to Node's. */
const lineOf = (value: unknown): string => JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

const mustBeCurrent = async (transaction: Transaction<Tables>): Promise<void> => {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(transaction).catch(() => ({ rows: [] }));
  const done = new Set(rows.map(({ name }) => name));
  if (Object.keys(migrations).some((name) => !done.has(name))) throw new BackupTrouble('The database was last opened by an older Hearth. Start this one once, then back up.');
};

/** Writes everything a database holds, as of one moment, while others go on writing. Answers how many rows. Rejects with a BackupTrouble. */
export const writeBackup = async (dialect: Dialect, at: Date, write: (line: string) => Promise<void> | void): Promise<number> => {
  const db = new Kysely<Tables>({ dialect });
  try {
    return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (transaction) => {
      await mustBeCurrent(transaction);
      await write(lineOf({ hearth: 'backup', version: 1, at: at.toISOString(), migrations: Object.keys(migrations) }));
      let count = 0;
      for (const table of tableNames) {
        for await (const row of rowsOf(transaction, table)) {
          await write(lineOf({ table, row }));
          count++;
        }
      }
      await write(lineOf({ end: count }));
      return count;
    });
  } finally {
    await db.destroy();
  }
};

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Reads a backup's rows, each checked. Throws a BackupTrouble at what is not one, is damaged, or is cut short. */
export async function* readBackup(lines: AsyncIterable<string>): AsyncGenerator<BackupRow> {
  let number = 0;
  let hasEnded = false;
  for await (const line of lines) {
    number++;
    const parsed = parse(line);
    if (number === 1) {
      const header = headerSchema.safeParse(parsed);
      if (!header.success) throw new BackupTrouble('This file is not a backup of Hearth.');
      const unknown = header.data.migrations.find((name) => !(name in migrations));
      if (unknown) throw new BackupTrouble('This backup was made by a newer Hearth: restore it with that one.');
      continue;
    }
    const end = endSchema.safeParse(parsed);
    const row = rowSchema.safeParse(parsed);
    if (!hasEnded && end.success && end.data.end === number - 2) hasEnded = true;
    else if (!hasEnded && row.success) yield row.data;
    else throw new BackupTrouble(`This backup is damaged in line ${number}.`);
  }
  if (!hasEnded) throw new BackupTrouble(number === 0 ? 'This file is empty.' : `This backup is cut short after line ${number}.`);
}

const checkedTable = ({ table, row }: BackupRow): TableName => {
  const known = tableNames.find((name) => name === table);
  if (!known || Object.keys(row).some((column) => !(columnsOf[known] as readonly string[]).includes(column))) throw new BackupTrouble(`This backup holds something unknown in the table ${table}.`);
  return known;
};

const isEmpty = async (transaction: Transaction<Tables>): Promise<boolean> => {
  for (const table of tableNames) if (await transaction.selectFrom(table).select(sql<number>`1`.as('one')).limit(1).executeTakeFirst()) return false;
  return true;
};

/**
 * Puts a backup into a database, whole or not at all. `replace`: instead of what is there; else it must be empty. Answers
 * how many rows. Throws a BackupTrouble.
 */
export const restoreBackup = async (dialect: Dialect, lines: AsyncIterable<string>, replace: boolean): Promise<number> => {
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db);
    return await db.transaction().execute(async (transaction) => {
      if (!replace && !(await isEmpty(transaction))) throw new BackupTrouble('The database is not empty. To lose what is in it and take the backup instead, add --replace.');
      for (const table of appendOnlyTables) await unprotect(transaction, table);
      for (const table of tableNames) await transaction.deleteFrom(table).execute();
      let [count, waiting] = [0, [] as BackupRow[]];
      // Rows of an older version lack columns, which then get their default: rows of one insert must be alike.
      const kindOf = ({ table, row }: BackupRow): string => [table, ...Object.keys(row)].join();
      const insert = async (): Promise<void> => {
        const [first] = waiting;
        if (first) await transaction.insertInto(checkedTable(first)).values(waiting.map(({ row }) => row) as never).execute();
        count += waiting.length;
        waiting = [];
      };
      for await (const row of readBackup(lines)) {
        const [first] = waiting;
        if (first && (waiting.length >= rowsAtOnce(first.table) || kindOf(first) !== kindOf(row))) await insert();
        waiting.push(row);
      }
      await insert();
      for (const table of appendOnlyTables) await protect(transaction, table);
      return count;
    });
  } finally {
    await db.destroy();
  }
};
