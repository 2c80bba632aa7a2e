import type { HeardCue } from '../kernel/cue.ts';
import { personId, type CircleId, type LineId, type PersonId } from '../kernel/ids.ts';

/** Whom a message is for, where that is not the whole room: the people of a circle when it was sent, or one person. */
export type LineTo =
  | { readonly kind: 'circle'; readonly circle: CircleId; readonly readers: readonly PersonId[] }
  | { readonly kind: 'person'; readonly person: PersonId };

/** One message, as it is kept. */
export interface Line {
  readonly id: LineId;
  readonly by: PersonId;
  /** The name when it was said: it stays, whoever leaves. */
  readonly name: string;
  /** Empty once it was removed. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Absent: everyone in the room. */
  readonly to?: LineTo;
  /** When its text was last changed. */
  readonly editedAt?: number;
  /** Who took it away: its author, or someone with the duty to. */
  readonly removedBy?: PersonId;
}

export const LONGEST_LINE = 2_000;

/** CH6. Who may read a message, for ever; `undefined` for everyone in the room. */
export const readersOf = ({ by, to }: Pick<Line, 'by' | 'to'>): readonly PersonId[] | undefined =>
  to === undefined ? undefined : to.kind === 'circle' ? to.readers : [by, to.person];

export const mayRead = (line: Pick<Line, 'by' | 'to'>, id: PersonId): boolean => readersOf(line)?.includes(id) ?? true;

const said = new Set(['chat.said', 'chat.saidToCircle', 'chat.saidToOne']);
/** One's messages as they are once a cue was heard; the same list where it tells of none. */
export const linesAfter = (lines: readonly Line[], { kind, by, values, at: heardAt }: HeardCue): readonly Line[] => {
  const { line, text, name, at, circle, readers, to } = values;
  const change = (changed: (known: Line) => Line): readonly Line[] => (lines.some(({ id }) => id === line) ? lines.map((known) => (known.id === line ? changed(known) : known)) : lines);
  if (kind === 'chat.edited' && typeof text === 'string') return change((known) => ({ ...known, text, editedAt: heardAt }));
  if ((kind === 'chat.removed' || kind === 'chat.takenDown') && by) return change((known) => ({ ...known, text: '', removedBy: by }));
  if (!said.has(kind) || typeof line !== 'string' || typeof text !== 'string' || typeof name !== 'string' || typeof at !== 'number' || !by) return lines;
  if (lines.some(({ id }) => id === line)) return lines;
  const target: LineTo | undefined =
    typeof circle === 'string' ? { kind: 'circle', circle: circle as CircleId, readers: String(readers).split(' ').map(personId) }
    : typeof to === 'string' ? { kind: 'person', person: personId(to) }
    : undefined;
  return [...lines, { id: line as LineId, by, name, text, at, ...(target && { to: target }) }];
};

/** CH9. How many messages are given at a time. */
export const LINES_A_PAGE = 100;

/** How many of a room's newest messages its server knows by heart, so that they can be changed. */
export const KNOWN_LINES = 500;

/** A room's newest messages, by id, in the order in which they were said. */
export const rememberLine = (known: Map<LineId, Line>, line: Line): void => {
  known.set(line.id, line);
  for (const id of known.keys()) {
    if (known.size <= KNOWN_LINES) break;
    known.delete(id);
  }
};
