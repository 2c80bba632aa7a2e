import { schema, t, type SchemaType } from '@colyseus/schema';

/** RI30. A ritual that has a time, as everyone in every room of the campus sees it. */
export const PlanSign = schema({
  room: t.string().default(''),
  title: t.string().default(''),
  /** What its words are in (BCP 47). */
  language: t.string().default('en'),
  /** When it is meant to begin (ms since 1970). */
  at: t.float64().default(0),
  /** How long it is advised to take (minutes). */
  minutes: t.float32().default(0),
  /** Whoever set the time, by name. */
  by: t.string().default(''),
  /** Grows with each change, so that whoever changes it names what they have seen. */
  revision: t.uint32().default(0),
}, 'PlanSign');
export interface PlanSign extends SchemaType<typeof PlanSign> {}
