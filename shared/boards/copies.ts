import type { Moment } from '../kernel/capability.ts';
import { personId } from '../kernel/ids.ts';
import { elementOf, readValues } from './board.state.ts';
import { lay, livingInOrder, livingOn, sign, write, type Desk } from './desk.ts';
import { fieldsOf } from './element.ts';

/** BO19. Makes a board what a copy of it was: what is not in the copy is deleted, what is comes back as it was, by whoever made it. */
export const restoreCopy = (desk: Desk, copy: Desk, moment: Moment): void => {
  for (const [id] of livingInOrder(desk.board)) if (!livingOn(copy.board, id)) write(desk, id, { values: {}, live: false }, moment);
  // Nobody can undo into what is no more.
  desk.pasts.clear();
  for (const [id, element] of livingInOrder(copy.board)) {
    const here = desk.board.elements.get(id);
    if (here?.type === element.type) write(desk, id, { values: readValues(element, [...fieldsOf[element.type]]), live: true }, moment);
    else if (!here) lay(desk, elementOf(id, element), copy.authors.get(id) ?? personId(''), moment);
  }
  for (const [author, name] of copy.names) if (!desk.names.has(author)) sign(desk, author, name);
  desk.board.title = copy.board.title;
};
