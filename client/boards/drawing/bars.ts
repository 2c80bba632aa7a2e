import { handOf } from '#shared/boards/board.ts';
import type { BoardElement } from '#shared/boards/board.state.ts';
import { boardRefusals } from '#shared/boards/boards.refusals.ts';
import { mayTouch } from '#shared/boards/permission.ts';
import type { Point } from '#shared/boards/stroke.codec.ts';
import { refuse, type Permit, type Refusal } from '#shared/kernel/refusal.ts';
import type { View } from '#shared/kernel/view.ts';
import type { BoardLink } from '../link.ts';

/** Whether one may not touch this now, as far as one sees, whatever its own lock says: it is another's, or somebody writes in it (BO7, BO8). */
export const isBarredOn = (link: BoardLink, id: string, held: View<BoardElement>): boolean => {
  const { actor, board } = link.store.current;
  if (!actor) return true;
  const hold = board.holds.get(id);
  if (hold && hold.by !== actor.id && held.type === 'text') return true;
  // Its own lock is a field, which whoever made it may take off.
  return !touchOn(link, id, { rest: '' }).granted;
};

const touchOn = ({ view, store }: BoardLink, id: string, held: Pick<View<BoardElement>, 'rest'>): Permit => {
  const { actor, board } = store.current;
  return actor ? mayTouch(board, handOf(view, actor), held, view.owns(actor.id, id)) : refuse(boardRefusals.notHere);
};

/** BO7. Why what is pressed there cannot be taken hold of, their editor being silent about it: the uppermost thing under one's hand that one may not touch. Groups are pressed on to begin something in them. */
export const barredAt = (link: BoardLink, [x, y]: Point): Refusal | undefined => {
  const { elements } = link.store.current.board;
  const under = [...elements].filter(([, one]) => one.deletedAt === 0 && one.type !== 'frame' && x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height);
  const [top] = under.toSorted(([, a], [, b]) => (a.index < b.index ? 1 : -1));
  const permit = top && touchOn(link, ...top);
  return permit && !permit.granted ? permit.refusal : undefined;
};
