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
  });
});
