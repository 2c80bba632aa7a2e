import type { Own } from '../kernel/capability.ts';
import type { LineId, PersonId } from '../kernel/ids.ts';
import { mayRead, type Line } from './chat.ts';

const LEAST = 3_000;
const A_SIGN = 70;
/** More of it does not stand over a head. */
const MOST_SIGNS = 80;

/** CH10. How long (ms) a text stands over the head of whoever said it: as long as it takes to find and to read. */
export const shownFor = (text: string): number => LEAST + A_SIGN * Math.min(MOST_SIGNS, [...text].length);

/** A message that was heard of just now; `since` in ms, on the reader's clock. */
export interface JustSaid {
  readonly line: LineId;
  readonly since: number;
}

/** CH10. The message that stands over somebody's head at `now`, as it is by then; none that is gone, past, or not for `you`. */
export const saidOver = (said: JustSaid | undefined, lines: readonly Line[], you: PersonId | undefined, own: Own, now: number): Line | undefined => {
  const line = said && lines.findLast(({ id }) => id === said.line);
  if (!line || line.removedBy !== undefined || line.text === '' || you === undefined || !mayRead(line, you)) return undefined;
  if (own.muted.includes(line.by) || own.blocked.includes(line.by)) return undefined;
  return now < said.since + shownFor(line.text) ? line : undefined;
};
