import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectId } from '#shared/kernel/ids.ts';
import { goalOf } from '#shared/movement/goal.ts';
import { compileGrid, walkable } from '#shared/movement/grid.ts';
import { move, WALKING_SPEED } from '#shared/movement/move.ts';
import { findPath } from '#shared/movement/path.ts';
import { STEER_TIMEOUT } from '#shared/movement/walks.ts';
import { commons, makeRoom } from '#test/support/room.ts';

const grid = compileGrid(commons);
const heading = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
const point = fc.record({ x: fc.double({ min: -21, max: 21, noNaN: true }), z: fc.double({ min: -21, max: 21, noNaN: true }) });
const free = point.filter(({ x, z }) => walkable(grid, x, z));

describe('movement', () => {
  it('MO1 nobody ever stands in a blocked cell, whatever the input', () => {
    const inputs = fc.array(fc.record({ heading, pace: fc.double({ min: -5, max: 50 }), seconds: fc.double({ min: -1, max: 3 }) }), { maxLength: 30 });
    fc.assert(
      fc.property(free, inputs, (start, all) => {
        let pose = { ...start, heading: 0 };
        for (const { seconds, ...steer } of all) {
          pose = move(pose, steer, seconds, grid);
          expect(walkable(grid, pose.x, pose.z)).toBe(true);
        }
      }),
    );
  });

  it('MO1 a wall met at an angle is slid along', () => {
    const room = makeRoom();
    const ana = room.add('Ana', { x: -3, z: 0.4 });
    room.walks.steer(ana, { heading: Math.PI / 2, pace: 1 }, 0);
    const straight = move({ x: -3, z: 0.4, heading: 0 }, { heading: Math.PI / 2 - 0.6, pace: 1 }, 2, grid);
    // The hearth's stones are in the way at x = −1.4: the walk goes on beside them.
    expect(Math.hypot(straight.x + 3, straight.z - 0.4)).toBeGreaterThan(1.5);
  });

  it('MO2 nobody covers more than 1.8 m a second, by however many inputs', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ heading, pace: fc.double({ min: 0, max: 9, noNaN: true }), after: fc.integer({ min: 0, max: 400 }) }), { maxLength: 40 }), (inputs) => {
        const room = makeRoom();
        const ana = room.add('Ana', { x: 0, z: 8 });
        let at = 0;
        let walked = 0;
        let before = room.poseOf(ana);
        for (const { after, ...steer } of inputs) {
          at += after;
          room.walks.steer(ana, steer, at);
          room.walks.advance(at);
          const now = room.poseOf(ana);
          if (before && now) walked += Math.hypot(now.x - before.x, now.z - before.z);
          before = now;
        }
        expect(walked).toBeLessThanOrEqual((at / 1000) * WALKING_SPEED + 1e-6);
      }),
    );
  });

  it('MO3 a path crosses no blocked cell, ends nearest to its goal, and is no shorter than the straight line', () => {
    fc.assert(
      fc.property(free, point, (start, goal) => {
        const corners = findPath(grid, start, goal);
        expect(corners).toBeDefined();
        const end = corners?.at(-1) ?? start;
        expect(walkable(grid, end.x, end.z)).toBe(true);
        if (walkable(grid, goal.x, goal.z)) expect(Math.hypot(end.x - goal.x, end.z - goal.z)).toBeLessThan(0.36);
        let length = 0;
        let from = start;
        for (const corner of corners ?? []) {
          const metres = Math.hypot(corner.x - from.x, corner.z - from.z);
          for (let done = 0; done <= metres; done += 0.05) {
            const share = metres === 0 ? 0 : done / metres;
            expect(walkable(grid, from.x + (corner.x - from.x) * share, from.z + (corner.z - from.z) * share)).toBe(true);
          }
          length += metres;
          from = corner;
        }
        expect(length).toBeGreaterThanOrEqual(Math.hypot(end.x - start.x, end.z - start.z) - 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('MO4 going to a person ends 1.3 m from them, to an object 0.8 m from its edge, facing', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana', { x: 0, z: 8 }), room.add('Ben', { x: 5, z: 8 })];
    const toBen = goalOf(room, ana, { to: 'person', id: ben });
    expect(Math.hypot(5 - (toBen?.x ?? 0), 8 - (toBen?.z ?? 0))).toBeCloseTo(1.3);
    expect(toBen?.face).toBeCloseTo(Math.PI / 2);
    const toHearth = goalOf(room, ana, { to: 'object', id: objectId('hearth') });
    expect(Math.hypot(toHearth?.x ?? 0, toHearth?.z ?? 0)).toBeCloseTo(1.15 + 0.8);
    expect(Math.abs(toHearth?.face ?? 0)).toBeCloseTo(Math.PI);
  });

  it('MO5 what came before an input is walked first, under the old one', () => {
    const room = makeRoom();
    const ana = room.add('Ana', { x: 0, z: 8 });
    room.walks.steer(ana, { heading: 0, pace: 1 }, 0);
    room.walks.steer(ana, { heading: Math.PI / 2, pace: 1 }, 1_000);
    expect(room.poseOf(ana)?.z).toBeCloseTo(8 + WALKING_SPEED);
    expect(room.poseOf(ana)?.x).toBeCloseTo(0);
  });

  it('MO6 someone who steers and is not heard of for two seconds stops', () => {
    const room = makeRoom();
    const ana = room.add('Ana', { x: 0, z: 8 });
    room.walks.steer(ana, { heading: 0, pace: 1 }, 0);
    room.walks.advance(STEER_TIMEOUT - 50);
    expect(room.walking(ana)).toBe(true);
    room.walks.advance(STEER_TIMEOUT + 50);
    expect(room.walking(ana)).toBe(false);
  });

  it('MO8 steering leaves a path; the sign of life of someone who stands does not', () => {
    const room = makeRoom();
    const ana = room.add('Ana', { x: 0, z: 8 });
    room.walks.goTo(ana, { x: 8, z: 8 }, undefined, 0);
    room.walks.steer(ana, { heading: 0, pace: 0 }, 100);
    expect(room.walks.isOnPath(ana)).toBe(true);
    room.walks.steer(ana, { heading: 0, pace: 1 }, 200);
    expect(room.walks.isOnPath(ana)).toBe(false);
  });
});
