import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '#client/chat/links.ts';
import { partnersOf, talkOf, unread } from '#client/chat/talks.ts';
import { linesAfter, type Line } from '#shared/chat/chat.ts';
import { circleId, lineId, personId } from '#shared/kernel/ids.ts';

const [ana, ben, cy] = ['ana', 'ben', 'cy'].map(personId) as [ReturnType<typeof personId>, ReturnType<typeof personId>, ReturnType<typeof personId>];
const line = (id: string, by: typeof ana, at: number, to?: Line['to']): Line => ({ id: lineId(id), by, name: by, text: id, at, ...(to && { to }) });

describe('links in messages', () => {
  it('are web addresses, shown as the browser understands them; everything else is text', () => {
    expect(piecesOf('see https://example.org/a?b=1, or http://x.test.')).toEqual([
      { text: 'see ' }, { href: 'https://example.org/a?b=1' }, { text: ', or ' }, { href: 'http://x.test/' }, { text: '.' },
    ]);
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'www.example.org', 'https://', 'https://bank.example@evil.test/', 'https://user:secret@x.test/']) {
      expect(piecesOf(text).filter((piece) => 'href' in piece)).toEqual([]);
    }
    expect(piecesOf('https://аpple.com')).toEqual([{ href: 'https://xn--pple-43d.com/' }]);
    expect(piecesOf('https://x.test/\u202egpj.exe')).toEqual([{ href: 'https://x.test/' }, { text: '\u202egpj.exe' }]);
  });

  it('lose no letter of what was written, and lead nowhere but to http and https', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.constantFrom('javascript:', ' ', '<a href=', '"', ')'))).map((parts) => parts.join('')), (text) => {
      const pieces = piecesOf(text);
      for (const piece of pieces) if ('href' in piece) expect(piece.href).toMatch(/^https?:\/\//);
      let at = 0;
      for (const piece of pieces) {
        if (!('text' in piece)) continue;
        const found = text.indexOf(piece.text, at);
        expect(found).toBeGreaterThanOrEqual(at);
        at = found + piece.text.length;
      }
    }));
  });
});

describe('talks', () => {
  const lines = [
    line('1', ana, 10), line('2', ben, 20), line('3', ben, 30, { kind: 'person', person: ana }), line('4', ana, 40, { kind: 'person', person: cy }),
    line('5', cy, 50, { kind: 'circle', circle: circleId('c'), readers: [ana, cy] }),
  ];

  it('belong to the room, to the circle or to the other of two', () => {
    expect(lines.map((one) => talkOf(one, ana))).toEqual(['room', 'room', ben, cy, 'circle']);
    expect(partnersOf(lines, ana)).toEqual([cy, ben]);
  });

  it('have as news what others said since one came or last read', () => {
    const ids = (found: readonly Line[]) => found.map(({ id }) => id);
    expect(ids(unread({ lines, you: ana, readAt: {}, linesSince: 10 }))).toEqual(['2', '3', '5']);
    expect(ids(unread({ lines, you: ana, readAt: { room: 20, [ben]: 30 }, linesSince: 10 }))).toEqual(['5']);
    expect(ids(unread({ lines, you: ana, readAt: {}, linesSince: 10 }, ben))).toEqual(['3']);
  });

  it('change by what is heard, and by nothing twice', () => {
    const said = { number: 1, at: 60, kind: 'chat.saidToOne', by: ben, values: { line: '6', text: 'hi', name: 'Ben', at: 60, to: ana, other: 'Ana' } };
    const after = linesAfter(lines, said);
    expect(after.at(-1)).toEqual({ id: '6', by: ben, name: 'Ben', text: 'hi', at: 60, to: { kind: 'person', person: ana } });
    expect(linesAfter(after, said)).toBe(after);
    expect(linesAfter(after, { number: 2, at: 70, kind: 'chat.edited', by: ben, values: { line: '6', text: 'hello' } }).at(-1)).toMatchObject({ text: 'hello', editedAt: 70 });
    expect(linesAfter(after, { number: 3, at: 80, kind: 'chat.takenDown', by: cy, values: { line: '6' } }).at(-1)).toMatchObject({ text: '', removedBy: cy });
    expect(linesAfter(lines, { number: 4, at: 90, kind: 'gesture.waved', by: ben, values: {} })).toBe(lines);
  });
});
