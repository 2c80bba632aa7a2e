import { DatabaseSync } from 'node:sqlite';
import { SqliteDialect, type SqliteDatabase } from 'kysely';
import { storable } from './storable.ts';

/** How long (ms) a call waits for another process that writes. Node waits with it, so everybody's walking does. */
const PATIENCE = 500;

// Replacing a row removes one: only with recursive triggers does the append-only guard see that.
const PRAGMAS = `PRAGMA busy_timeout = ${PATIENCE}; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;`;

type Parameters = readonly (string | number | bigint | null | Uint8Array)[];

/** Node's own SQLite in the shape that Kysely's dialect asks for. `readOnly`: to look into a file that another process serves. */
export const openSqlite = (file: string, { readOnly = false } = {}): { dialect: SqliteDialect; database: DatabaseSync } => {
  const database = new DatabaseSync(file, { readOnly });
  try {
    database.exec(readOnly ? PRAGMAS : `${PRAGMAS} PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;`);
  } catch (error) {
    database.close();
    throw error;
  }
  const adapted: SqliteDatabase = {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      const safe = (parameters: readonly unknown[]): Parameters => parameters.map(storable) as Parameters[number][];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...safe(parameters)),
        run: (parameters) => {
          // A full disk has ended the transaction already; an error here would hide the one that says so.
          if (sql === 'rollback' && !database.isTransaction) return { changes: 0, lastInsertRowid: 0 };
          return statement.run(...safe(parameters));
        },
        iterate: (parameters) => statement.iterate(...safe(parameters)),
      };
    },
  };
  return { dialect: new SqliteDialect({ database: adapted }), database };
};
