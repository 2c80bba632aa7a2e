/** What is kept of boards, on every database that Hearth runs on. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type DatabasePlace } from '#server/storage/open.ts';
import type { Store } from '#server/storage/storage.ts';
import { databases } from './databases.ts';
import { ana, NOON } from './kept.ts';

describe.each(databases('what is kept of boards (test/storage/boards.test.ts)'))('$name', (database) => {
  let place: DatabasePlace;
  let storage: Store;
  beforeAll(() => database.open());
  afterAll(() => database.close());
  beforeEach(async () => {
    place = await database.place();
    ({ storage } = await openDatabase(place));
  });
  afterEach(() => storage.close());

  describe('boards', () => {
    const board = 'studio_north-board';
    it('BO19 hold what changed of them, each element as it was stored last, and copies until they are too many', async () => {
      expect(await storage.loadBoard(board)).toBeUndefined();
      const many = Array.from({ length: 1_200 }, (_, n) => ({ id: `e${n}`, state: `{"n":${n}}` }));
      await storage.saveBoard(board, NOON, { head: '{"title":"A"}', elements: many });
      await storage.saveBoard(board, NOON + 1, { head: '{"title":"B"}', elements: [{ id: 'e0', state: '{"n":"new"}' }, ...many.slice(1, 700).map(({ id }) => ({ id, state: undefined }))] });
      await storage.saveBoard('studio_west-board', NOON, { head: '{}', elements: [{ id: 'e0', state: '{}' }] });
      await storage.close();
      ({ storage } = await openDatabase(place));
      const kept = await storage.loadBoard(board);
      expect([kept?.head, kept?.elements.length, kept?.elements.find(({ id }) => id === 'e0')?.state]).toEqual(['{"title":"B"}', 501, '{"n":"new"}']);
      for (let n = 0; n < 5; n++) await storage.keepBoardCopy(board, { id: `c${n}`, at: NOON + n, name: n === 1 ? 'Start' : '', by: n === 1 ? ana : undefined }, `state ${n}`);
      await storage.forgetBoardCopies(board, 2);
      expect(await storage.boardCopies(board)).toEqual([{ id: 'c4', at: NOON + 4, name: '', by: undefined }, { id: 'c3', at: NOON + 3, name: '', by: undefined }, { id: 'c1', at: NOON + 1, name: 'Start', by: ana }]);
      expect([await storage.boardCopy(board, 'c1'), await storage.boardCopy('studio_west-board', 'c1')]).toEqual(['state 1', undefined]);
    });

    it('BO27 keep pictures, each once, and know which of them a copy shows', async () => {
      const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
      const entry = (id: string, at = NOON) => ({ id, at, width: 30, height: 20, size: 256 });
      // Every byte there is comes back, also those that no text holds.
      const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await storage.keepBoardImage(board, entry(a), bytes);
      await storage.keepBoardImage(board, entry(a, NOON + 5), bytes);
      await storage.keepBoardImage(board, entry(b, NOON + 1), bytes);
      await storage.keepBoardImage('studio_west-board', entry(b), bytes);
      await storage.close();
      ({ storage } = await openDatabase(place));
      expect(await storage.boardImages(board)).toEqual([entry(b, NOON + 1), entry(a, NOON + 5)]);
      expect(Uint8Array.from((await storage.boardImage(board, a)) ?? [])).toEqual(bytes);
      expect([await storage.boardImage('studio_west-board', a), await storage.anyBoardImage('c')]).toEqual([undefined, undefined]);
      expect(await storage.anyBoardImage(a)).toMatchObject(entry(a, NOON + 5));
      await storage.keepBoardCopy(board, { id: 'c', at: NOON, name: '', by: undefined }, JSON.stringify({ elements: [['e', { rest: JSON.stringify({ fileId: a }) }]] }));
      expect([await storage.imagesInCopies(board, [a, b]), await storage.imagesInCopies('studio_west-board', [a])]).toEqual([[a], []]);
      await storage.forgetBoardImages(board, [b]);
      await storage.forgetBoardImages(board, []);
      expect([(await storage.boardImages(board)).length, (await storage.boardImages('studio_west-board')).length]).toEqual([1, 1]);
    });
  });
});
