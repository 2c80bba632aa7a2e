import { schema, t, type SchemaType } from '@colyseus/schema';
import { fieldsOf, type Element, type ElementType } from './element.ts';
import type { Field, Values } from './fields.ts';

/** An element on its way to everyone. What changes while somebody drags, writes or draws has a field of its own; the rest is one text. */
export const BoardElement = schema({
  type: t.string<ElementType>(),
  x: t.number(),
  y: t.number(),
  width: t.number(),
  height: t.number(),
  angle: t.number(),
  index: t.string(),
  text: t.string().default(''),
  points: t.string().default(''),
  /** JSON of all other fields, in the order of `fieldsOf`. */
  rest: t.string(),
  /** BO1. One more with each change. */
  version: t.uint32().default(0),
  nonce: t.uint32().default(0),
  /** BO2. The version in which its text last changed. */
  textVersion: t.uint32().default(0),
  /** Whose it is: the person who put it there. Empty for everybody while the board hides its authors (BO18). */
  author: t.string(),
  /** BO9. When it was deleted, ms since 1970; 0 while it lives. */
  deletedAt: t.number().default(0),
}, 'BoardElement');
export interface BoardElement extends SchemaType<typeof BoardElement> {}

export type BoardMode = 'open' | 'own' | 'frozen';

/** BO8. Somebody writes in an element. `by` is empty while the board hides its authors. */
export const Hold = schema({ by: t.string() }, 'Hold');
export interface Hold extends SchemaType<typeof Hold> {}

/** Somebody who is at the board now. `hand` is what their hand is called in frames (BO24); nobody else's there has that number. */
export const BoardPerson = schema({ name: t.string(), hand: t.uint8().default(0) }, 'BoardPerson');
export interface BoardPerson extends SchemaType<typeof BoardPerson> {}

export const Board = schema({
  title: t.string().default(''),
  mode: t.string<BoardMode>().default('open'),
  /** BO18. Whether everybody sees who made what. */
  authors: t.string<'shown' | 'hidden'>().default('shown'),
  /** BO7. Whether guests change it, or read it. */
  guests: t.string<'edit' | 'read'>().default('edit'),
  elements: t.map(BoardElement),
  /** By element. */
  holds: t.map(Hold),
  /** By person. */
  people: t.map(BoardPerson),
  /** What those are called who made something, whether they are at the board or not. Empty while the board hides its authors. */
  names: t.map('string'),
  /** BO12. The round of votes: how many each has, whether counts are kept back until its end, and whether it is on. Budget 0: none yet. */
  budget: t.uint8().default(0),
  secret: t.boolean().default(false),
  voting: t.boolean().default(false),
  /** By element, where counts may be told. */
  votes: t.map('uint16'),
}, 'Board');
export interface Board extends SchemaType<typeof Board> {}

const typed: ReadonlySet<string> = new Set(['x', 'y', 'width', 'height', 'angle', 'index', 'text', 'points']);
const isTyped = (field: string): field is 'x' | 'y' | 'width' | 'height' | 'angle' | 'index' | 'text' | 'points' => typed.has(field);

const restOf = (held: BoardElement): Values => JSON.parse(held.rest) as Values;

/** Fields as they are now. */
export const readValues = (held: BoardElement, wanted: readonly Field[]): Values => {
  const rest = wanted.every(isTyped) ? {} : restOf(held);
  const values: Record<string, unknown> = {};
  for (const field of wanted) values[field] = isTyped(field) ? held[field] : rest[field];
  return values as Values;
};

/** Writes fields that its kind has. Spelt out, because it is what every drag does: a loop over names made the whole act half as fast. */
export const writeValues = (held: BoardElement, values: Values): void => {
  if (values.x !== undefined) held.x = values.x;
  if (values.y !== undefined) held.y = values.y;
  if (values.width !== undefined) held.width = values.width;
  if (values.height !== undefined) held.height = values.height;
  if (values.angle !== undefined) held.angle = values.angle;
  if (values.index !== undefined) held.index = values.index;
  if (values.text !== undefined) held.text = values.text;
  if (values.points !== undefined) held.points = values.points;
  const names = Object.keys(values) as Field[];
  if (names.every(isTyped)) return;
  const before = held.rest ? restOf(held) : {};
  const rest: Record<string, unknown> = {};
  for (const field of fieldsOf[held.type]) if (!isTyped(field)) rest[field] = values[field] !== undefined ? values[field] : before[field];
  held.rest = JSON.stringify(rest);
};

/** An element as it is, whole. */
export const elementOf = (id: string, held: BoardElement): Element => ({ type: held.type, id, ...readValues(held, [...fieldsOf[held.type]]) }) as Element;

/** An element as it comes onto the board, before its first version. */
export const held = (element: Element, author: string): BoardElement => {
  const { type, id: _id, ...values } = element;
  const made = new BoardElement({ type, author, x: 0, y: 0, width: 0, height: 0, angle: 0, index: '', rest: '' });
  writeValues(made, values as Values);
  return made;
};
