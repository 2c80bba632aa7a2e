import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How each person wants to see, hear and press, as JSON; empty for what is usual. */
export const settingsMigration: Migration = {
  up: async (database: Kysely<never>) => {
    await database.schema.alterTable('person').addColumn('settings', 'text', (c) => c.notNull().defaultTo('')).execute();
  },
};
