import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Board, held } from '#shared/boards/board.state.ts';
import { livingInOrder, openDesk } from '#shared/boards/desk.ts';
import { freshIndices, indexBetween, isIndex, LONGEST_INDEX } from '#shared/boards/order.ts';
import { change, handOf, newDesk, shape } from '#test/support/board.ts';
import { momentAt } from '#test/support/room.ts';

const ana = handOf('ana');
const put = (desk: ReturnType<typeof newDesk>, id: string, index?: string) => change(desk, ana, { kind: 'put', elements: [shape(id, index === undefined ? {} : { index })] });
const order = (desk: ReturnType<typeof newDesk>) => livingInOrder(desk.board).map(([id]) => id).join('');
const expectWhole = (desk: ReturnType<typeof newDesk>) => {
  const indices = [...desk.board.elements.values()].map(({ index }) => index);
  expect(new Set(indices).size).toBe(indices.length);
  for (const index of indices) expect(index).toSatisfy(isIndex);
  expect([...desk.indices].toSorted()).toEqual([...desk.board.elements].map(([id, { index }]) => [index, id]).toSorted());
  expect(desk.top).toBe(indices.toSorted().at(-1));
};

describe('indices', () => {
  it('BO6 follow each other as those of Excalidraw do', () => {
    expect(freshIndices(3)).toEqual(['a0', 'a1', 'a2']);
    expect(freshIndices(63).slice(-2)).toEqual(['az', 'b00']);
    // As `fractional-indexing` answers in its README and tests.
    for (const [low, high, between] of [[undefined, undefined, 'a0'], [undefined, 'a0', 'Zz'], ['a0', undefined, 'a1'], ['a0', 'a1', 'a0V'], ['a1', 'a2', 'a1V'], ['a0V', 'a1', 'a0l'], ['Zz', 'a0', 'ZzV'], ['Zz', 'a1', 'a0'], [undefined, 'Y00', 'Xzzz'], ['bzz', undefined, 'c000'], ['a0', 'a0V', 'a0G'], ['a0', 'a0G', 'a08'], ['b125', 'b129', 'b127'], ['a0', 'a1V', 'a1'], ['Zz', 'a01', 'a0'], [undefined, 'a0V', 'a0'], [undefined, 'b999', 'b99']] as const) {
      expect({ low, high, between: indexBetween(low, high) }).toEqual({ low, high, between });
    }
  });

  it('BO6 there is always one between two', () => {
    fc.assert(fc.property(fc.array(fc.nat(1_000), { maxLength: 150 }), (places) => {
      const keys: string[] = [];
      for (const place of places) {
        const at = place % (keys.length + 1);
        const key = indexBetween(keys[at - 1], keys[at]);
        expect(key > (keys[at - 1] ?? '') && (keys[at] === undefined || key < keys[at])).toBe(true);
        if (key.length <= LONGEST_INDEX) expect(key).toSatisfy(isIndex);
        keys.splice(at, 0, key);
      }
    }));
  });

  it.each(['', '0', 'a', 'a00', 'é0', 'b0', '!', `A${'0'.repeat(26)}`, `a0${'V'.repeat(60)}`, 'a0V0', 'zz'])('BO6 no index, and so on top: %s', (broken) => {
    const desk = newDesk();
    put(desk, 'a');
    put(desk, 'b', broken);
    expect(isIndex(broken)).toBe(false);
    expect(order(desk)).toBe('ab');
    expectWhole(desk);
  });

  it('BO6 one that is taken goes just above, whoever has it, living or not', () => {
    const desk = newDesk();
    for (const id of ['a', 'b', 'c']) put(desk, id);
    put(desk, 'd', 'a0');
    put(desk, 'e', 'a0');
    expect(order(desk)).toBe('aedbc');
    change(desk, ana, { kind: 'remove', ids: ['b'] });
    change(desk, ana, { kind: 'patch', patches: [{ id: 'a', values: { index: 'a1' } }] });
    expect(order(desk)).toBe('edac');
    expectWhole(desk);
  });

  it('BO6 numbers the board anew where an index would be too long, and the order stays', () => {
    const desk = newDesk();
    put(desk, 'a');
    put(desk, 'z');
    const expected = ['a'];
    for (let k = 0; k < 400; k++) {
      put(desk, `n${k}`, desk.board.elements.get('a')?.index);
      expected.splice(1, 0, `n${k}`);
    }
    expect(order(desk)).toBe([...expected, 'z'].join(''));
    expect(desk.board.elements.get('z')?.version).toBeGreaterThan(1);
    expect(Math.max(...[...desk.board.elements.values()].map(({ index }) => index.length))).toBeLessThanOrEqual(LONGEST_INDEX);
    expectWhole(desk);
  });

  it('BO6 a board that is taken up with broken indices is repaired', () => {
    const board = new Board({});
    for (const [id, index] of [['a', 'a1'], ['b', 'a1'], ['c', '???'], ['d', 'a0']] as const) board.elements.set(id, held(shape(id, { index }), 'ana'));
    const desk = openDesk(board, momentAt(1));
    expect(order(desk)).toBe('dabc');
    expectWhole(desk);
  });
});
