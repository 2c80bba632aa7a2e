import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayout, readLayouts } from '#server/rooms/layouts.ts';
import { compileGrid, nearestFree, walkable } from '#shared/movement/grid.ts';
import { withDoors } from '#shared/rooms/layout.ts';
import { findPath } from '#shared/movement/path.ts';
import { observatory } from '#test/client/view-3d/seventh/layout.ts';

const folder = join(import.meta.dirname, '../../assets/rooms');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const text = JSON.stringify(JSON.parse(readFileSync(join(folder, 'commons.json'), 'utf8')), null, 2);
const lines = text.split('\n');
const lineOf = (part: string): number => lines.findIndex((line) => line.includes(part)) + 1;
/** The file with one line changed; JSON keeps its shape where the line is a whole property. */
const withLine = (number: number, line: string): string => lines.with(number - 1, line).join('\n');

describe('layout files', () => {
  it('a name that is missing or blank is refused, with the line of what lacks it', () => {
    const names = lines.flatMap((line, at) => (/^\s*"(name|description|purpose)": /.test(line) ? [at + 1] : []));
    expect(names.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom('""', '"   "', '7', 'null'), (number, value) => {
        const blank = withLine(number, (lines[number - 1] ?? '').replace(/: .*?(,?)$/, `: ${value}$1`));
        expect(() => readLayout('x.json', blank)).toThrow(new RegExp(`^x\\.json:${number}: .*(name|description|purpose)`));
      }),
    );
    const west = lineOf('"id": "west-bench-1"');
    // The seat begins on the line before its id.
    expect(() => readLayout('x.json', withLine(west + 1, ''))).toThrow(`x.json:${west - 1}: seatGroups.1.seats.0.name`);
    expect(() => readLayout('x.json', withLine(lineOf('"name": "Commons"'), ''))).toThrow('x.json:1: name');
  });

  it('what is not JSON is refused with its line, comments included', () => {
    expect(() => readLayout('x.json', '')).toThrow('x.json:1: this is not JSON');
    expect(() => readLayout('x.json', withLine(4, '  "name": Commons,'))).toThrow('x.json:4: this is not JSON');
    expect(() => readLayout('x.json', withLine(4, `${lines[3]} // ours`))).toThrow('x.json:4: this is not JSON');
  });

  it('an id that stands twice is refused at the second', () => {
    const second = lineOf('"id": "hearth-2"');
    expect(() => readLayout('x.json', withLine(second, '"id": "hearth-1",'))).toThrow(`x.json:${second}: the id hearth-1 stands twice.`);
  });

  it('a room that could not be walked in is refused: no spawn, no zone, a floor or a cap of nothing', () => {
    const whole = JSON.parse(text) as Record<string, unknown>;
    for (const fault of [{ spawns: [] }, { zones: [] }, { floor: { kind: 'circle', radius: 0 } }, { cap: 0 }, { cap: 2_001 }, { version: 2 }, { colour: 'orange' }, { music: 'none' }]) {
      expect(() => readLayout('x.json', JSON.stringify({ ...whole, ...fault })), JSON.stringify(fault)).toThrow(/^x\.json:1: /);
    }
  });

  it('junk is refused in words, never by a crash', () => {
    fc.assert(
      fc.property(fc.json(), (junk) => {
        expect(() => readLayout('x.json', junk)).toThrow(/^x\.json:\d+: ./);
      }),
    );
  });

  it('every room that ships can be read, by its own file name', () => {
    const layouts = readLayouts(folder);
    expect([...layouts.keys()].map((id) => `${id}.json`).sort()).toEqual([...files].sort());
  });

  it('a door has the colour of the room that it leads to, whoever made that room', () => {
    const layouts = readLayouts(folder);
    for (const { portals } of layouts.values()) {
      for (const { to, colour } of portals) expect(colour).toBe(layouts.get(to)?.colour);
    }
    const painted = withDoors({ ...observatory, portals: observatory.portals.map((portal) => ({ ...portal, colour: '#123456' })) }, () => '#ffffff');
    expect(painted.portals.map(({ colour }) => colour)).toEqual(observatory.portals.map(() => '#123456'));
  });

  it.each([...readLayouts(folder).values(), observatory])('in $name everyone arrives on free ground and can walk to every seat and object', (layout) => {
    const grid = compileGrid(layout);
    const [first = { x: NaN, z: NaN }] = layout.spawns;
    for (const spawn of layout.spawns) expect(walkable(grid, spawn.x, spawn.z)).toBe(true);
    for (const seat of layout.seatGroups.flatMap(({ seats }) => seats)) {
      const end = nearestFree(grid, seat.x, seat.z) ?? { x: NaN, z: NaN };
      expect(Math.hypot(end.x - seat.x, end.z - seat.z), seat.id).toBeLessThan(1);
    }
    for (const { x, z, arrive } of layout.portals) {
      const door = nearestFree(grid, x, z) ?? { x: NaN, z: NaN };
      // PO1: near enough to pass, once one has walked there.
      expect(Math.hypot(door.x - x, door.z - z)).toBeLessThan(1);
      expect(walkable(grid, arrive.x, arrive.z)).toBe(true);
    }
    for (const goal of [...layout.portals, ...layout.portals.map(({ arrive }) => arrive), ...layout.objects, ...layout.seatGroups.flatMap(({ seats }) => seats), ...layout.spawns]) expect(findPath(grid, first, goal)).toBeDefined();
    for (const { hearing } of layout.zones) expect(hearing.out).toBeGreaterThanOrEqual(hearing.in);
  });
});
