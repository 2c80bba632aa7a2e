import * as z from 'zod/mini';
import { circlesOf } from '#shared/circles/circles.rules.ts';
import { setFollowing } from '#shared/follow/follow.rules.ts';
import { Circle } from '#shared/circles/circle.state.ts';
import { Hand } from '#shared/hand/hand.state.ts';
import type { Standing } from '#shared/kernel/capability.ts';
import { personId, seatId } from '#shared/kernel/ids.ts';
import { nearestFree } from '#shared/movement/grid.ts';
import { availabilities, availabilityOf } from '#shared/people/availability.ts';
import { dutiesOf } from '#shared/people/standing.ts';
import { holdRun, keepMood, moodBefore, runOf } from '#shared/rituals/held.ts';
import { readRun, writeRun } from '#shared/rituals/run.codec.ts';
import type { Room } from '#shared/rooms/room.ts';
import { seatById, seatOf, sitDown } from '#shared/seats/seats.rules.ts';
import type { Included } from './journal.ts';

/** Someone as a snapshot or a journal keeps them. */
export const profileSchema = z.strictObject({
  name: z.string(),
  callMe: z.string(),
  pronouns: z.string(),
  standing: z.enum(['guest', 'member', 'steward', 'owner']),
  duties: z._default(z.array(z.enum(['facilitator', 'captioner', 'sponsor'])), []),
  venue: z._default(z.string(), ''),
  availability: z._default(z.enum(availabilities), 'open'),
  look: z.string(),
  heldBy: z._default(z.string(), ''),
  /** The room they came from, through a portal. */
  from: z.optional(z.string()),
});

const person = z.extend(profileSchema, {
  id: z.string(),
  seated: z.boolean(),
  x: z.number(),
  z: z.number(),
  heading: z.number(),
  following: z._default(z.string(), ''),
  guide: z._default(z.string(), ''),
  /** Where they were walking to. */
  way: z.optional(z.strictObject({ x: z.number(), z: z.number(), face: z.optional(z.number()) })),
});

/** A room's live state as it is kept: written every two seconds and at the end, read once at the start. */
export const snapshotSchema = z.strictObject({
  /** 1 had no journal beside it. */
  version: z.literal([1, 2]),
  journal: z._default(z.strictObject({ through: z.number(), open: z.array(z.number()) }), { through: 0, open: [] }),
  people: z.array(person),
  hands: z.array(z.strictObject({ id: z.string(), order: z.number(), raisedAt: z.number() })),
  seats: z.array(z.tuple([z.string(), z.string()])),
  circles: z._default(
    z.array(
      z.strictObject({
        id: z.string(), topic: z.string(), landmark: z.string(), x: z.number(), z: z.number(), rim: z.number(), rug: z.number(), closed: z.boolean(),
        members: z.array(z.string()), knocks: z.array(z.string()),
      }),
    ),
    [],
  ),
  nextHand: z.number(),
  mood: z._default(z.string(), ''),
  /** RI17. The run that is held here, and the light that was before it; empty for none. */
  ritual: z._default(z.strictObject({ run: z.string(), mood: z.string() }), { run: '', mood: '' }),
});
export type Snapshot = z.output<typeof snapshotSchema>;

const ritualKept = (room: Room): Snapshot['ritual'] => {
  const run = runOf(room);
  return { run: run ? writeRun(run) : '', mood: moodBefore(room) };
};

/** The room as it is now, and how much of its journal that includes. */
export const takeSnapshot = (room: Room, { through, open }: Included): Snapshot => ({
  version: 2,
  journal: { through, open: [...open] },
  people: [...room.facts.people].map(([id, person]) => {
    const pose = room.poseOf(personId(id)) ?? { x: 0, z: 0, heading: 0 };
    const { name, callMe, pronouns, look, seated, venue, availability, following, guide, heldBy } = person;
    const way = room.walks.wayOf(personId(id));
    return { id, name, callMe, pronouns, standing: person.standing as Standing, duties: [...dutiesOf(person.duties)], venue, availability: availabilityOf(availability), look, seated, following, guide, heldBy, x: pose.x, z: pose.z, heading: pose.heading, ...(way && { way }) };
  }),
  hands: [...room.facts.hands].map(([id, hand]) => ({ id, order: hand.order, raisedAt: hand.raisedAt })),
  seats: [...room.facts.seats],
  circles: circlesOf(room).map((circle) => ({ ...circle, members: [...circle.members], knocks: [...circle.knocks] })),
  nextHand: room.facts.nextHand,
  mood: room.facts.mood,
  ritual: ritualKept(room),
});

/** Puts those who are in the room again back to where a snapshot has them. What the layout no longer has, they lose. */
export const takeUpSnapshot = (room: Room, { people, seats, hands, circles, nextHand, mood, ritual }: Snapshot, now: number): void => {
  for (const { id, x, z, heading } of people) room.walks.place(personId(id), { ...(nearestFree(room.walks.grid, x, z) ?? { x, z }), heading });
  for (const [seat, holder] of seats) if (room.facts.people.has(holder) && seatById(room, seatId(seat))) room.facts.seats.set(seat, holder);
  for (const { id, seated, way } of people) {
    const seat = seatOf(room, personId(id));
    if (!seat) {
      if (way) room.walks.goTo(personId(id), way, way.face, now);
      continue;
    }
    // Whoever was on the way to a seat goes on, or they would hold it without ever sitting.
    if (seated || !room.walks.goTo(personId(id), seat, seat.heading, now)) sitDown(room, personId(id));
  }
  for (const { id, following } of people) if (following && room.facts.people.has(following)) setFollowing(room, personId(id), personId(following));
  for (const { id, guide } of people) {
    const person = room.facts.people.get(id);
    if (person && room.facts.people.has(guide)) person.guide = guide;
  }
  for (const { id, heldBy } of people) {
    const person = room.facts.people.get(id);
    if (heldBy !== '') room.holds.set(personId(id), heldBy);
    if (person) person.heldBy = heldBy;
  }
  for (const { id, availability } of people) if (availability !== 'open') room.availabilities.set(personId(id), availability);
  for (const { id, members, knocks, ...circle } of circles) {
    const here = (people: readonly string[]): string[] => people.filter((one) => room.facts.people.has(one));
    const found = new Circle(circle);
    found.members.push(...here(members));
    found.knocks.push(...here(knocks));
    if (found.members.length > 0) room.facts.circles.set(id, found);
  }
  for (const { id, order, raisedAt } of hands) if (room.facts.people.has(id)) room.facts.hands.set(id, new Hand({ order, raisedAt }));
  room.facts.nextHand = nextHand;
  room.facts.mood = mood;
  const run = readRun(ritual.run);
  if (run) {
    holdRun(room, run);
    keepMood(room, ritual.mood);
  }
};

/** Reads a kept snapshot; `undefined` for one that another version wrote or that was damaged. */
export const readSnapshot = (text: string): Snapshot | undefined => {
  try {
    return snapshotSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
