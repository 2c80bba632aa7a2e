import { describe, expect, it } from 'vitest';
import { addDraft, addNote, moveToGroup, type BoardAct } from '#client/boards/acts.ts';
import { Board } from '#shared/boards/board.state.ts';
import { applyChange, changeSchema } from '#shared/boards/changes.ts';
import { openDesk, type Desk } from '#shared/boards/desk.ts';
import { outlineOf } from '#shared/boards/outline.ts';
import { crowds, type Box } from '#shared/boards/placement.ts';
import { personId } from '#shared/kernel/ids.ts';

const ana = { id: personId('ana'), role: 'editor' } as const;
let ids = 0;
const newId = (): string => `n${ids++}`;
const moment = { at: 0, chance: () => 0.5, newId };

const perform = (desk: Desk, acts: readonly BoardAct[]): void => {
  for (const { id, payload } of acts) {
    expect(['board.add', 'board.edit', 'board.move']).toContain(id);
    const { moves = [], ...given } = payload as { readonly elements?: unknown; readonly patches?: unknown; readonly moves?: readonly (readonly [string, number, number])[] };
    const patches = given.patches ?? moves.map(([one, x, y]) => ({ id: one, values: { x, y } }));
    applyChange(desk, ana, changeSchema.parse(given.elements ? { kind: 'put', elements: given.elements } : { kind: 'patch', patches }), moment);
  }
};
/** Two rows of groups, the second right below the first. */
const retrospective = (): Desk => {
  const desk = openDesk(new Board({ title: 'Friday' }), moment);
  const groups = ['Went well', 'Did not', 'Puzzles', 'Thanks', 'Next'].map((name) => ({ name, notes: ['one', 'two'].map((text) => ({ text: `${name} ${text}`, leadsTo: [] })) }));
  perform(desk, addDraft(desk.board, { title: '', groups } as never, newId));
  return desk;
};
const boxesOf = (desk: Desk, type: string): readonly (Box & { readonly id: string })[] => [...desk.board.elements].filter(([, one]) => one.type === type).map(([id, { x, y, width, height }]) => ({ id, x, y, width, height }));

describe('what is made in words', () => {
  it('BO11 a group that grows pushes the one below down with its notes, and covers nothing', () => {
    const desk = retrospective();
    const { groups: [first, , , , last] } = outlineOf(desk.board);
    const before = desk.board.elements.get(last?.id ?? '')?.y ?? 0;
    for (let k = 0; k < 9; k++) perform(desk, addNote(desk.board, `another ${k}`, 'blue', first?.id ?? null, newId).acts);
    const frames = boxesOf(desk, 'frame');
    const notes = boxesOf(desk, 'rectangle');
    for (const [at, one] of frames.entries()) expect(frames.slice(at + 1).filter((other) => crowds(one, other))).toEqual([]);
    for (const [at, one] of notes.entries()) expect(notes.slice(at + 1).filter((other) => crowds(one, other))).toEqual([]);
    expect(desk.board.elements.get(last?.id ?? '')?.y).toBeGreaterThan(before);
    expect(outlineOf(desk.board).groups.map(({ name, notes: all }) => [name, all.length])).toEqual([['Went well', 11], ['Did not', 2], ['Puzzles', 2], ['Thanks', 2], ['Next', 2]]);
    for (const { id, notes: inside } of outlineOf(desk.board).groups) for (const note of inside) {
      const [frame, box] = [frames.find((one) => one.id === id), notes.find((one) => one.id === note.id)];
      expect(frame && box && box.y >= frame.y && box.y + box.height <= frame.y + frame.height).toBe(true);
    }
  });

  it('BO11 a note that moves into a group from the one below stands where it was put', () => {
    const desk = retrospective();
    const { groups: [first, , , , last] } = outlineOf(desk.board);
    for (let k = 0; k < 2; k++) {
      const [note] = outlineOf(desk.board).groups.find(({ id }) => id === last?.id)?.notes ?? [];
      if (note) perform(desk, moveToGroup(desk.board, note, first?.id ?? null));
    }
    const notes = boxesOf(desk, 'rectangle');
    for (const [at, one] of notes.entries()) expect(notes.slice(at + 1).filter((other) => crowds(one, other))).toEqual([]);
    expect(outlineOf(desk.board).groups[0]?.notes.map(({ text }) => text)).toEqual(['Went well one', 'Went well two', 'Next one', 'Next two']);
  });
});
