import { PerspectiveCamera } from 'three';
import { describe, expect, it } from 'vitest';
import { march, Voxels, type Air } from '#client/view-3d/bake/voxels.ts';
import { chanceFrom } from '#client/view-3d/geometry/chance.ts';
import { Life } from '#client/view-3d/plates/life.ts';
import { Looking, sightIn, weightOf } from '#client/view-3d/plates/looking.ts';
import { matters, named, ordered, type Head, type Weight } from '#client/view-3d/plates/naming.ts';
import { besides, placesOf, type PlateBox } from '#client/view-3d/plates/overlap.ts';
import { circleId, personId, type PersonId } from '#shared/kernel/ids.ts';
import { bodyOf } from './bodies.ts';

const head = (id: string, more: Partial<Head> = {}): Head => ({ id: personId(id), weight: 'nobody', away: 5, x: 100, y: 100, size: 40, seen: () => true, ...more });
const none: ReadonlySet<PersonId> = new Set();
const idsOf = (heads: readonly { readonly id: PersonId }[]): readonly string[] => heads.map(({ id }) => id);
const names = (heads: readonly Head[], { there = none, covered = [], limit = 40 }: { there?: ReadonlySet<PersonId>; covered?: readonly PlateBox[]; limit?: number } = {}): readonly string[] => idsOf(named(heads, there, covered, limit));

describe('who is named', () => {
  it('is the nearest, where there is no room for all', () => {
    expect(names([head('far', { away: 9, x: 10 }), head('near', { away: 2, x: 200 }), head('middle', { away: 5, x: 400 })], { limit: 2 })).toEqual(['near', 'middle']);
  });

  it('are those who matter before those who are near: looked for, speaking, acting, a raised hand, one’s own circle', () => {
    const weights: readonly Weight[] = ['circle', 'nobody', 'saying', 'hand', 'heeded', 'acting', 'meant'];
    const heads = weights.map((weight, i) => head(weight, { weight, away: 20 - i, x: i * 200 }));
    expect(names(heads)).toEqual(['heeded', 'meant', 'saying', 'acting', 'hand', 'circle', 'nobody']);
    expect(weights.filter(matters)).toEqual(['saying', 'hand', 'heeded', 'acting', 'meant']);
  });

  it('is nobody whose head is hidden by the room, unless they say something or are looked for', () => {
    const hidden = { seen: () => false };
    expect(names([head('a', hidden), head('b', { ...hidden, weight: 'hand', x: 300 }), head('c', { ...hidden, weight: 'saying', x: 500 }), head('d', { ...hidden, weight: 'heeded', x: 700 })])).toEqual(['d', 'c']);
  });

  it('is nobody who stands behind somebody, and whoever looks over them', () => {
    const before = head('before', { away: 3 });
    expect(names([before, head('behind', { away: 6 })])).toEqual(['before']);
    expect(names([before, head('besides', { away: 6, x: 160 })])).toEqual(['before', 'besides']);
    expect(names([before, head('taller', { away: 6, y: 70 })])).toEqual(['before', 'taller']);
    // Shoulder to shoulder nobody stands before anybody.
    expect(names([before, head('beside', { away: 3.2 })])).toEqual(['before', 'beside']);
  });

  it('is nobody under what is laid over the picture', () => {
    expect(names([head('a'), head('b', { x: 400 })], { covered: [{ x: 400, y: 100, width: 90, height: 300 }] })).toEqual(['a']);
  });

  it('stays for as long as something of the head is seen, and comes once most of it is', () => {
    const half = [head('a', { seen: (side) => side === 1 })];
    expect(names(half)).toEqual([]);
    expect(names(half, { there: new Set([personId('a')]) })).toEqual(['a']);
    expect(names([head('a', { seen: (side) => side >= 0 })])).toEqual(['a']);
  });

  it('does not change at each step of two who are about as near', () => {
    const [a, b] = [personId('a'), personId('b')];
    const walking = (step: number): readonly Head[] => [head('a', { away: 6 + Math.sin(step) * 0.8, x: 0 }), head('b', { away: 6, x: 300 })];
    let there: ReadonlySet<PersonId> = new Set([a]);
    for (let step = 0; step < 40; step++) {
      there = new Set(idsOf(named(walking(step), there, [], 1)).map(personId));
      expect([...there]).toEqual([a]);
    }
    expect(idsOf(ordered([head('a', { away: 9 }), head('b', { away: 6 })], new Set([a])))).toEqual([b, a]);
  });

  it('is never more than there may be, and nobody twice', () => {
    const chance = chanceFrom(4);
    const crowd = Array.from({ length: 300 }, (_, i) => head(`p${i}`, { away: 2 + chance() * 30, x: chance() * 1280, y: 200 + chance() * 300, size: 20 + chance() * 30 }));
    const found = names(crowd, { limit: 28 });
    expect(found.length).toBe(28);
    expect(new Set(found).size).toBe(28);
  });
});

