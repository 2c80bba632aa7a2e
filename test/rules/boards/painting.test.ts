import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLeft, nearnessOf, waitFor } from '#client/view-3d/boards/pace.ts';
import { connection } from '#shared/boards/draft.ts';
import type { NewElement } from '#shared/boards/element.ts';
import { newNote } from '#shared/boards/note.ts';
import { GAP } from '#shared/boards/placement.ts';
import { fitInto, paintingOf, reachOf, rimTowards, wrapped, type PaintOp } from '#shared/boards/painting.ts';
import { seenOf, type SeenElement } from '#shared/boards/seen.ts';
import { packPoints } from '#shared/boards/stroke.codec.ts';
import { change, handOf, newDesk, shape, text } from '#test/support/board.ts';

/** Letters half as wide as they are high. */
const measure = (words: string, size: number): number => words.length * size * 0.5;
const seen = (...elements: readonly NewElement[]): readonly SeenElement[] => {
  const desk = newDesk(elements);
  for (let at = 0; at < elements.length; at += 50) expect(change(desk, handOf('ana'), { kind: 'put', elements: elements.slice(at, at + 50) })).toBe('done');
  return [...desk.board.elements].filter(([, { deletedAt }]) => deletedAt === 0).map(([id, element]) => seenOf(id, element));
};
const ops = (...elements: readonly NewElement[]): readonly PaintOp[] => paintingOf(seen(...elements), measure);
const note = (id: string, words: string, x = 0, y = 0, frameId: string | null = null) => newNote({ note: id, text: `${id}t` }, words, 'yellow', { x, y }, frameId);
const box = { x: 0, y: 0, width: 100, height: 50 };

