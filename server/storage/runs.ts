import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { personId, roomId, type PersonId, type RoomId } from '#shared/kernel/ids.ts';
import type { CharterWords, KeptRun, RunEntry } from '#shared/rituals/kept.ts';
import { withoutPerson } from '#shared/rituals/record.reading.ts';
import type { KeptRecord, Named } from '#shared/rituals/record.ts';
import type { Note } from '#shared/rituals/run.ts';
import type { Tables } from './tables.ts';

/** The charter that was signed last, and by whom it is. */
export interface SignedCharter extends CharterWords {
  readonly signed: readonly Named[];
}

/** What is kept of rituals that have ended. Each call that writes is durable when it resolves, all or none of it. */
export interface RunStorage {
  /** Once is enough: of a run that is kept already nothing changes. */
  keepRun(run: KeptRun): Promise<void>;
  findRun(id: string): Promise<KeptRun | undefined>;
  /** The newest runs of a room, newest first; `reader`: those alone at which they were. */
  runsIn(room: RoomId, most: number, reader?: PersonId): Promise<readonly RunEntry[]>;
  /** RI25. Takes somebody out of what is kept of a run; whether they were in it. */
  leaveRun(id: string, person: PersonId): Promise<boolean>;
  /** RI26. The charter that was signed last, of all that were. */
  signedCharter(): Promise<SignedCharter | undefined>;
}

type Store = Pick<Kysely<Tables>, 'insertInto' | 'selectFrom' | 'updateTable' | 'deleteFrom'>;

/** Within a transaction. */
export const writeRun = async (store: Store, { id, room, record, people, notes }: KeptRun): Promise<void> => {
  const { numInsertedOrUpdatedRows } = await store
    .insertInto('run_record')
    .values({ id, room, title: record.title, ended_at: record.endedAt, state: JSON.stringify(record), notes: JSON.stringify(notes) })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return;
  for (const person of people) await store.insertInto('run_person').values({ run: id, person }).onConflict((c) => c.doNothing()).execute();
  for (const step of record.steps) {
    if (!step.charter || !step.count) continue;
    const { questions: _questions, ...charter } = step.charter;
    const state = JSON.stringify({ language: record.language, charter });
    // Other words are another charter, whatever version they call themselves.
    const key = createHash('sha256').update(state).digest('base64url');
    await store.insertInto('charter').values({ id: key, state, signed_at: record.endedAt }).onConflict((c) => c.column('id').doUpdateSet({ signed_at: sql.ref('excluded.signed_at') })).execute();
    for (const { id: person, name } of step.names ?? []) await store.insertInto('charter_signature').values({ charter: key, person, name, run: id }).onConflict((c) => c.doNothing()).execute();
  }
};

export const runStorage = (db: Kysely<Tables>): RunStorage => ({
  keepRun: (run) => db.transaction().execute((transaction) => writeRun(transaction, run)),
  findRun: async (id) => {
    const row = await db.selectFrom('run_record').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const people = await db.selectFrom('run_person').select('person').where('run', '=', id).execute();
    return { id, room: roomId(row.room), record: JSON.parse(row.state) as KeptRecord, people: people.map(({ person }) => personId(person)), notes: JSON.parse(row.notes) as Note[] };
  },
  runsIn: async (room, most, reader) => {
    let found = db.selectFrom('run_record').select(['id', 'title', 'ended_at']).where('room', '=', room);
    if (reader !== undefined) found = found.where('id', 'in', (query) => query.selectFrom('run_person').select('run').where('person', '=', reader));
    const rows = await found.orderBy('ended_at', 'desc').limit(most).execute();
    return rows.map(({ id, title, ended_at }) => ({ id, title, endedAt: Number(ended_at) }));
  },
  leaveRun: (id, person) =>
    db.transaction().execute(async (transaction) => {
      // First of all it is written to: of two who leave at once, the second reads what the first has left.
      const row = await transaction.updateTable('run_record').set(({ ref }) => ({ room: ref('room') })).where('id', '=', id).returning('state').executeTakeFirst();
      const { numDeletedRows } = await transaction.deleteFrom('run_person').where('run', '=', id).where('person', '=', person).executeTakeFirst();
      if (!row || numDeletedRows === 0n) return false;
      await transaction.updateTable('run_record').set({ state: JSON.stringify(withoutPerson(JSON.parse(row.state) as KeptRecord, person)) }).where('id', '=', id).execute();
      await transaction.deleteFrom('charter_signature').where('run', '=', id).where('person', '=', person).execute();
      return true;
    }),
  signedCharter: async () => {
    const row = await db.selectFrom('charter').selectAll().orderBy('signed_at', 'desc').limit(1).executeTakeFirst();
    if (!row) return undefined;
    const signed = await db.selectFrom('charter_signature').select(['person', 'name']).where('charter', '=', row.id).orderBy('name').execute();
    return { ...(JSON.parse(row.state) as CharterWords), signed: signed.map(({ person, name }) => ({ id: personId(person), name })) };
  },
});
