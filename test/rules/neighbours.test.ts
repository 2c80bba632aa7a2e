import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Neighbours } from '#shared/interest/neighbours.ts';

const SIDE = 40;
// Some on the same spot, some at the same distance, some outside the square.
const metres = fc.oneof(fc.double({ min: -24, max: 24, noNaN: true }), fc.integer({ min: -24, max: 24 }));
const someone = fc.option(fc.record({ pose: fc.record({ x: metres, z: metres }) }), { nil: undefined, freq: 9 });
const crowd = fc.array(someone, { minLength: 1, maxLength: 120 });

type Crowd = readonly ({ readonly pose: { readonly x: number; readonly z: number } } | undefined)[];

const byBruteForce = (people: Crowd, me: number, most: number, near: ReadonlySet<number>): readonly number[] => {
  const here = people[me]?.pose ?? { x: 0, z: 0 };
  return people
    .flatMap((other, index) => (other && index !== me ? [{ index, distance: ((other.pose.x - here.x) ** 2 + (other.pose.z - here.z) ** 2) * (near.has(index) ? 0.75 : 1) }] : []))
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, most)
    .map(({ index }) => index);
};

const search = (neighbours: Neighbours, me: number, most: number, incumbents: Iterable<number>): readonly number[] => {
  const found = new Int32Array(most);
  return [...found.subarray(0, neighbours.nearest(me, most, Int32Array.from(incumbents), found, new Float64Array(most)))];
};

describe('interest', () => {
  it('NE1 NE2 those near are the same as by looking at everyone, whoever is near already', () => {
    fc.assert(
      fc.property(crowd, crowd, fc.integer({ min: 1, max: 30 }), fc.array(fc.integer({ min: -1, max: 200 }), { maxLength: 30 }), fc.nat(1000), (people, later, most, incumbents, pick) => {
        const neighbours = new Neighbours(-SIDE / 2, SIDE);
        for (const now of [people, later]) {
          const present = now.flatMap((one, index) => (one ? [index] : []));
          if (present.length === 0) continue;
          const me = present[pick % present.length] ?? 0;
          neighbours.settle(now);
          expect(search(neighbours, me, most, incumbents)).toEqual(byBruteForce(now, me, most, new Set(incumbents)));
        }
      }),
      { numRuns: 600 },
    );
  });

  it('NE1 whoever is near already gives way only to someone more than 13 % nearer', () => {
    const neighbours = new Neighbours(-SIDE / 2, SIDE);
    const at = (x: number) => ({ pose: { x, z: 0 } });
    neighbours.settle([at(0), at(10), at(8.8)]);
    expect(search(neighbours, 0, 1, [])).toEqual([2]);
    expect(search(neighbours, 0, 1, [1])).toEqual([1]);
    neighbours.settle([at(0), at(10), at(8.5)]);
    expect(search(neighbours, 0, 1, [1])).toEqual([2]);
  });

  it('NE3 those within a distance are the same as by looking at everyone', () => {
    fc.assert(fc.property(crowd, fc.oneof(fc.integer({ min: 0, max: 30 }), fc.double({ min: 0, max: 30, noNaN: true })), fc.nat(1000), (people, radius, pick) => {
      const present = people.flatMap((one, index) => (one ? [index] : []));
      const me = present[pick % Math.max(1, present.length)];
      const here = people[me ?? -1]?.pose;
      if (me === undefined || !here) return;
      const neighbours = new Neighbours(-SIDE / 2, SIDE);
      neighbours.settle(people);
      const found = new Int32Array(people.length);
      expect([...found.subarray(0, neighbours.within(me, radius, found))].toSorted((a, b) => a - b)).toEqual(present.filter((index) => index !== me && ((people[index]?.pose.x ?? 0) - here.x) ** 2 + ((people[index]?.pose.z ?? 0) - here.z) ** 2 <= radius * radius));
    }), { numRuns: 600 });
  });
});
