import * as z from 'zod/mini';
import type { Refusal } from './refusal.ts';

/** The one message type by which a client asks for anything. A repeated `key` gets its first answer. */
export const commandSchema = z.strictObject({
  id: z.string().check(z.maxLength(60)),
  key: z.string().check(z.minLength(8), z.maxLength(64)),
  payload: z.unknown(),
});
export type Command = z.output<typeof commandSchema>;
/** `reply`: the list that was asked for, for the one who asked. */
export type Answer = { readonly accepted: true; readonly reply?: unknown } | { readonly accepted: false; readonly refusal: Refusal };

/** What a browser says when it comes in. */
export const handshakeSchema = z.strictObject({
  protocol: z.string().check(z.maxLength(40)),
  /** The tab's own identity, where it is not the cookie's. */
  tab: z.optional(z.string().check(z.maxLength(400))),
  /** The room they come from, through a portal. */
  from: z.optional(z.string().check(z.maxLength(60))),
  /** The last cue this tab heard, and the server run it was numbered in. */
  heard: z.optional(z.strictObject({ epoch: z.string().check(z.maxLength(40)), number: z.int().check(z.gte(0)) })),
});
export type Handshake = z.output<typeof handshakeSchema>;

/** The code with which a closing page closes its socket: it may be a reload. Browsers allow pages 1000 and 3000–4999. */
export const PAGE_CLOSED = 4901;
