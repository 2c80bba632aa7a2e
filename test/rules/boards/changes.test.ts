import { describe, expect, it } from 'vitest';
import { readValues } from '#shared/boards/board.state.ts';
import { compact, livingOn, MOST_TOMBSTONES, TOMBSTONE_MS, type Desk } from '#shared/boards/desk.ts';
import { hold, lapse, release } from '#shared/boards/holds.ts';
import { HOLD_MS } from '#shared/boards/permission.ts';
import { personId } from '#shared/kernel/ids.ts';
import { change, handOf, newDesk, seen, shape, text, turn } from '#test/support/board.ts';
import { imagesShownOn } from '#shared/boards/images.ts';
import { momentAt } from '#test/support/room.ts';

const [ana, ben, vera, fay] = [handOf('ana'), handOf('ben'), handOf('vera', 'viewer'), handOf('fay', 'facilitator')];
const patch = (id: string, values: object, base?: number) => ({ kind: 'patch', patches: [{ id, values, ...(base !== undefined && { base }) }] });
/** A note of Ana's. */
const withNote = (): Desk => {
  const desk = newDesk();
  expect(change(desk, ana, { kind: 'put', elements: [shape('n'), text('t', 'Budget', 'n')] })).toBe('done');
  return desk;
};
const textOf = (desk: Desk) => desk.board.elements.get('t');

