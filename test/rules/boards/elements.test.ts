import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementOf, held, readValues, writeValues } from '#shared/boards/board.state.ts';
import { elementSchema, elementTypes, fieldsOf } from '#shared/boards/element.ts';
import { FARTHEST, fromBase64, MOST_POINTS, packPoints, toBase64, unpackPoints } from '#shared/boards/stroke.codec.ts';
import { change, handOf, newDesk, shape, text } from '#test/support/board.ts';

const box = { x: 1, y: 2, width: 30, height: 40 };
const stroke = packPoints([[0, 0], [3, 4], [10, -2.5]]);
const whole: Readonly<Record<string, object>> = {
  rectangle: {}, diamond: {}, ellipse: {}, frame: { name: 'Ideas' }, text: { text: 'Hello' }, line: { points: stroke }, arrow: { points: stroke, endArrowhead: 'arrow', elbowed: true },
  freedraw: { points: stroke, pressures: toBase64([1, 2, 3]) }, image: { fileId: 'a'.repeat(40), scale: [-1, 1] },
};
const make = (type: string, more: object = {}) => elementSchema.safeParse({ type, id: 'e1', ...box, ...whole[type], ...more });
const manyPoints = (count: number) => packPoints(Array.from({ length: count }, (_, k) => [k, k % 7] as const));

/** What somebody hostile, or a broken program, would send. */
const hostile: readonly (readonly [string, unknown])[] = [
  ['nothing', null], ['a number', 7], ['a list', []], ['no type', { id: 'e1', ...box }],
  ...['iframe', 'embeddable', 'magicframe', 'selection', 'script', '__proto__', 'constructor', 'toString'].map((type) => [`the kind ${type}`, { type, id: 'e1', ...box, link: 'https://example.org' }] as const),
  ...[NaN, Infinity, -Infinity, 1e300, '5', null, FARTHEST + 1].map((x) => [`x ${String(x)}`, { type: 'rectangle', id: 'e1', ...box, x }] as const),
  ['a width below zero', { type: 'rectangle', id: 'e1', ...box, width: -1 }], ['no height', { type: 'rectangle', id: 'e1', x: 0, y: 0, width: 1 }],
  ...['', 'a b', '../x', 'x'.repeat(41), '<b>', 5, null].map((id) => [`the id ${String(id)}`, { type: 'rectangle', ...box, id }] as const),
  ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' https://example.org', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//example.org', '/join', 'https://', 'https://a b', 'http:example.org', 'mailto:', `https://${'a'.repeat(2_000)}`, 'https://x\u0000y'].map((link) => [`the link ${link.slice(0, 30)}`, { type: 'rectangle', id: 'e1', ...box, link }] as const),
  ...['url(https://example.org/a.png)', 'red;background:url(x)', 'expression(1)', 'var(--x)', '#12', `#${'f'.repeat(9)}`, '', 'image-set("x")'].map((backgroundColor) => [`the colour ${backgroundColor}`, { type: 'rectangle', id: 'e1', ...box, backgroundColor }] as const),
  ['a text too long', { type: 'text', id: 'e1', ...box, text: 'a'.repeat(5_001) }], ['no text', { type: 'text', id: 'e1', ...box }], ['a text that is a tree', { type: 'text', id: 'e1', ...box, text: { html: '<b>' } }],
  ['a font that is none', { type: 'text', id: 'e1', ...box, text: 'x', fontFamily: 'url(x)' }], ['letters too large', { type: 'text', id: 'e1', ...box, text: 'x', fontSize: 1e9 }],
  ['too many points', { type: 'freedraw', id: 'e1', ...box, points: manyPoints(MOST_POINTS + 1) }], ['no points', { type: 'freedraw', id: 'e1', ...box, points: '' }],
  ['points as a list', { type: 'line', id: 'e1', ...box, points: [[0, 0], [1, 1]] }], ['points that are none', { type: 'line', id: 'e1', ...box, points: 'AAA!' }], ['half a point', { type: 'line', id: 'e1', ...box, points: toBase64([2]) }],
  ['points far away', { type: 'line', id: 'e1', ...box, points: packPoints([[FARTHEST, 0], [2 * FARTHEST, 0]]) }],
  ['too many groups', { type: 'rectangle', id: 'e1', ...box, groupIds: Array.from({ length: 17 }, (_, k) => `g${k}`) }],
  ['a binding to no id', { type: 'arrow', id: 'e1', ...box, points: stroke, startBinding: { elementId: '<x>', focus: 0, gap: 1 } }], ['a binding without bounds', { type: 'arrow', id: 'e1', ...box, points: stroke, endBinding: { elementId: 'a', focus: Infinity, gap: 1 } }],
  ['an arrowhead unheard of', { type: 'arrow', id: 'e1', ...box, points: stroke, endArrowhead: 'skull' }],
  ['a picture by address', { type: 'image', id: 'e1', ...box, fileId: 'https://example.org/a.png' }], ['a picture of no size', { type: 'image', id: 'e1', ...box, fileId: 'a'.repeat(40), crop: { x: 0, y: 0, width: 1, height: 1, naturalWidth: 0, naturalHeight: 1 } }], ['a picture stretched', { type: 'image', id: 'e1', ...box, fileId: 'a'.repeat(40), scale: [1e9, 1] }],
  ['a label too long', { type: 'rectangle', id: 'e1', ...box, label: 'a'.repeat(201) }], ['a lock that is a word', { type: 'rectangle', id: 'e1', ...box, locked: 'no' }], ['a seed of no whole number', { type: 'rectangle', id: 'e1', ...box, seed: 0.5 }], ['an index that is a number', { type: 'rectangle', id: 'e1', ...box, index: 5 }],
];

