/** Makes sure that no Hearth works on a database while it is replaced. */
import { existsSync } from 'node:fs';
import pg from 'pg';
import { SERVER_NAME, sqliteFile, type DatabasePlace } from '../storage/open.ts';
import { openSqlite } from '../storage/sqlite.adapter.ts';
import { ToolTrouble } from './tool.ts';

const isServedPostgres = async (databaseUrl: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_stat_activity where datname = current_database() and application_name = $1', [SERVER_NAME]);
    return rows.length > 0;
  } finally {
    await client.end();
  }
};

const isServedSqlite = (file: string): boolean => {
  if (!existsSync(file)) return false;
  const { database } = openSqlite(file);
  try {
    // SQLite leaves its write-ahead log only while nobody else has the file open.
    return database.prepare('PRAGMA journal_mode = DELETE').get()?.['journal_mode'] !== 'delete';
  } catch (error) {
    if (error instanceof Error && /locked/.test(error.message)) return true;
    throw error;
  } finally {
    database.close();
  }
};

/** Throws a ToolTrouble while Hearth runs on this database. */
export const mustBeAlone = async ({ databaseUrl, dataDir }: DatabasePlace): Promise<void> => {
  const isServed = databaseUrl ? await isServedPostgres(databaseUrl) : isServedSqlite(sqliteFile(dataDir));
  if (isServed) throw new ToolTrouble('Hearth is running on this database. Stop it, then restore.');
};
