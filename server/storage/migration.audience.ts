import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Messages to a circle or to one person, changed and removed ones. What was there before is for the room. */
export const audienceMigration: Migration = {
  up: async (database: Kysely<never>) => {
    const { schema } = database;
    await schema.alterTable('line').addColumn('audience', 'text', (c) => c.notNull().defaultTo('room')).execute();
    await schema.alterTable('line').addColumn('target', 'text').execute();
    await schema.alterTable('line').addColumn('edited_at', 'bigint').execute();
    await schema.alterTable('line').addColumn('removed_by', 'text').execute();
    await schema
      .createTable('line_reader')
      .addColumn('line', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('line_reader_key', ['line', 'person'])
      .execute();
    await schema.createIndex('line_reader_by_person').on('line_reader').columns(['person', 'at']).execute();
  },
};
