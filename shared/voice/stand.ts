import { circleOf } from '../circles/circles.rules.ts';
import type { PersonId } from '../kernel/ids.ts';
import { zoneAt } from '../place/describe.ts';
import type { RoomView } from '../rooms/room.ts';
import { reachOf, readFloor } from './floor.ts';
import type { Stand } from './hearing.ts';

/** Where someone is, as far as voices are concerned; `undefined` for whoever has no place here. */
export const standOf = (room: RoomView, id: PersonId): Stand | undefined => {
  const [person, pose] = [room.facts.people.get(id), room.poseOf(id)];
  const zone = pose && zoneAt(room, pose.x, pose.z);
  return person && zone && { id, x: pose.x, z: pose.z, zone, circle: circleOf(room, id)?.id, venue: person.venue, reach: reachOf(readFloor(room.facts.floor), id) };
};
