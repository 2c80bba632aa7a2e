import { Board } from '#shared/boards/board.state.ts';
import { acceptsChange, applyChange, changeSchema, type BoardChange, type Setting } from '#shared/boards/changes.ts';
import { openDesk, type Desk } from '#shared/boards/desk.ts';
import { elementSchema, type Element, type NewElement } from '#shared/boards/element.ts';
import type { Hand, Role } from '#shared/boards/permission.ts';
import { acceptsUndo, applyUndo, remember } from '#shared/boards/undo.ts';
import type { Moment } from '#shared/kernel/capability.ts';
import { personId } from '#shared/kernel/ids.ts';
import { momentAt } from './room.ts';

export const handOf = (id: string, role: Role = 'editor'): Hand => ({ id: personId(id), role });
export const settingAt = (at: number): Setting => ({ at, nameOf: (id) => id });
/** An empty board that keeps every picture which these show. */
export const newDesk = (showing: readonly object[] = []): Desk => {
  const desk = openDesk(new Board({}), momentAt(1));
  for (const element of showing) if ('fileId' in element) desk.images.add(String(element.fileId));
  return desk;
};

const box = { x: 0, y: 0, width: 100, height: 50 };
export const shape = (id: string, more: Partial<NewElement> = {}): Element => elementSchema.parse({ type: 'rectangle', id, ...box, ...more });
export const text = (id: string, words: string, containerId: string | null = null): Element => elementSchema.parse({ type: 'text', id, ...box, text: words, containerId });

export type Answer = 'done' | string;
const answer = (permit: ReturnType<typeof acceptsChange>): Answer => (permit.granted ? 'done' : permit.refusal.code);

/** Through the door, as it comes: read, judged, done, remembered. Answers the code of the refusal, else `done`. */
export const change = (desk: Desk, by: Hand, raw: BoardChange | object, moment: Moment = momentAt(1), go?: number): Answer => {
  const read = changeSchema.safeParse(raw);
  if (!read.success) return 'malformed';
  const permit = acceptsChange(desk, by, read.data, settingAt(moment.at));
  if (permit.granted) remember(desk, by.id, applyChange(desk, by, read.data, moment), go);
  return answer(permit);
};

export const turn = (desk: Desk, by: Hand, way: 'undo' | 'redo', moment: Moment = momentAt(1)): Answer => {
  const permit = acceptsUndo(desk, by, way, settingAt(moment.at));
  if (permit.granted) applyUndo(desk, by, way, moment);
  return answer(permit);
};

const byId = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Everything that everyone gets, for comparing. Not the order of its maps, which means nothing: whoever joins later has another. */
export const seen = (board: Board): string => JSON.stringify([board.title, board.mode, byId(board.elements), byId(board.holds)]);
