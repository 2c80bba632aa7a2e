import { followedBy } from '../follow/follow.rules.ts';
import type { PersonId, SeatId } from '../kernel/ids.ts';
import { nearestFree } from '../movement/grid.ts';
import type { Point } from '../movement/path.ts';
import { isSameVenue } from '../people/venues.ts';
import type { LayoutSeat } from '../rooms/layout.ts';
import type { Room, RoomView } from '../rooms/room.ts';

/** The seat someone holds, whether they sit already or walk to it. */
export const seatOf = (room: RoomView, id: PersonId): LayoutSeat | undefined => {
  for (const group of room.layout.seatGroups) {
    const held = group.seats.find((seat) => room.facts.seats.get(seat.id) === id);
    if (held) return held;
  }
  return undefined;
};

export const seatById = (room: RoomView, id: SeatId): LayoutSeat | undefined => {
  for (const group of room.layout.seatGroups) {
    const found = group.seats.find((seat) => seat.id === id);
    if (found) return found;
  }
  return undefined;
};

const isFree = (room: RoomView, seat: LayoutSeat): boolean => !room.facts.seats.has(seat.id);

const venueOf = (room: RoomView, id: string): string => room.facts.people.get(id)?.venue ?? '';
const isAtVenue = (room: RoomView, id: PersonId): boolean => venueOf(room, id) !== '';

/** The seats that those at someone's venue hold. */
const seatsOfVenue = (room: RoomView, id: PersonId): readonly LayoutSeat[] => {
  if (!isAtVenue(room, id)) return [];
  const venue = venueOf(room, id);
  return room.layout.seatGroups.flatMap(({ seats }) => seats.filter((seat) => {
    const holder = room.facts.seats.get(seat.id);
    return holder !== undefined && holder !== id && isSameVenue(venueOf(room, holder), venue);
  }));
};

/** SE2. The free seat that is nearest to someone; at a venue, the one where they sit with those of it. `undefined` when every seat is held. */
export const nearestFreeSeat = (room: RoomView, id: PersonId): LayoutSeat | undefined => {
  const free = room.layout.seatGroups.flatMap(({ seats }) => seats.filter((seat) => isFree(room, seat)));
  const mates = seatsOfVenue(room, id);
  if (mates.length > 0) return nearest(free, (seat) => nearestOf(mates, seat));
  if (isAtVenue(room, id)) return firstSeatOfVenue(room);
  const here = room.poseOf(id);
  return nearest(free, (seat) => (here ? nearestOf([here], seat) : 0));
};

const nearest = (seats: readonly LayoutSeat[], distance: (seat: LayoutSeat) => number): LayoutSeat | undefined =>
  seats.reduce<LayoutSeat | undefined>((best, seat) => (best === undefined || distance(seat) < distance(best) ? seat : best), undefined);

const nearestOf = (points: readonly Point[], seat: LayoutSeat): number => Math.min(...points.map((one) => Math.hypot(seat.x - one.x, seat.z - one.z)));

/** SE2. Where the first of a venue sits: where most seats are free, away from whoever sits there, for those who come after. */
const firstSeatOfVenue = (room: RoomView): LayoutSeat | undefined => {
  const groups = room.layout.seatGroups.map(({ seats }) => ({ free: seats.filter((seat) => isFree(room, seat)), held: seats.filter((seat) => !isFree(room, seat)) }));
  const roomiest = groups.toSorted((a, b) => b.free.length - a.free.length)[0];
  return roomiest && nearest(roomiest.free, (seat) => -nearestOf(roomiest.held, seat));
};

/** SE8. Whether someone who says that they are at a venue sits down with those of it. */
export const sitsAtVenue = (room: RoomView, id: PersonId, venue: string): boolean =>
  venue !== '' && !seatOf(room, id) && ![...room.facts.circles.values()].some(({ members }) => members.includes(id)) && nearestFreeSeat(room, id) !== undefined;

/** SE8. Whether someone who comes through a portal, and behind nobody, sits down with those of their venue who sit there. */
export const joinsVenue = (room: RoomView, id: PersonId): boolean =>
  followedBy(room, id) === undefined && seatsOfVenue(room, id).length > 0 && sitsAtVenue(room, id, venueOf(room, id));

/** SE3, SE7. Lets go of the seat, sitting or not; whoever sat stands beside it. Returns whether one was held. */
export const standUp = (room: Room, id: PersonId): boolean => {
  const held = seatOf(room, id);
  if (held) room.facts.seats.delete(held.id);
  const person = room.facts.people.get(id);
  if (person?.seated) {
    person.seated = false;
    const pose = room.poseOf(id);
    const beside = pose && nearestFree(room.walks.grid, pose.x, pose.z);
    if (pose && beside) room.walks.place(id, { ...beside, heading: pose.heading });
  }
  return held !== undefined;
};

/** SE1. Holds a seat and lets go of any other. */
export const holdSeat = (room: Room, id: PersonId, seat: SeatId): void => {
  standUp(room, id);
  room.facts.seats.set(seat, id);
};

/** SE4. Sits down on the seat one holds: exactly there, facing as it faces. */
export const sitDown = (room: Room, id: PersonId): LayoutSeat | undefined => {
  const seat = seatOf(room, id);
  const person = room.facts.people.get(id);
  if (!seat || !person) return undefined;
  room.walks.place(id, { x: seat.x, z: seat.z, heading: seat.heading });
  person.seated = true;
  return seat;
};
