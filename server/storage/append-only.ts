import { PostgresAdapter, sql, type Kysely } from 'kysely';

/** Whether a database is PostgreSQL; else it is SQLite. */
export const isPostgres = <DB>(database: Kysely<DB>): boolean => database.getExecutor().adapter instanceof PostgresAdapter;

const SENTENCE = 'only grows: nothing in it is changed or removed';

/** From here on the database itself refuses to change or remove a row of `table`, whoever asks. */
export const protect = async <DB>(database: Kysely<DB>, table: string): Promise<void> => {
  if (isPostgres(database)) {
    await sql`
      create or replace function hearth_append_only() returns trigger language plpgsql as
      ${sql.lit(`begin raise exception 'The table % ${SENTENCE}.', tg_table_name; end`)}`.execute(database);
    await sql`
      create trigger ${sql.id(`${table}_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function hearth_append_only()`.execute(database);
    return;
  }
  for (const act of ['update', 'delete']) {
    await sql`
      create trigger ${sql.id(`${table}_no_${act}`)} before ${sql.raw(act)} on ${sql.table(table)}
      begin select raise(abort, ${sql.lit(`The table ${table} ${SENTENCE}.`)}); end`.execute(database);
  }
};

/** Takes the protection away again, for a restore that replaces everything; in its transaction nobody else sees that. */
export const unprotect = async <DB>(database: Kysely<DB>, table: string): Promise<void> => {
  if (isPostgres(database)) {
    await sql`drop trigger if exists ${sql.id(`${table}_append_only`)} on ${sql.table(table)}`.execute(database);
    return;
  }
  for (const act of ['update', 'delete']) await sql`drop trigger if exists ${sql.id(`${table}_no_${act}`)}`.execute(database);
};
