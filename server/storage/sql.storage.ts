import { Kysely, type Dialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { lineId, personId, roomId } from '#shared/kernel/ids.ts';
import type { Standing } from '#shared/kernel/capability.ts';
import { migrations } from './migrations.ts';
import type { Fact, Storage } from './storage.ts';

interface Tables {
  setting: { key: string; value: string };
  person: { id: string; name: string; call_me: string; pronouns: string; standing: string; look: string; changed_at: number };
  line: { id: string; room: string; at: number; author: string; name: string; text: string };
  activity: { at: number; actor: string | null; capability: string; object: string | null; room: string };
  snapshot: { room: string; at: number; state: string };
}

/** Opens (and migrates) a database and gives Hearth's storage over it. */
export const openStorage = async (dialect: Dialect): Promise<Storage> => {
  const db = new Kysely<Tables>({ dialect });
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) throw error;

  const commit = async (facts: readonly Fact[]): Promise<void> => {
    const lines = facts.flatMap(({ line, room }) => (line ? [{ id: line.id, room, at: line.at, author: line.by, name: line.name, text: line.text }] : []));
    const activities = facts.flatMap(({ activity }) =>
      activity ? [{ at: activity.at, actor: activity.actor ?? null, capability: activity.capability, object: activity.object ?? null, room: activity.room }] : [],
    );
    if (lines.length + activities.length === 0) return;
    await db.transaction().execute(async (transaction) => {
      if (lines.length > 0) await transaction.insertInto('line').values(lines).execute();
      if (activities.length > 0) await transaction.insertInto('activity').values(activities).execute();
    });
  };

  return {
    commit,
    lastLines: async (room, count) => {
      const rows = await db.selectFrom('line').selectAll().where('room', '=', room).orderBy('at', 'desc').orderBy('id', 'desc').limit(count).execute();
      return rows.reverse().map((row) => ({ id: lineId(row.id), by: personId(row.author), name: row.name, text: row.text, at: Number(row.at) }));
    },
    saveSnapshot: async (room, at, state) => {
      await db.insertInto('snapshot').values({ room, at, state }).onConflict((c) => c.column('room').doUpdateSet({ at, state })).execute();
    },
    loadSnapshot: async (room) => {
      const row = await db.selectFrom('snapshot').selectAll().where('room', '=', room).executeTakeFirst();
      return row && { at: Number(row.at), state: row.state };
    },
    savePerson: async (person, at) => {
      const row = { name: person.name, call_me: person.callMe, pronouns: person.pronouns, standing: person.standing, look: person.look, changed_at: at };
      await db.insertInto('person').values({ id: person.id, ...row }).onConflict((c) => c.column('id').doUpdateSet(row)).execute();
    },
    findPerson: async (id) => {
      const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
      return row && { id, name: row.name, callMe: row.call_me, pronouns: row.pronouns, standing: row.standing as Standing, look: row.look };
    },
    namesOf: async (standings) => {
      const rows = await db.selectFrom('person').select(['id', 'name']).where('standing', 'in', [...standings]).execute();
      return rows.map((row) => ({ id: personId(row.id), name: row.name }));
    },
    setting: async (key) => (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value,
    settleSetting: async (key, value) => {
      await db.insertInto('setting').values({ key, value }).onConflict((c) => c.column('key').doNothing()).execute();
      return (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirstOrThrow()).value;
    },
    activities: async (room) => {
      const rows = await db.selectFrom('activity').selectAll().where('room', '=', room).orderBy('at').execute();
      return rows.map((row) => ({ at: Number(row.at), actor: row.actor === null ? undefined : personId(row.actor), capability: row.capability, object: row.object ?? undefined, room: roomId(row.room) }));
    },
    close: () => db.destroy(),
  };
};
