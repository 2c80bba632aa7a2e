import * as z from 'zod/mini';
import type { Standing } from '#shared/kernel/capability.ts';
import { personId } from '#shared/kernel/ids.ts';
import type { RoomView } from '#shared/rooms/room.ts';

const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  callMe: z.string(),
  pronouns: z.string(),
  standing: z.enum(['guest', 'member', 'steward', 'owner']),
  look: z.string(),
  seated: z.boolean(),
  x: z.number(),
  z: z.number(),
  heading: z.number(),
});

/** A room's live state as it is kept: written every two seconds and at the end, read once at the start. */
export const snapshotSchema = z.strictObject({
  version: z.literal(1),
  people: z.array(person),
  hands: z.array(z.strictObject({ id: z.string(), order: z.number(), raisedAt: z.number() })),
  seats: z.array(z.tuple([z.string(), z.string()])),
  nextHand: z.number(),
});
export type Snapshot = z.output<typeof snapshotSchema>;

/** The room as it is now. */
export const takeSnapshot = (room: RoomView): Snapshot => ({
  version: 1,
  people: [...room.facts.people].map(([id, person]) => {
    const pose = room.poseOf(personId(id)) ?? { x: 0, z: 0, heading: 0 };
    const { name, callMe, pronouns, look, seated } = person;
    return { id, name, callMe, pronouns, standing: person.standing as Standing, look, seated, x: pose.x, z: pose.z, heading: pose.heading };
  }),
  hands: [...room.facts.hands].map(([id, hand]) => ({ id, order: hand.order, raisedAt: hand.raisedAt })),
  seats: [...room.facts.seats],
  nextHand: room.facts.nextHand,
});

/** Reads a kept snapshot; `undefined` for one that another version wrote or that was damaged. */
export const readSnapshot = (text: string): Snapshot | undefined => {
  try {
    return snapshotSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
