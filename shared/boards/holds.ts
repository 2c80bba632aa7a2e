import type { PersonId } from '../kernel/ids.ts';
import { Hold, type Board } from './board.state.ts';
import { HOLD_MS } from './permission.ts';

/** BO8. Somebody begins to write in an element, or writes on. One writes in one element at a time. */
export const hold = (board: Board, by: PersonId, id: string, at: number): void => {
  for (const [other, { by: holder }] of board.holds) if (holder === by && other !== id) board.holds.delete(other);
  const held = board.holds.get(id);
  if (held?.by === by) held.until = at + HOLD_MS;
  else board.holds.set(id, new Hold({ by, until: at + HOLD_MS }));
};

/** BO8. Somebody stops writing, or goes. */
export const release = (board: Board, by: PersonId): void => {
  for (const [id, { by: holder }] of board.holds) if (holder === by) board.holds.delete(id);
};

/** BO8. Lets go what nobody has written in for a while. */
export const lapse = (board: Board, at: number): void => {
  for (const [id, { until }] of board.holds) if (until <= at) board.holds.delete(id);
};
