import { schema, t, type SchemaType } from '@colyseus/schema';

/** A raised hand. Its place is the number of hands with a smaller `order`, plus one. */
export const Hand = schema({ order: t.uint32(), raisedAt: t.float64() }, 'Hand');
export interface Hand extends SchemaType<typeof Hand> {}
