import { setImmediate as breathe } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import type { Tables } from './tables.ts';

/** What changed of a board. `state` is absent of what was forgotten. */
export interface BoardChanges {
  readonly head: string;
  readonly elements: readonly { readonly id: string; readonly state: string | undefined }[];
}
export interface KeptBoard {
  readonly head: string;
  readonly elements: readonly { readonly id: string; readonly state: string }[];
}
/** A copy without what is in it. Those without a name were kept by themselves. */
export interface CopyEntry {
  readonly id: string;
  readonly at: number;
  readonly name: string;
  readonly by: PersonId | undefined;
}

/** What boards need. Each call that writes is durable when it resolves, all or none of it. */
export interface BoardStorage {
  loadBoard(board: string): Promise<KeptBoard | undefined>;
  saveBoard(board: string, at: number, changes: BoardChanges): Promise<void>;
  keepBoardCopy(board: string, entry: CopyEntry, state: string): Promise<void>;
  /** The newest first. */
  boardCopies(board: string): Promise<readonly CopyEntry[]>;
  boardCopy(board: string, id: string): Promise<string | undefined>;
  /** Forgets all but the newest `most` copies without a name. */
  forgetBoardCopies(board: string, most: number): Promise<void>;
}

const ROWS_A_STATEMENT = 500;

export const boardStorage = (db: Kysely<Tables>): BoardStorage => ({
  loadBoard: async (board) => {
    const head = await db.selectFrom('board').select('state').where('id', '=', board).executeTakeFirst();
    return head && { head: head.state, elements: await db.selectFrom('board_element').select(['id', 'state']).where('board', '=', board).execute() };
  },
  saveBoard: (board, at, { head, elements }) =>
    db.transaction().execute(async (transaction) => {
      await transaction.insertInto('board').values({ id: board, at, state: head }).onConflict((c) => c.column('id').doUpdateSet({ at, state: head })).execute();
      for (let from = 0; from < elements.length; from += ROWS_A_STATEMENT) {
        if (from > 0) await breathe();
        const some = elements.slice(from, from + ROWS_A_STATEMENT);
        const rows = some.flatMap(({ id, state }) => (state === undefined ? [] : [{ board, id, state }]));
        const gone = some.flatMap(({ id, state }) => (state === undefined ? [id] : []));
        if (rows.length > 0) await transaction.insertInto('board_element').values(rows).onConflict((c) => c.columns(['board', 'id']).doUpdateSet({ state: sql.ref('excluded.state') })).execute();
        if (gone.length > 0) await transaction.deleteFrom('board_element').where('board', '=', board).where('id', 'in', gone).execute();
      }
    }),
  keepBoardCopy: async (board, { id, at, name, by }, state) => {
    await db.insertInto('board_copy').values({ id, board, at, name, by: by ?? null, state }).execute();
  },
  boardCopies: async (board) => {
    const rows = await db.selectFrom('board_copy').select(['id', 'at', 'name', 'by']).where('board', '=', board).orderBy('at', 'desc').execute();
    return rows.map(({ id, at, name, by }) => ({ id, at: Number(at), name, by: by === null ? undefined : personId(by) }));
  },
  boardCopy: async (board, id) => (await db.selectFrom('board_copy').select('state').where('board', '=', board).where('id', '=', id).executeTakeFirst())?.state,
  forgetBoardCopies: async (board, most) => {
    const old = await db.selectFrom('board_copy').select('id').where('board', '=', board).where('name', '=', '').orderBy('at', 'desc').offset(most).limit(1_000).execute();
    if (old.length > 0) await db.deleteFrom('board_copy').where('id', 'in', old.map(({ id }) => id)).execute();
  },
});
