import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch } from '#server/host/dispatch.ts';
import { Rates } from '#server/host/rates.ts';
import { arrive } from '#server/rooms/arrivals.ts';
import { readSnapshot, takeSnapshot, takeUpSnapshot } from '#server/rooms/snapshot.ts';
import { around, circlesAround } from '#shared/circles/around.ts';
import { endStrays } from '#shared/circles/circles.cues.ts';
import { CIRCLE_MOST, circleName, circleOf, circlesOf } from '#shared/circles/circles.rules.ts';
import type { Cue } from '#shared/kernel/cue.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { walkable } from '#shared/movement/grid.ts';
import { actorOf, commons, factsOf, makeRoom, momentAt, type TestRoom } from '#test/support/room.ts';

let made = 0;
/** Asks as a client does; the code of the refusal, or what was told. */
const ask = (room: TestRoom, who: PersonId, id: string, payload: object = {}, at = 0): string | readonly Cue[] => {
  const before = factsOf(room);
  const result = dispatch(room, actorOf(who), { id, key: 'key-of-one', payload }, { ...momentAt(at), newId: () => `made-${++made}` }, new Rates());
  if ('done' in result) {
    const cues = result.done.cues();
    result.done.settle(room);
    return cues;
  }
  expect(factsOf(room)).toBe(before);
  return result.refused.refusal.code;
};
const walkOn = (room: TestRoom, at: number): readonly Cue[] => room.walks.advance(at).flatMap((id) => arrive(room, id));
const settled = (room: TestRoom): void => {
  for (let at = 1_000; at <= 60_000; at += 100) walkOn(room, at);
};
const inIt = (room: TestRoom, who: PersonId): readonly PersonId[] => circleOf(room, who)?.members ?? [];
const open = { x: -8, z: 8 } as const;

/** Ana's circle under the open sky, where there is room around it. */
const withCircle = (): { room: TestRoom; ana: PersonId; circle: string } => {
  const room = makeRoom();
  const ana = room.add('Ana', open);
  ask(room, ana, 'circle.start');
  return { room, ana, circle: circlesOf(room)[0]?.id ?? '' };
};
const seated = (room: TestRoom, name: string, seat: string): PersonId => {
  const id = room.add(name);
  ask(room, id, 'seat.sit', { seat });
  settled(room);
  return id;
};

