import { schema, t, type SchemaType } from '@colyseus/schema';

/** People in conversation at one spot: on the seats of a group, or standing on its rim. */
export const Circle = schema({
  /** What it is about, in its people's words; empty for none. */
  topic: t.string().default(''),
  /** The landmark it is named from while it has no topic. */
  landmark: t.string(),
  /** Its middle, and how far from it (m) its people stand. */
  x: t.number(),
  z: t.number(),
  rim: t.number(),
  /** The colour of its rug, 0 to 5. */
  rug: t.uint8(),
  /** One comes in by knocking. */
  closed: t.boolean().default(false),
  /** Who is in it, by id, in the order in which they came. */
  members: t.array('string'),
  /** Who asks to come in, by id. */
  knocks: t.array('string'),
}, 'Circle');
export interface Circle extends SchemaType<typeof Circle> {}
