import { Kysely, type Dialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { personId, roomId } from '#shared/kernel/ids.ts';
import { auditStorage } from './audit.ts';
import { boardImageStorage } from './board-images.ts';
import { boardStorage } from './boards.ts';
import { calendarStorage } from './calendar.ts';
import { committer } from './commit.ts';
import { invitationStorage } from './invitations.ts';
import { lineStorage } from './lines.ts';
import { journalStorage } from './journal.ts';
import { migrations } from './migrations.ts';
import { moderationStorage } from './moderation.ts';
import { peopleStorage } from './people.sql.ts';
import { runStorage } from './runs.ts';
import type { Storage, Store } from './storage.ts';
import type { Tables } from './tables.ts';

type RoomStorage = Pick<Storage, 'commit' | 'saveSnapshot' | 'loadSnapshot' | 'activities'>;

const roomStorage = (db: Kysely<Tables>): RoomStorage => ({
  commit: committer(db),
  saveSnapshot: async (room, at, state, journal = 0) => {
    await db.insertInto('snapshot').values({ room, at, state, journal }).onConflict((c) => c.column('room').doUpdateSet({ at, state, journal })).execute();
  },
  loadSnapshot: async (room) => {
    const row = await db.selectFrom('snapshot').selectAll().where('room', '=', room).executeTakeFirst();
    return row && { at: Number(row.at), state: row.state, journal: Number(row.journal) };
  },
  activities: async (room) => {
    const rows = await db.selectFrom('activity').selectAll().where('room', '=', room).orderBy('at').execute();
    return rows.map((row) => ({ at: Number(row.at), actor: row.actor === null ? undefined : personId(row.actor), capability: row.capability, object: row.object ?? undefined, room: roomId(row.room) }));
  },
});

/** Brings a database to this version's tables. Rejects where a newer Hearth wrote it. */
export const migrate = async (db: Kysely<Tables>): Promise<void> => {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) throw error;
};

/** Opens (and migrates) a database and gives Hearth's storage over it. */
export const openStorage = async (dialect: Dialect): Promise<Store> => {
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    ...roomStorage(db),
    ...lineStorage(db),
    ...peopleStorage(db),
    ...journalStorage(db),
    ...invitationStorage(db),
    ...moderationStorage(db),
    ...auditStorage(db),
    ...boardStorage(db),
    ...boardImageStorage(db),
    ...calendarStorage(db),
    ...runStorage(db),
    close: () => db.destroy(),
  };
};