describe('circles', () => {
  it('CI1 one is in one circle at most, and a ninth is refused and may knock', () => {
    const { room, ana, circle } = withCircle();
    const others = Array.from({ length: 8 }, (_, k) => room.add(`Guest${k}`, { x: -6 + k * 0.3, z: 8 }));
    for (const other of others.slice(0, 7)) expect(ask(room, other, 'circle.join', { circle })).toMatchObject([{ kind: 'circle.joined' }, { kind: 'circle.cameIn' }]);
    const [ninth] = others.slice(7);
    if (!ninth) throw new Error('nobody');
    expect(inIt(room, ana)).toHaveLength(CIRCLE_MOST);
    expect(ask(room, ninth, 'circle.join', { circle })).toBe('circle.full');
    expect(ask(room, ninth, 'circle.knock', { circle })).toMatchObject([{ kind: 'circle.knocked', to: [ninth, ...inIt(room, ana)] }]);
    expect(ask(room, ana, 'circle.admit', { person: ninth })).toBe('circle.full');
    room.walks.place(ninth, { x: 12, z: 8, heading: 0 });
    ask(room, ninth, 'circle.start');
    ask(room, ana, 'circle.leave');
    expect(inIt(room, ninth)).toEqual([ninth]);
  });

  it('CI2 a circle is named from its landmark with a number where that is taken, or by its topic; none within reach of another, or at seats', () => {
    const { room, ana } = withCircle();
    const ben = room.add('Ben', { x: open.x + 1, z: open.z });
    expect(ask(room, ben, 'circle.start')).toBe('circle.here');
    room.walks.place(ben, { x: open.x + 4.5, z: open.z, heading: 0 });
    ask(room, ben, 'circle.start');
    const [first, second] = circlesOf(room);
    expect(second?.landmark).toBe(`${first?.landmark} 2`);
    expect(first && Math.hypot(first.x - open.x, first.z - open.z)).toBeCloseTo(first?.rim ?? NaN);
    expect(ask(room, room.add('Cy', { x: 0, z: 3 }), 'circle.start')).toBe('circle.seats');
    ask(room, ana, 'circle.topic', { topic: '  Book\u202e club ' });
    expect(circleName(circlesOf(room)[0] ?? { topic: '', landmark: '' }).values).toEqual({ topic: 'Book club' });
  });

  it('CI3 joining takes a free place on the rim, facing the middle, and leaves the other circle, which ends with its last', () => {
    const { room, ana, circle } = withCircle();
    const ben = room.add('Ben', { x: 6, z: 9 });
    ask(room, ben, 'circle.start');
    expect(circlesOf(room)).toHaveLength(2);
    ask(room, ben, 'circle.join', { circle });
    expect(circlesOf(room)).toHaveLength(1);
    expect(inIt(room, ana)).toEqual([ana, ben]);
    endStrays(room);
    settled(room);
    const [there, pose] = [circleOf(room, ben), room.poseOf(ben)];
    if (!there || !pose) throw new Error('nowhere');
    expect(Math.hypot(pose.x - there.x, pose.z - there.z)).toBeCloseTo(there.rim, 1);
    expect(pose.heading).toBeCloseTo(Math.atan2(there.x - pose.x, there.z - pose.z), 1);
    expect(Math.hypot(pose.x - open.x, pose.z - open.z)).toBeGreaterThan(0.6);
  });

  it('CI4 whoever sets out for somewhere else is in it no more, and both sides are told; a few steps, or standing up, are nothing', () => {
    const { room, ana, circle } = withCircle();
    const ben = room.add('Ben', { x: -6, z: 8 });
    ask(room, ben, 'circle.join', { circle });
    settled(room);
    expect(endStrays(room)).toEqual([]);
    ask(room, ben, 'move.goTo', { to: 'object', id: 'hearth' }, 60_000);
    expect(endStrays(room)).toMatchObject([{ kind: 'circle.left', to: [ben] }, { kind: 'circle.wentOut', to: [ana], values: { size: 1 } }]);
    const cy = seated(room, 'Cy', 'hearth-1');
    ask(room, cy, 'seat.stand', {}, 60_000);
    expect(endStrays(room)).toEqual([]);
    expect(inIt(room, cy)).toEqual([cy]);
  });

  it('CI5 whoever sits down joins the circle of the seats, unless it is full, asks for a knock or holds somebody they are parted from', () => {
    const room = makeRoom();
    const ana = seated(room, 'Ana', 'hearth-1');
    const ben = room.add('Ben', { x: 4, z: 5 });
    ask(room, ben, 'seat.sit', { seat: 'hearth-2' });
    const told: Cue[] = [];
    for (let at = 60_100; at < 120_000; at += 100) told.push(...walkOn(room, at));
    expect(told.map(({ kind }) => kind)).toEqual(['seat.sat', 'circle.joined', 'circle.cameIn']);
    expect(inIt(room, ana)).toEqual([ana, ben]);
    expect(circleOf(room, ana)?.landmark).toBe('the hearth');
    ask(room, ana, 'circle.close');
    const cy = room.add('Cy', { x: -4, z: 5 });
    ask(room, cy, 'seat.sit', { seat: 'hearth-8' }, 120_000);
    for (let at = 120_000; at < 180_000; at += 100) walkOn(room, at);
    expect([room.facts.people.get(cy)?.seated, circleOf(room, cy)]).toEqual([true, undefined]);
    ask(room, ana, 'circle.open');
    room.relations.set('block', ana, cy, true);
    ask(room, cy, 'seat.stand', {}, 180_000);
    ask(room, cy, 'seat.sit', { seat: 'hearth-8' }, 180_000);
    for (let at = 180_000; at < 240_000; at += 100) walkOn(room, at);
    expect([room.facts.people.get(cy)?.seated, circleOf(room, cy)]).toEqual([true, undefined]);
  });

  it('CI5 the rows before a stage are no circle', () => {
    const rows = { ...commons, seatGroups: commons.seatGroups.map((group) => ({ ...group, circle: false })) };
    const room = makeRoom(rows);
    seated(room, 'Ana', 'hearth-1');
    expect(circlesOf(room)).toEqual([]);
  });

  it('CI6 one knocks where it is asked for, at one circle at a time; its people let one in, or not now', () => {
    const { room, ana, circle } = withCircle();
    const ben = room.add('Ben', { x: -6, z: 8 });
    expect(ask(room, ben, 'circle.knock', { circle })).toBe('circle.open');
    ask(room, ana, 'circle.close');
    expect(ask(room, ben, 'circle.join', { circle })).toBe('circle.closed');
    expect(ask(room, ana, 'circle.admit', { person: ben })).toBe('circle.noKnocks');
    ask(room, ben, 'circle.knock', { circle });
    expect(ask(room, ben, 'circle.knock', { circle })).toBe('circle.knocked');
    expect(ask(room, ben, 'circle.admit', { person: ben })).toBe('circle.none');
    expect(ask(room, ana, 'circle.decline', { person: ben })).toMatchObject([{ kind: 'circle.declined', to: [ana, ben] }]);
    ask(room, ben, 'circle.knock', { circle });
    expect(ask(room, ana, 'circle.admit', { person: ben })).toMatchObject([{ kind: 'circle.admitted', to: [ana, ben] }, { kind: 'circle.cameIn', to: [] }]);
    expect(inIt(room, ana)).toEqual([ana, ben]);
    expect(circleOf(room, ana)?.knocks).toEqual([]);
  });

  it('CI7 only its people change a circle', () => {
    const { room } = withCircle();
    const ben = room.add('Ben', { x: 6, z: 9 });
    for (const [id, payload] of [['circle.topic', { topic: 'Mine' }], ['circle.close', {}], ['circle.open', {}], ['circle.leave', {}]] as const) expect(ask(room, ben, id, payload)).toBe('circle.none');
  });

  it('CI8 a block keeps one out, by joining, knocking or being let in', () => {
    const { room, ana, circle } = withCircle();
    const ben = room.add('Ben', { x: -6, z: 8 });
    ask(room, ana, 'circle.close');
    ask(room, ben, 'circle.knock', { circle });
    room.relations.set('block', ben, ana, true);
    expect(ask(room, ana, 'circle.admit', { person: ben })).toBe('circle.parted');
    ask(room, ana, 'circle.open');
    expect(ask(room, ben, 'circle.join', { circle })).toBe('circle.parted');
    ask(room, ana, 'circle.close');
    ask(room, ana, 'circle.decline', { person: ben });
    expect(ask(room, ben, 'circle.knock', { circle })).toBe('circle.parted');
  });

  it('CI9 circles come back from a snapshot, without whoever is gone', () => {
    const { room, ana, circle } = withCircle();
    const ben = room.add('Ben', { x: -6, z: 8 });
    ask(room, ben, 'circle.join', { circle });
    ask(room, ana, 'circle.topic', { topic: 'Book club' });
    ask(room, ben, 'people.availability', { availability: 'focused' });
    const kept = readSnapshot(JSON.stringify(takeSnapshot(room, { through: 0, open: [] })));
    const again = makeRoom();
    again.add('Ana');
    if (kept) takeUpSnapshot(again, kept, 0);
    expect(circlesOf(again)).toMatchObject([{ id: circle, topic: 'Book club', members: [ana] }]);
    expect(again.availabilities.get(ben)).toBe('focused');
  });

  it('PL3 who is with one, near or elsewhere is told apart, and nobody twice', () => {
    const { room, ana, circle } = withCircle();
    const [ben, cy, dee] = [room.add('Ben', { x: -6, z: 8 }), room.add('Cy', { x: -6, z: 9.5 }), room.add('Dee', { x: 12, z: -8 })];
    ask(room, ben, 'circle.join', { circle });
    expect(around(room, ana)).toEqual({ together: [ben], near: [cy], elsewhere: [dee] });
    expect(circlesAround(room, cy)).toMatchObject([{ id: circle, near: true }]);
    expect(circlesAround(room, dee)).toMatchObject([{ id: circle, near: false, metres: 25 }]);
    expect(circlesAround(room, ana)).toEqual([]);
  });

  it('CI1, CI3, CI4 hold after anything that ten people do', () => {
    const people = Array.from({ length: 10 }, (_, k) => personId(`p${k}`));
    const who = fc.constantFrom(...people);
    const circleAt = fc.nat({ max: 3 });
    const act = fc.oneof(
      fc.record({ who, id: fc.constantFrom('circle.start', 'circle.leave', 'circle.close', 'circle.open', 'seat.stand', 'place.safe') }),
      fc.record({ who, id: fc.constantFrom('circle.join', 'circle.knock'), circleAt }),
      fc.record({ who, id: fc.constantFrom('circle.admit', 'circle.decline'), other: who }),
      fc.record({ who, id: fc.constant('seat.sit'), seat: fc.constantFrom('hearth-1', 'hearth-2', 'hearth-3') }),
      fc.record({ who, id: fc.constant('move.goTo'), spot: fc.record({ x: fc.integer({ min: -12, max: 12 }), z: fc.integer({ min: -12, max: 12 }) }) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.integer({ min: 0, max: 3_000 })), { maxLength: 60 }), (acts) => {
        const room = makeRoom();
        for (const [k, id] of people.entries()) room.add(id, { x: -9 + k * 2, z: 9 });
        let at = 0;
        for (const [one, wait] of acts) {
          const payload =
            'circleAt' in one ? { circle: circlesOf(room)[one.circleAt]?.id ?? 'none' }
            : 'other' in one ? { person: one.other }
            : 'seat' in one ? { seat: one.seat }
            : 'spot' in one ? { to: 'spot', ...one.spot }
            : {};
          room.walks.bring(one.who, at);
          ask(room, one.who, one.id, payload, at);
          at += wait;
          walkOn(room, at);
          endStrays(room);
          const circles = circlesOf(room);
          const members = circles.flatMap((circle) => circle.members);
          expect(new Set(members).size).toBe(members.length);
          for (const circle of circles) {
            expect(circle.members.length).toBeGreaterThan(0);
            expect(circle.members.length).toBeLessThanOrEqual(CIRCLE_MOST);
            expect(circle.knocks.filter((knocking) => circle.members.includes(knocking))).toEqual([]);
            for (const member of circle.members) {
              const way = room.walks.wayOf(member) ?? room.poseOf(member);
              expect(way && Math.hypot(way.x - circle.x, way.z - circle.z)).toBeLessThan(circle.rim + 1.61);
            }
          }
          for (const id of people) {
            const pose = room.poseOf(id);
            if (pose && !room.facts.people.get(id)?.seated) expect(walkable(room.walks.grid, pose.x, pose.z)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
