import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLayout } from '#server/rooms/layouts.ts';
import { compileGrid, walkable } from '#shared/movement/grid.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { bakeKit } from '#client/view-3d/bake/bake.ts';
import { confettiPieces, flutterKinds } from '#client/view-3d/bake/flutter.ts';
import type { BakedRoom } from '#client/view-3d/bake/bakedRoom.ts';
import { rgb } from '#client/view-3d/geometry/colour.ts';
import { pointAt } from '#client/view-3d/geometry/triangles.ts';
import { cross, dot, lengthOf, sub } from '#client/view-3d/geometry/vector.ts';
import { BRIDGE, DECK, floorHeight, rowsOf, TIER } from '#client/view-3d/rooms/floorHeight.ts';
import { feetOf } from '#client/view-3d/rooms/shell.ts';
import type { RoomKit } from '#client/view-3d/rooms/roomKit.ts';
import { drawRoom } from '#client/view-3d/rooms/rooms.ts';
import { signColour, signPaper } from '#client/view-3d/rooms/signColours.ts';
import { inCrowd } from '#client/view-3d/stage/quality.ts';
import { moodNames, moods, settings } from '#client/view-3d/stage/moods.ts';
import { contrastOf, luminanceOf } from '#test/support/contrast.ts';
import { observatory } from './seventh/layout.ts';
import { drawObservatory } from './seventh/observatory.ts';

const folder = join(import.meta.dirname, '../../../assets/rooms');
const layouts: readonly Layout[] = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => readLayout(name, readFileSync(join(folder, name), 'utf8')));
const layoutOf = (id: string): Layout => {
  const found = layouts.find((layout) => layout.id === id);
  if (!found) throw new Error(`There is no room ${id}.`);
  return found;
};

/** A triangle's worth of what a phone draws: the room itself, without leaves, grass and people. */
const budget = 75_000;
/** With leaves and grass; people may take the rest of 250,000. */
const wholeBudget = 130_000;
/** Beside three hundred people, their names and the sky, which are 160,000 of 250,000. */
const crowdBudget = 90_000;

/** The six that ship, and a seventh that shows what the kit is good for. */
const drawn: readonly (readonly [string, Layout, (layout: Layout) => RoomKit])[] = [...layouts.map((layout) => [layout.id, layout, drawRoom] as const), ['a seventh', observatory, drawObservatory]];

