import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { protect } from './append-only.ts';

/** The journal, what a snapshot includes of it, and two logs that only grow. */
export const journalMigration: Migration = {
  up: async (database: Kysely<never>) => {
    const { schema } = database;
    await schema
      .createTable('journal')
      .addColumn('room', 'text', (c) => c.notNull())
      .addColumn('number', 'bigint', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('actor', 'text')
      .addColumn('capability', 'text', (c) => c.notNull())
      .addColumn('payload', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('chance', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('journal_key', ['room', 'number'])
      .execute();
    await schema.alterTable('snapshot').addColumn('journal', 'bigint', (c) => c.notNull().defaultTo(0)).execute();
    // Null for records without a journal entry; else it keeps a record that is stored again from counting twice.
    await schema.alterTable('activity').addColumn('key', 'text').execute();
    await schema.createIndex('activity_by_key').on('activity').column('key').unique().execute();
    await schema
      .createTable('audit')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('actor', 'text')
      .addColumn('act', 'text', (c) => c.notNull())
      .addColumn('object', 'text')
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('scope', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('audit_by_time').on('audit').columns(['at', 'id']).execute();
    for (const table of ['activity', 'audit']) await protect(database, table);
  },
};
