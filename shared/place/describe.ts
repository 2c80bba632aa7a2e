import type { PersonId } from '../kernel/ids.ts';
import { message, type MessageWithValues } from '../kernel/message.ts';
import { metresToEdge, within } from '../movement/grid.ts';
import { callNameOf, othersByNearness } from '../people/people.rules.ts';
import type { LayoutObject, Zone } from '../rooms/layout.ts';
import type { RoomView } from '../rooms/room.ts';
import { inHearing } from '../voice/hearing.ts';

/** Where someone is, told by what is around rather than by numbers. */
export type Place =
  | { readonly kind: 'seat'; readonly seat: string; readonly group: string }
  | { readonly kind: 'at' | 'toward'; readonly landmark: string; readonly metres: number }
  | { readonly kind: 'nowhere' };

/** PL1. A distance as it is said: whole metres under 10, then steps of five. */
export const sayDistance = (metres: number): number => (metres < 10 ? Math.max(1, Math.round(metres)) : Math.round(metres / 5) * 5);

/** Metres from a point to the edge of an object. */
export const metresTo = (thing: LayoutObject, from: { readonly x: number; readonly z: number }): number =>
  thing.solid ? metresToEdge(thing.solid, from.x - thing.x, from.z - thing.z) : Math.max(0, Math.hypot(thing.x - from.x, thing.z - from.z) - 0.4);

/** PL2. The seat someone sits on, else the nearest named object: *at* it within 2.5 m, else so many metres from it. */
export const describePlace = (room: RoomView, id: PersonId): Place => {
  const pose = room.poseOf(id);
  if (!pose) return { kind: 'nowhere' };
  if (room.facts.people.get(id)?.seated) {
    for (const group of room.layout.seatGroups) {
      const seat = group.seats.find((candidate) => room.facts.seats.get(candidate.id) === id);
      if (seat) return { kind: 'seat', seat: seat.name, group: group.name };
    }
  }
  let nearest: Place = { kind: 'nowhere' };
  let least = Infinity;
  for (const thing of room.layout.objects) {
    const metres = metresTo(thing, pose);
    if (metres < least) {
      least = metres;
      nearest = { kind: metres <= 2.5 ? 'at' : 'toward', landmark: thing.name, metres: sayDistance(metres) };
    }
  }
  return nearest;
};

const you = {
  seat: message('place.you.seat', 'You sit at {group}, on {seat}.'),
  at: message('place.you.at', 'You are at {landmark}.'),
  toward: message('place.you.toward', 'You are {metres, plural, one {# metre} other {# metres}} from {landmark}.'),
  nowhere: message('place.you.nowhere', 'You are on your way in.'),
} as const;
const they = {
  seat: message('place.they.seat', 'Sitting at {group}, on {seat}.'),
  at: message('place.they.at', 'At {landmark}.'),
  toward: message('place.they.toward', '{metres, plural, one {# metre} other {# metres}} from {landmark}.'),
  nowhere: message('place.they.nowhere', 'On the way in.'),
} as const;

/** The sentence for a place, as said to whoever is there or about someone else. */
export const placeCue = (place: Place, about: 'you' | 'they'): MessageWithValues => ({
  message: (about === 'you' ? you : they)[place.kind],
  values: place.kind === 'seat' ? { seat: place.seat, group: place.group } : place.kind === 'nowhere' ? {} : { landmark: place.landmark, metres: place.metres },
});

/** The zone with its hearing radii that holds a point; the first of the layout where none does. */
export const zoneAt = (room: RoomView, x: number, z: number): Zone | undefined =>
  room.layout.zones.find((zone) => within(zone.shape, x - zone.x, z - zone.z)) ?? room.layout.zones[0];

/** PL3. Who is near: those within the hearing of both zones, nearest first, and the rest. */
export const nearAndElsewhere = (room: RoomView, me: PersonId): { near: readonly PersonId[]; elsewhere: readonly PersonId[] } => {
  const spotOf = (id: PersonId) => {
    const pose = room.poseOf(id);
    const zone = pose && zoneAt(room, pose.x, pose.z);
    return zone && { x: pose.x, z: pose.z, zone };
  };
  const here = spotOf(me);
  const isNear = (id: PersonId): boolean => {
    const there = spotOf(id);
    return here !== undefined && there !== undefined && inHearing(here, there);
  };
  const others = othersByNearness(room, me);
  return { near: others.filter(isNear), elsewhere: others.filter((id) => !isNear(id)) };
};

/** PL4. Metres between two people, as said; 0 where one of them has no place. */
export const distanceBetween = (room: RoomView, a: PersonId, b: PersonId): number => {
  const [from, to] = [room.poseOf(a), room.poseOf(b)];
  return from && to ? sayDistance(Math.hypot(to.x - from.x, to.z - from.z)) : 0;
};

/** PL5. At most five names, nearest first, separated for reading; how many more there are is said apart. */
export const someNames = (room: RoomView, people: readonly PersonId[]): { names: string; more: number } => ({
  names: people.slice(0, 5).map((id) => callNameOf(room, id)).join(', '),
  more: Math.max(0, people.length - 5),
});