describe.each(drawn)('%s', (_id, layout, draw) => {
  let room: Omit<BakedRoom, 'milliseconds'>;
  beforeAll(() => {
    room = bakeKit(draw(layout));
  }, 60_000);

  it('is one merged mesh within its budget', () => {
    const { solid, leaves, tufts, flowers } = room;
    expect(solid.index.length / 3).toBeGreaterThan(5_000);
    expect(solid.index.length / 3).toBeLessThan(budget);
    expect(solid.index.length / 3 + leaves.count * 3 + tufts.count * 5 + flowers.count * 10).toBeLessThan(wholeBudget);
    expect(solid.index.length / 3 + leaves.count * 3 * inCrowd.leaves + tufts.count * 5 * inCrowd.tufts + flowers.count * 10 * inCrowd.flowers).toBeLessThan(crowdBudget);
  });

  it('has no face that is empty or looks inwards, and nothing out of bounds', () => {
    const { positions, normals, index } = room.solid;
    expect([...positions].every(Number.isFinite)).toBe(true);
    let wrong = 0;
    for (let t = 0; t < index.length; t += 3) {
      const [i, j, k] = [index[t] ?? 0, index[t + 1] ?? 0, index[t + 2] ?? 0];
      const a = pointAt(positions, i);
      const face = cross(sub(pointAt(positions, j), a), sub(pointAt(positions, k), a));
      if (lengthOf(face) === 0 || dot(face, pointAt(normals, i)) <= 0) wrong += 1;
      if (Math.hypot(a[0], a[2]) > 230 || a[1] < -4 || a[1] > 60) expect.unreachable(`a corner at ${a.join()}`);
    }
    expect(wrong / (index.length / 3)).toBeLessThan(0.01);
  });

  it('keeps what is not in that mesh in finite numbers and within bounds, too', () => {
    const { leaves, tufts, flowers, glows, flames, flutter, waters, shafts, pennants, field } = room;
    for (const { places } of [leaves, tufts, flowers, glows, flames, flutter]) {
      for (let i = 0; i < places.length; i += 4) {
        const [x = NaN, y = NaN, z = NaN, size = NaN] = places.slice(i, i + 4);
        if (!(Math.hypot(x, z) < 60 && y > -1 && y < 14 && size > 0)) expect.unreachable(`something at ${x}, ${y}, ${z}`);
      }
    }
    for (const { at, across, along } of waters) {
      expect(Math.abs(at[1])).toBeLessThan(0.05);
      expect(Math.min(across, along)).toBeGreaterThan(0.3);
      expect(Math.hypot(at[0], at[2])).toBeLessThan(room.radius);
    }
    for (const sheet of [...shafts, ...pennants.map(({ corners }) => corners)]) {
      const [a, b, c] = sheet;
      expect(lengthOf(cross(sub(b, a), sub(c, a)))).toBeGreaterThan(1e-4);
      for (const [x, , z] of sheet) expect(Math.hypot(x, z)).toBeLessThan(room.radius);
    }
    // Never before a face.
    for (const { corners } of pennants) for (const [, y] of corners) expect(y).toBeGreaterThan(2.3);
    expect(field.some((byte) => byte > 0)).toBe(true);
  });

  it('bakes the same on every machine', () => {
    const [kit, again] = [draw(layout), draw(layout)];
    expect(again.positions).toEqual(kit.positions);
    expect(again.lanterns).toEqual(kit.lanterns);
    expect(again.leaves.length).toBe(kit.leaves.length);
  });

  it('has somewhere to sit under every seat', () => {
    const height = floorHeight(layout);
    const seats = layout.seatGroups.flatMap((group) => group.seats);
    const under = new Set<string>();
    for (let i = 0; i < room.solid.positions.length; i += 3) {
      const [x, y, z] = pointAt(room.solid.positions, i / 3);
      for (const seat of seats) {
        const above = y - height(seat.x, seat.z);
        if (above > 0.2 && above < 0.45 && Math.hypot(seat.x - x, seat.z - z) < 0.36) under.add(seat.id);
      }
    }
    expect(seats.filter((seat) => !under.has(seat.id)).map((seat) => seat.id)).toEqual([]);
  });

  it('lets confetti come to lie on what is there', () => {
    const { flutter } = room;
    const kinds = Array.from({ length: flutter.count }, (_, i) => flutter.tints[i * 4 + 3]);
    expect(kinds.filter((kind) => kind !== flutterKinds.leaf).length).toBe(confettiPieces);
    expect(kinds.filter((kind) => kind === flutterKinds.lying).length).toBeGreaterThan(confettiPieces / 2);
    for (let i = 0; i < flutter.count; i++) expect(flutter.places[i * 4 + 1]).toBeLessThan(1.5);
  });
});

describe('what one can walk through, and what not', () => {
  const grids = new Map(layouts.map((layout) => [layout.id as string, compileGrid(layout)]));
  const open = (room: string, x: number, z: number): boolean => {
    const grid = grids.get(room);
    return grid !== undefined && walkable(grid, x, z);
  };

  it('nobody walks through a foot of the shell, and the one who speaks stands free', () => {
    const stage = layoutOf('stage');
    const shell = stage.objects.find(({ kind }) => kind === 'shell') ?? { x: NaN, z: NaN };
    for (const foot of feetOf(shell)) expect(open('stage', foot.x, foot.z), `${foot.x}, ${foot.z}`).toBe(false);
    for (let x = -1.5; x <= 1.5; x += 0.5) for (let z = -7.9; z <= -5; z += 0.5) expect(open('stage', x, z)).toBe(true);
  });

  it('a bridge is walked over from end to end, on its planks, and steps up without a jump', () => {
    const garden = layoutOf('garden');
    const bridge = garden.objects.find(({ kind }) => kind === 'bridge') ?? { x: NaN, z: NaN, heading: NaN };
    const height = floorHeight(garden);
    const along = (far: number): readonly [number, number] => [bridge.x + Math.sin(bridge.heading) * far, bridge.z + Math.cos(bridge.heading) * far];
    for (let far = -BRIDGE.length / 2 - 0.5; far < BRIDGE.length / 2 + 0.5; far += 0.1) {
      expect(open('garden', ...along(far))).toBe(true);
      expect(Math.abs(height(...along(far)) - height(...along(far + 0.1)))).toBeLessThan(0.05);
    }
    expect(height(bridge.x, bridge.z)).toBeCloseTo(BRIDGE.rise, 5);
  });

  it('nobody stands on water beside the bridge', () => {
    const garden = layoutOf('garden');
    const height = floorHeight(garden);
    for (const { kind, solid, x, z } of garden.objects) {
      if (kind !== 'pond' || solid?.kind !== 'circle') continue;
      for (let turn = 0; turn < Math.PI * 2; turn += 0.1) for (const share of [0.2, 0.6, 0.98]) {
        const [px, pz] = [x + Math.sin(turn) * solid.radius * share, z + Math.cos(turn) * solid.radius * share];
        expect(open('garden', px, pz) && height(px, pz) === 0, `${px}, ${pz}`).toBe(false);
      }
    }
  });
});

