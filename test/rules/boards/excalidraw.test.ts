import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { held } from '#shared/boards/board.state.ts';
import { elementSchema, elementTypes, type Element } from '#shared/boards/element.ts';
import { fromExcalidraw, toExcalidraw } from '#shared/boards/excalidraw.ts';
import { packPoints, toBase64 } from '#shared/boards/stroke.codec.ts';
import { change, handOf, newDesk } from '#test/support/board.ts';

const box = { x: -3.5, y: 2, width: 30, height: 40 };
const common = { ...box, angle: 1, strokeColor: '#e03131', backgroundColor: 'transparent', fillStyle: 'hachure', strokeWidth: 4, strokeStyle: 'dashed', roughness: 0, opacity: 60, seed: 77, link: 'https://example.org/', locked: true, label: 'A cloud' };
const points = packPoints([[0, 0], [12.3, -4], [20, 8]]);
const ends = { points, startBinding: { elementId: 'frame', focus: -0.2, gap: 6 }, endBinding: { elementId: 'text', focus: 0, gap: 1, fixedPoint: [0.5, 1] }, startArrowhead: 'bar', endArrowhead: 'crowfoot_many' };
const particular: Readonly<Record<string, object>> = {
  rectangle: { roundness: { type: 3 } }, diamond: { frameId: 'frame' }, ellipse: { groupIds: ['g', 'h'] }, text: { text: 'Two\nlines', fontFamily: 8, containerId: 'ellipse', autoResize: false }, line: { points }, arrow: { ...ends, elbowed: true },
  freedraw: { points, pressures: toBase64([0, 128, 255]) }, image: { fileId: 'ab'.repeat(20), scale: [1, -1], crop: { x: 0, y: 1, width: 5, height: 5, naturalWidth: 10, naturalHeight: 10 } }, frame: { name: 'Ideas' },
};
const all: readonly Element[] = elementTypes.map((type) => elementSchema.parse({ type, id: type, ...common, ...particular[type] }));
const counter = () => {
  let made = 0;
  return () => `n${++made}`;
};
const fileOf = (elements: readonly unknown[]) => ({ type: 'excalidraw', version: 2, source: 'https://example.org', elements, appState: {}, files: {} });
const taken = (file: unknown) => fromExcalidraw(file, counter());

