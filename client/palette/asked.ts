/** Which rows the palette shows for what was typed: few enough to be read, and to be drawn in a room of three hundred. */
import type { Visit } from '#client/app/context.tsx';
import type { Words } from '#client/app/words.ts';
import { page } from '#client/app/local.words.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { callNameOf, othersByNearness } from '#shared/people/people.rules.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import { pageRows } from './pageRows.ts';
import { palette as say } from './palette.words.ts';
import { found, rowsNow, type Contains, type Row } from './rows.ts';
import { whereIs } from './where.ts';

/** The most people of whom there are rows at once: the nearest, and those whose name was typed. */
export const MOST_PEOPLE = 20;
/** The most rows of a group. */
export const MOST_ROWS = 60;

export interface Asked {
  readonly typed: string;
  /** Whose row was chosen: everything is about them then. */
  readonly about: PersonId | undefined;
}

export interface Shown {
  readonly rows: readonly Row[];
  /** How many people there are of whom nothing is shown. */
  readonly more: number;
}

const bare = (row: Pick<Row, 'id' | 'group' | 'label' | 'icon'> & Partial<Row>): Row => ({
  context: '', also: '', meaning: '', refusal: undefined, refusedNow: () => undefined, shortcut: undefined, run: () => undefined, ...row,
});

const namesOf = (room: RoomView, id: PersonId): readonly string[] => [callNameOf(room, id), room.facts.people.get(id)?.name ?? ''];

/** A person, by name and place; what one can do with them is a press away. */
const personRow = (room: RoomView, me: PersonId, words: Words) => (id: PersonId): Row =>
  bare({ id: `person:${id}`, group: 'people', label: callNameOf(room, id), context: whereIs(room, me, id, words), icon: 'user', person: id, leads: 'person' });

/** What can be done now before what cannot; in each, the order they have. */
const calmly = (rows: readonly Row[]): readonly Row[] => [...rows.filter(({ refusal }) => refusal === undefined), ...rows.filter(({ refusal }) => refusal !== undefined)];

const capped = (rows: readonly Row[]): readonly Row[] => {
  const counts = new Map<string, number>();
  return rows.filter(({ group }) => {
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= MOST_ROWS;
  });
};

const isOneSeat = ({ id }: Row): boolean => id.startsWith('seat.sit:') && id !== 'seat.sit:nearest';

/**
 * Nothing typed: people by name, then what one can do, places and settings. A name that several have: those people. Else
 * everything whose name holds what was typed, about the nearest people and those whose name was typed.
 */
export const rowsFor = (visit: Visit, words: Words, { typed, about }: Asked, contains: Contains): Shown => {
  const { view: room, actor } = visit.hearth;
  if (!actor) return { rows: found(pageRows(visit, words), typed, contains), more: 0 };
  if (about !== undefined) {
    const back = bare({ id: 'back', group: 'people', label: words(say.everything), icon: 'arrow-left', leads: 'back' });
    return { rows: [...found(rowsNow(visit, words, [about]).filter(({ person }) => person === about), typed, contains), back], more: 0 };
  }
  const others = othersByNearness(room, actor.id);
  const parts = typed.split(/\s+/).filter(Boolean);
  const toRow = personRow(room, actor.id, words);
  if (parts.length === 0) {
    const rest = rowsNow(visit, words, []).filter((row) => row.group !== 'people' && !isOneSeat(row));
    return { rows: capped([...others.slice(0, MOST_PEOPLE).map(toRow), ...calmly(rest)]), more: Math.max(0, others.length - MOST_PEOPLE) };
  }
  const has = (id: PersonId) => (part: string): boolean => namesOf(room, id).some((name) => contains(name, part));
  const meant = others.filter((id) => parts.every(has(id)));
  if (meant.length > 1) {
    const rest = found(rowsNow(visit, words, []).filter(({ group }) => group !== 'people'), typed, contains);
    return { rows: capped([...meant.slice(0, MOST_PEOPLE).map(toRow), ...rest]), more: Math.max(0, meant.length - MOST_PEOPLE) };
  }
  // Those first whose names hold most of what was typed; the rest of it is a verb.
  const heldBy = new Map(others.map((id) => [id, parts.filter(has(id)).length]));
  const considered = others.toSorted((a, b) => (heldBy.get(b) ?? 0) - (heldBy.get(a) ?? 0)).slice(0, MOST_PEOPLE);
  const rows = found(rowsNow(visit, words, considered), typed, contains);
  const isAboutAnyone = [...heldBy.values()].every((count) => count === 0) && rows.some(({ group }) => group === 'people');
  return { rows: capped(rows), more: isAboutAnyone ? others.length - considered.length : 0 };
};

/** What the rows are about, for whoever hears the palette. */
export const titleOf = (visit: Visit, words: Words, about: PersonId | undefined): string =>
  about === undefined ? words(page.groupPeople) : words(say.whatWith, { name: callNameOf(visit.hearth.view, about) });
