/** Files as Excalidraw has written them since 2020, made by us: one element of every kind that each knew. And elements that mean harm. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { dispatchOnBoard } from '#server/boards/dispatch.ts';
import { held } from '#shared/boards/board.state.ts';
import { elementTypes, type Element } from '#shared/boards/element.ts';
import { fromExcalidraw, imagesIn, toExcalidraw, type Loss } from '#shared/boards/excalidraw.ts';
import { MOST_POINTS, packPoints } from '#shared/boards/stroke.codec.ts';
import { personId } from '#shared/kernel/ids.ts';
import { change, handOf, newDesk } from '#test/support/board.ts';
import { momentAt } from '#test/support/room.ts';

const counter = () => {
  let made = 0;
  return () => `n${++made}`;
};
const read = (year: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, `files/${year}.excalidraw`), 'utf8'));
const all = [...elementTypes];
/** Which kinds each year's file has, and what of it no board takes. */
const years: Readonly<Record<string, { readonly kinds: readonly string[]; readonly lost: readonly Loss[] }>> = {
  '2020-01': { kinds: ['rectangle', 'diamond', 'ellipse', 'arrow', 'line', 'text'], lost: [] },
  2020: { kinds: ['rectangle', 'diamond', 'ellipse', 'arrow', 'line', 'text'], lost: [{ what: 'kind', type: 'selection' }] },
  2021: { kinds: all.filter((kind) => kind !== 'frame'), lost: [] },
  2022: { kinds: all.filter((kind) => kind !== 'frame'), lost: [] },
  '2023-04': { kinds: all.filter((kind) => kind !== 'frame'), lost: [] },
  2023: { kinds: all, lost: [{ what: 'field', type: 'frame', field: 'customData' }, { what: 'kind', type: 'embeddable' }, { what: 'kind', type: 'magicframe' }, { what: 'kind', type: 'iframe' }] },
  2025: { kinds: all, lost: [] },
};
/** Ids are new each time: what refers to one is compared by place. */
const byPlace = (elements: readonly Element[]): unknown => {
  const places = new Map(elements.map(({ id }, at) => [id, `#${at}`]));
  return JSON.parse(JSON.stringify(elements), (key, value: unknown) => (key === 'groupIds' ? (value as string[]).length : ['id', 'frameId', 'containerId', 'elementId'].includes(key) && typeof value === 'string' ? places.get(value) : value));
};

const box = { id: 'a', type: 'rectangle', x: 0, y: 0, width: 10, height: 10 };

