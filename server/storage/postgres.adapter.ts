import { PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { errorDetails, log } from '../host/log.ts';
import { storable } from './storable.ts';

const POOL_SIZE = 5;
const INT8 = 20;

export interface PostgresOptions {
  /**
   * How long (ms) a call may take from asking for a connection to the end of its transaction; then it rejects and the
   * connection is given up. Absent: as long as it takes, for migrations and backups.
   */
  readonly within?: number;
  /** What the database calls us. */
  readonly name: string;
}

/** Our times and counts are bigint there and numbers here. */
const types: pg.CustomTypesConfig = { getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === INT8 ? Number : (pg.types.getTypeParser as (oid: number, format?: string) => (text: string) => unknown)(oid, format)) };

/** A small pool in the shape that Kysely's dialect asks for, which never makes anybody wait beyond its bound. */
export const openPostgres = (connectionString: string, { within, name }: PostgresOptions): PostgresDialect => {
  const pool = new pg.Pool({
    connectionString,
    types,
    max: POOL_SIZE,
    idleTimeoutMillis: 0,
    keepAlive: true,
    application_name: name,
    connectionTimeoutMillis: within ?? 5_000,
    ...(within !== undefined && { statement_timeout: within }),
  });
  const lost = (error: Error): void => log('database.connectionLost', errorDetails(error));
  pool.on('error', lost);
  // The pool listens only while a connection is idle: without this, one lost between two statements ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const connect: PostgresPool['connect'] = async () => {
    const deadline = Date.now() + (within ?? Infinity);
    const client = await pool.connect();
    let isBroken = false;
    const query = async (text: string, values: readonly unknown[]): Promise<Pick<pg.QueryResult, 'command' | 'rows'>> => {
      if (isBroken) {
        // The database rolls back what is cut off; an error here would hide the one that says why.
        if (text === 'rollback') return { command: 'ROLLBACK', rows: [] };
        throw new Error('The connection to the database was lost.');
      }
      try {
        const left = deadline - Date.now();
        if (left <= 0) throw new Error('The database took too long.');
        const config = { text, values: values.map(storable), ...(Number.isFinite(left) && { query_timeout: left }) };
        return await client.query(config);
      } catch (error) {
        // An answer of the database leaves the connection whole; silence does not.
        if (!(error instanceof pg.DatabaseError)) isBroken = true;
        throw error;
      }
    };
    // Kysely's type also asks for cursors, which it uses only where a dialect is given them.
    return { query, release: (discard?: boolean) => client.release(isBroken || discard === true) } as unknown as Awaited<ReturnType<PostgresPool['connect']>>;
  };
  return new PostgresDialect({ pool: { connect, end: () => pool.end(), options: {} } });
};