describe('what somebody’s name weighs', () => {
  const caption = { text: 'Hello', isPrivate: false, since: 0, until: 1 };
  const [attention, heeded, ours] = [personId('ben'), personId('cleo'), circleId('ring')];

  it('follows from what they do and where one is oneself', () => {
    const of = (more: Parameters<typeof bodyOf>[0], circle = ours): Weight => weightOf(bodyOf(more), { attention, heeded }, circle);
    expect(of({})).toBe('nobody');
    expect(of({ circle: ours })).toBe('circle');
    expect(of({ circle: circleId('other') })).toBe('nobody');
    expect(of({ circle: ours, handUp: true })).toBe('hand');
    expect(of({ id: attention, handUp: true })).toBe('acting');
    expect(of({ id: attention, caption })).toBe('saying');
    expect(of({ caption: { ...caption, isPrivate: true } })).toBe('meant');
    expect(of({ id: heeded, caption })).toBe('heeded');
    expect(weightOf(bodyOf({}), { attention, heeded }, undefined)).toBe('nobody');
  });
});

describe('sight', () => {
  const wall = (): Air => {
    const voxels = new Voxels(8);
    voxels.markTriangle([-3, 0, 0], [3, 0, 0], [-3, 3, 0]);
    voxels.markTriangle([3, 0, 0], [3, 3, 0], [-3, 3, 0]);
    voxels.measure();
    return voxels;
  };

  it('ends at a wall, and goes past it and over it', () => {
    const sees = sightIn(wall());
    expect(sees([0, 1.5, 5], [0, 1.3, -5])).toBe(false);
    expect(sees([0, 1.5, 5], [0, 1.3, 1])).toBe(true);
    expect(sees([6, 1.5, 5], [6, 1.3, -5])).toBe(true);
    expect(sees([0, 6, 2], [0, 3.5, -3])).toBe(true);
    // A chair's back is no wall.
    expect(sees([0, 1.5, 5], [0, 1.3, -0.3])).toBe(true);
    expect(march(wall(), 0, 1, 5, 0, 0, -1, 20, 0)).toBeCloseTo(5, 0);
  });

  it('finds heads where they are drawn, nobody behind the camera and not oneself', () => {
    const camera = new PerspectiveCamera(44, 2, 0.1, 100);
    camera.position.set(0, 1.3, 5);
    camera.updateMatrixWorld();
    camera.updateProjectionMatrix();
    const looking = new Looking();
    looking.sight = sightIn(wall());
    const [before, behind] = [bodyOf({ id: personId('before'), z: 2 }), bodyOf({ id: personId('behind'), z: -2 })];
    const heads = looking.heads([before, behind, bodyOf({ id: personId('back'), z: 9 }), bodyOf({ id: personId('me'), you: true, z: 2 })], { camera, width: 800, height: 400, attention: undefined, heeded: undefined });
    expect(idsOf(heads)).toEqual(['before', 'behind']);
    const [near, far] = heads;
    expect(near?.x).toBeCloseTo(400);
    expect(near && near.at.y < near.y).toBe(true);
    expect(near && far && near.size > far.size).toBe(true);
    expect([near?.seen(0), far?.seen(0)]).toEqual([true, false]);
    expect(far && looking.before(far).length).toBe(1);
    expect(near && looking.before(near)).toEqual([]);
  });
});

