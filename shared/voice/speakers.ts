import type { PersonId } from '../kernel/ids.ts';
import { callNameOf } from '../people/people.rules.ts';
import type { RoomView } from '../rooms/room.ts';
import { bearingOf, type Bearing } from './direction.ts';

export interface Speaker {
  readonly name: string;
  readonly from: Bearing;
}

/** VO24. Which way someone is from where one faces; `undefined` where one of the two has no place. */
export const bearingTo = (room: RoomView, me: PersonId, id: PersonId): Bearing | undefined => {
  const [here, there] = [room.poseOf(me), room.poseOf(id)];
  return here && there && bearingOf(here, there);
};

/** VO24. Who of those speaks besides oneself, the nearest first, at most so many; and how many more there are. */
export const speakersAround = (room: RoomView, me: PersonId, speaking: Iterable<PersonId>, most: number): { readonly speakers: readonly Speaker[]; readonly more: number } => {
  const here = room.poseOf(me);
  const found = [...speaking].flatMap((id) => {
    const [there, from] = [room.poseOf(id), bearingTo(room, me, id)];
    return id !== me && here && there && from ? [{ name: callNameOf(room, id), from, away: Math.hypot(there.x - here.x, there.z - here.z) }] : [];
  });
  const speakers = found.toSorted((a, b) => a.away - b.away).slice(0, most).map(({ name, from }) => ({ name, from }));
  return { speakers, more: found.length - speakers.length };
};
