import * as z from 'zod/mini';
import { personId, type PersonId } from '../kernel/ids.ts';
import type { RoomView } from '../rooms/room.ts';
import type { View } from '../kernel/view.ts';
import { cleanName, othersByNearness } from './people.rules.ts';
import type { Person } from './person.state.ts';

/** A venue's name as it is kept; empty for none. */
export const venueName = z.string().check(z.maxLength(200), z.overwrite((text) => cleanName(text, 40)));

/** PE12. Capitals part no two: the name is typed by each who is there. */
const keyOf = (venue: string): string => venue.toLowerCase();
export const isSameVenue = (a: string, b: string): boolean => keyOf(a) === keyOf(b);

/** Those here who sit together in one physical room. */
export interface Venue {
  readonly name: string;
  /** Oneself last, if one is there. */
  readonly people: readonly PersonId[];
  readonly isMine: boolean;
}

/** PE12. The venues where at least two of those here are: one's own first, then those of the nearest people. */
export const venuesHere = (room: RoomView, me: PersonId): readonly Venue[] => {
  const venues = new Map<string, { readonly name: string; readonly people: PersonId[] }>();
  for (const id of [...othersByNearness(room, me), me]) {
    const name = room.facts.people.get(id)?.venue ?? '';
    if (name === '') continue;
    const venue = venues.get(keyOf(name)) ?? { name, people: [] };
    venue.people.push(id);
    venues.set(keyOf(name), venue);
  }
  return [...venues.values()]
    .filter(({ people }) => people.length > 1)
    .map(({ name, people }) => ({ name, people, isMine: people.includes(me) }))
    .toSorted((a, b) => Number(b.isMine) - Number(a.isMine));
};

/** PE13. Those who sit here with others of their venue, and what it is called. */
export const sittingTogether = (people: Iterable<readonly [string, Pick<View<Person>, 'venue' | 'seated'>]>): ReadonlyMap<PersonId, string> => {
  const sitting = [...people].filter(([, { venue, seated }]) => venue !== '' && seated);
  return new Map(sitting.filter(([id, { venue }]) => sitting.some(([other, there]) => other !== id && isSameVenue(there.venue, venue))).map(([id, { venue }]) => [personId(id), venue]));
};
