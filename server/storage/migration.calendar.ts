import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Rituals as a community changed and saved them, the times that are set for rituals, and who wants to be told of their start. */
export const calendarMigration: Migration = {
  up: async (database: Kysely<never>) => {
    for (const table of ['ritual_script', 'ritual_plan'])
      await database.schema.createTable(table).addColumn('id', 'text', (c) => c.primaryKey()).addColumn('at', 'bigint', (c) => c.notNull()).addColumn('state', 'text', (c) => c.notNull()).execute();
    await database.schema
      .createTable('ritual_wish')
      .addColumn('plan', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('ritual_wish_key', ['plan', 'person'])
      .execute();
  },
};
