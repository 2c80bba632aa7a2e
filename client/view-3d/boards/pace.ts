/** BO25. When a board on its wall is looked at anew, and how finely it is painted, by how far one is from it. */

/** Nearer than this (m) one reads; further than that one no longer does. */
const READ_FROM = 8;
const READ_TO = 10;
/** Further away than this nothing is looked at. */
const SEEN_TO = 30;
/** How often at most (ms): before it, and from afar. */
const EVERY = { near: 1_500, far: 10_000 } as const;
/** Painting takes no more than this share of the time. */
const SHARE = 0.1;
/** What could not be had is asked for again twice as late each time, at most after so long (ms). */
const LATEST = 60_000;
/** A picture that nobody has seen for so long (ms) takes no memory. */
const FREE_AFTER = 30_000;

export type Nearness = 'near' | 'far' | 'out';

/** How near a board is; whoever stands on the edge between two does not go back and forth. */
export const nearnessOf = (metres: number, isInView: boolean, before: Nearness): Nearness =>
  !isInView || metres > SEEN_TO ? 'out' : metres < (before === 'near' ? READ_TO : READ_FROM) ? 'near' : 'far';

/** How long (ms) until it may be looked at again, where the last time was at `lookedAt`, painting took `took`, and so many looks in a row failed. */
export const waitFor = (nearness: Exclude<Nearness, 'out'>, { lookedAt, took, failures }: { readonly lookedAt: number; readonly took: number; readonly failures: number }, now: number): number =>
  Math.max(0, lookedAt + Math.max(Math.min(LATEST, EVERY[nearness] * 2 ** failures), took / SHARE) - now);

/** Whether what was last seen at `seenAt` is put away. */
export const isLeft = (seenAt: number, now: number): boolean => now - seenAt > FREE_AFTER;
