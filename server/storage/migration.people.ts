import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Invitations, duties, bans, and who does not want to hear whom. */
export const peopleMigration: Migration = {
  up: async (database: Kysely<never>) => {
    const { schema } = database;
    await schema.alterTable('person').addColumn('duties', 'text', (c) => c.notNull().defaultTo('[]')).execute();
    await schema.alterTable('person').addColumn('came_by', 'text').execute();
    await schema.alterTable('person').addColumn('venue', 'text', (c) => c.notNull().defaultTo('')).execute();
    await schema
      .createTable('invitation')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('code', 'text', (c) => c.notNull().unique())
      .addColumn('standing', 'text', (c) => c.notNull())
      .addColumn('duties', 'text', (c) => c.notNull())
      .addColumn('uses_left', 'integer')
      .addColumn('expires_at', 'bigint')
      .addColumn('revoked_at', 'bigint')
      .addColumn('made_by', 'text')
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('label', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('ban')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text')
      .addColumn('invitation', 'text')
      .addColumn('until', 'bigint')
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('by', 'text')
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('lifted_at', 'bigint')
      .execute();
    await schema.createIndex('ban_by_person').on('ban').column('person').execute();
    await schema.createIndex('ban_by_invitation').on('ban').column('invitation').execute();
    await schema
      .createTable('block')
      .addColumn('blocker', 'text', (c) => c.notNull())
      .addColumn('blocked', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('block_key', ['blocker', 'blocked', 'kind'])
      .execute();
    await schema.createIndex('block_by_blocked').on('block').column('blocked').execute();
  },
};
