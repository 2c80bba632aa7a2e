import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Where some of those who come by an invitation are together; empty where it names no place. */
export const venuesMigration: Migration = {
  up: async (database: Kysely<never>) => {
    await database.schema.alterTable('invitation').addColumn('venue', 'text', (c) => c.notNull().defaultTo('')).execute();
  },
};
