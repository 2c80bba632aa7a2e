/** What everyone in a room knows of the boards in it, and hears of who goes to them. */
import { cue, type Cue } from '../kernel/cue.ts';
import { personId } from '../kernel/ids.ts';
import type { Room } from '../rooms/room.ts';
import { BoardSign } from './sign.state.ts';
import { signCues } from './signs.cues.ts';

/** BO21. What a board says of itself, as its host knows it. */
export interface SignNews extends Pick<BoardSign, 'title' | 'notes' | 'groups' | 'changedAt' | 'changedBy' | 'version'> {
  readonly people: ReadonlyMap<string, string>;
}
/** BO22. How long (ms) nobody is told again that somebody is at a board: who goes back and forth is told of once. */
export const TOLD_FOR = 10 * 60_000;

/** Writes on a board's sign what is new of it. Answers who has come to it. */
const write = (sign: BoardSign, { people, ...facts }: SignNews): readonly string[] => {
  for (const key of ['title', 'notes', 'groups', 'changedAt', 'changedBy', 'version'] as const) if (sign[key] !== facts[key]) Object.assign(sign, { [key]: facts[key] });
  for (const id of sign.people.keys()) if (!people.has(id)) sign.people.delete(id);
  const come = [...people].filter(([id, name]) => sign.people.get(id) !== name);
  for (const [id, name] of come) sign.people.set(id, name);
  return come.map(([id]) => id);
};

/** BO21, BO22. Notes how the boards of a room are now. Answers what they hear. */
export const noteBoards = ({ facts, layout, toldOfBoards: told }: Pick<Room, 'facts' | 'layout' | 'toldOfBoards'>, news: ReadonlyMap<string, SignNews>, at: number): readonly Cue[] => {
  for (const [key, since] of told) if (at - since >= TOLD_FOR) told.delete(key);
  return layout.objects.flatMap(({ id, name: board }) => {
    const now = news.get(id);
    if (!now) return [];
    const sign = facts.boards.get(id) ?? new BoardSign({});
    const come = write(sign, now);
    if (!facts.boards.has(id)) facts.boards.set(id, sign);
    return come.flatMap((by): Cue[] => {
      const key = `${id} ${by}`;
      const isTold = told.has(key);
      told.set(key, at);
      return isTold ? [] : [cue(signCues.at, personId(by), [...facts.people.keys()].filter((other) => other !== by && !now.people.has(other)).map(personId), { name: now.people.get(by) ?? '', board })];
    });
  });
};
