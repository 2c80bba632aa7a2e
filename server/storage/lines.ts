import type { Kysely, Transaction } from 'kysely';
import { readersOf, type Line, type LineTo } from '#shared/chat/chat.ts';
import { circleId, lineId, personId, type RoomId } from '#shared/kernel/ids.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';

export const rowOfLine = (room: RoomId, { id, at, by, name, text, to }: Line): Tables['line'] => ({
  id, room, at, author: by, name, text,
  audience: to?.kind ?? 'room',
  target: to === undefined ? null : to.kind === 'circle' ? to.circle : to.person,
  edited_at: null,
  removed_by: null,
});
/** Of a line for the whole room there are none. */
export const rowsOfReaders = (line: Line): readonly Tables['line_reader'][] => (readersOf(line) ?? []).map((person) => ({ line: line.id, person, at: line.at }));

const lineOf = (row: Tables['line'], readers: ReadonlyMap<string, readonly string[]>): Line => {
  const to: LineTo | undefined =
    row.audience === 'circle' ? { kind: 'circle', circle: circleId(row.target ?? ''), readers: (readers.get(row.id) ?? []).map(personId) }
    : row.audience === 'person' ? { kind: 'person', person: personId(row.target ?? '') }
    : undefined;
  return {
    id: lineId(row.id), by: personId(row.author), name: row.name, text: row.text, at: Number(row.at),
    ...(to && { to }),
    ...(row.edited_at !== null && { editedAt: Number(row.edited_at) }),
    ...(row.removed_by !== null && { removedBy: personId(row.removed_by) }),
  };
};

/** Takes lines away, with who may read them. */
export const deleteLines = async (store: Kysely<Tables> | Transaction<Tables>, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await store.deleteFrom('line_reader').where('line', 'in', ids).execute();
  await store.deleteFrom('line').where('id', 'in', ids).execute();
};

export const lineStorage = (db: Kysely<Tables>): Pick<Storage, 'lastLines' | 'linesFor' | 'forgetLines'> => {
  /** Newest first as they are read, oldest first as they are given. */
  const given = async (rows: readonly Tables['line'][]): Promise<readonly Line[]> => {
    const circles = rows.filter(({ audience }) => audience === 'circle').map(({ id }) => id);
    const found = circles.length === 0 ? [] : await db.selectFrom('line_reader').selectAll().where('line', 'in', circles).execute();
    const readers = new Map([...Map.groupBy(found, ({ line }) => line)].map(([line, group]) => [line, group.map(({ person }) => person)] as const));
    return rows.toReversed().map((row) => lineOf(row, readers));
  };
  return {
    lastLines: async (room, count) => given(await db.selectFrom('line').selectAll().where('room', '=', room).orderBy('at', 'desc').orderBy('id', 'desc').limit(count).execute()),
    linesFor: async (reader, room, count, before) => {
      const page = db
        .selectFrom('line')
        .selectAll()
        .where((may) =>
          may.or([
            may.and([may('audience', '=', 'room'), may('room', '=', room)]),
            may.and([
              may.or([may('audience', '=', 'person'), may('room', '=', room)]),
              may('id', 'in', may.selectFrom('line_reader').select('line').where('person', '=', reader)),
            ]),
          ]))
        .$if(before !== undefined, (query) =>
          query.where((is) => is.or([is('at', '<', before?.at ?? 0), is.and([is('at', '=', before?.at ?? 0), is('id', '<', before?.line ?? '')])])));
      return given(await page.orderBy('at', 'desc').orderBy('id', 'desc').limit(count).execute());
    },
    forgetLines: async ({ room, others }) => {
      const old = await db
        .selectFrom('line')
        .select('id')
        .where((is) => is.or([is.and([is('audience', '=', 'room'), is('at', '<', room)]), is.and([is('audience', '!=', 'room'), is('at', '<', others)])]))
        .limit(10_000)
        .execute();
      for (let from = 0; from < old.length; from += 500) await deleteLines(db, old.slice(from, from + 500).map(({ id }) => id));
      return old.length;
    },
  };
};