describe('where a name stands', () => {
  const plate = (x: number, y: number): PlateBox => ({ x, y, width: 100, height: 26 });
  const rail: PlateBox = { x: 760, y: 200, width: 80, height: 300 };

  it('is beside what covers the picture, if that is still over its own head', () => {
    expect(besides(plate(400, 200), [rail])).toBe(0);
    const slide = besides(plate(690, 200), [rail]);
    expect(slide).toBeLessThan(0);
    expect(690 + slide + 50).toBeLessThanOrEqual(720);
    expect(besides(plate(690, 200), [rail, { x: 600, y: 200, width: 60, height: 40 }])).toBe(0);
    expect(besides(plate(750, 200), [rail])).toBe(0);
  });

  it('is never on what covers the picture, nor on a nearer face', () => {
    expect(placesOf([plate(740, 200)], { covered: [rail] })).toEqual([undefined]);
    const face = { x: 400, y: 195, width: 30, height: 30 };
    const [over] = placesOf([{ ...plate(400, 200), clear: [face] }]);
    expect(over && 200 - over.shift + 13).toBeLessThanOrEqual(180);
    expect(placesOf([{ ...plate(400, 200), clear: [face], farthest: 20 }])).toEqual([undefined]);
  });

  it('is the same when it is judged again, with words or without', () => {
    const chance = chanceFrom(8);
    const heads = Array.from({ length: 60 }, (_, i) => head(`p${i}`, { away: 3 + chance() * 20, x: chance() * 900, y: 200 + chance() * 220, weight: i % 9 === 0 ? 'saying' : 'nobody' }));
    let there: ReadonlySet<PersonId> = new Set();
    const judged: string[] = [];
    for (let time = 0; time < 6; time++) {
      const chosen = named(heads, there, [], 28);
      const places = placesOf(chosen.map(({ id, x, y, weight }) => ({ ...plate(x, y - 50), ...(weight === 'saying' ? { over: { width: 260, height: 50 } } : {}), farthest: weight === 'saying' ? 110 : there.has(id) ? 57 : 33 })), { top: 0 });
      there = new Set(chosen.flatMap(({ id }, i) => (places[i] ? [id] : [])));
      judged.push(chosen.flatMap(({ id }, i) => (places[i] ? [`${id} ${places[i].shift.toFixed()} ${places[i].over}`] : [])).sort().join());
    }
    expect(judged[4]).toBe(judged[3]);
    expect(judged[5]).toBe(judged[3]);
  });

  it('is there at once when it comes, then moves softly, and is gone only when it has faded; where nothing is to move all is at once', () => {
    const life = new Life(bodyOf());
    life.moveTo({ shift: 30, over: false }, 8);
    life.carry(0.05, false);
    expect([life.shift, life.slide]).toEqual([30, 8]);
    expect(life.shown).toBeGreaterThan(0);
    expect(life.shown).toBeLessThan(1);
    life.carry(1, false);
    life.moveTo({ shift: 60, over: false }, 0);
    life.carry(0.03, false);
    expect(life.shift).toBeGreaterThan(30);
    expect(life.shift).toBeLessThan(60);
    life.moveTo(undefined, 0);
    life.carry(0.05, false);
    expect(life.gone).toBe(false);
    life.carry(0.2, false);
    expect(life.gone).toBe(true);
    const still = new Life(bodyOf());
    still.moveTo({ shift: 30, over: false }, 0);
    still.carry(0, true);
    expect(still.shown).toBe(1);
    still.moveTo(undefined, 0);
    still.carry(0, true);
    expect(still.gone).toBe(true);
  });
});
