import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMarkdown, toMarkdown } from '#shared/boards/markdown.ts';
import { newNote, noteSize } from '#shared/boards/note.ts';
import { changesSince, filterOutline, knownOf } from '#shared/boards/outline.filter.ts';
import { outlineOf, type Outline } from '#shared/boards/outline.ts';
import { packPoints } from '#shared/boards/stroke.codec.ts';
import { change, handOf, newDesk } from '#test/support/board.ts';

const [ana, ben] = [handOf('ana'), handOf('ben')];
const points = packPoints([[0, 0], [9, 9]]);
const box = { x: 0, y: 0, width: 600, height: 600 };
const to = (elementId: string) => ({ elementId, focus: 0, gap: 4 });
type Desk = ReturnType<typeof newDesk>;
const put = (desk: Desk, by: typeof ana, ...elements: object[]) => expect(change(desk, by, { kind: 'put', elements })).toBe('done');
const note = (id: string, text: string, x: number, y: number, frameId: string | null = null) => newNote({ note: id, text: `${id}-t` }, text, 'yellow', { x, y }, frameId);

/** Two groups, a note by itself, connections, drawings. */
const aBoard = (): Desk => {
  const desk = newDesk();
  put(desk, ana, { type: 'frame', id: 'risks', ...box, x: 700, name: 'Risks' }, { type: 'frame', id: 'helps', ...box, name: 'What helps' });
  put(desk, ana, ...note('c', 'Seeing the plan', 20, 300, 'helps'), ...note('b', 'Café', 300, 30, 'helps'), ...note('a', 'Time', 20, 40, 'helps'));
  put(desk, ben, ...note('d', 'Budget', 720, 20, 'risks'), { type: 'text', id: 'e', x: 0, y: 900, width: 90, height: 25, text: 'By itself' });
  put(desk, ana, { type: 'arrow', id: 'x', ...box, points, startBinding: to('a'), endBinding: to('d-t'), endArrowhead: 'arrow' }, { type: 'text', id: 'xl', ...box, text: 'costs', containerId: 'x' });
  put(desk, ben, { type: 'line', id: 'y', ...box, points, startBinding: to('e'), endBinding: to('b'), startArrowhead: 'arrow' }, { type: 'arrow', id: 'z', ...box, points, startBinding: to('a') });
  put(desk, ben, { type: 'freedraw', id: 'f', ...box, x: 700, points, frameId: 'risks', label: 'A storm' }, { type: 'ellipse', id: 'g', ...box });
  return desk;
};
const told = ({ groups }: Outline) => groups.map(({ id, name, notes, drawings }) => [id, name, notes.map((one) => one.id).join(), drawings.map((one) => one.id).toSorted().join()]);

