/**
 * The fields of a board's elements, each with what it may be. They are those of Excalidraw 0.18.1 (`element/types.ts`) that say
 * something of their own. What follows from others is not kept: `boundElements` from bindings and containers, `version`,
 * `versionNonce` and `updated` from the server. What a program would keep for itself (`customData`) is dropped.
 */
import * as z from 'zod/mini';
import { FARTHEST, fromBase64, MOST_POINTS, unpackPoints } from './stroke.codec.ts';

/** BO4. */
export const LONGEST_TEXT = 5_000;
export const LONGEST_LABEL = 200;
const LONGEST_LINK = 2_000;
const MOST_GROUPS = 16;
/** A point takes 8 bytes at most, and three bytes four letters. */
const LONGEST_STROKE = Math.ceil((MOST_POINTS * 8 * 4) / 3);

const between = (least: number, most: number) => z.number().check(z.gte(least), z.lte(most));
/** Ids are the maker's, so that a page can show an element at once; the server refuses one that is taken. */
export const elementId = z.string().check(z.regex(/^[\w-]{1,40}$/));
const upTo = (most: number) => z.string().check(z.maxLength(most));
// Names, #hex and functions of numbers: nothing that a style sheet or a canvas would fetch.
const colour = z.string().check(z.regex(/^(?:[a-z]{1,30}|#[\da-f]{3,8}|(?:rgb|hsl)a?\([\d\s.,%/]{1,40}\))$/i));
/** BO5. Links lead to the web or to a mailbox; an absolute address, so that nothing is guessed of it. */
const link = z.string().check(z.maxLength(LONGEST_LINK), z.regex(/^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)[^\s\p{Cc}]*$/iu));
const arrowhead = z.nullable(z.enum(['arrow', 'bar', 'dot', 'circle', 'circle_outline', 'triangle', 'triangle_outline', 'diamond', 'diamond_outline', 'crowfoot_one', 'crowfoot_many', 'crowfoot_one_or_many']));
const binding = z.nullable(z.object({
  elementId,
  focus: between(-1_000, 1_000),
  gap: between(0, 10_000),
  fixedPoint: z.optional(z.nullable(z.tuple([between(-1_000, 1_000), between(-1_000, 1_000)]))),
}));

export const fields = {
  x: between(-FARTHEST, FARTHEST),
  y: between(-FARTHEST, FARTHEST),
  width: between(0, FARTHEST),
  height: between(0, FARTHEST),
  /** Radians, clockwise. */
  angle: between(-100, 100),
  /** What lies over what (`order.ts`). Any text: the server repairs one that it cannot use. */
  index: upTo(1_000),
  strokeColor: colour,
  backgroundColor: colour,
  fillStyle: z.enum(['hachure', 'cross-hatch', 'solid', 'zigzag']),
  strokeWidth: between(0, 100),
  strokeStyle: z.enum(['solid', 'dashed', 'dotted']),
  roundness: z.nullable(z.object({ type: z.literal([1, 2, 3]), value: z.optional(between(0, 10_000)) })),
  roughness: between(0, 10),
  opacity: between(0, 100),
  /** What makes the lines of a shape wobble alike for everyone. */
  seed: z.int().check(z.gte(0), z.lte(2 ** 31)),
  groupIds: z.array(elementId).check(z.maxLength(MOST_GROUPS)),
  frameId: z.nullable(elementId),
  link: z.nullable(link),
  locked: z.boolean(),
  /** What it shows, in words, for whoever does not see it. */
  label: upTo(LONGEST_LABEL),
  text: upTo(LONGEST_TEXT),
  fontSize: between(1, 1_000),
  /** 1 Virgil, 2 Helvetica, 3 Cascadia, 5 Excalifont, 6 Nunito, 7 Lilita One, 8 Comic Shanns, 9 Liberation Sans. */
  fontFamily: z.literal([1, 2, 3, 5, 6, 7, 8, 9]),
  textAlign: z.enum(['left', 'center', 'right']),
  verticalAlign: z.enum(['top', 'middle', 'bottom']),
  lineHeight: between(0.5, 5),
  autoResize: z.boolean(),
  /** The shape that a text stands in. */
  containerId: z.nullable(elementId),
  /** Packed, and relative to x and y. */
  points: z.string().check(z.maxLength(LONGEST_STROKE), z.refine((packed) => unpackPoints(packed) !== undefined)),
  /** A byte a point, as base64url; empty where pressure is made up from speed. */
  pressures: z.string().check(z.maxLength(LONGEST_STROKE), z.refine((packed) => fromBase64(packed) !== undefined)),
  startBinding: binding,
  endBinding: binding,
  startArrowhead: arrowhead,
  endArrowhead: arrowhead,
  /** An arrow of right angles. */
  elbowed: z.boolean(),
  /** The picture's SHA-256, in hex (BO27); a SHA-1 is what a file of Excalidraw's calls one that is not kept yet. */
  fileId: z.string().check(z.regex(/^(?:[\da-f]{40}|[\da-f]{64})$/)),
  /** −1 for a picture that is mirrored. */
  scale: z.tuple([z.literal([1, -1]), z.literal([1, -1])]),
  crop: z.nullable(z.object({ x: between(0, FARTHEST), y: between(0, FARTHEST), width: between(0, FARTHEST), height: between(0, FARTHEST), naturalWidth: between(1, FARTHEST), naturalHeight: between(1, FARTHEST) })),
  /** A frame's. */
  name: upTo(LONGEST_LABEL),
} as const;

export type Field = keyof typeof fields;
export type Values = { -readonly [K in Field]?: z.output<(typeof fields)[K]> };

/** Whether a field says the same in both. */
export const sameValue = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
