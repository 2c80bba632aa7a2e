import type { Kysely } from 'kysely';
import type { Brought } from '#shared/boards/images.ts';
import { personId } from '#shared/kernel/ids.ts';
import type { Tables } from './tables.ts';

/** A picture on a board without what is in it. `id` is the SHA-256 of that, in hex. */
export interface ImageEntry extends Brought {
  readonly id: string;
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

/** The pictures that boards show. Each call that writes is durable when it resolves. */
export interface BoardImageStorage {
  /** The oldest first. */
  boardImages(board: string): Promise<readonly ImageEntry[]>;
  /** Keeps one, once however often it is given. */
  keepBoardImage(board: string, entry: ImageEntry, bytes: Uint8Array): Promise<void>;
  boardImage(board: string, id: string): Promise<Buffer | undefined>;
  /** One that is on any board. */
  anyBoardImage(id: string): Promise<(ImageEntry & { readonly bytes: Buffer }) | undefined>;
  /** Of these, those that a copy of the board shows. */
  imagesInCopies(board: string, ids: readonly string[]): Promise<readonly string[]>;
  forgetBoardImages(board: string, ids: readonly string[]): Promise<void>;
}

const entryOf = (row: { readonly id: string; readonly at: unknown; readonly width: unknown; readonly height: unknown; readonly size: unknown; readonly by: string; readonly guest: unknown }): ImageEntry =>
  ({ id: row.id, at: Number(row.at), width: Number(row.width), height: Number(row.height), size: Number(row.size), by: row.by === '' ? undefined : personId(row.by), isGuest: Number(row.guest) === 1 });

export const boardImageStorage = (db: Kysely<Tables>): BoardImageStorage => ({
  boardImages: async (board) => (await db.selectFrom('board_image').select(['id', 'at', 'width', 'height', 'size', 'by', 'guest']).where('board', '=', board).orderBy('at').execute()).map(entryOf),
  keepBoardImage: async (board, { id, at, width, height, size, by, isGuest }, bytes) => {
    await db.insertInto('board_image').values({ board, id, at, width, height, size, bytes: Buffer.from(bytes).toString('base64'), by: by ?? '', guest: isGuest ? 1 : 0 }).onConflict((c) => c.columns(['board', 'id']).doUpdateSet({ at })).execute();
  },
  boardImage: async (board, id) => {
    const row = await db.selectFrom('board_image').select('bytes').where('board', '=', board).where('id', '=', id).executeTakeFirst();
    return row && Buffer.from(row.bytes, 'base64');
  },
  anyBoardImage: async (id) => {
    const row = await db.selectFrom('board_image').selectAll().where('id', '=', id).limit(1).executeTakeFirst();
    return row && { ...entryOf(row), bytes: Buffer.from(row.bytes, 'base64') };
  },
  imagesInCopies: async (board, ids) => {
    const shown = new Set<string>();
    // Each is read once, however many are asked for, and one at a time: SQLite holds up everybody meanwhile.
    for (const { id } of await db.selectFrom('board_copy').select('id').where('board', '=', board).execute()) {
      const copy = await db.selectFrom('board_copy').select('state').where('board', '=', board).where('id', '=', id).executeTakeFirst();
      // 64 letters of hex: where an id is read, it is meant.
      for (const [image] of copy?.state.matchAll(/\b[\da-f]{64}\b/g) ?? []) shown.add(image);
    }
    return ids.filter((id) => shown.has(id));
  },
  forgetBoardImages: async (board, ids) => {
    if (ids.length > 0) await db.deleteFrom('board_image').where('board', '=', board).where('id', 'in', ids).execute();
  },
});
