/**
 * What someone keeps of how they see, hear and press, wherever they come in. What belongs to a device (its view, its
 * volumes, quiet mode) is not here: it stays in that browser.
 */
import * as z from 'zod/mini';

export const themes = ['system', 'light', 'dark'] as const;
export const textSizes = ['100', '125', '150', '200'] as const;
export const densities = ['comfortable', 'compact'] as const;
export const contrasts = ['system', 'more'] as const;
export const motions = ['system', 'still'] as const;
/** How much of what is not beside one is spoken: a digest of the whole room, or nothing. */
export const reaches = ['room', 'beside'] as const;
/** How a category is perceived at the moment it happens. It always stands in the activity log. */
export const manners = ['both', 'speech', 'sound', 'off'] as const;
export type Manner = (typeof manners)[number];
/** What a description begins with, and whether all of it is said. */
export const firsts = ['name', 'place'] as const;
export const details = ['full', 'short'] as const;

const MOST_KEYS = 200;
const few = (record: Readonly<Record<string, unknown>>): boolean => Object.keys(record).length <= MOST_KEYS;

/** PE9. As it travels and is stored: known names and values only, and of each list no more than there can be. */
export const personalSchema = z.strictObject({
  theme: z.enum(themes),
  textSize: z.enum(textSizes),
  density: z.enum(densities),
  contrast: z.enum(contrasts),
  motion: z.enum(motions),
  /** A language's tag; empty: the browser's. */
  language: z.string().check(z.maxLength(12)),
  reach: z.enum(reaches),
  manners: z.record(z.string().check(z.maxLength(20)), z.enum(manners)).check(z.refine(few)),
  first: z.enum(firsts),
  detail: z.enum(details),
  /** Whether keys of ours act at all, and those that were changed: what one can do → one sign, or none. */
  shortcuts: z.boolean(),
  keys: z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(2))).check(z.refine(few)),
});
export type PersonalSettings = z.output<typeof personalSchema>;
