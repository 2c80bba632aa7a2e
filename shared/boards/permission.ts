import type { PersonId } from '../kernel/ids.ts';
import type { MessageValue } from '../kernel/message.ts';
import { andThen, grant, refuse, type Permit } from '../kernel/refusal.ts';
import type { View } from '../kernel/view.ts';
import type { Board, BoardElement } from './board.state.ts';
import type { Desk } from './desk.ts';
import { boardRefusals } from './boards.refusals.ts';
import type { Values } from './fields.ts';

/** BO7. What somebody is on a board. */
export type Role = 'viewer' | 'editor' | 'facilitator';
/** Who acts on a board now. */
export interface Hand {
  readonly id: PersonId;
  readonly role: Role;
}

/** BO8. How long writing in something keeps others from it without a sign of life. */
export const HOLD_MS = 30_000;

/** BO7. May one change this board at all, now? */
export const mayChange = ({ mode }: Pick<View<Board>, 'mode'>, { role }: Hand): Permit => {
  if (role === 'viewer') return refuse(boardRefusals.viewer);
  return mode === 'frozen' && role !== 'facilitator' ? refuse(boardRefusals.frozen) : grant;
};

/** BO7. May one change this element? `isOwn`: one has made it, which a board may hide. `unlocks`: the change takes its lock off. */
export const mayTouch = (board: Pick<View<Board>, 'mode'>, by: Hand, { rest }: Pick<View<BoardElement>, 'rest'>, isOwn: boolean, unlocks = false): Permit =>
  andThen(mayChange(board, by), () => {
    if (by.role === 'facilitator') return grant;
    if (board.mode === 'own' && !isOwn) return refuse(boardRefusals.notYours);
    return rest.includes('"locked":true') && isLocked(rest) && !(unlocks && isOwn) ? refuse(boardRefusals.locked) : grant;
  });

/** BO7. Whether a change takes a lock off and does nothing else: what whoever made something may do while it is locked. */
export const unlocksOnly = (values: Values): boolean => values.locked === false && Object.keys(values).length === 1;

// A label may read like the field, hence both; most elements are not locked, and need no parsing.
const isLocked = (rest: string): boolean => (JSON.parse(rest) as { readonly locked?: boolean }).locked === true;

/** BO8. May one write in an element, or delete it, which somebody else may be writing in? */
export const mayWriteIn = ({ writers }: Pick<Desk, 'writers'>, by: Pick<Hand, 'id'>, id: string, at: number, nameOf: (id: string) => MessageValue): Permit => {
  const hold = writers.get(id);
  return hold && hold.by !== by.id && hold.until > at ? refuse(boardRefusals.held, { name: nameOf(hold.by) }) : grant;
};
