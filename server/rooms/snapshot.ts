import * as z from 'zod/mini';

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

/** Reads a kept snapshot; `undefined` for one that another version wrote or that was damaged. */
export const readSnapshot = (text: string): Snapshot | undefined => {
  try {
    return snapshotSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
