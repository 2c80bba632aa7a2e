import type { PersonId, SeatId } from '../kernel/ids.ts';
import { nearestFree } from '../movement/grid.ts';
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

/** SE2. The free seat nearest to someone; `undefined` when every seat is held. */
export const nearestFreeSeat = (room: RoomView, id: PersonId): LayoutSeat | undefined => {
  const here = room.poseOf(id);
  const free = room.layout.seatGroups.flatMap((group) => group.seats).filter((seat) => !room.facts.seats.has(seat.id));
  const distance = (seat: LayoutSeat): number => (here ? Math.hypot(seat.x - here.x, seat.z - here.z) : 0);
  return free.reduce<LayoutSeat | undefined>((best, seat) => (best === undefined || distance(seat) < distance(best) ? seat : best), undefined);
};

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
