import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWords } from '#client/app/words.ts';
import { seatId } from '#shared/kernel/ids.ts';
import { describePlace, distanceBetween, nearAndElsewhere, placeCue, sayDistance, someNames } from '#shared/place/describe.ts';
import { fragmentOf, spotOf } from '#shared/place/spot.ts';
import { holdSeat, sitDown } from '#shared/seats/seats.rules.ts';
import { layoutNamed, makeRoom } from '#test/support/room.ts';

const words = createWords('en');

describe('place', () => {
  it('PL1 distances are said in whole metres under 10, in fives from there, and never as 0', () => {
    expect([0, 0.2, 1.4, 2.6, 9.4, 10.2, 13, 28].map(sayDistance)).toEqual([1, 1, 1, 3, 9, 10, 15, 30]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), (metres, more) => {
        const said = sayDistance(metres);
        expect(said).toBeGreaterThanOrEqual(1);
        expect(said % (said > 10 ? 5 : 1)).toBe(0);
        expect(Math.abs(said - metres)).toBeLessThanOrEqual(metres < 10 ? 1 : 2.5);
        expect(sayDistance(metres + more)).toBeGreaterThanOrEqual(said);
      }),
    );
  });

  it('PL2 one is at an object within 2.5 m of its edge, else so far from it; on a seat, one sits on it', () => {
    const room = makeRoom();
    const ana = room.add('Ana', { x: 0, z: 3 });
    expect(words(placeCue(describePlace(room, ana), 'you'))).toBe('You are at the hearth.');
    const ben = room.add('Ben', { x: 0, z: 6.2 });
    expect(words(placeCue(describePlace(room, ben), 'they'))).toBe('5 metres from the hearth.');
    holdSeat(room, ana, seatId('hearth-4'));
    sitDown(room, ana);
    expect(words(placeCue(describePlace(room, ana), 'you'))).toBe('You sit at the hearth, on Hearth stool 4, east.');
  });

  it('PL2 one is at an object up to 2.5 m from its edge, and toward it from there', () => {
    const kindAt = (fromEdge: number) => {
      const room = makeRoom();
      // The stones of the hearth end 1.15 m from its middle.
      return describePlace(room, room.add('Ana', { x: 0, z: 1.15 + fromEdge })).kind;
    };
    expect([0.5, 2.49, 2.51, 4].map(kindAt)).toEqual(['at', 'at', 'toward', 'toward']);
  });

  it('PL3 near is within the hearing of the zone; the rest is elsewhere; nobody is in both', () => {
    const room = makeRoom();
    const me = room.add('Me', { x: 0, z: 8 });
    const [near, rim, far] = [room.add('Near', { x: 2, z: 8 }), room.add('Rim', { x: 4, z: 8 }), room.add('Far', { x: 4.2, z: 8 })];
    expect(nearAndElsewhere(room, me)).toEqual({ near: [near, rim], elsewhere: [far] });
  });

  it('PL3 nobody is near across the edge of a quiet zone', () => {
    const room = makeRoom(layoutNamed('library'));
    const [reading, beside, browsing] = [room.add('Reading', { x: 0, z: 1.2 }), room.add('Beside', { x: 0, z: 0.2 }), room.add('Browsing', { x: 0, z: 2 })];
    expect(nearAndElsewhere(room, reading)).toEqual({ near: [beside], elsewhere: [browsing] });
    expect(nearAndElsewhere(room, browsing)).toEqual({ near: [], elsewhere: [reading, beside] });
  });

  it('PL4 the distance between two people is said by PL1', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana', { x: 0, z: 8 }), room.add('Ben', { x: 12.9, z: 8 })];
    expect(distanceBetween(room, ana, ben)).toBe(15);
  });

  it('PL5 five names, nearest first, and how many more', () => {
    const room = makeRoom();
    const people = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => room.add(name));
    expect(someNames(room, people)).toEqual({ names: 'A, B, C, D, E', more: 2 });
  });

  it('PL6 a link names a spot by decimetres, and nothing else passes for one', () => {
    fc.assert(fc.property(fc.double({ min: -200, max: 200, noNaN: true }), fc.double({ min: -200, max: 200, noNaN: true }), (x, z) => {
      const spot = spotOf(`#${fragmentOf({ x, z })}`);
      expect(spot && Math.max(Math.abs(spot.x - x), Math.abs(spot.z - z))).toBeLessThanOrEqual(0.0501);
    }));
    for (const text of ['', '#', '#at=', '#at=1', '#at=1,2,3', '#at=1e3,2', '#at=201,0', '#at=NaN,0', '#at=1,2;x', 'abc123']) expect(spotOf(text)).toBeUndefined();
  });
});
