/** A board as its server holds it: the state that everyone gets, and what follows from it or is nobody else's business. */
import type { Moment } from '../kernel/capability.ts';
import { personId, type PersonId } from '../kernel/ids.ts';
import type { View } from '../kernel/view.ts';
import type { BoardView } from './board.ts';
import { held, readValues, writeValues, type Board, type BoardElement } from './board.state.ts';
import { fieldsOf } from './element.ts';
import type { Element } from './element.ts';
import type { Field, Values } from './fields.ts';
import { freshIndices, indexBetween, isIndex, LONGEST_INDEX } from './order.ts';
import type { Round } from './votes.ts';

/** BO10. What somebody did to one element: fields, and whether it lives, before and after. */
export interface Deed {
  readonly id: string;
  readonly before: Change;
  readonly after: Change;
}
export type Change = { readonly values: Values; readonly live?: boolean };
/** What one command did. */
export type Act = readonly Deed[];
export interface Past {
  readonly done: Act[];
  readonly undone: Act[];
  /** In which go of the hand the newest of `done` was; what else belongs to it joins that act. */
  go: number | undefined;
}

export interface Desk extends BoardView {
  readonly board: Board & View<Board>;
  /** How many elements live. */
  live: number;
  /** The index of each element, and which has it; the highest of them. */
  readonly indices: Map<string, string>;
  top: string | undefined;
  /** What each person did lately, newest last. */
  readonly pasts: Map<PersonId, Past>;
  /** Who made what, also while nobody is told (BO18). */
  readonly authors: Map<string, PersonId>;
  /** What they are called, as they last were. */
  readonly names: Map<PersonId, string>;
  /** Who writes in what, and until when (ms since 1970). */
  readonly writers: Map<string, Writer>;
  /** The texts that stand in each shape, dead ones too. */
  readonly inside: Map<string, Set<string>>;
  /** The round of votes, with everybody's ballot. */
  round: Round | undefined;
  /** What is to be stored: elements that changed or were forgotten since that was last asked. */
  readonly unsaved: Set<string>;
  /** The same, since somebody last looked at the board from its room. */
  readonly unseen: Set<string>;
  /** When it was last changed (ms since 1970), and what whoever did it is called. */
  changed: { readonly at: number; readonly by: string } | undefined;
  /** Copies that were fetched because somebody asks for one. */
  readonly copies: Map<string, Desk>;
  /** How many copies are kept under a name. */
  namedCopies: number;
  /** BO27. The pictures that are kept with it. */
  readonly images: Set<string>;
}
export interface Writer {
  readonly by: PersonId;
  readonly until: number;
}

/** Takes a board up, as it was stored (with its authors) or new. Indices that it cannot use are repaired (BO6). */
export const openDesk = (board: Board, moment: Moment): Desk => {
  const desk: Desk = {
    board: board as Desk['board'], live: 0, indices: new Map(), top: undefined, pasts: new Map(), authors: new Map(), names: new Map(), writers: new Map(), inside: new Map(), round: undefined, unsaved: new Set(), unseen: new Set(), changed: undefined, copies: new Map(), namedCopies: 0, images: new Set(),
    owns: (by, id) => desk.authors.get(id) === by,
    ballotOf: (by) => desk.round?.ballots.get(by) ?? [],
  };
  for (const [id, element] of board.elements) {
    desk.authors.set(id, personId(element.author));
    if (element.type === 'text') putInside(desk, id, readValues(element, ['containerId']).containerId);
  }
  for (const [id, name] of board.names) desk.names.set(personId(id), name);
  tellAuthors(desk);
  const inOrder = [...board.elements].toSorted(([a, one], [b, other]) => (one.index < other.index ? -1 : one.index > other.index ? 1 : a < b ? -1 : 1));
  for (const [id, element] of inOrder) {
    if (element.deletedAt === 0) desk.live++;
    if (isIndex(element.index) && !desk.indices.has(element.index)) note(desk, id, element.index);
  }
  for (const [id, element] of inOrder) if (desk.indices.get(element.index) !== id) write(desk, id, { values: { index: element.index } }, moment);
  return desk;
};

