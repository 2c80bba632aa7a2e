import { refusalNow } from '#client/app/offers.ts';
import { page } from '#client/app/local.words.ts';
import type { Words } from '#client/app/words.ts';
import { whoIsAt } from '#client/place/boardLine.ts';
import { place } from '#client/place/place.words.ts';
import { circles } from '#client/circles/circles.words.ts';
import { boardsOf } from '#shared/boards/where.ts';
import { circlesAround } from '#shared/circles/around.ts';
import { circleName, wayInto } from '#shared/circles/circles.rules.ts';
import type { Actor } from '#shared/kernel/capability.ts';
import { callNameOf, othersByNearness } from '#shared/people/people.rules.ts';
import { distanceBetween } from '#shared/place/describe.ts';
import type { CapabilityId } from '#shared/registry.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import { room3d } from './room3d.words.ts';
import type { Pick } from './scene.ts';

/** Something in the picture that one can press. */
export type Thing = Exclude<Pick, { readonly kind: 'floor' }>;

/** A named thing of the picture as its button says it. */
export interface MirrorEntry {
  readonly key: string;
  readonly thing: Thing;
  /** What pressing it asks the server for; nothing where it opens a board. */
  readonly capability: CapabilityId | undefined;
  readonly label: string;
  /** Why pressing it would do nothing now. */
  readonly refusal: string | undefined;
}

/** How high above the floor a kind is marked, and where its middle is (metres). */
const marks: Readonly<Record<Thing['kind'], readonly [mark: number, middle: number]>> = { person: [0.02, 0.75], seat: [0.42, 0.42], object: [0.05, 0.3], portal: [0.05, 1.2], circle: [0.05, 0.05] };

export interface Spot {
  readonly x: number;
  readonly z: number;
  readonly mark: number;
  readonly middle: number;
}

export const keyOf = ({ kind, id }: Thing): string => `${kind}:${id}`;

/** Where a thing stands now; people walk. */
export const spotOf = (room: RoomView, { kind, id }: Thing): Spot | undefined => {
  const at = kind === 'person' ? room.poseOf(id) : kind === 'seat' ? seatsOf(room.layout).find((seat) => seat.id === id) : kind === 'portal' ? room.layout.portals.find((one) => one.id === id) : kind === 'circle' ? room.facts.circles.get(id) : room.layout.objects.find((one) => one.id === id);
  const [mark, middle] = marks[kind];
  return at && { x: at.x, z: at.z, mark, middle };
};

const seatsOf = (layout: Layout) => layout.seatGroups.flatMap((group) => group.seats);

/** What pressing a thing asks for. */
const askedBy = (room: RoomView, thing: Thing): readonly [CapabilityId, unknown] => {
  if (thing.kind === 'circle') return [wayInto(room, thing.id), { circle: thing.id }];
  if (thing.kind === 'seat') return ['seat.sit', { seat: thing.id }];
  return thing.kind === 'portal' ? ['portal.enter', { portal: thing.id }] : ['move.goTo', { to: thing.kind, id: thing.id }];
};

/** Everything in the picture that has a name and can be pressed, nearest first. */
export const mirrorEntries = (room: RoomView, actor: Actor, words: Words): readonly MirrorEntry[] => {
  const me = actor.id;
  const entry = (thing: Thing, label: string): MirrorEntry => {
    const [capability, payload] = askedBy(room, thing);
    return { key: keyOf(thing), thing, capability, label, refusal: refusalNow(words, room, actor, capability, payload) };
  };
  const entries = [
    ...othersByNearness(room, me).map((id) => entry({ kind: 'person', id }, words(room3d.goToPerson, { name: callNameOf(room, id), metres: distanceBetween(room, me, id) }))),
    ...circlesAround(room, me).map((circle) => {
      const name = words(wayInto(room, circle.id) === 'circle.knock' ? circles.knockName : circles.joinName, { circle: circleName(circle) });
      return entry({ kind: 'circle', id: circle.id }, words(room3d.circleSized, { name, people: words(circles.people, { count: circle.members.length }) }));
    }),
    ...seatsOf(room.layout).map((seat) => entry({ kind: 'seat', id: seat.id }, words(page.sitOn, { seat: seat.name }))),
    ...room.layout.portals.map((one) => entry({ kind: 'portal', id: one.id }, words(page.goThrough, { room: room.facts.elsewhere.get(one.to)?.name ?? one.name }))),
    ...room.layout.objects.filter((one) => one.destination).map((one) => entry({ kind: 'object', id: one.id }, words(page.goToName, { name: one.name }))),
    ...boardsOf(room.layout).map(({ id, name }): MirrorEntry => {
      const thing: Thing = { kind: 'object', id };
      const names = [...(room.facts.boards.get(id)?.people.values() ?? [])];
      return { key: `board:${id}`, thing, capability: undefined, label: [words(place.openNamed, { board: name }), whoIsAt(words, { names })].filter(Boolean).join('. '), refusal: undefined };
    }),
  ];
  const here = room.poseOf(me);
  const away = new Map(entries.map(({ key, thing }) => {
    const spot = spotOf(room, thing);
    // By whole metres, so that the list does not shuffle at every step.
    return [key, here && spot ? Math.round(Math.hypot(spot.x - here.x, spot.z - here.z)) : Infinity];
  }));
  return entries.toSorted((a, b) => (away.get(a.key) ?? 0) - (away.get(b.key) ?? 0));
};
