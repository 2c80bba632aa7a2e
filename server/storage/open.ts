import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type Dialect } from 'kysely';
import pg from 'pg';
import { openPostgres } from './postgres.adapter.ts';
import { migrate, openStorage } from './sql.storage.ts';
import { openSqlite } from './sqlite.adapter.ts';
import type { Store } from './storage.ts';
import type { Tables } from './tables.ts';

/** Which database: PostgreSQL where a URL is given, else a file in the data folder. */
export interface DatabasePlace {
  readonly databaseUrl: string;
  readonly dataDir: string;
}

/** Something the person who runs Hearth can mend; its message is the whole sentence. */
export class DatabaseTrouble extends Error {}

/** A lasting command is refused when it cannot be stored within this (ms). */
const WITHIN = 1_900;
export const SERVER_NAME = 'hearth';

export const sqliteFile = (dataDir: string): string => join(dataDir, 'hearth.sqlite');
export const isPostgresUrl = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);

/** What a start message may show of a place: never the password. */
export const describePlace = ({ databaseUrl, dataDir }: DatabasePlace): string => {
  if (!databaseUrl) return sqliteFile(dataDir);
  try {
    const { host, port, database, user } = new pg.Client({ connectionString: databaseUrl });
    return `PostgreSQL ${user ?? ''}@${host}:${port}/${database ?? ''}`;
  } catch {
    return 'PostgreSQL';
  }
};

/** Why a database cannot be used, in one sentence. */
export const troubleOf = (error: unknown, place: DatabasePlace): DatabaseTrouble => {
  if (error instanceof DatabaseTrouble) return error;
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const why = first instanceof Error ? first.message.replace(/\.$/, '') : 'unknown error';
  if (/corrupted migrations/.test(why)) return new DatabaseTrouble(`The database ${describePlace(place)} was written by a newer Hearth. Start that one, or restore a backup into another database.`, { cause: error });
  const remedy = place.databaseUrl ? 'Check that it runs, and the setting DATABASE_URL.' : 'Move the file away to start anew, or restore a backup.';
  return new DatabaseTrouble(`Hearth cannot use the database ${describePlace(place)} (${why}). ${remedy}`, { cause: error });
};

const checkUrl = ({ databaseUrl }: DatabasePlace): void => {
  if (databaseUrl && !isPostgresUrl(databaseUrl)) throw new DatabaseTrouble('DATABASE_URL must look like postgres://user:password@host:5432/name.');
};

/** The dialect of a place for a tool: it may take its time. Throws a DatabaseTrouble where there is no such file, unless it may be made. */
export const toolDialect = (place: DatabasePlace, { mayMake = false } = {}): Dialect => {
  checkUrl(place);
  if (place.databaseUrl) return openPostgres(place.databaseUrl, { name: 'hearth-tool' });
  const file = sqliteFile(place.dataDir);
  if (!mayMake && !existsSync(file)) throw new DatabaseTrouble(`There is no database at ${file}. Name its folder by DATA_DIR, or its address by DATABASE_URL.`);
  try {
    return openSqlite(file).dialect;
  } catch (error) {
    throw troubleOf(error, place);
  }
};

/** Opens, and brings to this version, the database of a place. Rejects with a DatabaseTrouble. */
export const openDatabase = async (place: DatabasePlace): Promise<{ readonly storage: Store; readonly describe: string }> => {
  checkUrl(place);
  try {
    if (place.databaseUrl) {
      // A migration of much data takes longer than any command may.
      const db = new Kysely<Tables>({ dialect: openPostgres(place.databaseUrl, { name: SERVER_NAME }) });
      await migrate(db).finally(() => db.destroy());
    }
    const dialect = place.databaseUrl ? openPostgres(place.databaseUrl, { within: WITHIN, name: SERVER_NAME }) : openSqlite(sqliteFile(place.dataDir)).dialect;
    return { storage: await openStorage(dialect), describe: describePlace(place) };
  } catch (error) {
    throw troubleOf(error, place);
  }
};
