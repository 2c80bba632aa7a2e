import { describe, expect, it } from 'vitest';
import { readValues } from '#shared/boards/board.state.ts';
import { livingOn, type Desk } from '#shared/boards/desk.ts';
import type { Field } from '#shared/boards/fields.ts';
import { MOST_PAST } from '#shared/boards/undo.ts';
import { change, handOf, newDesk, shape, text, turn } from '#test/support/board.ts';

const [ana, ben] = [handOf('ana'), handOf('ben')];
const patch = (id: string, values: object, base?: number) => ({ kind: 'patch', patches: [{ id, values, ...(base !== undefined && { base }) }] });
const values = (desk: Desk, id: string, ...names: Field[]) => {
  const element = livingOn(desk.board, id);
  return element && readValues(element, names);
};
const withShapes = (): Desk => {
  const desk = newDesk();
  change(desk, ana, { kind: 'put', elements: [shape('a'), shape('b'), text('t', 'One')] });
  return desk;
};

describe('undo', () => {
  it('BO10 takes back one\'s own last act, and redo does it again', () => {
    const desk = withShapes();
    change(desk, ana, patch('a', { x: 5, opacity: 40 }));
    change(desk, ben, patch('b', { x: 9 }));
    expect(turn(desk, ana, 'undo')).toBe('done');
    expect([values(desk, 'a', 'x', 'opacity'), values(desk, 'b', 'x')]).toEqual([{ x: 0, opacity: 100 }, { x: 9 }]);
    expect(turn(desk, ana, 'redo')).toBe('done');
    expect(values(desk, 'a', 'x', 'opacity')).toEqual({ x: 5, opacity: 40 });
    expect(turn(desk, ana, 'redo')).toBe('board.nothingToRedo');
  });

  it('BO10 leaves what others changed since, field by field', () => {
    const desk = withShapes();
    change(desk, ana, patch('a', { x: 5, opacity: 40 }));
    change(desk, ben, patch('a', { x: 8 }));
    expect(turn(desk, ana, 'undo')).toBe('done');
    expect(values(desk, 'a', 'x', 'opacity')).toEqual({ x: 8, opacity: 100 });
  });

  it('BO10 what is one go of the hand is taken back at once, and done again; another go is another act', () => {
    const desk = withShapes();
    change(desk, ana, patch('a', { x: 1 }), undefined, 1);
    change(desk, ben, patch('b', { x: 9 }), undefined, 1);
    change(desk, ana, patch('a', { x: 2, opacity: 40 }), undefined, 1);
    change(desk, ana, { kind: 'put', elements: [shape('c')] }, undefined, 1);
    change(desk, ana, patch('c', { x: 3 }), undefined, 1);
    change(desk, ana, patch('a', { x: 7 }), undefined, 2);
    expect(turn(desk, ana, 'undo')).toBe('done');
    expect(values(desk, 'a', 'x', 'opacity')).toEqual({ x: 2, opacity: 40 });
    expect(turn(desk, ana, 'undo')).toBe('done');
    expect([values(desk, 'a', 'x', 'opacity'), values(desk, 'b', 'x'), values(desk, 'c', 'x')]).toEqual([{ x: 0, opacity: 100 }, { x: 9 }, undefined]);
    expect(turn(desk, ana, 'redo')).toBe('done');
    expect([values(desk, 'a', 'x', 'opacity'), values(desk, 'c', 'x')]).toEqual([{ x: 2, opacity: 40 }, { x: 3 }]);
    // What comes after an undo joins nothing.
    change(desk, ana, patch('a', { x: 8 }), undefined, 1);
    expect(turn(desk, ana, 'undo')).toBe('done');
    expect(values(desk, 'a', 'x')).toEqual({ x: 2 });
  });

  it('BO10 passes over an act of which nothing stands', () => {
    const desk = withShapes();
    change(desk, ana, patch('b', { y: 4 }));
    change(desk, ana, patch('a', { x: 5 }));
    change(desk, ben, patch('a', { x: 8 }));
    expect(turn(desk, ana, 'undo')).toBe('done');
    expect([values(desk, 'a', 'x'), values(desk, 'b', 'y')]).toEqual([{ x: 8 }, { y: 0 }]);
  });

  it('BO10 nobody brings back by undo what somebody else deleted', () => {
    const desk = withShapes();
    change(desk, ana, patch('a', { x: 5 }));
    change(desk, ben, { kind: 'remove', ids: ['a'] });
    turn(desk, ana, 'undo');
    expect([livingOn(desk.board, 'a'), livingOn(desk.board, 'b')]).toEqual([undefined, undefined]);
    expect(turn(desk, ben, 'undo')).toBe('done');
    expect(values(desk, 'a', 'x')).toEqual({ x: 5 });
  });

  it('BO10 makes a text that was written from before it stale', () => {
    const desk = withShapes();
    change(desk, ana, patch('t', { text: 'Two' }, livingOn(desk.board, 't')?.textVersion));
    const base = livingOn(desk.board, 't')?.textVersion;
    turn(desk, ana, 'undo');
    expect(values(desk, 't', 'text')).toEqual({ text: 'One' });
    expect(change(desk, ben, patch('t', { text: 'Three' }, base))).toBe('board.stale');
  });

  it('BO10 passes the checks of any change', () => {
    const desk = withShapes();
    change(desk, ben, patch('a', { x: 5 }));
    desk.board.mode = 'frozen';
    expect(turn(desk, ben, 'undo')).toBe('board.frozen');
    desk.board.mode = 'own';
    expect(turn(desk, ben, 'undo')).toBe('board.notYours');
    expect(turn(desk, handOf('ben', 'viewer'), 'undo')).toBe('board.viewer');
    desk.board.mode = 'open';
    change(desk, ana, patch('a', { locked: true }));
    expect(turn(desk, ben, 'undo')).toBe('board.locked');
    expect(turn(desk, ana, 'undo')).toBe('done');
    expect(turn(desk, ben, 'undo')).toBe('done');
    expect(values(desk, 'a', 'x', 'locked')).toEqual({ x: 0, locked: false });
  });

  it('BO10 what was deleted does not come back onto a full board', () => {
    const desk = withShapes();
    change(desk, ana, { kind: 'remove', ids: ['a'] });
    desk.live = 5_000;
    expect(turn(desk, ana, 'undo')).toBe('board.full');
  });

  it('BO10 a new act ends what could be redone, and a hundred are kept', () => {
    const desk = withShapes();
    change(desk, ana, patch('a', { x: 1 }));
    turn(desk, ana, 'undo');
    change(desk, ana, patch('a', { x: 2 }));
    expect(turn(desk, ana, 'redo')).toBe('board.nothingToRedo');
    for (let x = 3; x < 3 + MOST_PAST + 20; x++) change(desk, ana, patch('a', { x }));
    let undone = 0;
    while (turn(desk, ana, 'undo') === 'done') undone++;
    expect(undone).toBe(MOST_PAST);
  });
});