describe('a board in words', () => {
  it('BO14 is groups in reading order, the notes in each, drawings, and last what stands in no group', () => {
    const outline = outlineOf(aBoard().board);
    expect(told(outline)).toEqual([['helps', 'What helps', 'a,b,c', ''], ['risks', 'Risks', 'd', 'f'], [undefined, '', 'e', 'g,z']]);
    expect([outline.notes, outline.connections, outline.unlabelled]).toEqual([5, 2, 2]);
    expect(outline.groups[0]?.notes[1]).toEqual({ id: 'b', textId: 'b-t', text: 'Café', colour: 'yellow', author: 'ana', link: null, locked: false, leadsTo: [{ id: 'y', other: 'e', label: '' }], from: [] });
  });

  it('BO14 says a connection at both its ends, with what is written on it', () => {
    const notes = outlineOf(aBoard().board).groups.flatMap((group) => group.notes);
    expect(notes.find(({ id }) => id === 'a')?.leadsTo).toEqual([{ id: 'x', other: 'd', label: 'costs' }]);
    expect(notes.find(({ id }) => id === 'd')?.from).toEqual([{ id: 'x', other: 'a', label: 'costs' }]);
  });

  it('BO5 BO14 what led to something deleted is a drawing until it comes back, and its group\'s notes stand in none', () => {
    const desk = aBoard();
    const before = outlineOf(desk.board);
    change(desk, ana, { kind: 'remove', ids: ['helps', 'd'] });
    expect(told(outlineOf(desk.board))).toEqual([['risks', 'Risks', '', 'f'], [undefined, '', 'a,b,c,e', 'g,x,z']]);
    expect(before.connections).toBe(2);
  });

  it('BO11 a note is as high as its text needs', () => {
    expect(noteSize('Short').height).toBe(120);
    expect(noteSize('long words '.repeat(20)).height).toBeGreaterThan(300);
  });

  it('BO15 is filtered by words, author, colour and what changed', () => {
    const desk = aBoard();
    const found = (sought: Parameters<typeof filterOutline>[1]) => filterOutline(outlineOf(desk.board), sought).groups.flatMap(({ notes, drawings }) => [...notes, ...drawings].map(({ id }) => id));
    expect(found({ words: 'CAFE' })).toEqual(['b']);
    expect(found({ words: 'plan the' })).toEqual(['c']);
    expect(found({ author: 'ben' }).toSorted()).toEqual(['d', 'e', 'f', 'g', 'z']);
    expect(found({ colour: 'yellow' })).toEqual(['a', 'b', 'c', 'd']);
    expect(found({ among: new Set(['b-t']) })).toEqual(['b']);
    expect(filterOutline(outlineOf(desk.board), { words: 'nothing like it' }).groups).toHaveLength(3);
  });

  it('BO28 what nobody has described is counted and found; a picture is read by what it is kept as', () => {
    const desk = aBoard();
    const fileId = 'a'.repeat(64);
    desk.images.add(fileId);
    put(desk, ana, { type: 'image', id: 'p', ...box, fileId, frameId: 'risks' }, { type: 'image', id: 'q', ...box, fileId, label: 'A map' });
    const outline = outlineOf(desk.board);
    const drawings = (one: Outline) => one.groups.flatMap((group) => group.drawings);
    expect(drawings(outline).filter(({ image }) => image !== undefined).map(({ id, label, image }) => [id, label, image])).toEqual([['p', '', fileId], ['q', 'A map', fileId]]);
    const found = filterOutline(outline, { undescribed: true });
    expect([outline.unlabelled, drawings(found).map(({ id }) => id).toSorted(), found.groups.flatMap(({ notes }) => notes)]).toEqual([3, ['g', 'p', 'z'], []]);
  });

  it('BO15 what changed since one left', () => {
    const desk = aBoard();
    const known = knownOf(desk.board);
    expect(changesSince(known, desk.board)).toEqual({ added: [], changed: [], gone: [] });
    change(desk, ben, { kind: 'patch', patches: [{ id: 'a', values: { x: 3 } }] });
    change(desk, ben, { kind: 'remove', ids: ['c'] });
    put(desk, ben, ...note('h', 'New', 0, 2_000));
    expect(changesSince(known, desk.board)).toEqual({ added: ['h', 'h-t'], changed: ['a'], gone: ['c'] });
  });
});

describe('Markdown', () => {
  it('BO16 says a board', () => {
    expect(toMarkdown('Monday', outlineOf(aBoard().board))).toBe([
      '# Monday', '', '- By itself', '', '## What helps', '', '- Time', '  → (costs) Budget', '- Café', '  → By itself', '- Seeing the plan', '', '## Risks', '', '- Budget', '- ![A storm]()', '',
    ].join('\n'));
  });

  it('BO16 is read as people write it', () => {
    const draft = fromMarkdown('# Plan\r\nA thought\r\n\r\n* one\n  more of it\n+ two\n    1. three\n### Later\n- [ ] four\n- [x] five\n\nSix');
    expect(draft.title).toBe('Plan');
    expect(draft.groups.map(({ name, notes }) => [name, ...notes.map(({ text }) => text)])).toEqual([[undefined, 'A thought', 'one\nmore of it', 'two', 'three'], ['Later', 'four', 'five', 'Six']]);
  });

  const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '#', '\\', '→', '(', ')', '!', '[', ']', '1', '.', '*', 'é'), maxLength: 12 });
  const name = words.map((text) => text.replace(/\s+/g, ' ').trim());
  it('BO16 what is written is read back alike', () => {
    fc.assert(fc.property(name, fc.array(fc.tuple(name, fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { maxLength: 4 })), { maxLength: 4 }), name, (title, groups, label) => {
      let count = 0;
      const outline: Outline = {
        notes: 0, connections: 0, unlabelled: 0,
        groups: groups.map(([called, notes], at) => ({
          id: `g${at}`, name: called, drawings: [],
          notes: notes.map((lines) => ({ id: `${++count}`, textId: 't', text: `${lines.join('\n')}`, colour: undefined, author: 'ana', link: null, locked: false, from: [], leadsTo: count > 1 ? [{ id: 'x', other: '1', label }] : [] })),
        })),
      };
      const target = (outline.groups.flatMap(({ notes }) => notes)[0]?.text.split('\n')[0] ?? '').replace(/\s+/g, ' ').trim();
      expect(fromMarkdown(toMarkdown(title, outline))).toEqual({
        title,
        groups: outline.groups.map(({ name: called, notes }) => ({ name: called, notes: notes.map(({ text, leadsTo }) => ({ text, leadsTo: leadsTo.map(() => ({ to: target, label })) })) })),
      });
    }), { numRuns: 1_000 });
  });
});
