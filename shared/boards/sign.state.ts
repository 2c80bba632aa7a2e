import { schema, t, type SchemaType } from '@colyseus/schema';

/** BO21. A board as everyone in its room knows it. */
export const BoardSign = schema({
  title: t.string().default(''),
  notes: t.uint16().default(0),
  groups: t.uint16().default(0),
  /** When it was last changed (ms since 1970), and by whom, as they are called; 0 and empty for never, and for nobody who may be told. */
  changedAt: t.number().default(0),
  changedBy: t.string().default(''),
  /** Another one whenever something else is on it. */
  version: t.string().default(''),
  /** Who is at it: what they are called, by person. */
  people: t.map('string'),
}, 'BoardSign');
export interface BoardSign extends SchemaType<typeof BoardSign> {}
