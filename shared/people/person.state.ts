import { schema, t, type SchemaType } from '@colyseus/schema';

/** A participant: someone present in the room, or expected back within moments. */
export const Person = schema({
  /** A small number that motion frames use; a freed one rests before it is given again. */
  index: t.uint16(),
  name: t.string(),
  callMe: t.string(),
  pronouns: t.string(),
  standing: t.string(),
  /** Duties, separated by spaces. */
  duties: t.string().default(''),
  /** The venue they are at, where they came together with others; empty for none. */
  venue: t.string().default(''),
  /** A packed look, see look.ts. */
  look: t.string(),
  /** False while their connection is lost and their place is kept. */
  connected: t.boolean().default(true),
  /** Sitting now, on the seat they hold. */
  seated: t.boolean().default(false),
  /** A companion of `--demo`, and no person. */
  companion: t.boolean().default(false),
  /** How they want to be met: open, focused or away. */
  availability: t.string().default('open'),
  /** Who offers to guide them, by id; empty for nobody. */
  guide: t.string().default(''),
  /** Whom they follow, by id; empty for nobody. */
  following: t.string().default(''),
  /** What they do with their microphone: off, on, or only listening. */
  microphone: t.string().default('off'),
  /** The name of who muted them until it is ended; empty for nobody. */
  heldBy: t.string().default(''),
}, 'Person');
export interface Person extends SchemaType<typeof Person> {}