describe('the picture of a board', () => {
  it('BO25 a note is its paper and its text in lines that fit, in the middle', () => {
    const [paper, words] = ops(...note('a', 'A text that is longer than a single line of a note'));
    expect(paper).toMatchObject({ op: 'form', fill: '#F6C64E', form: { kind: 'box', width: 240, height: 120 } });
    expect(words).toMatchObject({ op: 'text', align: 'center', x: 120, size: 20 });
    const lines = words?.op === 'text' ? words.lines : [];
    expect(lines.join(' ')).toBe('A text that is longer than a single line of a note');
    expect(Math.max(...lines.map((line) => measure(line, 20)))).toBeLessThanOrEqual(216);
    expect(words?.op === 'text' && words.y + ((lines.length - 1) * words.step) / 2).toBe(60);
  });

  it('BO25 every kind is drawn in its own form, lowest first, and what is transparent is not', () => {
    const kinds = ops(shape('r', { type: 'rectangle' }), shape('d', { type: 'diamond' } as never), shape('e', { type: 'ellipse' } as never), { type: 'freedraw', id: 'f', ...box, points: packPoints([[0, 0], [5, 5], [9, 2]]) }, { type: 'image', id: 'i', ...box, fileId: 'a'.repeat(40), label: 'A map' }, shape('none', { strokeColor: 'transparent' }));
    expect(kinds.map((op) => (op.op === 'form' ? `${op.form.kind}${op.form.kind === 'line' && op.form.smooth ? ' by hand' : ''}` : op.op))).toEqual(['box', 'line', 'oval', 'line by hand', 'image']);
    expect(kinds.at(-1)).toMatchObject({ label: 'A map', box, image: 'a'.repeat(40), part: { x: 0, y: 0, width: 1, height: 1 }, scale: [1, 1] });
    // Of a picture that was cut, the part that is left, as it is turned over.
    expect(ops({ type: 'image', id: 'i', ...box, fileId: 'b'.repeat(64), scale: [-1, 1], crop: { x: 50, y: 0, width: 100, height: 40, naturalWidth: 200, naturalHeight: 80 } })[0]).toMatchObject({ part: { x: 0.25, y: 0, width: 0.5, height: 0.5 }, scale: [-1, 1] });
    expect(ops(shape('over', { index: 'a2', strokeColor: '#222222' }), shape('under', { index: 'a1', strokeColor: '#111111' })).map((op) => op.op === 'form' && op.stroke?.colour)).toEqual(['#111111', '#222222']);
  });

  it('BO25 frames lie under what stands in them, which does not reach out of them', () => {
    const [frame, name, paper] = ops(...note('a', 'in it', 10, 10).map((one) => one), { type: 'frame', id: 'g', x: 0, y: 0, width: 300, height: 200, name: 'Group' });
    // Clear of what stands as near above as groups do.
    expect(name?.op === 'text' && name.y - name.size / 2).toBeGreaterThan(-GAP);
    expect([frame?.op === 'form' && frame.form.kind, name?.op === 'text' && name.lines, paper?.clip]).toEqual(['box', ['Group'], undefined]);
    const clipped = ops({ type: 'frame', id: 'g', x: 0, y: 0, width: 300, height: 200, name: 'Group' }, ...note('a', 'in it', 10, 10, 'g')).filter(({ clip }) => clip);
    expect(clipped.map(({ clip }) => clip)).toEqual([{ x: 0, y: 0, width: 300, height: 200 }, { x: 0, y: 0, width: 300, height: 200 }]);
  });

  it('BO25 a connection from middle to middle is drawn from rim to rim, with a head and its label on paper', () => {
    const [from, to] = [{ id: 'a', box: { x: 0, y: 0, width: 240, height: 120 } }, { id: 'b', box: { x: 500, y: 0, width: 240, height: 120 } }];
    let made = 0;
    const drawn = ops(...note('a', 'cause'), ...note('b', 'effect', 500), ...connection(from, to, 'leads to', () => `c${made++}`));
    const line = drawn.find((op) => op.op === 'form' && op.form.kind === 'line');
    expect(line?.op === 'form' && line.form.kind === 'line' && line.form.points).toEqual([[240, 60], [500, 60]]);
    expect(drawn.at(-1)).toMatchObject({ op: 'text', lines: ['leads to'], x: 370 });
    expect(drawn.at(-2)).toMatchObject({ op: 'form', fill: '#fbf3e2' });
  });

  it('BO25 whatever is on it, all of it is in sight, and nothing is larger than it may be', () => {
    const element = fc.record({ x: fc.integer({ min: -9_000, max: 9_000 }), y: fc.integer({ min: -9_000, max: 9_000 }), width: fc.integer({ min: 0, max: 4_000 }), height: fc.integer({ min: 0, max: 4_000 }) });
    fc.assert(fc.property(fc.array(element, { maxLength: 20 }), fc.constantFrom([1_536, 783], [512, 300]), (boxes, [wide = 0, tall = 0]) => {
      const elements = boxes.map((one, at) => ({ ...seen(shape('a'))[0], ...one, id: `e${at}` }) as SeenElement);
      const { scale, x, y } = fitInto(reachOf(elements), wide, tall);
      for (const one of boxes) {
        expect(one.x * scale + x).toBeGreaterThanOrEqual(-1e-6);
        expect((one.x + one.width) * scale + x).toBeLessThanOrEqual(wide + 1e-6);
        expect(one.y * scale + y).toBeGreaterThanOrEqual(-1e-6);
        expect((one.y + one.height) * scale + y).toBeLessThanOrEqual(tall + 1e-6);
      }
      expect(scale).toBeLessThanOrEqual(wide / 1_100);
    }));
  });

  it('BO25 a text is broken between words, in a word only where it must be, and says all of it or as much as is painted', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 30, max: 400 }), (words, width) => {
      const lines = wrapped(words, width, 20, measure);
      expect(lines.length).toBeLessThanOrEqual(61);
      for (const line of lines) expect(measure(line, 20) <= width || [...line].length === 1).toBe(true);
      if (lines.length < 60) expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
    }));
    expect(wrapped('ab cd', 60, 20, measure)).toEqual(['ab cd']);
    expect(wrapped('one\n\ntwo', 999, 20, measure)).toEqual(['one', '', 'two']);
  });

  it('BO25 a line to a middle ends at the rim', () => {
    expect(rimTowards({ x: 0, y: 0, width: 100, height: 50 }, [150, 25])).toEqual([100, 25]);
    expect(rimTowards({ x: 0, y: 0, width: 100, height: 50 }, [50, 200])).toEqual([50, 50]);
  });

  it('BO25 what a text stands in may have gone, and points may be one', () => {
    expect(ops(text('t', 'alone'))).toHaveLength(1);
    expect(paintingOf([{ ...seen(text('t', 'in nothing'))[0], containerId: 'gone', frameId: 'gone', from: 'gone' } as SeenElement], measure)).toHaveLength(1);
    expect(ops({ type: 'freedraw', id: 'dot', ...box, points: packPoints([[0, 0]]) })).toMatchObject([{ op: 'form', form: { kind: 'oval' } }]);
    expect(paintingOf([{ ...seen(shape('a'))[0], type: 'arrow', points: 'junk' } as SeenElement], measure)).toEqual([]);
  });
});

describe('a board on its wall', () => {
  it('BO25 is looked at while one is near, seldom from afar, and not at all out of sight', () => {
    expect([nearnessOf(3, true, 'out'), nearnessOf(9, true, 'out'), nearnessOf(9, true, 'near'), nearnessOf(11, true, 'near'), nearnessOf(40, true, 'near'), nearnessOf(3, false, 'near')]).toEqual(['near', 'far', 'near', 'far', 'out', 'out']);
    const last = { lookedAt: 1_000, took: 10, failures: 0 };
    expect([waitFor('near', { ...last, lookedAt: -Infinity }, 5), waitFor('near', last, 1_400), waitFor('far', last, 1_400)]).toEqual([0, 1_100, 9_600]);
    // What takes long to paint is painted less often, and what cannot be had is asked for ever more seldom, but never given up.
    expect(waitFor('near', { ...last, took: 400 }, 1_000)).toBe(4_000);
    expect([1, 3, 9, 900].map((failures) => waitFor('near', { ...last, failures }, 1_000))).toEqual([3_000, 12_000, 60_000, 60_000]);
    expect([isLeft(1_000, 20_000), isLeft(1_000, 40_000)]).toEqual([false, true]);
  });
});
