import type { PersonId } from '../kernel/ids.ts';
import type { RoomView } from '../rooms/room.ts';
import { othersByNearness } from './people.rules.ts';

/** Those here who sit together in one physical room. */
export interface Venue {
  readonly name: string;
  /** Oneself last, if one is there. */
  readonly people: readonly PersonId[];
  readonly isMine: boolean;
}

/** PE12. The venues where at least two of those here are: one's own first, then those of the nearest people. */
export const venuesHere = (room: RoomView, me: PersonId): readonly Venue[] => {
  const venues = new Map<string, PersonId[]>();
  for (const id of [...othersByNearness(room, me), me]) {
    const name = room.facts.people.get(id)?.venue ?? '';
    if (name !== '') venues.set(name, [...(venues.get(name) ?? []), id]);
  }
  return [...venues]
    .filter(([, people]) => people.length > 1)
    .map(([name, people]) => ({ name, people, isMine: people.includes(me) }))
    .toSorted((a, b) => Number(b.isMine) - Number(a.isMine));
};
