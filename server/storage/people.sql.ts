import type { Kysely } from 'kysely';
import type { Standing } from '#shared/kernel/capability.ts';
import { personId } from '#shared/kernel/ids.ts';
import type { Duty } from '#shared/people/standing.ts';
import { deleteLines } from './lines.ts';
import type { PeopleStorage, Storage } from './storage.ts';
import type { Tables } from './tables.ts';

type Kept = PeopleStorage & Pick<Storage, 'savePerson' | 'findPerson' | 'settingsOf' | 'namesOf' | 'setting' | 'settleSetting'>;

export const peopleStorage = (db: Kysely<Tables>): Kept => ({
  savePerson: async (person, at) => {
    const said = { name: person.name, call_me: person.callMe, pronouns: person.pronouns, standing: person.standing, look: person.look, changed_at: at };
    const given = {
      ...(person.duties && { duties: JSON.stringify(person.duties) }),
      ...(person.venue !== undefined && { venue: person.venue }),
      ...(person.cameBy !== undefined && { came_by: person.cameBy }),
    };
    const row = { id: person.id, duties: '[]', venue: '', came_by: null, settings: '', held_by: '', ...said, ...given };
    await db.insertInto('person').values(row).onConflict((c) => c.column('id').doUpdateSet({ ...said, ...given })).execute();
  },
  findPerson: async (id) => {
    const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const { name, pronouns, look, venue } = row;
    return {
      id, name, callMe: row.call_me, pronouns, standing: row.standing as Standing, look, venue,
      duties: JSON.parse(row.duties) as Duty[],
      ...(row.held_by !== '' && { heldBy: row.held_by }),
      ...(row.came_by !== null && { cameBy: row.came_by }),
    };
  },
  settingsOf: async (id) => {
    const row = await db.selectFrom('person').select('settings').where('id', '=', id).executeTakeFirst();
    return row?.settings ? (JSON.parse(row.settings) as unknown) : undefined;
  },
  namesOf: async (standings) => {
    const rows = await db.selectFrom('person').select(['id', 'name']).where('standing', 'in', [...standings]).execute();
    return rows.map((row) => ({ id: personId(row.id), name: row.name }));
  },
  setStanding: async (id, standing, at) => {
    const { numUpdatedRows } = await db.updateTable('person').set({ standing, changed_at: at }).where('id', '=', id).executeTakeFirst();
    return numUpdatedRows === 1n;
  },
  setDuties: async (id, duties, at) => {
    const { numUpdatedRows } = await db.updateTable('person').set({ duties: JSON.stringify(duties), changed_at: at }).where('id', '=', id).executeTakeFirst();
    return numUpdatedRows === 1n;
  },
  forgetGuests: async (before) => {
    const { numDeletedRows } = await db.deleteFrom('person').where('standing', '=', 'guest').where('changed_at', '<', before).executeTakeFirst();
    return Number(numDeletedRows);
  },
  forgetAllBy: async (invitation) => {
    await db.transaction().execute(async (transaction) => {
      const lines = await transaction.selectFrom('line').select('id').where('author', 'in', (query) => query.selectFrom('person').select('id').where('came_by', '=', invitation)).execute();
      for (let from = 0; from < lines.length; from += 500) await deleteLines(transaction, lines.slice(from, from + 500).map(({ id }) => id));
      await transaction.deleteFrom('person').where('came_by', '=', invitation).execute();
    });
  },
  setting: async (key) => (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value,
  settleSetting: async (key, value) => {
    await db.insertInto('setting').values({ key, value }).onConflict((c) => c.column('key').doNothing()).execute();
    return (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirstOrThrow()).value;
  },
  forgetSetting: async (key, value) => {
    const { numDeletedRows } = await db.deleteFrom('setting').where('key', '=', key).where('value', '=', value).executeTakeFirst();
    return numDeletedRows === 1n;
  },
});
