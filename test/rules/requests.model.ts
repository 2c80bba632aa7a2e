/** A room beside the model of it: what each request must answer, and what must be true after it. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { dispatch } from '#server/host/dispatch.ts';
import { Rates } from '#server/host/rates.ts';
import { arrive } from '#server/rooms/arrivals.ts';
import { handQueue } from '#shared/hand/hand.rules.ts';
import { personId } from '#shared/kernel/ids.ts';
import { walkable } from '#shared/movement/grid.ts';
import { WALKING_SPEED } from '#shared/movement/move.ts';
import { actorOf, commons, factsOf, makeRoom, momentAt, type TestRoom } from '#test/support/room.ts';

export const names = ['ana', 'ben', 'cy'] as const;
type Name = (typeof names)[number];
const seats = commons.seatGroups.flatMap((group) => group.seats);

export interface Model {
  queue: Name[];
  readonly held: Map<string, Name>;
}
export interface Real {
  readonly room: TestRoom;
  at: number;
  tickedAt: number;
}
type Step = fc.Command<Model, Real>;

export const setUp = (): { model: Model; real: Real } => {
  const room = makeRoom();
  for (const [at, name] of names.entries()) room.add(name, { x: at * 2, z: 8 });
  return { model: { queue: [], held: new Map() }, real: { room, at: 0, tickedAt: 0 } };
};

const ask = (real: Real, who: Name, id: string, payload: unknown): string => {
  const before = factsOf(real.room);
  const result = dispatch(real.room, actorOf(personId(who)), { id, key: 'key-of-one', payload }, momentAt(real.at), new Rates());
  if ('done' in result) return 'accepted';
  expect(factsOf(real.room)).toBe(before);
  return result.refused.refusal.code;
};

/** HA1–HA4, SE1, SE3, SE4 as they must stand after anything at all. */
const agree = ({ queue, held }: Model, { room }: Real): void => {
  expect(handQueue(room.facts)).toEqual(queue);
  expect(new Map(room.facts.seats)).toEqual(held);
  for (const name of names.map(personId)) {
    const [pose, person] = [room.poseOf(name), room.facts.people.get(name)];
    const seat = seats.find(({ id }) => held.get(id) === name);
    if (person?.seated) expect(pose).toEqual({ x: seat?.x, z: seat?.z, heading: seat?.heading });
    else expect(walkable(room.walks.grid, pose?.x ?? NaN, pose?.z ?? NaN)).toBe(true);
  }
};

const step = (words: string, run: (model: Model, real: Real) => void): Step => ({
  check: () => true,
  run: (model, real) => {
    run(model, real);
    agree(model, real);
  },
  toString: () => words,
});

const letGo = ({ held }: Model, who: Name): boolean => {
  const seat = [...held].find(([, holder]) => holder === who);
  return seat !== undefined && held.delete(seat[0]);
};

const raise = (who: Name) =>
  step(`${who} raises`, (model, real) => {
    const up = model.queue.includes(who);
    expect(ask(real, who, 'hand.raise', {})).toBe(up ? 'hand.alreadyRaised' : 'accepted');
    if (!up) model.queue.push(who);
  });
const lower = (who: Name) =>
  step(`${who} lowers`, (model, real) => {
    expect(ask(real, who, 'hand.lower', {})).toBe(model.queue.includes(who) ? 'accepted' : 'hand.notRaised');
    model.queue = model.queue.filter((other) => other !== who);
  });
const sit = (who: Name, seat: string) =>
  step(`${who} takes ${seat}`, (model, real) => {
    const holder = model.held.get(seat);
    expect(ask(real, who, 'seat.sit', { seat })).toBe(holder === undefined ? 'accepted' : holder === who ? 'seat.already' : 'seat.taken');
    if (holder !== undefined) return;
    letGo(model, who);
    model.held.set(seat, who);
  });
const sitAnywhere = (who: Name) =>
  step(`${who} sits down`, (model, real) => {
    const here = real.room.poseOf(personId(who)) ?? { x: NaN, z: NaN };
    const away = ({ x, z }: { x: number; z: number }): number => Math.hypot(x - here.x, z - here.z);
    const free = seats.filter(({ id }) => !model.held.has(id)).sort((a, b) => away(a) - away(b));
    expect(ask(real, who, 'seat.sit', {})).toBe('accepted');
    letGo(model, who);
    if (free[0]) model.held.set(free[0].id, who);
  });
const stand = (who: Name) =>
  step(`${who} stands`, (model, real) => {
    expect(ask(real, who, 'seat.stand', {})).toBe([...model.held.values()].includes(who) ? 'accepted' : 'seat.standing');
    letGo(model, who);
  });
const goTo = (who: Name, goal: { to: string; id: string }) =>
  step(`${who} goes to ${goal.id}`, (model, real) => {
    expect(ask(real, who, 'move.goTo', goal)).toBe(goal.id === who ? 'move.toYourself' : 'accepted');
    if (goal.id !== who) letGo(model, who);
  });
const stop = (who: Name) =>
  step(`${who} stops`, (model, real) => {
    const walking = real.room.walking(personId(who));
    expect(ask(real, who, 'move.stop', {})).toBe(walking ? 'accepted' : 'move.standing');
    if (walking) letGo(model, who);
  });
const pass = (milliseconds: number, quietly: boolean) =>
  step(`${milliseconds} ms${quietly ? ' before the tick' : ''}`, (model, real) => {
    real.at += milliseconds;
    if (quietly) return;
    const before = names.map((name) => real.room.poseOf(personId(name)));
    const arrived = real.room.walks.advance(real.at);
    for (const id of arrived) {
      const holds = ([...model.held.values()] as string[]).includes(id);
      const [heard] = arrive(real.room, id);
      expect([heard?.kind, real.room.facts.people.get(id)?.seated]).toEqual(holds ? ['seat.sat', true] : ['move.arrived', false]);
    }
    for (const [at, name] of names.entries()) {
      const [from, to] = [before[at], real.room.poseOf(personId(name))];
      // The last step onto a seat leaves the walkable floor: it is no longer than a bench is deep.
      const metres = Math.hypot((to?.x ?? NaN) - (from?.x ?? NaN), (to?.z ?? NaN) - (from?.z ?? NaN));
      expect(metres).toBeLessThanOrEqual(((real.at - real.tickedAt) / 1000) * WALKING_SPEED + 0.8);
    }
    real.tickedAt = real.at;
  });

const who = fc.constantFrom(...names);
const seat = fc.constantFrom('hearth-1', 'hearth-6', 'west-bench-1', 'east-bench-2');
const goal = fc.oneof(who.map((id) => ({ to: 'person', id })), fc.constantFrom(...commons.objects).map(({ id }) => ({ to: 'object', id })));

export const steps: readonly fc.Arbitrary<Step>[] = [
  who.map(raise),
  who.map(lower),
  fc.tuple(who, seat).map(([name, id]) => sit(name, id)),
  who.map(sitAnywhere),
  who.map(stand),
  fc.tuple(who, goal).map(([name, target]) => goTo(name, target)),
  who.map(stop),
  fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.boolean()).map(([time, quietly]) => pass(time, quietly)),
];
