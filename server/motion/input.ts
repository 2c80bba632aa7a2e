import type { PersonId } from '#shared/kernel/ids.ts';
import { decodeSteer } from '#shared/movement/input.codec.ts';
import { forgetIntents } from '#shared/portals/portals.rules.ts';
import type { Room } from '#shared/rooms/room.ts';
import { standUp } from '#shared/seats/seats.rules.ts';

/** MO5. Takes someone's input as it came off the wire, at its arrival. Whoever walks by keys stands up and approaches nobody. Junk is ignored. */
export const takeInput = (room: Room, id: PersonId, bytes: Uint8Array, at: number): void => {
  const steer = decodeSteer(bytes);
  if (!steer || !room.facts.people.has(id)) return;
  if (steer.pace > 0) {
    standUp(room, id);
    forgetIntents(room, id);
  }
  room.walks.steer(id, steer, at);
};