describe('elements', () => {
  it('BO3 each kind is accepted, whole, and comes back from the state as it was', () => {
    expect(elementTypes.toSorted()).toEqual(Object.keys(whole).toSorted());
    for (const type of elementTypes) {
      const element = make(type).data;
      if (!element) throw new Error(`${type} is refused`);
      expect(Object.keys(element).toSorted()).toEqual(['id', 'type', ...fieldsOf[type]].toSorted());
      expect(elementOf('e1', held(element, 'ana'))).toEqual(element);
    }
  });

  it.each(hostile)('BO3 BO4 BO5 refused, and nothing changes: %s', (_what, element) => {
    const desk = newDesk();
    expect(change(desk, handOf('ana'), { kind: 'put', elements: [element] })).toBe('malformed');
    expect(desk.board.elements.size).toBe(0);
  });

  it('BO3 what no element of its kind has is dropped from a new one, and refused in a change', () => {
    const raw = JSON.parse('{"customData":{"role":"owner"},"version":2147483647,"isDeleted":true,"author":"ben","text":"x","__proto__":{"locked":true}}') as object;
    expect(make('rectangle', raw).data).toEqual(make('rectangle').data);
    const desk = newDesk();
    change(desk, handOf('ana'), { kind: 'put', elements: [shape('a')] });
    expect(change(desk, handOf('ana'), { kind: 'patch', patches: [{ id: 'a', values: { text: 'x' }, base: 1 }] })).toBe('board.notOfKind');
    expect(change(desk, handOf('ana'), { kind: 'patch', patches: [{ id: 'a', values: { x: 1, version: 9 } }] })).toBe('malformed');
  });

  it('BO5 links to the web and to mailboxes are kept', () => {
    for (const link of ['https://example.org/a?b=c#d', 'http://localhost:8080/', 'mailto:ana@example.org', 'HTTPS://EXAMPLE.ORG']) expect(make('text', { link }).data?.link).toBe(link);
  });

  it('BO5 what one refers to is on the board, or comes along, and can be it', () => {
    const desk = newDesk();
    const put = (...elements: object[]) => change(desk, handOf('ana'), { kind: 'put', elements });
    const arrow = (id: string, to: string) => ({ type: 'arrow', id, ...box, points: stroke, endBinding: { elementId: to, focus: 0, gap: 4 } });
    const inFrame = { frameId: 'f' };
    expect(put(shape('a', inFrame))).toBe('board.noSuchTarget');
    expect(put(shape('a', inFrame), { type: 'frame', id: 'f', ...box })).toBe('done');
    expect(put({ type: 'frame', id: 'g', ...box, frameId: 'f' })).toBe('board.noSuchTarget');
    expect(put(shape('b', { frameId: 'a' }))).toBe('board.noSuchTarget');
    expect(put(text('t', 'in a', 'a'))).toBe('done');
    expect(put(text('u', 'in t', 't'))).toBe('board.noSuchTarget');
    expect(put(arrow('x', 'a'), arrow('y', 't'))).toBe('done');
    expect(put(arrow('z', 'x'))).toBe('board.noSuchTarget');
    expect(put(arrow('z', 'z'))).toBe('board.noSuchTarget');
    expect(change(desk, handOf('ana'), { kind: 'patch', patches: [{ id: 'a', values: { frameId: 'a' } }] })).toBe('board.noSuchTarget');
  });

  it('BO4 a board holds 5,000 elements that live, and an act changes 200', () => {
    const desk = newDesk();
    const some = (from: number, count: number) => ({ kind: 'put', elements: Array.from({ length: count }, (_, k) => shape(`e${from + k}`)) });
    expect(change(desk, handOf('ana'), some(0, 201))).toBe('malformed');
    for (let from = 0; from < 4_800; from += 200) expect(change(desk, handOf('ana'), some(from, 200))).toBe('done');
    expect(change(desk, handOf('ana'), some(4_800, 199))).toBe('done');
    expect(change(desk, handOf('ana'), some(5_000, 2))).toBe('board.full');
    expect(change(desk, handOf('ana'), some(5_000, 1))).toBe('done');
    expect(change(desk, handOf('ana'), { kind: 'remove', ids: ['e7'] })).toBe('done');
    expect(change(desk, handOf('ana'), some(6_000, 1))).toBe('done');
    expect(desk.live).toBe(5_000);
  });

  it('a field that drags touches no other, and the rest keeps one order', () => {
    const element = held(shape('a'), 'ana');
    const { rest } = element;
    writeValues(element, { x: 5 });
    expect(element.rest).toBe(rest);
    writeValues(element, { opacity: 50 });
    writeValues(element, { opacity: 100 });
    expect(element.rest).toBe(rest);
    expect(readValues(element, ['x', 'opacity'])).toEqual({ x: 5, opacity: 100 });
  });
});

