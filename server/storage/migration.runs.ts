import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Rituals that were held, with who was there; and the charters that were signed in them, each version of its words once, with who signed it. */
export const runsMigration: Migration = {
  up: async (database: Kysely<never>) => {
    await database.schema
      .createTable('run_record')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('room', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('ended_at', 'bigint', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('notes', 'text', (c) => c.notNull())
      .execute();
    await database.schema.createIndex('run_record_by_room').on('run_record').columns(['room', 'ended_at']).execute();
    await database.schema
      .createTable('run_person')
      .addColumn('run', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('run_person_key', ['run', 'person'])
      .execute();
    await database.schema.createIndex('run_person_by_person').on('run_person').column('person').execute();
    await database.schema
      .createTable('charter')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('signed_at', 'bigint', (c) => c.notNull())
      .execute();
    await database.schema
      .createTable('charter_signature')
      .addColumn('charter', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('run', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('charter_signature_key', ['charter', 'person'])
      .execute();
  },
};
