/** A board of the room in words: what is on it, when it last changed, who is at it. */
import { useHearth } from '#client/app/context.tsx';
import type { Words } from '#client/app/words.ts';
import { sameContent } from '#client/net/store.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import { place as say } from './place.words.ts';

/** A time of day says enough of the last hours. */
const TODAY = 12 * 60 * 60 * 1000;
const MOST_NAMED = 5;

export type BoardSign = RoomView['facts']['boards'] extends ReadonlyMap<string, infer S> ? S : never;
/** What is said of a board, with nothing in it that changes by itself. */
export interface BoardFacts extends Pick<BoardSign, 'title' | 'notes' | 'groups' | 'changedAt' | 'changedBy'> {
  readonly names: readonly string[];
}

export const boardFactsOf = ({ title, notes, groups, changedAt, changedBy, people }: BoardSign): BoardFacts => ({ title, notes, groups, changedAt, changedBy, names: [...people.values()] });

/** The boards of the room by their object, as they are now. */
export const useBoards = (): Readonly<Record<string, BoardFacts>> =>
  useHearth(({ facts }) => Object.fromEntries([...facts.boards].map(([id, sign]) => [id, boardFactsOf(sign)])), sameContent);

/** Who is at a board: "Ana and Ben are at the board." Nothing for nobody. */
export const whoIsAt = (words: Words, { names }: Pick<BoardFacts, 'names'>): string => {
  const shown = names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), words(say.boardOthers, { count: names.length - MOST_NAMED })] : names;
  return names.length === 0 ? '' : words(say.whoIsAtBoard, { names: words.list(shown), count: names.length });
};

const whenIn = (words: Words, at: number): string =>
  Date.now() - at < TODAY ? words.time(at) : new Intl.DateTimeFormat(words.tag, { dateStyle: 'medium' }).format(at);

export const boardLine = (words: Words, facts: BoardFacts): string => {
  const { title, notes, groups, changedAt, changedBy } = facts;
  return [
    words(say.boardHolds, { title, notes, groups, empty: notes + groups === 0 ? 'yes' : 'no' }),
    changedAt > 0 ? words(say.boardChanged, { when: whenIn(words, changedAt), name: changedBy, known: changedBy === '' ? 'no' : 'yes' }) : '',
    whoIsAt(words, facts),
  ].filter(Boolean).join(' ');
};