/** BO18. Shows or hides who made what, and who writes where, as the board says. */
export const tellAuthors = ({ board, authors, names, writers }: Desk): void => {
  const isShown = board.authors === 'shown';
  for (const [id, element] of board.elements) {
    const shown = isShown ? (authors.get(id) ?? '') : '';
    if (element.author !== shown) element.author = shown;
  }
  if (!isShown) board.names.clear();
  else for (const [id, name] of names) board.names.set(id, name);
  for (const [id, hold] of board.holds) hold.by = isShown ? (writers.get(id)?.by ?? '') : '';
};

const putInside = ({ inside }: Desk, id: string, container: string | null | undefined): void => {
  if (container === null || container === undefined) return;
  const texts = inside.get(container);
  if (texts) texts.add(id);
  else inside.set(container, new Set([id]));
};

export const livingOn = ({ elements }: Board, id: string): BoardElement | undefined => {
  const element = elements.get(id);
  return element?.deletedAt === 0 ? element : undefined;
};

/** All that lives, by what lies over what, lowest first. */
export const livingInOrder = ({ elements }: Board): readonly (readonly [string, BoardElement])[] =>
  [...elements].filter(([, { deletedAt }]) => deletedAt === 0).toSorted(([, a], [, b]) => (a.index < b.index ? -1 : 1));

const note = (desk: Desk, id: string, index: string): void => {
  desk.indices.set(index, id);
  if (desk.top === undefined || index > desk.top) desk.top = index;
};

/** BO6. An index for an element: the wished one where it can be used, just above where that is taken, else on top. */
const usableIndex = (desk: Desk, id: string, wished: string): string | undefined => {
  if (!isIndex(wished)) return indexBetween(desk.top, undefined);
  const holder = desk.indices.get(wished);
  if (holder === undefined || holder === id) return wished;
  let next: string | undefined;
  for (const index of desk.indices.keys()) if (index > wished && (next === undefined || index < next)) next = index;
  const index = indexBetween(wished, next);
  return index.length > LONGEST_INDEX ? undefined : index;
};

/** BO6. Numbers the whole board anew, in the order that it has. */
const renumber = (desk: Desk, moment: Moment): void => {
  const order = [...desk.indices].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id);
  desk.indices.clear();
  desk.top = undefined;
  const fresh = freshIndices(order.length);
  for (const [at, id] of order.entries()) {
    const element = desk.board.elements.get(id);
    if (!element) continue;
    element.index = fresh[at] ?? '';
    note(desk, id, element.index);
    stamp(desk, id, element, moment);
  }
};

const place = (desk: Desk, id: string, wished: string, moment: Moment): string => {
  let index = usableIndex(desk, id, wished);
  if (index === undefined || index.length > LONGEST_INDEX) {
    const below = desk.indices.get(wished);
    renumber(desk, moment);
    index = usableIndex(desk, id, (below !== undefined && desk.board.elements.get(below)?.index) || '') ?? '';
  }
  note(desk, id, index);
  return index;
};

/** BO1. A change makes a new version, and chance tells two of the same number apart. */
const stamp = (desk: Desk, id: string, element: BoardElement, { chance }: Moment): void => {
  desk.unsaved.add(id);
  desk.unseen.add(id);
  element.version++;
  element.nonce = Math.floor(chance() * 2 ** 31);
};

/** What an author is called goes with what they made, for when they are gone. */
export const sign = ({ board, names }: Desk, author: PersonId, name: string): void => {
  if (names.get(author) === name) return;
  names.set(author, name);
  if (board.authors === 'shown') board.names.set(author, name);
};

/** Puts a new element on the board. */
export const lay = (desk: Desk, element: Element, author: PersonId, moment: Moment): Deed => {
  const made = held({ ...element, index: place(desk, element.id, element.index, moment) }, desk.board.authors === 'shown' ? author : '');
  desk.authors.set(element.id, author);
  const here = desk.board.people.get(author);
  if (here) sign(desk, author, here.name);
  if (element.type === 'text') putInside(desk, element.id, element.containerId);
  stamp(desk, element.id, made, moment);
  made.textVersion = made.version;
  desk.board.elements.set(element.id, made);
  desk.live++;
  return { id: element.id, before: { values: {}, live: false }, after: { values: {}, live: true } };
};

