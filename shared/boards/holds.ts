import type { PersonId } from '../kernel/ids.ts';
import { Hold } from './board.state.ts';
import type { Desk } from './desk.ts';
import { HOLD_MS } from './permission.ts';

const drop = ({ board, writers }: Desk, id: string): void => {
  board.holds.delete(id);
  writers.delete(id);
};

/** BO8. Somebody begins to write in an element, or writes on. One writes in one element at a time. */
export const hold = (desk: Desk, by: PersonId, id: string, at: number): void => {
  const { board, writers } = desk;
  for (const [other, writer] of writers) if (writer.by === by && other !== id) drop(desk, other);
  const before = writers.get(id)?.by;
  writers.set(id, { by, until: at + HOLD_MS });
  if (before !== by) board.holds.set(id, new Hold({ by: board.authors === 'shown' ? by : '' }));
};

/** BO8. Somebody stops writing, or goes. */
export const release = (desk: Desk, by: PersonId): void => {
  for (const [id, writer] of desk.writers) if (writer.by === by) drop(desk, id);
};

/** BO8. Lets go what nobody has written in for a while. */
export const lapse = (desk: Desk, at: number): void => {
  for (const [id, { until }] of desk.writers) if (until <= at) drop(desk, id);
};