describe('changes', () => {
  it('BO1 versions and nonces are the server\'s, and the field that was accepted last stands', () => {
    const desk = withNote();
    change(desk, ana, patch('n', { x: 5, strokeColor: 'red' }), { ...momentAt(1), chance: () => 0.25 });
    change(desk, ben, patch('n', { x: 7 }), { ...momentAt(1), chance: () => 0.75 });
    const note = desk.board.elements.get('n');
    expect(note && { version: note.version, nonce: note.nonce, author: note.author }).toEqual({ version: 3, nonce: 0.75 * 2 ** 31, author: 'ana' });
    expect(note && readValues(note, ['x', 'strokeColor'])).toEqual({ x: 7, strokeColor: 'red' });
  });

  it('BO1 an act is refused whole, and changes nothing', () => {
    const desk = withNote();
    const before = seen(desk.board);
    expect(change(desk, ana, { kind: 'patch', patches: [{ id: 'n', values: { x: 9 } }, { id: 'gone', values: { x: 9 } }] })).toBe('board.gone');
    expect(change(desk, ana, { kind: 'put', elements: [shape('new'), shape('n')] })).toBe('board.taken');
    expect(change(desk, ana, { kind: 'put', elements: [shape('new'), shape('new')] })).toBe('board.taken');
    expect(change(desk, ana, { kind: 'remove', ids: ['n', 'gone'] })).toBe('board.gone');
    expect(change(desk, ana, { kind: 'patch', patches: [{ id: 'n', values: { x: 9 } }, { id: 'n', values: { x: 8 } }] })).toBe('board.notOfKind');
    expect(seen(desk.board)).toBe(before);
  });

  it('BO2 a text from a stale base is refused, with what stands there now', () => {
    const desk = withNote();
    const base = textOf(desk)?.textVersion;
    expect(change(desk, ana, patch('t', { text: 'Budget 2027' }, base))).toBe('done');
    expect(change(desk, ben, patch('t', { text: 'Costs' }, base))).toBe('board.stale');
    expect(change(desk, ben, patch('t', { text: 'Costs' }))).toBe('board.stale');
    expect(textOf(desk)?.text).toBe('Budget 2027');
    expect(change(desk, ben, patch('t', { text: 'Costs' }, textOf(desk)?.textVersion))).toBe('done');
  });

  it('BO2 moving and colouring make no text stale', () => {
    const desk = withNote();
    const base = textOf(desk)?.textVersion;
    change(desk, ben, patch('t', { x: 40, strokeColor: 'blue' }));
    expect(change(desk, ana, patch('t', { text: 'Costs' }, base))).toBe('done');
  });

  it('BO7 who may: viewers nothing, editors by the board\'s mode, facilitators everything', () => {
    const outcomes = (mode: 'open' | 'own' | 'frozen') => [vera, ben, ana, fay].map((by) => {
      const desk = withNote();
      desk.board.mode = mode;
      return [patch('n', { x: 3 }), { kind: 'remove', ids: ['n'] }, { kind: 'put', elements: [shape('m')] }].map((one) => change(desk, by, one));
    });
    const [no, yes] = ['board.viewer', 'done'];
    const all = (word: string) => [word, word, word];
    expect(outcomes('open')).toEqual([all(no), all(yes), all(yes), all(yes)]);
    expect(outcomes('own')).toEqual([all(no), ['board.notYours', 'board.notYours', yes], all(yes), all(yes)]);
    expect(outcomes('frozen')).toEqual([all(no), all('board.frozen'), all('board.frozen'), all(yes)]);
  });

  it('BO7 what is locked is changed by facilitators, and unlocked by whoever made it', () => {
    const desk = withNote();
    change(desk, ana, patch('n', { locked: true, label: '"locked":true' }));
    for (const by of [ana, ben]) expect(change(desk, by, patch('n', { x: 9 }))).toBe('board.locked');
    expect(change(desk, ben, { kind: 'remove', ids: ['n'] })).toBe('board.locked');
    expect(change(desk, ben, patch('n', { locked: false }))).toBe('board.locked');
    expect(change(desk, ana, patch('n', { locked: false, x: 9 }))).toBe('board.locked');
    expect(change(desk, fay, patch('n', { x: 9 }))).toBe('done');
    expect(change(desk, ana, patch('n', { locked: false }))).toBe('done');
    expect(change(desk, ben, patch('n', { x: 10 }))).toBe('done');
  });

  it('BO8 while somebody writes, nobody else changes the text or deletes it, and all may move it', () => {
    const desk = withNote();
    hold(desk, personId('ben'), 't', 1_000);
    const base = textOf(desk)?.textVersion;
    expect(change(desk, ana, patch('t', { text: 'Mine' }, base), momentAt(2_000))).toBe('board.held');
    for (const ids of [['t'], ['n']]) expect(change(desk, ana, { kind: 'remove', ids }, momentAt(2_000))).toBe('board.held');
    expect(turn(desk, ana, 'undo', momentAt(2_000))).toBe('board.held');
    expect(change(desk, ana, patch('t', { x: 8 }), momentAt(2_000))).toBe('done');
    expect(change(desk, ben, patch('t', { text: 'Theirs' }, base), momentAt(2_000))).toBe('done');
  });

  it('BO8 that ends when they stop, write elsewhere, or give no sign for 30 seconds', () => {
    const desk = withNote();
    const held = () => [...desk.board.holds].map(([id, { by }]) => `${by} ${id}`);
    hold(desk, personId('ben'), 't', 1_000);
    hold(desk, personId('ben'), 'n', 1_001);
    expect(held()).toEqual(['ben n']);
    expect(change(desk, ana, patch('n', { x: 2 }), momentAt(1_002))).toBe('done');
    hold(desk, personId('ben'), 'n', 10_000);
    lapse(desk, 9_000 + HOLD_MS);
    expect(held()).toEqual(['ben n']);
    expect(change(desk, ana, { kind: 'remove', ids: ['n'] }, momentAt(10_000 + HOLD_MS))).toBe('done');
    hold(desk, personId('ben'), 't', 1_000);
    lapse(desk, 1_000 + HOLD_MS);
    expect(held()).toEqual([]);
    hold(desk, personId('ben'), 't', 1_000);
    release(desk, personId('ben'));
    expect(held()).toEqual([]);
  });

  it('BO9 a shape takes its text along, and both come back as they were', () => {
    const desk = withNote();
    const before = desk.board.elements.get('t')?.text;
    expect(change(desk, ben, { kind: 'remove', ids: ['n'] }, momentAt(50))).toBe('done');
    expect([livingOn(desk.board, 'n'), livingOn(desk.board, 't'), desk.live]).toEqual([undefined, undefined, 0]);
    expect(change(desk, ana, patch('n', { x: 1 }))).toBe('board.gone');
    expect(change(desk, ana, { kind: 'put', elements: [shape('n')] })).toBe('board.taken');
    expect(turn(desk, ben, 'undo')).toBe('done');
    expect([livingOn(desk.board, 't')?.text, desk.live]).toEqual([before, 2]);
  });

  it('BO9 what was deleted a day ago is forgotten, and cannot come back', () => {
    const desk = withNote();
    change(desk, ana, { kind: 'remove', ids: ['n'] }, momentAt(50));
    expect([compact(desk, 49 + TOMBSTONE_MS), compact(desk, 50 + TOMBSTONE_MS), desk.board.elements.size, desk.top]).toEqual([0, 2, 0, undefined]);
    expect(turn(desk, ana, 'undo')).toBe('board.nothingToUndo');
    expect(change(desk, ana, { kind: 'put', elements: [shape('n')] })).toBe('done');
  });

  it('BO9 of more than 5,000 that were deleted, the oldest are forgotten first', () => {
    const desk = newDesk();
    for (let from = 0; from < MOST_TOMBSTONES + 200; from += 200) {
      const ids = Array.from({ length: 200 }, (_, k) => `e${from + k}`);
      change(desk, ana, { kind: 'put', elements: ids.map((id) => shape(id)) });
      change(desk, ana, { kind: 'remove', ids }, momentAt(from + 1));
    }
    expect([compact(desk, 10_000), desk.board.elements.size, desk.board.elements.has('e199'), desk.board.elements.has('e200')]).toEqual([200, MOST_TOMBSTONES, false, true]);
  });

  it('BO27 an element shows what is kept with the board, and nothing else; what one can still bring back is shown, too', () => {
    const [plan, map] = ['a'.repeat(64), 'b'.repeat(64)];
    const picture = (fileId: string) => shape('p', { type: 'image', fileId } as never);
    const desk = newDesk([picture(plan)]);
    expect(change(desk, ana, { kind: 'put', elements: [picture(map)] })).toBe('board.noSuchImage');
    expect(change(desk, ana, { kind: 'put', elements: [picture(plan)] })).toBe('done');
    expect(change(desk, ana, patch('p', { fileId: map }))).toBe('board.noSuchImage');
    desk.images.add(map);
    expect(change(desk, ana, patch('p', { fileId: map }))).toBe('done');
    expect([...imagesShownOn(desk)].toSorted()).toEqual([plan, map]);
    change(desk, ana, { kind: 'remove', ids: ['p'] }, momentAt(50));
    expect([...imagesShownOn(desk)].toSorted()).toEqual([plan, map]);
    compact(desk, 50 + TOMBSTONE_MS);
    desk.pasts.clear();
    expect([...imagesShownOn(desk)]).toEqual([]);
  });
});
