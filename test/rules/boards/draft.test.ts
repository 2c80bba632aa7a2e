import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { livingInOrder } from '#shared/boards/desk.ts';
import { layDraft } from '#shared/boards/draft.ts';
import type { NewElement } from '#shared/boards/element.ts';
import { fromMarkdown, toMarkdown } from '#shared/boards/markdown.ts';
import { outlineOf } from '#shared/boards/outline.ts';
import { crowds, GAP, type Box } from '#shared/boards/placement.ts';
import { change, handOf, newDesk } from '#test/support/board.ts';

const ids = () => {
  let made = 0;
  return () => `id${++made}`;
};
const lay = (markdown: string, taken: readonly Box[] = []) => layDraft(fromMarkdown(markdown), taken, { x: 0, y: 0 }, ids());
const onBoard = (elements: readonly NewElement[]) => {
  const desk = newDesk();
  expect(change(desk, handOf('ana'), { kind: 'put', elements })).toBe('done');
  return desk;
};
const plan = ['# Plan', '', '- Loose', '', '## Now', '', '- One', '  of two lines', '  → (then) Two', '- Two', '- Three', '  → Loose', '', '## Later', '', '- Four', ''].join('\n');

describe('Markdown that is laid out', () => {
  it('BO16 reads on the board as it was written', () => {
    const desk = onBoard(lay(plan));
    expect(toMarkdown('Plan', outlineOf(desk.board))).toBe(plan);
  });

  it('BO11 BO16 stands clear of what is there and of itself, and notes lie in their frames', () => {
    const box = fc.record({ x: fc.integer({ min: -500, max: 3_000 }), y: fc.integer({ min: -500, max: 3_000 }), width: fc.integer({ min: 1, max: 900 }), height: fc.integer({ min: 1, max: 900 }) });
    const groups = fc.array(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 8 }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(groups, fc.array(box, { maxLength: 12 }), (sizes, taken) => {
      const elements = lay(sizes.map((lengths, at) => [`## G${at}`, ...lengths.map((length) => `- ${'m'.repeat(length)}`)].join('\n')).join('\n'), taken);
      const frames = elements.filter(({ type }) => type === 'frame');
      const notes = elements.flatMap((one) => (one.type === 'rectangle' ? [one] : []));
      for (const [at, one] of frames.entries()) expect([...taken, ...frames.slice(0, at)].filter((other) => crowds(one, other))).toEqual([]);
      for (const [at, one] of notes.entries()) {
        expect(notes.slice(0, at).filter((other) => crowds(one, other))).toEqual([]);
        const frame = frames.find(({ id }) => id === one.frameId);
        expect(frame && one.x >= frame.x + GAP && one.y >= frame.y + GAP && one.x + one.width <= frame.x + frame.width - GAP && one.y + one.height <= frame.y + frame.height - GAP).toBe(true);
      }
    }));
  });

  it('BO16 leaves out a connection to what is not in it', () => {
    const desk = onBoard(lay('- One\n  → Nowhere\n  → One'));
    expect(livingInOrder(desk.board).map(([, { type }]) => type)).toEqual(['rectangle', 'text']);
  });
});
