/** What is kept of boards, on every database that Hearth runs on. */
import { describe, expect, it } from 'vitest';
import { databases, openEach } from './databases.ts';
import { ana, NOON } from './kept.ts';

describe.each(databases('what is kept of boards (test/storage/boards.test.ts)'))('$name', (database) => {
  const here = openEach(database);

  describe('boards', () => {
    const board = 'studio_north-board';
    it('BO19 hold what changed of them, each element as it was stored last, and copies until they are too many', async () => {
      expect(await here.storage.loadBoard(board)).toBeUndefined();
      const many = Array.from({ length: 1_200 }, (_, n) => ({ id: `e${n}`, state: `{"n":${n}}` }));
      await here.storage.saveBoard(board, NOON, { head: '{"title":"A"}', elements: many });
      await here.storage.saveBoard(board, NOON + 1, { head: '{"title":"B"}', elements: [{ id: 'e0', state: '{"n":"new"}' }, ...many.slice(1, 700).map(({ id }) => ({ id, state: undefined }))] });
      await here.storage.saveBoard('studio_west-board', NOON, { head: '{}', elements: [{ id: 'e0', state: '{}' }] });
      await here.restart();
      const kept = await here.storage.loadBoard(board);
      expect([kept?.head, kept?.elements.length, kept?.elements.find(({ id }) => id === 'e0')?.state]).toEqual(['{"title":"B"}', 501, '{"n":"new"}']);
      for (let n = 0; n < 5; n++) await here.storage.keepBoardCopy(board, { id: `c${n}`, at: NOON + n, name: n === 1 ? 'Start' : '', by: n === 1 ? ana : undefined }, `state ${n}`);
      await here.storage.forgetBoardCopies(board, 2);
      expect(await here.storage.boardCopies(board)).toEqual([{ id: 'c4', at: NOON + 4, name: '', by: undefined }, { id: 'c3', at: NOON + 3, name: '', by: undefined }, { id: 'c1', at: NOON + 1, name: 'Start', by: ana }]);
      expect([await here.storage.boardCopy(board, 'c1'), await here.storage.boardCopy('studio_west-board', 'c1')]).toEqual(['state 1', undefined]);
    });

    it('BO27 keep pictures, each once, and know which of them a copy shows', async () => {
      const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
      const entry = (id: string, at = NOON) => ({ id, at, width: 30, height: 20, size: 256, by: ana, isGuest: true });
      // Every byte there is comes back, also those that no text holds.
      const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await here.storage.keepBoardImage(board, entry(a), bytes);
      await here.storage.keepBoardImage(board, entry(a, NOON + 5), bytes);
      await here.storage.keepBoardImage(board, entry(b, NOON + 1), bytes);
      await here.storage.keepBoardImage('studio_west-board', entry(b), bytes);
      await here.restart();
      expect(await here.storage.boardImages(board)).toEqual([entry(b, NOON + 1), entry(a, NOON + 5)]);
      expect(Uint8Array.from((await here.storage.boardImage(board, a)) ?? [])).toEqual(bytes);
      expect([await here.storage.boardImage('studio_west-board', a), await here.storage.anyBoardImage('c')]).toEqual([undefined, undefined]);
      expect(await here.storage.anyBoardImage(a)).toMatchObject(entry(a, NOON + 5));
      await here.storage.keepBoardCopy(board, { id: 'c', at: NOON, name: '', by: undefined }, JSON.stringify({ elements: [['e', { rest: JSON.stringify({ fileId: a }) }]] }));
      expect([await here.storage.imagesInCopies(board, [a, b]), await here.storage.imagesInCopies('studio_west-board', [a])]).toEqual([[a], []]);
      await here.storage.forgetBoardImages(board, [b]);
      await here.storage.forgetBoardImages(board, []);
      expect([(await here.storage.boardImages(board)).length, (await here.storage.boardImages('studio_west-board')).length]).toEqual([1, 1]);
    });
  });
});
