import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf, seenOf } from '#shared/boards/seen.ts';
import { noteBoards, TOLD_FOR, type SignNews } from '#shared/boards/signs.ts';
import { outlineOf } from '#shared/boards/outline.ts';
import { packPoints } from '#shared/boards/stroke.codec.ts';
import { personId } from '#shared/kernel/ids.ts';
import { change, handOf, newDesk, shape, text } from '#test/support/board.ts';
import { makeRoom } from '#test/support/room.ts';

describe('what a board’s sign says', () => {
  it('BO21 as many notes and groups as its outline has', () => {
    const kind = fc.constantFrom('rectangle', 'frame', 'arrow', 'ellipse');
    fc.assert(fc.property(fc.array(fc.tuple(kind, fc.nat(3)), { maxLength: 12 }), fc.array(fc.nat(11), { maxLength: 6 }), fc.nat(4), (shapes, dead, alone) => {
      const desk = newDesk();
      const by = handOf('ana');
      for (const [at, [type, texts]] of shapes.entries()) {
        const linear = type === 'arrow' ? { points: packPoints([[0, 0], [9, 9]]) } : {};
        change(desk, by, { kind: 'put', elements: [shape(`s${at}`, { type, ...linear, ...(type === 'frame' && { name: 'Group' }) } as never)] });
        if (type !== 'frame') for (let k = 0; k < texts; k++) change(desk, by, { kind: 'put', elements: [text(`s${at}t${k}`, 'words', `s${at}`)] });
      }
      for (let k = 0; k < alone; k++) change(desk, by, { kind: 'put', elements: [text(`alone${k}`, 'words')] });
      for (const at of dead) change(desk, by, { kind: 'remove', ids: [at % 2 ? `s${at}` : `s${at}t0`] });
      const outline = outlineOf(desk.board);
      expect(countsOf(desk)).toEqual({ notes: outline.notes, groups: outline.groups.filter(({ id }) => id !== undefined).length });
    }));
  });

  it('BO23 nothing of who made it', () => {
    const desk = newDesk();
    change(desk, handOf('ana'), { kind: 'put', elements: [shape('a', { link: 'https://example.org/' })] });
    const element = desk.board.elements.get('a');
    expect(element?.author).toBe('ana');
    expect(element && Object.keys(seenOf('a', element)).toSorted()).toEqual(['angle', 'backgroundColor', 'frameId', 'height', 'id', 'index', 'label', 'opacity', 'roundness', 'strokeColor', 'strokeStyle', 'strokeWidth', 'type', 'width', 'x', 'y']);
  });
});

describe('in a board’s room', () => {
  const news = (...people: readonly string[]): SignNews => ({ title: 'Plans', notes: 2, groups: 1, changedAt: 5, changedBy: 'Ben', version: 'v.1', people: new Map(people.map((name) => [name.toLowerCase(), name])) });
  const room = () => {
    const made = makeRoom();
    for (const name of ['Ana', 'Ben', 'Cleo']) made.add(name);
    const board = made.layout.objects.find(({ kind }) => kind === 'board')?.id ?? '';
    return { made, board, ids: [...made.facts.people.keys()] };
  };

  it('BO21 everyone is told how it stands, and again only of what is new', () => {
    const { made, board } = room();
    noteBoards(made, new Map([[board, news('Ana')]]), 1);
    const sign = made.facts.boards.get(board);
    expect(sign && { ...sign.toJSON(), people: [...sign.people] }).toEqual({ ...news(), people: [['ana', 'Ana']] });
    noteBoards(made, new Map([[board, { ...news('Ben'), notes: 3 }]]), 2);
    expect([made.facts.boards.get(board)?.notes, [...(made.facts.boards.get(board)?.people.keys() ?? [])]]).toEqual([3, ['ben']]);
    // What is no board of this room is none of its business.
    noteBoards(made, new Map([['elsewhere', news()]]), 3);
    expect([...made.facts.boards.keys()]).toEqual([board]);
  });

  it('BO22 that somebody is at it is told once in a while to those who are not, and that they went to nobody', () => {
    const { made, board, ids: [ana = '', ben = '', cleo = ''] } = room();
    const at = (time: number, ...there: readonly string[]) => noteBoards(made, new Map([[board, { ...news(), people: new Map(there.map((id) => [id, id])) }]]), time);
    expect(at(1, ana)).toMatchObject([{ kind: 'boards.at', by: personId(ana), to: [ben, cleo], values: { name: ana } }]);
    expect(at(2, ana)).toEqual([]);
    expect(at(3)).toEqual([]);
    // Back and forth is no news; another person is.
    expect(at(4, ana, ben)).toMatchObject([{ by: personId(ben), to: [cleo] }]);
    expect(at(5)).toEqual([]);
    expect(at(6 + TOLD_FOR, ana)).toMatchObject([{ by: personId(ana), to: [ben, cleo] }]);
  });
});