describe('packed points', () => {
  const point = fc.tuple(fc.integer({ min: -FARTHEST * 10, max: FARTHEST * 10 }), fc.integer({ min: -FARTHEST * 10, max: FARTHEST * 10 })).map(([x, y]) => [x / 10, y / 10] as const);

  it('BO13 come back to a tenth of a unit', () => {
    fc.assert(fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
      expect(unpackPoints(packPoints(points))).toEqual(points.map(([x, y]) => [x === 0 ? 0 : x, y === 0 ? 0 : y]));
    }));
    expect(unpackPoints(packPoints([[0.04, 0.06]]))).toEqual([[0, 0.1]]);
  });

  it('BO13 have one text: whatever is read is written the same', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'AQBgCD_-z19'), maxLength: 24 }), (packed) => {
      const points = unpackPoints(packed);
      if (points) expect(packPoints(points)).toBe(packed);
    }), { numRuns: 2_000 });
  });

  it('BO13 whatever is no such text is refused, and nothing throws', () => {
    for (const packed of ['', 'A', '=', 'AA==', 'é', toBase64([128]), toBase64([128, 128, 128, 128, 1, 0]), toBase64([128, 0, 0])]) expect(unpackPoints(packed)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (packed) => void unpackPoints(packed)));
    fc.assert(fc.property(fc.array(fc.nat(255)), (bytes) => { expect(fromBase64(toBase64(bytes))).toEqual(bytes); }));
  });

  it('BO13 a stroke of the hand takes four letters a point, not thirty', () => {
    const points = Array.from({ length: 200 }, (_, k) => [Math.sin(k / 9) * 80, k * 1.7] as const);
    expect(packPoints(points).length / points.length).toBeLessThan(5.5);
    expect(JSON.stringify(points).length / points.length).toBeGreaterThan(25);
  });
});
