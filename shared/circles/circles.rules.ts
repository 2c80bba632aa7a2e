import { circleId, personId, type CircleId, type PersonId } from '../kernel/ids.ts';
import { message, type MessageWithValues } from '../kernel/message.ts';
import type { View } from '../kernel/view.ts';
import { walkable } from '../movement/grid.ts';
import { headingTo } from '../movement/move.ts';
import { distinctName } from '../people/people.rules.ts';
import { metresTo } from '../place/describe.ts';
import type { SeatGroup } from '../rooms/layout.ts';
import type { Room, RoomView } from '../rooms/room.ts';
import { Circle } from './circle.state.ts';

/** CI1. How many people a circle holds. */
export const CIRCLE_MOST = 8;
/** How many rugs there are. */
export const RUGS = 6;
/** How far (m) from its middle people stand in a circle that has no seats, and behind the seats of one that has. */
const RIM = 1.4;
const BEHIND_SEATS = 0.9;
/** CI4. How far (m) beyond the rim one is still in it. */
const STRAY = 1.6;
/** CI2. How far (m) apart the middles of two circles are at least, and how far one is from seats that gather people. */
const APART = 2 * RIM + 1;
/** How near (m) to somebody else nobody takes a place. */
const ELBOW = 0.7;
const PLACES = 24;

/** A circle as anyone may see it. */
export interface Gathering extends Omit<View<Circle>, 'members' | 'knocks'> {
  readonly id: CircleId;
  readonly members: readonly PersonId[];
  readonly knocks: readonly PersonId[];
}

const seen = (id: string, { topic, landmark, x, z, rim, rug, closed, members, knocks }: View<Circle>): Gathering => ({
  id: circleId(id), topic, landmark, x, z, rim, rug, closed, members: [...members].map(personId), knocks: [...knocks].map(personId),
});

export const circlesOf = (room: RoomView): readonly Gathering[] => [...room.facts.circles].map(([id, circle]) => seen(id, circle));

export const circleById = (room: RoomView, id: CircleId): Gathering | undefined => {
  const circle = room.facts.circles.get(id);
  return circle && seen(id, circle);
};

/** The circle someone is in. */
export const circleOf = (room: RoomView, id: PersonId): Gathering | undefined => {
  for (const [key, circle] of room.facts.circles) if (circle.members.includes(id)) return seen(key, circle);
  return undefined;
};

/** Those in someone's circle but them. */
export const matesOf = (room: RoomView, id: PersonId): readonly PersonId[] => circleOf(room, id)?.members.filter((other) => other !== id) ?? [];

export const isFullCircle = ({ members }: Pick<Gathering, 'members'>): boolean => members.length >= CIRCLE_MOST;

/** CI6. How one comes into a circle now. */
export const wayInto = (room: RoomView, id: CircleId): 'circle.join' | 'circle.knock' => {
  const circle = circleById(room, id);
  return circle && (circle.closed || isFullCircle(circle)) ? 'circle.knock' : 'circle.join';
};

const names = {
  topic: message('circle.name.topic', '{topic}'),
  place: message('circle.name.place', 'at {landmark}'),
} as const;

/** What a circle is called within a sentence, after the word "circle": its topic, else where it is. */
export const circleName = ({ topic, landmark }: Pick<Gathering, 'topic' | 'landmark'>): MessageWithValues =>
  topic ? { message: names.topic, values: { topic } } : { message: names.place, values: { landmark } };

/** The seat group whose circle has this id, for those circles that gather on seats. */
export const seatGroupOf = (room: RoomView, id: CircleId): SeatGroup | undefined => room.layout.seatGroups.find((group) => group.circle && seatCircleId(group) === id);

/** The id of the circle that gathers on a group's seats; no object has such a one. */
export const seatCircleId = (group: Pick<SeatGroup, 'id'>): CircleId => circleId(`circle-${group.id}`);

const middleOf = ({ seats }: SeatGroup): { x: number; z: number; rim: number } => {
  const x = seats.reduce((sum, seat) => sum + seat.x, 0) / seats.length;
  const z = seats.reduce((sum, seat) => sum + seat.z, 0) / seats.length;
  return { x, z, rim: Math.max(...seats.map((seat) => Math.hypot(seat.x - x, seat.z - z))) + BEHIND_SEATS };
};

/** CI2. What is too near to a spot for a circle of its own: another circle, or seats that gather people. */
export const crowdedBy = (room: RoomView, { x, z }: { readonly x: number; readonly z: number }): { readonly circle: Gathering } | { readonly group: SeatGroup } | undefined => {
  for (const circle of circlesOf(room)) if (Math.hypot(circle.x - x, circle.z - z) < Math.max(APART, circle.rim + RIM + 0.6)) return { circle };
  for (const group of room.layout.seatGroups) {
    const middle = middleOf(group);
    if (group.circle && Math.hypot(middle.x - x, middle.z - z) < middle.rim + RIM) return { group };
  }
  return undefined;
};

/** CI2. Where the middle of a circle is that someone starts: ahead of them. */
export const middleAhead = (room: RoomView, id: PersonId): { x: number; z: number } => {
  const { x = 0, z = 0, heading = 0 } = room.poseOf(id) ?? {};
  // By whole centimetres: walking the same way again differs in the last digits.
  const rounded = (metres: number): number => Math.round(metres * 100) / 100;
  return { x: rounded(x + Math.sin(heading) * RIM), z: rounded(z + Math.cos(heading) * RIM) };
};