describe('files of Excalidraw', () => {
  test.each(Object.entries(years))('BO17 of %s: every kind is taken up, goes onto a board, and is the same once taken out and in again', (year, { kinds, lost }) => {
    const taken = fromExcalidraw(read(year), counter());
    expect(new Set(taken?.elements.map(({ type }) => type))).toEqual(new Set(kinds));
    expect(taken?.lost).toEqual(lost);
    const elements = taken?.elements ?? [];
    expect(change(newDesk(elements), handOf('ana'), { kind: 'put', elements })).toBe('done');
    const again = fromExcalidraw({ elements: elements.map((element) => toExcalidraw(element.id, held(element, 'ana'), [])) }, counter());
    expect(again?.lost).toEqual([]);
    expect(byPlace(again?.elements ?? [])).toEqual(byPlace(elements));
  });

  it('BO17 BO27 pictures come with the file that has them, each as the board keeps it, and one that is nowhere is said', () => {
    const file = { elements: [
      { ...box, type: 'image', id: 'i', fileId: 'theirs', scale: [1, 1], crop: { x: 100, y: 50, width: 200, height: 100, naturalWidth: 400, naturalHeight: 200 } },
      { ...box, type: 'image', id: 'j', fileId: 'nowhere' }, { ...box, type: 'image', id: 'k', fileId: 'by address' }, { ...box, type: 'image', id: 'l', fileId: '__proto__' }, { ...box, type: 'image', id: 'm', fileId: 'gone', isDeleted: true }, { ...box, id: 'r' },
    ], files: { theirs: { dataURL: 'data:image/png;base64,AAAA' }, 'by address': { dataURL: 'https://example.org/a.png' }, gone: { dataURL: 'data:image/png;base64,AAAA' } } };
    expect([...imagesIn(file)]).toEqual([['theirs', 'data:image/png;base64,AAAA']]);
    for (const junk of [null, {}, { files: 7, elements: 7 }, { elements: [null, { type: 'image' }], files: [] }]) expect([...imagesIn(junk)]).toEqual([]);
    const taken = fromExcalidraw(file, counter(), new Map([['theirs', { id: 'e'.repeat(64), width: 200, height: 100 }]]));
    expect(taken?.elements.map(({ type }) => type)).toEqual(['image', 'rectangle']);
    // Kept with half as many points, it is the same part of it.
    expect(taken?.elements[0]).toMatchObject({ fileId: 'e'.repeat(64), crop: { x: 50, y: 25, width: 100, height: 50, naturalWidth: 200, naturalHeight: 100 } });
    expect(taken?.lost).toEqual([{ what: 'image' }, { what: 'image' }, { what: 'image' }]);
  });

  it('BO17 what older files call otherwise means the same', () => {
    const [old, newer] = [fromExcalidraw(read('2020'), counter()), fromExcalidraw(read('2025'), counter())];
    expect(old?.elements.find(({ type, id }) => type === 'line' && id === 'n6')).toMatchObject({ points: packPoints([[0, 0], [3.5, 8], [7, 2.3], [120, 60]]) });
    expect(newer?.elements.find(({ type }) => type === 'arrow')).toMatchObject({ elbowed: true, startBinding: { fixedPoint: [1.04, 0.5] } });
    expect(newer?.elements.find(({ type }) => type === 'text')).toMatchObject({ text: 'Seeing the plan before the day' });
    expect(newer?.elements.find(({ type }) => type === 'rectangle')).toMatchObject({ label: 'A cloud' });
    // An arrow that says nothing of its tip has one; at first it was a box, and letters had names.
    const [january, later, spring] = ['2020-01', '2022', '2023-04'].map((name) => fromExcalidraw(read(name), counter())?.elements ?? []);
    for (const elements of [old?.elements, january]) expect(elements?.find(({ type }) => type === 'arrow')).toMatchObject({ startArrowhead: null, endArrowhead: 'arrow' });
    expect(january?.find(({ type }) => type === 'arrow')).toMatchObject({ x: 10, points: packPoints([[0, 0], [-120, 60]]) });
    expect(january?.find(({ type }) => type === 'text')).toMatchObject({ text: 'The first words\nin two lines', fontSize: 28, fontFamily: 1, lineHeight: 1.25 });
    expect(later?.find(({ type }) => type === 'text')).toMatchObject({ text: 'Written in 2022', containerId: 'n1', lineHeight: 1.15 });
    expect(later?.find(({ type }) => type === 'arrow')).toMatchObject({ x: 14, y: 25, roundness: { type: 2 }, points: packPoints([[0, 0], [60, 30], [120, 60]]), endBinding: { focus: 0, gap: 2 } });
    expect(spring?.find(({ type }) => type === 'arrow')).toMatchObject({ startArrowhead: 'dot', endArrowhead: 'bar' });
  });
});