describe('a room that nobody has drawn', () => {
  it.each(['cafe', 'library'])('is drawn from its layout, as %s without its own drawing is', (id) => {
    const kit = drawRoom({ ...layoutOf(id), id: 'seventh' as Layout['id'] });
    expect(kit.positions.length / 9).toBeGreaterThan(5_000);
    expect(kit.positions.length / 9).toBeLessThan(budget);
    expect(kit.lanterns.length).toBeGreaterThan(3);
    expect(kit.setting).toBe(layoutOf(id).floor.kind === 'box' ? 'indoors' : 'outdoors');
  });
});

describe('the height of the floor', () => {
  it('is flat where no deck and no rows are', () => {
    for (const id of ['commons', 'library', 'studio', 'cafe', 'garden']) expect(floorHeight(layoutOf(id))(1, 1)).toBe(0);
  });

  it('rises onto the deck without a jump, and by a ramp in the west', () => {
    const stage = layoutOf('stage');
    const deck = stage.objects.find(({ kind }) => kind === 'deck');
    const height = floorHeight(stage);
    expect(height(deck?.x ?? 0, deck?.z ?? 0)).toBe(DECK.height);
    expect(height(0, 2)).toBe(0);
    for (let z = -8; z < 4; z += 0.1) expect(Math.abs(height(0, z) - height(0, z + 0.1))).toBeLessThan(0.12);
    const onRamp = height(-DECK.width / 2 - DECK.rampLength / 2, (deck?.z ?? 0) + DECK.rampAhead);
    expect(onRamp).toBeCloseTo(DECK.height / 2, 2);
  });

  it('puts every row a step above the one before it, and leaves the aisle on the ground', () => {
    const stage = layoutOf('stage');
    const height = floorHeight(stage);
    expect(new Set(rowsOf(stage).map(({ level }) => level))).toEqual(new Set([0, 1, 2]));
    for (const [row, seat] of [[0, 'row-1-west-3'], [1, 'row-2-east-4'], [2, 'row-3-west-5']] as const) {
      const found = stage.seatGroups.flatMap((group) => group.seats).find(({ id }) => id === seat);
      expect(height(found?.x ?? 0, found?.z ?? 0)).toBeCloseTo(TIER.rise * row, 5);
    }
    for (let z = 5; z < 10; z += 0.5) expect(height(0, z)).toBe(0);
  });
});

describe('moods', () => {
  it('are complete: each in every setting, with a sun above the horizon', () => {
    for (const setting of settings) {
      for (const name of moodNames) {
        const mood = moods[setting][name];
        expect(mood.sun[1]).toBeGreaterThan(0.2);
        expect(mood.fog[0]).toBeLessThan(0.02);
        for (const [hex, strength] of [mood.key, mood.above, mood.below, mood.hearth, mood.lamp, mood.rim, mood.sunGlow]) {
          expect(hex).toMatch(/^#[0-9a-f]{6}$/);
          expect(strength).toBeGreaterThan(0);
        }
      }
      expect(moods[setting].evening.lamp[1]).toBeGreaterThan(moods[setting].day.lamp[1]);
    }
  });
});

describe('signs', () => {
  it.each([...layouts, observatory])('to $name have its colour, and read at 4.5:1 or more', ({ colour }) => {
    expect(contrastOf(luminanceOf(rgb(signPaper)), luminanceOf(rgb(signColour(colour))))).toBeGreaterThanOrEqual(4.5);
    const [[r, g, b], [red, green, blue]] = [rgb(colour), rgb(signColour(colour))];
    expect([r > g, g > b, b > r]).toEqual([red > green, green > blue, blue > red]);
  });

  it('read whatever colour somebody gives their room', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffff }), (colour) => {
      expect(contrastOf(luminanceOf(rgb(signPaper)), luminanceOf(rgb(signColour(`#${colour.toString(16).padStart(6, '0')}`))))).toBeGreaterThanOrEqual(4.5);
    }));
  });
});
