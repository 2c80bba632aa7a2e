import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatId, type PersonId } from '#shared/kernel/ids.ts';
import { walkable } from '#shared/movement/grid.ts';
import { goTo } from '#shared/movement/movement.capabilities.ts';
import { sit, stand } from '#shared/seats/seats.capabilities.ts';
import { nearestFreeSeat, seatOf, sitDown } from '#shared/seats/seats.rules.ts';
import { actorOf, commons, makeRoom, momentAt, type TestRoom } from '#test/support/room.ts';

const allSeats = commons.seatGroups.flatMap((group) => group.seats);
const north = seatId('hearth-1');
const east = seatId('hearth-4');
const sitOn = (room: TestRoom, id: PersonId, seat: typeof north) => sit.apply(room, actorOf(id), { seat }, momentAt(0));

describe('seats', () => {
  it('SE1 taking a seat lets go of the other', () => {
    const room = makeRoom();
    const ana = room.add('Ana');
    sitOn(room, ana, north);
    sitOn(room, ana, east);
    expect([...room.facts.seats]).toEqual([[east, ana]]);
  });

  it('SE2 without a choice one takes the nearest free seat', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana', { x: 0, z: -5 }), room.add('Ben', { x: 0, z: -5 })];
    expect(nearestFreeSeat(room, ana)?.id).toBe(north);
    sitOn(room, ana, north);
    expect(nearestFreeSeat(room, ben)?.id).not.toBe(north);
  });

  it('SE3 standing up, walking elsewhere or going to a person lets go of the seat, even on the way to it', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana'), room.add('Ben', { x: 3, z: 6 })];
    sitOn(room, ana, north);
    stand.apply(room, actorOf(ana), {}, momentAt(10));
    expect(room.facts.seats.size).toBe(0);
    sitOn(room, ana, north);
    goTo.apply(room, actorOf(ana), { to: 'person', id: ben }, momentAt(20));
    expect(seatOf(room, ana)).toBeUndefined();
  });

  it('SE4 whoever arrives sits exactly on the seat, facing as it faces', () => {
    const room = makeRoom();
    const ana = room.add('Ana');
    sitOn(room, ana, east);
    let arrived: readonly PersonId[] = [];
    for (let at = 100; arrived.length === 0 && at < 60_000; at += 100) arrived = room.walks.advance(at);
    expect(arrived).toEqual([ana]);
    sitDown(room, ana);
    const seat = allSeats.find(({ id }) => id === east);
    expect(room.poseOf(ana)).toEqual({ x: seat?.x, z: seat?.z, heading: seat?.heading });
    expect(room.facts.people.get(ana)?.seated).toBe(true);
  });

  it('SE7 whoever stands up can walk on from there, even from a bench that bodies cannot pass', () => {
    for (const { id, x, z, heading } of allSeats) {
      const room = makeRoom();
      const ana = room.add('Ana', { x, z });
      sitOn(room, ana, id);
      sitDown(room, ana);
      stand.apply(room, actorOf(ana), {}, momentAt(10));
      const pose = room.poseOf(ana);
      expect(walkable(room.walks.grid, pose?.x ?? NaN, pose?.z ?? NaN), id).toBe(true);
      expect(Math.hypot((pose?.x ?? NaN) - x, (pose?.z ?? NaN) - z)).toBeLessThan(1);
      expect(pose?.heading).toBe(heading);
    }
  });

  it('SE5 a held seat is refused, with the name of whoever has it', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana'), room.add('Ben')];
    sitOn(room, ana, north);
    expect(sit.accepts?.(room, actorOf(ben), { seat: north })).toMatchObject({ granted: false, refusal: { code: 'seat.taken', values: { name: 'Ana' } } });
    expect(sit.accepts?.(room, actorOf(ana), { seat: north })).toMatchObject({ granted: false, refusal: { code: 'seat.already' } });
    expect(sit.accepts?.(room, actorOf(ben), { seat: seatId('no-such') })).toMatchObject({ granted: false, refusal: { code: 'seat.noSuchSeat' } });
  });

  it('SE1 nobody ever holds two seats, and no seat two people, whatever they ask', () => {
    const names = ['a', 'b', 'c'];
    const step = fc.record({ name: fc.constantFrom(...names), seat: fc.option(fc.constantFrom(...allSeats.map(({ id }) => id)), { nil: undefined }), up: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const room = makeRoom();
        for (const name of names) room.add(name);
        for (const { name, seat, up } of steps) {
          const actor = actorOf(name as PersonId);
          if (up && stand.permit(room, actor).granted) stand.apply(room, actor, {}, momentAt(1));
          else if (sit.permit(room, actor).granted && sit.accepts?.(room, actor, { seat }).granted) sit.apply(room, actor, { seat }, momentAt(1));
          const holders = [...room.facts.seats.values()];
          expect(new Set(holders).size).toBe(holders.length);
        }
      }),
    );
  });
});
