import { schema, t, type SchemaType } from '@colyseus/schema';

/** Another room of the campus, as one sees it from here. */
export const Elsewhere = schema({
  name: t.string(),
  /** How many are in it or expected back. */
  count: t.uint16(),
  cap: t.uint16(),
}, 'Elsewhere');
export interface Elsewhere extends SchemaType<typeof Elsewhere> {}