describe('drawings of Excalidraw', () => {
  it('BO17 what is given to it and taken up again is the same, whatever its kind', () => {
    const given = all.map((element) => toExcalidraw(element.id, held(element, 'ana'), []));
    const back = taken(JSON.parse(JSON.stringify(fileOf(given))));
    expect(back?.lost).toEqual([]);
    const renamed = new Map(all.map(({ id }, at) => [id, `n${at + 1}`]));
    // Ids are new; all else is as it was.
    const asBefore = JSON.parse(JSON.stringify(back?.elements), (key, value: unknown) => [...renamed].find(([, id]) => ['id', 'frameId', 'containerId', 'elementId'].includes(key) && id === value)?.[0] ?? value) as { groupIds: string[] }[];
    expect(asBefore.map((one) => ({ ...one, groupIds: one.groupIds.length }))).toEqual(all.map((one) => ({ ...one, groupIds: one.groupIds.length })));
  });

  it('BO17 goes onto a board as it comes, and is given with what holds on to it', () => {
    const elements = taken(fileOf(all.map((element) => toExcalidraw(element.id, held(element, 'ana'), []))))?.elements ?? [];
    expect(change(newDesk(elements), handOf('ana'), { kind: 'put', elements })).toBe('done');
    const shape = all.find(({ id }) => id === 'text');
    expect(shape && toExcalidraw('text', held(shape, 'ana'), [{ id: 'arrow', type: 'arrow' }])).toMatchObject({ originalText: 'Two\nlines', text: 'Two\nlines', boundElements: [{ id: 'arrow', type: 'arrow' }], isDeleted: false, customData: { label: 'A cloud' } });
  });

  it('BO17 older files are read: their names for kinds, corners and texts', () => {
    const older = { x: 10, y: 10, width: -30, height: 40, angle: 0, strokeColor: '#000000', backgroundColor: '#fa5252', fillStyle: 'hachure', strokeWidth: 1, strokeStyle: 'solid', roughness: 1, opacity: 100, seed: 1, version: 3, versionNonce: 9, isDeleted: false, groupIds: [] };
    const back = taken(fileOf([
      { ...older, type: 'rectangle', id: 'a', strokeSharpness: 'round', boundElementIds: null },
      { ...older, type: 'draw', id: 'b', width: 9, points: [[0, 0], [9, 40]], strokeSharpness: 'sharp' },
      { ...older, type: 'text', id: 'c', text: 'Old words', fontSize: 20, fontFamily: 1, baseline: 18, textAlign: 'left', verticalAlign: 'top' },
      { ...older, type: 'rectangle', id: 'd', isDeleted: true },
    ]));
    expect(back?.lost).toEqual([]);
    expect(back?.elements).toMatchObject([{ type: 'rectangle', x: -20, width: 30, roundness: { type: 1 } }, { type: 'line', x: 10, roundness: null, points: packPoints([[0, 0], [9, 40]]) }, { type: 'text', text: 'Old words', lineHeight: 2 }]);
  });

  it('BO17 names what is not kept: other kinds, what is broken, fields out of range', () => {
    const back = taken(fileOf([
      { type: 'iframe', id: 'a', ...box, link: 'https://example.org' }, { type: 'embeddable', id: 'b', ...box }, { type: 'magicframe', id: 'c', ...box },
      { type: 'line', id: 'd', ...box, points: [[0, 0], ['x', 1]] }, { type: 'image', id: 'e', ...box, fileId: null },
      { type: 'rectangle', id: 'f', ...box, link: 'javascript:alert(1)', strokeWidth: 1e9, frameId: 'a' }, { type: 'text', id: 'g', ...box, text: 'x', containerId: 'd' },
      { type: 'arrow', id: 'h', ...box, points: [[0, 0], [1, 1]], startBinding: { elementId: 'd', focus: 0, gap: 1 }, endBinding: { elementId: 'f', focus: 0, gap: 1 } },
      null, 5, { id: 'no type' },
    ]));
    expect(back?.lost).toEqual([
      { what: 'kind', type: 'iframe' }, { what: 'kind', type: 'embeddable' }, { what: 'kind', type: 'magicframe' }, { what: 'broken', type: 'line' }, { what: 'field', type: 'image', field: 'fileId' }, { what: 'broken', type: 'image' },
      { what: 'field', type: 'rectangle', field: 'strokeWidth' }, { what: 'field', type: 'rectangle', field: 'link' }, { what: 'kind', type: '' },
    ]);
    expect(back?.elements).toMatchObject([{ type: 'rectangle', link: null, strokeWidth: 2, frameId: null }, { type: 'text', containerId: null }, { type: 'arrow', startBinding: null, endBinding: { focus: 0 } }]);
    expect(change(newDesk(back?.elements), handOf('ana'), { kind: 'put', elements: back?.elements })).toBe('done');
  });

  it('BO17 names what a program kept for itself, and where an arrow was bent by hand; a description is kept', () => {
    const back = taken(fileOf([
      { type: 'rectangle', id: 'a', ...box, customData: { label: 'A cloud', plugin: { votes: 3 } } }, { type: 'rectangle', id: 'b', ...box, customData: { label: 'A tree' } }, { type: 'rectangle', id: 'c', ...box, customData: null },
      { type: 'arrow', id: 'd', ...box, elbowed: true, points: [[0, 0], [9, 0], [9, 9]], fixedSegments: [{ index: 2, start: [9, 0], end: [9, 9] }] }, { type: 'arrow', id: 'e', ...box, elbowed: true, points: [[0, 0], [9, 9]], fixedSegments: null },
    ]));
    expect(back?.lost).toEqual([{ what: 'field', type: 'rectangle', field: 'customData' }, { what: 'field', type: 'arrow', field: 'fixedSegments' }]);
    expect(back?.elements).toMatchObject([{ label: 'A cloud' }, { label: 'A tree' }, { label: '' }, {}, {}]);
  });

  it('BO17 whatever a file holds, what is taken up of it goes onto a board', () => {
    const value = fc.oneof(fc.constantFrom<unknown>(0, 5, -1, 1e308, NaN, 'a', 'b', '', null, true, [], {}, [[0, 0], [1, 2]], [[1e308, 0], [1, NaN]], { elementId: 'a', focus: 0, gap: 1 }, ['a'], [1, 2]), fc.anything());
    const element = fc.record({ type: fc.constantFrom(...elementTypes), id: fc.constantFrom('a', 'b', 'c'), ...Object.fromEntries(['x', 'width'].map((key) => [key, fc.integer({ min: -50, max: 50 })])), ...Object.fromEntries(['points', 'text', 'containerId', 'frameId', 'startBinding', 'groupIds', 'link', 'pressures', 'customData', 'roundness', 'name', 'opacity', 'originalText'].map((key) => [key, value])) }, { requiredKeys: ['type', 'id'] });
    fc.assert(fc.property(fc.array(fc.oneof(element, fc.anything()), { minLength: 1, maxLength: 8 }), (elements) => {
      const back = taken(fileOf(elements));
      if (back && back.elements.length > 0) expect(change(newDesk(back.elements), handOf('ana'), { kind: 'put', elements: back.elements })).toBe('done');
    }), { numRuns: 500 });
  });

  it.each([null, 7, 'text', [], {}, { elements: 5 }])('BO17 no such file: %j', (file) => {
    expect(taken(file)).toBeUndefined();
  });
});
