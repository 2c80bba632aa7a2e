import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The pictures on boards, each once a board, by what is in it. */
export const imagesMigration: Migration = {
  up: async (database: Kysely<never>) => {
    await database.schema
      .createTable('board_image')
      .addColumn('board', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('width', 'bigint', (c) => c.notNull())
      .addColumn('height', 'bigint', (c) => c.notNull())
      .addColumn('size', 'bigint', (c) => c.notNull())
      .addColumn('bytes', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('board_image_key', ['board', 'id'])
      .execute();
    await database.schema.createIndex('board_image_by_id').on('board_image').columns(['id']).execute();
  },
};
