import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who brought a picture to a board, and whether as a guest; of those that were there before, nobody knows. */
export const bringersMigration: Migration = {
  up: async (database: Kysely<never>) => {
    await database.schema.alterTable('board_image').addColumn('by', 'text', (c) => c.notNull().defaultTo('')).execute();
    await database.schema.alterTable('board_image').addColumn('guest', 'bigint', (c) => c.notNull().defaultTo(0)).execute();
  },
};
