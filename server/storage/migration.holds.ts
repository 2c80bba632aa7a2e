import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** By whom someone is held muted; empty for nobody. */
export const holdsMigration: Migration = {
  up: async (database: Kysely<never>) => {
    await database.schema.alterTable('person').addColumn('held_by', 'text', (c) => c.notNull().defaultTo('')).execute();
  },
};
