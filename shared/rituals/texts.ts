/**
 * What people write in a ritual, apart from the run. It is not in the room's state, for whoever has blocked somebody reads nothing of them:
 * each person gets what they may read, with the cue of it, or when they ask.
 */
import type { PersonId } from '../kernel/ids.ts';
import type { Part, Run } from './run.ts';

/** Where a text of a run stands. */
export const textKey = {
  turn: ({ id }: Pick<Run, 'id'>, step: number, person: PersonId): string => `${id}/${step}/${person}`,
  question: ({ id }: Pick<Run, 'id'>, step: number, at: number): string => `${id}/${step}?${at}`,
  note: ({ id }: Pick<Run, 'id'>, note: string): string => `${id}#${note}`,
  why: ({ id }: Pick<Run, 'id'>, given: string): string => `${id}=${given}`,
} as const;

export interface Written {
  readonly key: string;
  readonly by: PersonId;
  readonly text: string;
}

/** Every text of a run, with its author. */
export const textsIn = (run: Run): readonly Written[] =>
  run.parts.flatMap((part, step): Written[] => {
    if (part.kind === 'round') return part.turns.flatMap((turn) => (turn.state === 'wrote' ? [{ key: textKey.turn(run, step, turn.person), by: turn.person, text: turn.text }] : []));
    if (part.kind === 'pledge') return part.questions.map(({ person, text }, at) => ({ key: textKey.question(run, step, at), by: person, text }));
    return part.kind === 'recognition' ? part.given.map(({ id, by, why }) => ({ key: textKey.why(run, id), by, text: why })) : [];
  });

/** The run with these texts in their places; where there is none it is empty. */
export const withTexts = (run: Run, textOf: (key: string) => string | undefined): Run => ({
  ...run,
  parts: run.parts.map((part, step): Part => {
    if (part.kind === 'round') return { ...part, turns: part.turns.map((turn) => (turn.state === 'wrote' ? { ...turn, text: textOf(textKey.turn(run, step, turn.person)) ?? '' } : turn)) };
    if (part.kind === 'pledge') return { ...part, questions: part.questions.map((one, at) => ({ ...one, text: textOf(textKey.question(run, step, at)) ?? '' })) };
    return part.kind === 'recognition' ? { ...part, given: part.given.map((one) => ({ ...one, why: textOf(textKey.why(run, one.id)) ?? '' })) } : part;
  }),
});

/** RI27. What those who run it wrote for themselves. */
export const notesIn = (run: Run): readonly Written[] => run.notes.map(({ id, by, text }) => ({ key: textKey.note(run, id), by, text }));
