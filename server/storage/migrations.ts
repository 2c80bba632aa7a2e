import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { audienceMigration } from './migration.audience.ts';
import { bringersMigration } from './migration.bringers.ts';
import { boardsMigration } from './migration.boards.ts';
import { calendarMigration } from './migration.calendar.ts';
import { holdsMigration } from './migration.holds.ts';
import { imagesMigration } from './migration.images.ts';
import { journalMigration } from './migration.journal.ts';
import { peopleMigration } from './migration.people.ts';
import { runsMigration } from './migration.runs.ts';
import { settingsMigration } from './migration.settings.ts';
import { venuesMigration } from './migration.venues.ts';

/** One set for every database: text, bigint, JSON as text, our own keys, no booleans. Never edit one that has landed; names sort in their order. */
export const migrations: Record<string, Migration> = {
  '2026-11-24-first': {
    up: async (database: Kysely<unknown>) => {
      await database.schema.createTable('setting').addColumn('key', 'text', (c) => c.primaryKey()).addColumn('value', 'text', (c) => c.notNull()).execute();
      await database.schema
        .createTable('person')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('call_me', 'text', (c) => c.notNull())
        .addColumn('pronouns', 'text', (c) => c.notNull())
        .addColumn('standing', 'text', (c) => c.notNull())
        .addColumn('look', 'text', (c) => c.notNull())
        .addColumn('changed_at', 'bigint', (c) => c.notNull())
        .execute();
      await database.schema
        .createTable('line')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('room', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('author', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('text', 'text', (c) => c.notNull())
        .execute();
      await database.schema.createIndex('line_by_room').on('line').columns(['room', 'at']).execute();
      await database.schema
        .createTable('activity')
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('actor', 'text')
        .addColumn('capability', 'text', (c) => c.notNull())
        .addColumn('object', 'text')
        .addColumn('room', 'text', (c) => c.notNull())
        .execute();
      await database.schema.createIndex('activity_by_room').on('activity').columns(['room', 'at']).execute();
      await database.schema
        .createTable('snapshot')
        .addColumn('room', 'text', (c) => c.primaryKey())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .execute();
    },
  },
  '2026-11-25-audience': audienceMigration,
  '2026-11-24-journal': journalMigration,
  '2026-11-24-people': peopleMigration,
  '2026-11-27-settings': settingsMigration,
  '2026-11-28-holds': holdsMigration,
  '2026-11-28-shared-boards': boardsMigration,
  '2026-11-28-venues': venuesMigration,
  '2026-11-29-board-images': imagesMigration,
  '2026-11-29-calendar': calendarMigration,
  '2026-11-29-run-records': runsMigration,
  '2026-11-30-bringers': bringersMigration,
};
