import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatId, type PersonId } from '#shared/kernel/ids.ts';
import { walkable } from '#shared/movement/grid.ts';
import type { Point } from '#shared/movement/path.ts';
import { goTo } from '#shared/movement/movement.capabilities.ts';
import { startCircle } from '#shared/circles/circles.capabilities.ts';
import { sit, stand } from '#shared/seats/seats.capabilities.ts';
import { setFollowing } from '#shared/follow/follow.rules.ts';
import { joinsVenue, nearestFreeSeat, seatOf, sitDown, sitsAtVenue } from '#shared/seats/seats.rules.ts';
import { actorOf, commons, layoutNamed, makeRoom, momentAt, type TestRoom } from '#test/support/room.ts';

const allSeats = commons.seatGroups.flatMap((group) => group.seats);
const north = seatId('hearth-1');
const east = seatId('hearth-4');
const at = (room: TestRoom, venue: string, id: PersonId): void => void Object.assign(room.facts.people.get(id) ?? {}, { venue });
const gap = (a: Point | undefined, b: Point | undefined): number => (a && b ? Math.hypot(a.x - b.x, a.z - b.z) : Infinity);
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

  it('SE2 at a venue it is the one nearest to those of it', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana', { x: 0, z: -5 }), room.add('Ben', { x: 0, z: -5 })];
    sitOn(room, ana, east);
    at(room, 'Library Hall', ana);
    at(room, 'library hall', ben);
    expect(gap(nearestFreeSeat(room, ben), seatOf(room, ana))).toBeLessThan(2);
    at(room, '', ben);
    expect(nearestFreeSeat(room, ben)?.id).toBe(north);
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

  /** Says so, sits down if that is due, and walks to the end of the way. */
  const comeTo = (room: TestRoom, venue: string, id: PersonId): void => {
    at(room, venue, id);
    if (!sitsAtVenue(room, id, venue)) return;
    sit.apply(room, actorOf(id), {}, momentAt(0));
    for (let now = 100; now < 60_000 && room.walks.isOnPath(id); now += 100) room.walks.advance(now);
    sitDown(room, id);
  };

  it('SE2 SE8 those of one venue sit side by side, in each of our rooms; the next venue begins apart from them', () => {
    for (const layout of [commons, ...['stage', 'studio', 'library', 'cafe', 'garden'].map(layoutNamed)]) {
      const room = makeRoom(layout);
      const [hall, café] = [['Ana', 'Ben', 'Cy', 'Dee'], ['Eve', 'Fay']].map((names) => names.map((name) => room.add(name)));
      for (const id of hall ?? []) comeTo(room, 'Library Hall', id);
      for (const id of café ?? []) comeTo(room, 'Café', id);
      for (const group of [hall ?? [], café ?? []])
        for (const id of group) {
          const seat = seatOf(room, id);
          expect(room.facts.people.get(id)?.seated, `${layout.id} ${id}`).toBe(true);
          expect(Math.min(...group.filter((other) => other !== id).map((other) => gap(seatOf(room, other), seat))), `${layout.id} ${id}`).toBeLessThan(2.5);
        }
    }
  });

  it('SE8 whoever walks away stays away, until they say it again or sit down; whoever sits, or is in a circle, is left there', () => {
    const room = makeRoom();
    const [ana, ben, cy] = [room.add('Ana'), room.add('Ben'), room.add('Cy')];
    for (const id of [ana, ben]) comeTo(room, 'Library Hall', id);
    const before = seatOf(room, ana);
    goTo.apply(room, actorOf(ben), { to: 'spot', x: 6, z: 8 }, momentAt(60_000));
    expect([seatOf(room, ana), seatOf(room, ben)]).toEqual([before, undefined]);
    comeTo(room, 'Library Hall', ben);
    expect(gap(seatOf(room, ben), before)).toBeLessThan(2);
    startCircle.apply(room, actorOf(cy), {}, momentAt(1));
    comeTo(room, 'Library Hall', cy);
    expect(seatOf(room, cy)).toBeUndefined();
    comeTo(room, '', ben);
    expect(gap(seatOf(room, ben), before)).toBeLessThan(2);
  });

  it('SE8 whoever comes through a portal sits down where others of their venue sit, and nowhere else, nor behind someone', () => {
    const room = makeRoom();
    const [ana, ben, cy] = [room.add('Ana'), room.add('Ben'), room.add('Cy')];
    comeTo(room, 'Library Hall', ana);
    at(room, 'library hall', ben);
    at(room, 'Café', cy);
    expect([ana, ben, cy].map((id) => joinsVenue(room, id))).toEqual([false, true, false]);
    setFollowing(room, ben, cy);
    expect(joinsVenue(room, ben)).toBe(false);
  });

  it('SE8 where every seat is held, whoever is at a venue stands', () => {
    const room = makeRoom();
    for (const seat of allSeats) sitOn(room, room.add(`p${seat.id}`), seatId(seat.id));
    const ana = room.add('Ana');
    comeTo(room, 'Library Hall', ana);
    expect(seatOf(room, ana)).toBeUndefined();
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
