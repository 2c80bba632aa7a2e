import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A board, each of its elements as a row, so that a change stores what changed, and whole copies of it. */
export const boardsMigration: Migration = {
  up: async (database: Kysely<never>) => {
    await database.schema.createTable('board').addColumn('id', 'text', (c) => c.primaryKey()).addColumn('at', 'bigint', (c) => c.notNull()).addColumn('state', 'text', (c) => c.notNull()).execute();
    await database.schema
      .createTable('board_element')
      .addColumn('board', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('board_element_key', ['board', 'id'])
      .execute();
    await database.schema
      .createTable('board_copy')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('board', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('by', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .execute();
    await database.schema.createIndex('board_copy_by_board').on('board_copy').columns(['board', 'at']).execute();
  },
};