const line = { ...box, type: 'line', points: packPoints([[0, 0], [1, 1]]) };
/** What means harm, or is broken: each with the field that is wrong. */
const corpus: readonly (readonly [why: string, element: unknown, field: string])[] = [
  ['a foreign page', { ...box, type: 'iframe', link: 'https://example.org' }, 'type'], ['a foreign page in a box', { ...box, type: 'embeddable' }, 'type'], ['a page made by a machine', { ...box, type: 'magicframe' }, 'type'],
  ['no kind', { ...box, type: undefined }, 'type'], ['a kind that all objects have', { ...box, type: 'constructor' }, 'type'], ['nothing', null, ''], ['a list', [], ''], ['a text for an element', 'rectangle', ''],
  ['an id with a slash', { ...box, id: '../a' }, 'id'], ['no id', { ...box, id: '' }, 'id'], ['a long id', { ...box, id: 'a'.repeat(41) }, 'id'], ['an id that is a number', { ...box, id: 7 }, 'id'],
  ['a place far off', { ...box, x: 1e9 }, 'x'], ['a place as text', { ...box, y: '0' }, 'y'], ['no place', { ...box, x: null }, 'x'], ['a width below zero', { ...box, width: -1 }, 'width'], ['a height without end', { ...box, height: 1e308 }, 'height'],
  ['an angle without end', { ...box, angle: 1e6 }, 'angle'], ['a colour that fetches', { ...box, strokeColor: 'url(https://example.org/a)' }, 'strokeColor'], ['a colour that is style', { ...box, backgroundColor: 'red;background:url(//x)' }, 'backgroundColor'],
  ['a script for a link', { ...box, link: 'javascript:alert(1)' }, 'link'], ['data for a link', { ...box, link: 'data:text/html,x' }, 'link'], ['a link to files', { ...box, link: 'file:///etc/passwd' }, 'link'], ['a script in disguise', { ...box, link: 'java\nscript:alert(1)' }, 'link'], ['a link without end', { ...box, link: `https://e.org/${'a'.repeat(2_000)}` }, 'link'],
  ['fill of another kind', { ...box, fillStyle: 'gradient' }, 'fillStyle'], ['a stroke too wide', { ...box, strokeWidth: 1e4 }, 'strokeWidth'], ['opacity above all', { ...box, opacity: 101 }, 'opacity'], ['a seed of half', { ...box, seed: 0.5 }, 'seed'], ['too many groups', { ...box, groupIds: Array.from({ length: 17 }, (_, n) => `g${n}`) }, 'groupIds'], ['a lock that is a word', { ...box, locked: 'yes' }, 'locked'], ['a label without end', { ...box, label: 'x'.repeat(201) }, 'label'],
  ['points as a list', { ...line, points: [[0, 0]] }, 'points'], ['points that are none', { ...line, points: '????' }, 'points'], ['no points', { ...line, points: '' }, 'points'], ['too many points', { ...line, points: packPoints(Array.from({ length: MOST_POINTS + 1 }, (_, n) => [n, n] as const)) }, 'points'],
  ['a binding without a place', { ...line, startBinding: { elementId: 'b' } }, 'startBinding.focus'], ['a tip unheard of', { ...line, endArrowhead: 'skull' }, 'endArrowhead'],
  ['a text without end', { ...box, type: 'text', text: 'x'.repeat(5_001) }, 'text'], ['no text', { ...box, type: 'text' }, 'text'], ['a font unheard of', { ...box, type: 'text', text: 'x', fontFamily: 4 }, 'fontFamily'], ['letters of a mile', { ...box, type: 'text', text: 'x', fontSize: 1e6 }, 'fontSize'],
  ['a picture by address', { ...box, type: 'image', fileId: 'https://example.org/a.png' }, 'fileId'], ['a picture of nothing', { ...box, type: 'image', fileId: null }, 'fileId'], ['a picture blown up', { ...box, type: 'image', fileId: 'a'.repeat(40), scale: [9, 1] }, 'scale.0'], ['a name without end', { ...box, type: 'frame', name: 'x'.repeat(201) }, 'name'],
];

describe('elements that mean harm', () => {
  test.each(corpus)('BO3 BO4 BO5 BO20 %s is refused, with the field that is wrong, and changes nothing', (_why, element, field) => {
    const desk = newDesk();
    const ana = { id: personId('ana'), standing: 'member', duties: [], own: { muted: [], blocked: [] } } as const;
    const dispatched = dispatchOnBoard(desk, ana, { id: 'board.add', key: 'k', payload: { elements: [element] } }, momentAt(1), { take: () => true });
    const refused = 'refused' in dispatched ? dispatched.refused : undefined;
    expect(refused).toMatchObject({ accepted: false, refusal: { code: 'board.invalid', values: { field: ['elements.0', field].filter(Boolean).join('.') } } });
    expect(desk.board.elements.size).toBe(0);
  });
});