/** The rug that fewest circles lie on. */
const freeRug = (room: RoomView): number => {
  const lying = circlesOf(room).map(({ rug }) => rug);
  const count = (rug: number): number => lying.filter((one) => one === rug).length;
  return Array.from({ length: RUGS }, (_, rug) => rug).reduce((best, rug) => (count(rug) < count(best) ? rug : best), 0);
};

/** CI3. Takes someone out of their circle, which goes with its last member. Answers which it was, as it is then. */
export const leaveCircle = (room: Room, id: PersonId): Gathering | undefined => {
  for (const circle of room.facts.circles.values()) if (circle.knocks.includes(id)) circle.knocks.splice(circle.knocks.indexOf(id), 1);
  for (const [key, circle] of room.facts.circles) {
    if (!circle.members.includes(id)) continue;
    circle.members.splice(circle.members.indexOf(id), 1);
    const left = seen(key, circle);
    if (circle.members.length === 0) room.facts.circles.delete(key);
    return left;
  }
  return undefined;
};

/** CI3. Makes someone a member, and of no other circle. Answers the one that they left. */
export const enterCircle = (room: Room, id: PersonId, circle: CircleId): Gathering | undefined => {
  const left = leaveCircle(room, id);
  room.facts.circles.get(circle)?.members.push(id);
  return left;
};

/** CI2. A new circle, with its first member. */
export const beginCircle = (room: Room, id: PersonId, circle: CircleId, topic: string): Gathering | undefined => {
  const left = leaveCircle(room, id);
  const middle = middleAhead(room, id);
  room.facts.circles.set(circle, new Circle({ topic, landmark: landmarkAt(room, middle), ...middle, rim: RIM, rug: freeRug(room), closed: false }));
  room.facts.circles.get(circle)?.members.push(id);
  return left;
};

const landmarkAt = (room: RoomView, at: { readonly x: number; readonly z: number }): string => {
  const things = room.layout.objects.filter((thing) => thing.destination).map((thing) => ({ name: thing.name, metres: metresTo(thing, at) }));
  const nearest = things.toSorted((a, b) => a.metres - b.metres)[0]?.name ?? room.layout.name;
  return distinctName(nearest, circlesOf(room).map(({ landmark }) => landmark));
};

/** CI5. Whoever sits down joins the circle of the seats, unless it is full or asks for a knock, or holds somebody they are parted from. */
export const enterBySeat = (room: Room, id: PersonId): { readonly circle: Gathering; readonly left: Gathering | undefined } | undefined => {
  const group = room.layout.seatGroups.find(({ circle, seats }) => circle && seats.some((seat) => room.facts.seats.get(seat.id) === id));
  if (!group) return undefined;
  const key = seatCircleId(group);
  const there = circleById(room, key);
  if (there?.members.includes(id)) return undefined;
  if (there && (there.closed || isFullCircle(there) || partedFrom(room, id, there))) return undefined;
  if (!there) room.facts.circles.set(key, new Circle({ topic: '', landmark: group.name, ...middleOf(group), rug: freeRug(room), closed: false }));
  const left = enterCircle(room, id, key);
  const circle = circleById(room, key);
  return circle && { circle, left };
};

/** Whether one of a circle's people has blocked someone, or they one of them. */
export const partedFrom = (room: Pick<Room, 'relations'>, id: PersonId, { members }: Gathering): boolean => members.some((member) => member !== id && room.relations.parted(id, member));

/** CI3. A place on the rim that is free, the nearest one, facing the middle; `undefined` where there is none. */
export const placeOnRim = (room: Room, id: PersonId, circle: Gathering): { x: number; z: number; face: number } | undefined => {
  const here = room.poseOf(id) ?? circle;
  const others = circle.members.filter((other) => other !== id).map((other) => room.walks.wayOf(other) ?? room.poseOf(other));
  const places = Array.from({ length: PLACES }, (_, k) => {
    const turn = (k / PLACES) * 2 * Math.PI;
    const [x, z] = [circle.x + Math.sin(turn) * circle.rim, circle.z + Math.cos(turn) * circle.rim];
    return { x, z, face: headingTo({ x, z }, circle), metres: Math.hypot(x - here.x, z - here.z) };
  });
  const seats = room.layout.seatGroups.flatMap((group) => group.seats);
  const isFree = ({ x, z }: { x: number; z: number }): boolean =>
    walkable(room.walks.grid, x, z) && [...others, ...seats].every((other) => other === undefined || Math.hypot(other.x - x, other.z - z) >= ELBOW);
  return places.filter(isFree).toSorted((a, b) => a.metres - b.metres).find((place) => room.walks.reaches(id, place));
};

/** CI4. Those who are in a circle, and neither there nor on their way to it. */
export const strayed = (room: Room): readonly PersonId[] =>
  circlesOf(room).flatMap((circle) =>
    circle.members.filter((id) => {
      const at = room.walks.wayOf(id) ?? room.poseOf(id);
      return !at || Math.hypot(at.x - circle.x, at.z - circle.z) > circle.rim + STRAY;
    }));
