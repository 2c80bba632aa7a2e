/** What two pages tell each other through the server to make a connection of their own: WebRTC's offers, answers and candidates. */
import * as z from 'zod/mini';
import { isAddress, type Address } from './news.ts';

/** Signs of one description: of a voice alone it has some 2,000. */
const LONGEST_SDP = 10_000;
const LONGEST_CANDIDATE = 500;
/** A message carries so many at most, which of so many signs at most fit into what a socket takes (64 KB). */
export const MOST_SIGNALS = 16;
export const MOST_SIGNS = 40_000;

/** The number of a call between two stays: what belongs to an earlier one is of no use. */
const call = z.int().check(z.gte(1), z.lte(1_000_000));
/** A description of one voice, and of nothing else: no picture, no data. */
const sdp = z.string().check(z.maxLength(LONGEST_SDP), z.regex(/^v=0\r\n/), z.refine((text) => text.split(/^m=/m).length === 2 && /^m=audio /m.test(text)));
const signal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('offer'), call, sdp }),
  z.strictObject({ kind: z.literal('answer'), call, sdp }),
  z.strictObject({ kind: z.literal('candidate'), call, candidate: z.string().check(z.maxLength(LONGEST_CANDIDATE)), mid: z.string().check(z.maxLength(16)) }),
  /** Whoever does not call asks to be called. */
  z.strictObject({ kind: z.literal('ask') }),
  z.strictObject({ kind: z.literal('bye'), call }),
]);
/** VO29. For the server alone: one's voice does not come through to them, or does again. */
const finding = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('apart') }), z.strictObject({ kind: z.literal('through') })]);
const outgoing = z.strictObject({ to: z.string().check(z.maxLength(100), z.refine(isAddress)), signal: z.union([signal, finding]) });

export type Signal = z.output<typeof signal>;
export interface Outgoing {
  readonly to: Address;
  readonly signal: Signal | z.output<typeof finding>;
}
export interface Incoming {
  readonly from: Address;
  readonly signal: Signal;
}
/** A server that helps two pages to find a way to each other, as browsers take it. */
export interface Relay {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}
/** What a page on a mesh is told: signals of others, or new words for the relays, before the old ones end. */
export type SignalNews = { readonly signals: readonly Incoming[] } | { readonly relays: readonly Relay[] };

/** Of two stays the one that calls; the other asks to be called. So two calls never meet. */
export const calls = (one: Address, other: Address): boolean => one < other;

/** What of a message can be meant: each signal by itself, and how many were none. A message that is no short list is one. */
export const readSignals = (raw: unknown): { readonly signals: readonly Outgoing[]; readonly refused: number } => {
  if (!Array.isArray(raw) || raw.length > MOST_SIGNALS) return { signals: [], refused: 1 };
  const signals = raw.flatMap((one: unknown) => {
    const read = outgoing.safeParse(one);
    return read.success ? [{ to: read.data.to as Address, signal: read.data.signal }] : [];
  });
  return { signals, refused: raw.length - signals.length };
};