/** Changes an element that is there. The only writer beside `lay`. */
export const write = (desk: Desk, id: string, change: Change, moment: Moment): Deed => {
  const element = desk.board.elements.get(id);
  if (!element) return { id, before: { values: {} }, after: { values: {} } };
  const names = Object.keys(change.values) as Field[];
  const wasLive = element.deletedAt === 0;
  const before: Change = { values: readValues(element, names), ...(change.live !== undefined && { live: wasLive }) };
  const { index } = change.values;
  if (index === undefined) writeValues(element, change.values);
  else {
    // First the new one, so that the board is never numbered anew without this element.
    const usable = place(desk, id, index, moment);
    if (element.index !== usable && desk.indices.get(element.index) === id) forgetIndices(desk, [element.index]);
    writeValues(element, { ...change.values, index: usable });
  }
  if (before.values.containerId) desk.inside.get(before.values.containerId)?.delete(id);
  putInside(desk, id, change.values.containerId);
  stamp(desk, id, element, moment);
  if (change.values.text !== undefined && change.values.text !== before.values.text) element.textVersion = element.version;
  if (change.live !== undefined && change.live !== wasLive) {
    element.deletedAt = change.live ? 0 : moment.at;
    desk.live += change.live ? 1 : -1;
    if (!change.live) {
      desk.board.holds.delete(id);
      desk.writers.delete(id);
    }
  }
  return { id, before, after: { values: readValues(element, names), ...(change.live !== undefined && { live: change.live }) } };
};

const forgetIndices = (desk: Desk, gone: readonly string[]): void => {
  for (const index of gone) desk.indices.delete(index);
  if (desk.top === undefined || desk.indices.has(desk.top)) return;
  desk.top = undefined;
  for (const index of desk.indices.keys()) if (desk.top === undefined || index > desk.top) desk.top = index;
};

/** BO9. How long what was deleted can come back, and how much of it is kept at most. */
export const TOMBSTONE_MS = 24 * 60 * 60 * 1_000;
export const MOST_TOMBSTONES = 5_000;
/** So much over that there may be for a moment, so that not each deletion sorts them all. */
const TOMBSTONES_OVER = 500;

/** Whether more is dead than may be. */
export const isCluttered = ({ board, live }: Desk): boolean => board.elements.size - live > MOST_TOMBSTONES + TOMBSTONES_OVER;

/** BO9. Forgets what was deleted a day ago, and the oldest of what is too much. Answers how many. */
export const compact = (desk: Desk, at: number): number => {
  const dead = [...desk.board.elements].filter(([, { deletedAt }]) => deletedAt > 0).toSorted(([, a], [, b]) => b.deletedAt - a.deletedAt);
  const old = dead.filter(([, { deletedAt }], place) => place >= MOST_TOMBSTONES || at - deletedAt >= TOMBSTONE_MS);
  for (const [id, element] of old) {
    if (fieldsOf[element.type].has('containerId')) {
      const { containerId } = readValues(element, ['containerId']);
      if (containerId) desk.inside.get(containerId)?.delete(id);
    }
    desk.inside.delete(id);
    desk.board.elements.delete(id);
    desk.authors.delete(id);
    desk.unsaved.add(id);
    desk.unseen.add(id);
  }
  forgetIndices(desk, old.map(([, { index }]) => index));
  // Of whom nothing is left the name goes, too.
  const makers = new Set(desk.authors.values());
  for (const author of desk.names.keys()) {
    if (makers.has(author)) continue;
    desk.names.delete(author);
    desk.board.names.delete(author);
  }
  return old.length;
};

/** The texts that stand in a shape. */
export const textsIn = ({ board, inside }: Desk, container: string): readonly string[] => [...(inside.get(container) ?? [])].filter((id) => livingOn(board, id));

