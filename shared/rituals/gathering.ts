/** RI28. Where a step is held, who is there, and how one comes there. */
import type { PersonId } from '../kernel/ids.ts';
import { nearestFree, within } from '../movement/grid.ts';
import { headingTo } from '../movement/move.ts';
import { forgetIntents } from '../portals/portals.rules.ts';
import type { Layout, LayoutSeat } from '../rooms/layout.ts';
import type { Room, RoomView } from '../rooms/room.ts';
import { holdSeat, seatOf, sitDown, standUp } from '../seats/seats.rules.ts';
import { metresBetween } from '../voice/hearing.ts';

/** Seats so near (m) to a thing are at it; before a stage all are that look at it. */
const AT_IT = 5;
const BEFORE_A_STAGE = 30;
/** So far (m) from a thing one is still there, and the first stands. */
const AROUND = 4;
const CLOSE = 1.6;
/** The angle at which none stands behind another, however many come. */
const GOLDEN = 2.39996;

export interface Gathering {
  /** As spoken within a sentence. */
  readonly name: string;
  readonly x: number;
  readonly z: number;
  readonly radius: number;
  /** The nearest first. */
  readonly seats: readonly LayoutSeat[];
}

/** A place by its id; `undefined` where the room has none, and of a zone that is the whole room. */
export const gatheringAt = ({ objects, seatGroups, zones }: Pick<Layout, 'objects' | 'seatGroups' | 'zones'>, id: string): Gathering | undefined => {
  const all = seatGroups.flatMap(({ seats }) => seats);
  const near = (at: { readonly x: number; readonly z: number }, isOf: (seat: LayoutSeat) => boolean): readonly LayoutSeat[] => all.filter(isOf).toSorted((a, b) => metresBetween(a, at) - metresBetween(b, at));
  const group = seatGroups.find((one) => one.id === id);
  if (group) {
    const [x, z] = [group.seats.reduce((sum, seat) => sum + seat.x, 0) / group.seats.length, group.seats.reduce((sum, seat) => sum + seat.z, 0) / group.seats.length];
    return { name: group.name, x, z, radius: Math.max(AROUND, ...group.seats.map((seat) => metresBetween(seat, { x, z }) + 1)), seats: group.seats };
  }
  const thing = objects.find((one) => one.id === id);
  if (thing) return { name: thing.name, x: thing.x, z: thing.z, radius: AROUND + 1, seats: near(thing, (seat) => metresBetween(seat, thing) <= AT_IT) };
  const zone = zones.find((one) => one.id === id);
  if (!zone || zones.length === 1) return undefined;
  const { name, x, z, shape } = zone;
  const half = shape.kind === 'circle' ? shape.radius : Math.min(shape.width, shape.depth) / 2;
  // People come before a stage, not upon it.
  if (zone.rule === 'stage') return { name, x, z, radius: half + BEFORE_A_STAGE / 2, seats: near(zone, (seat) => metresBetween(seat, zone) <= BEFORE_A_STAGE) };
  return { name, x, z, radius: half, seats: near(zone, (seat) => within(shape, seat.x - x, seat.z - z)) };
};

/** Whether somebody is there, or on the way to a seat there. */
export const isGathered = (room: RoomView, id: PersonId, { x, z, radius, seats }: Gathering): boolean => {
  if (seats.some((seat) => room.facts.seats.get(seat.id) === id)) return true;
  const pose = room.poseOf(id);
  return pose !== undefined && !seatOf(room, id) && metresBetween(pose, { x, z }) <= radius;
};

/** Somebody walks there: to a seat that is free, else to a spot of their own beside it. */
export const comeThere = (room: Room, id: PersonId, place: Gathering, at: number): void => {
  const person = room.facts.people.get(id);
  if (!person) return;
  const seat = place.seats.find((one) => !room.facts.seats.has(one.id));
  forgetIntents(room, id);
  if (seat) {
    holdSeat(room, id, seat.id);
    if (!room.walks.goTo(id, seat, seat.heading, at)) sitDown(room, id);
    return;
  }
  standUp(room, id);
  const turn = person.index * GOLDEN;
  const out = CLOSE + (place.radius - CLOSE) * Math.sqrt((person.index % 40) / 40);
  const spot = nearestFree(room.walks.grid, place.x + Math.sin(turn) * out, place.z + Math.cos(turn) * out);
  if (spot) room.walks.goTo(id, spot, headingTo(spot, place), at);
};

/** Whether somebody is taken out of nothing by being brought: they stand, alone, open to others, and go nowhere. */
export const isIdle = (room: RoomView, id: PersonId): boolean => {
  const person = room.facts.people.get(id);
  if (!person?.connected || person.seated || person.venue !== '' || person.availability !== 'open' || person.following !== '') return false;
  return !room.walking(id) && !seatOf(room, id) && ![...room.facts.circles.values()].some(({ members }) => members.includes(id));
};
