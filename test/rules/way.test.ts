import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectId, personId, type PersonId } from '#shared/kernel/ids.ts';
import { centreOf, compileGrid, isFree, nearestFree, walkable, within } from '#shared/movement/grid.ts';
import { goalOf } from '#shared/movement/goal.ts';
import { headingTo, turnBetween, WALKING_SPEED } from '#shared/movement/move.ts';
import { goTo } from '#shared/movement/movement.capabilities.ts';
import { findPath } from '#shared/movement/path.ts';
import { describePerson } from '#shared/people/people.capabilities.ts';
import { metresTo } from '#shared/place/describe.ts';
import { actorOf, commons, makeRoom, type TestRoom } from '#test/support/room.ts';
import { toOutline } from './outlines.ts';

const grid = compileGrid(commons);
const metres = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.record({ x: metres(-21, 21), z: metres(-21, 21) });
const free = point.filter(({ x, z }) => walkable(grid, x, z));

const walkToTheEnd = (room: TestRoom, id: PersonId): void => {
  for (let at = 100; room.walking(id) && at < 120_000; at += 100) room.walks.advance(at);
};

describe('ways', () => {
  it('MO3 nothing walkable is nearer to the goal than where a way ends, even far outside the floor', () => {
    const centres = Array.from({ length: grid.size ** 2 }, (_, cell) => [cell % grid.size, Math.floor(cell / grid.size)] as const)
      .filter(([column, row]) => isFree(grid, column, row))
      .map(([column, row]) => ({ x: centreOf(grid, column), z: centreOf(grid, row) }));
    fc.assert(
      fc.property(fc.oneof(point, fc.record({ x: metres(-200, 200), z: metres(-200, 200) })), (goal) => {
        const end = nearestFree(grid, goal.x, goal.z) ?? { x: NaN, z: NaN };
        const least = Math.min(...centres.map(({ x, z }) => (x - goal.x) ** 2 + (z - goal.z) ** 2));
        expect(Math.hypot(end.x - goal.x, end.z - goal.z)).toBeLessThanOrEqual(Math.sqrt(least) + 1e-9);
        const last = findPath(grid, { x: 0, z: 8 }, goal)?.at(-1) ?? { x: 0, z: 8 };
        expect(Math.hypot(last.x - end.x, last.z - end.z)).toBeLessThan(0.05);
      }),
      { numRuns: 60 },
    );
  });

  it('MO4 a walk to any object, from anywhere, ends 0.8 m from its nearest edge and faces it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...commons.objects), free, (thing, start) => {
        const room = makeRoom();
        const ana = room.add('Ana', start);
        const near = toOutline(thing, start) <= 0.8;
        const goal = goalOf(room, ana, { to: 'object', id: thing.id }) ?? { x: NaN, z: NaN, face: NaN };
        room.walks.goTo(ana, goal, goal.face, 0);
        walkToTheEnd(room, ana);
        const pose = room.poseOf(ana) ?? { x: NaN, z: NaN, heading: NaN };
        if (near) expect(Math.hypot(pose.x - start.x, pose.z - start.z)).toBeLessThan(0.06);
        else expect(toOutline(thing, pose)).toBeCloseTo(0.8, 1);
        expect(Math.abs(turnBetween(pose.heading, headingTo(pose, thing)))).toBeLessThan(0.1);
      }),
      { numRuns: 60 },
    );
  });

  it('MO4 whoever sits on a bench and goes to it ends beside it, not in it', () => {
    for (const thing of commons.objects) {
      const room = makeRoom();
      const ana = room.add('Ana', { x: thing.x + 0.1, z: thing.z });
      const goal = goalOf(room, ana, { to: 'object', id: thing.id }) ?? { x: NaN, z: NaN };
      expect(thing.solid && within(thing.solid, goal.x - thing.x, goal.z - thing.z)).toBe(false);
      expect(toOutline(thing, goal)).toBeCloseTo(0.8, 2);
    }
  });

  it('MO4 a walk to a person ends 1.3 m from them and faces them; whoever is nearer stays and turns', () => {
    const open = free.filter(({ x, z }) => Math.hypot(x, z) > 9 && Math.hypot(x, z) < 17);
    fc.assert(
      fc.property(free, open, (start, there) => {
        const room = makeRoom();
        const [ana, ben] = [room.add('Ana', start), room.add('Ben', there)];
        const away = Math.hypot(start.x - there.x, start.z - there.z);
        // Of two who stand in one another, one steps aside.
        fc.pre(away > 0.05);
        const goal = goalOf(room, ana, { to: 'person', id: ben }) ?? { x: NaN, z: NaN, face: NaN };
        room.walks.goTo(ana, goal, goal.face, 0);
        walkToTheEnd(room, ana);
        const pose = room.poseOf(ana) ?? { x: NaN, z: NaN, heading: NaN };
        expect(Math.hypot(pose.x - there.x, pose.z - there.z)).toBeCloseTo(Math.min(away, 1.3), 1);
        expect(Math.abs(turnBetween(pose.heading, headingTo(pose, there)))).toBeLessThan(0.1);
      }),
      { numRuns: 60 },
    );
  });

  it('MO4 whoever has left cannot be gone to, nor what the room does not have', () => {
    const room = makeRoom();
    const me = actorOf(room.add('Ana'));
    expect(goTo.accepts?.(room, me, { to: 'person', id: personId('ben') })).toMatchObject({ granted: false, refusal: { code: 'people.notHere' } });
    expect(goTo.accepts?.(room, me, { to: 'object', id: objectId('moon') })).toMatchObject({ granted: false, refusal: { code: 'move.noSuchPlace' } });
    expect(describePerson.accepts?.(room, me, { person: personId('ben') })).toMatchObject({ granted: false, refusal: { code: 'people.notHere' } });
  });

  it('MO9 whoever sets out again at the end of a way has not arrived until the end of the second', () => {
    const room = makeRoom();
    const ana = room.add('Ana', { x: 0, z: 8 });
    room.walks.goTo(ana, { x: 1, z: 8 }, undefined, 0);
    room.walks.goTo(ana, { x: 8, z: 8 }, undefined, 5_000);
    expect(room.walks.advance(5_100)).toEqual([]);
    expect(room.walks.advance(60_000)).toEqual([ana]);
    expect(room.poseOf(ana)).toMatchObject({ x: 8, z: 8 });
    expect(room.walks.advance(60_100)).toEqual([]);
  });

  it('MO2 MO9 nobody is faster than 1.8 m/s or arrives where they did not set out for, whatever they do', () => {
    const act = fc.oneof(
      point.map((goal) => ({ do: 'go', goal }) as const),
      fc.record({ do: fc.constant('steer' as const), heading: metres(-4, 4), pace: fc.constantFrom(0, 0.5, 1, 7) }),
      fc.constant({ do: 'stop' } as const),
      fc.constant({ do: 'wait' } as const),
    );
    const script = fc.array(fc.record({ act, after: fc.integer({ min: 0, max: 6_000 }), tick: fc.boolean() }), { maxLength: 25 });
    fc.assert(
      fc.property(free, script, (start, steps) => {
        const room = makeRoom();
        const ana = room.add('Ana', start);
        let goal: { x: number; z: number } | undefined;
        let at = 0;
        let walkedUntil = 0;
        for (const step of steps) {
          const [before, walking] = [room.poseOf(ana) ?? start, room.walking(ana)];
          at += step.after;
          if (step.act.do === 'go') expect(room.walks.goTo(ana, step.act.goal, undefined, at)).toBe(true);
          if (step.act.do === 'steer') room.walks.steer(ana, step.act, at);
          if (step.act.do === 'stop') room.walks.stop(ana, at);
          if (step.act.do === 'go') goal = step.act.goal;
          else if ((step.act.do === 'stop' && walking) || (step.act.do === 'steer' && step.act.pace > 0)) goal = undefined;
          const arrived = step.tick ? room.walks.advance(at) : [];
          const pose = room.poseOf(ana) ?? start;
          expect(Math.hypot(pose.x - before.x, pose.z - before.z)).toBeLessThanOrEqual(((at - walkedUntil) / 1000) * WALKING_SPEED + 1e-6);
          if (step.tick || step.act.do !== 'wait') walkedUntil = at;
          expect(walkable(grid, pose.x, pose.z)).toBe(true);
          expect(room.walks.walkOf(ana)?.speed).toBeLessThanOrEqual(WALKING_SPEED + 1e-6);
          if (arrived.length === 0) continue;
          const end = goal && nearestFree(grid, goal.x, goal.z);
          expect(end && Math.hypot(end.x - pose.x, end.z - pose.z)).toBeLessThan(0.06);
          goal = undefined;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('PL2 the distance to an object is the distance to its nearest edge, and none within it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...commons.objects), point, (thing, from) => {
        const inside = thing.solid && within(thing.solid, from.x - thing.x, from.z - thing.z);
        expect(metresTo(thing, from)).toBeCloseTo(inside ? 0 : toOutline(thing, from), 2);
      }),
    );
  });
});
