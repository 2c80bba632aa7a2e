import type { LineId, PersonId } from '../kernel/ids.ts';

/** One message said to the room, as it is kept. */
export interface Line {
  readonly id: LineId;
  readonly by: PersonId;
  /** The name when it was said: it stays, whoever leaves. */
  readonly name: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const LONGEST_LINE = 2_000;
