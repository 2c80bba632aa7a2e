import { handOf } from '#shared/boards/board.ts';
import type { BoardElement } from '#shared/boards/board.state.ts';
import { mayTouch } from '#shared/boards/permission.ts';
import type { View } from '#shared/kernel/view.ts';
import type { BoardLink } from '../link.ts';

/** Whether one may not touch this now, as far as one sees, whatever its own lock says: it is another's, or somebody writes in it (BO7, BO8). */
export const isBarredOn = ({ view, store }: BoardLink, id: string, held: View<BoardElement>): boolean => {
  const { actor, board } = store.current;
  if (!actor) return true;
  const hold = board.holds.get(id);
  if (hold && hold.by !== actor.id && held.type === 'text') return true;
  // Its own lock is a field, which whoever made it may take off.
  return !mayTouch(board, handOf(view, actor), { rest: '' }, view.owns(actor.id, id)).granted;
};
