import { personId, type PersonId } from '../kernel/ids.ts';
import type { Room, RoomView } from '../rooms/room.ts';

/** FO2. How far away (m) the other is before one sets out. */
export const LAG = 2.5;

/** Whom someone follows; `undefined` for nobody. */
export const followedBy = (room: RoomView, id: PersonId): PersonId | undefined => {
  const following = room.facts.people.get(id)?.following;
  return following ? personId(following) : undefined;
};

/** Those in the room who follow someone. */
export const followersOf = (room: RoomView, id: PersonId): readonly PersonId[] =>
  [...room.facts.people].filter(([, { following }]) => following === id).map(([follower]) => personId(follower));

/** FO1. Whether `other` follows `id`, directly or by others between. */
export const followsInTurn = (room: RoomView, other: PersonId, id: PersonId): boolean => {
  const seen = new Set<PersonId>();
  for (let next = followedBy(room, other); next !== undefined && !seen.has(next); next = followedBy(room, next)) {
    if (next === id) return true;
    seen.add(next);
  }
  return false;
};

/** Begins to follow someone, or with `undefined` ends it. */
export const setFollowing = (room: Room, id: PersonId, other: PersonId | undefined): void => {
  const person = room.facts.people.get(id);
  if (person && person.following !== (other ?? '')) person.following = other ?? '';
  if (other === undefined) room.following.delete(id);
  else room.following.set(id, other);
};
