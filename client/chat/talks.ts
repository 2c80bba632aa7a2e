import type { Line } from '#shared/chat/chat.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

/** With whom one talks: everyone in the room, one's circle, or one person by id. */
export type Talk = 'room' | 'circle' | PersonId;

/** Where a message belongs. */
export const talkOf = ({ by, to }: Pick<Line, 'by' | 'to'>, you: PersonId | undefined): Talk => {
  if (to === undefined) return 'room';
  if (to.kind === 'circle') return 'circle';
  return by === you ? to.person : by;
};

export interface Reading {
  readonly lines: readonly Line[];
  readonly you: PersonId | undefined;
  /** Up to when (ms since 1970) each talk was read. */
  readonly readAt: Readonly<Record<string, number>>;
  /** When the newest message was said that was there when one came; what is older is no news. */
  readonly linesSince: number;
}

/** The messages of others in a talk, or in all, that one has not read. */
export const unread = ({ lines, you, readAt, linesSince }: Reading, talk?: Talk): readonly Line[] =>
  lines.filter((line) => {
    const mine = talkOf(line, you);
    return line.by !== you && (talk === undefined || mine === talk) && line.at > (readAt[mine] ?? linesSince);
  });

/** The people one has written with, those of the newest message first. */
export const partnersOf = (lines: readonly Line[], you: PersonId | undefined): readonly PersonId[] => {
  const talks = lines.map((line) => talkOf(line, you)).toReversed();
  return [...new Set(talks)].filter((talk): talk is PersonId => talk !== 'room' && talk !== 'circle');
};
