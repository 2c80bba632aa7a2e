/** A board as whoever is at it may see it, and what they are there. */
import type { Actor } from '../kernel/capability.ts';
import type { PersonId } from '../kernel/ids.ts';
import { message } from '../kernel/message.ts';
import type { View } from '../kernel/view.ts';
import type { Board } from './board.state.ts';
import type { Setting } from './changes.ts';
import type { Hand, Role } from './permission.ts';

/** What `permit` and `accepts` read: the state that everybody gets, and what is one's own of it. */
export interface BoardView {
  readonly board: View<Board>;
  /** Whether somebody made something; where authors are hidden, a page knows it of its own person alone. */
  owns(by: PersonId, element: string): boolean;
  /** What somebody has voted for, an element as often as it has votes; a page knows its own person's ballot. */
  ballotOf(by: PersonId): readonly string[];
}

/** What only one person is told of a board. */
export interface BoardOwn {
  readonly ballot: readonly string[];
  /** What they made, while authors are hidden. */
  readonly mine: readonly string[];
}

/** BO7. Stewards and facilitators guide every board; guests read where the board says so. */
export const roleOf = ({ guests }: Pick<View<Board>, 'guests'>, { standing, duties }: Pick<Actor, 'standing' | 'duties'>): Role =>
  standing === 'steward' || standing === 'owner' || duties.includes('facilitator') ? 'facilitator' : standing === 'guest' && guests === 'read' ? 'viewer' : 'editor';

export const handOf = ({ board }: Pick<BoardView, 'board'>, actor: Actor): Hand => ({ id: actor.id, role: roleOf(board, actor) });

/** BO18. Whoever writes where nobody is to know who wrote. */
const somebody = message('board.somebody', 'Somebody');

export const settingOf = ({ board }: Pick<BoardView, 'board'>, at: number): Setting =>
  ({ at, nameOf: (id) => (board.authors === 'hidden' ? somebody : (board.people.get(id)?.name ?? somebody)) });
