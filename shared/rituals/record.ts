/** RI20. What is kept of a run for those who were there: of each step what its script says, and of nobody how long they spoke. */
import type { PersonId } from '../kernel/ids.ts';
import { participant, type Part, type Run } from './run.ts';
import type { Step, StepKind } from './script.ts';

/** Of fewer people who spoke, a share would say who. */
const LEAST_FOR_BALANCE = 5;

export interface StepRecord {
  readonly name: string;
  readonly kind: StepKind;
  /** Milliseconds; 0 for a step that nobody came to. */
  readonly took: number;
  readonly leftOut: boolean;
  readonly count?: number;
  readonly names?: readonly string[];
  readonly written?: readonly { readonly name: string; readonly text: string }[];
  readonly recognitions?: readonly { readonly by: string; readonly to: string; readonly why: string; readonly responses: number }[];
  readonly charter?: { readonly title: string; readonly version: number; readonly questions: readonly string[] };
}
export interface RunRecord {
  readonly version: 1;
  readonly title: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly lead: string;
  readonly people: readonly string[];
  readonly steps: readonly StepRecord[];
  /** How much of the time (per cent) the quarter took that spoke most, of so many who spoke. */
  readonly balance?: { readonly speakers: number; readonly most: number };
}

const leftBy = (run: Run, step: Step, part: Part): Partial<StepRecord> => {
  // Whom no record names: companions, and whoever is not known.
  const nameOf = (id: PersonId): readonly string[] => {
    const one = participant(run, id);
    return one && !one.companion ? [one.name] : [];
  };
  const of = (people: readonly PersonId[]): Partial<StepRecord> => {
    const names = people.flatMap(nameOf);
    return { count: names.length, ...(step.leaves === 'names' && { names }) };
  };
  if (step.leaves === 'nothing') return {};
  switch (part.kind) {
    case 'arrival': return of(run.people.map(({ id }) => id));
    case 'act': return of(part.done.map(({ person }) => person));
    case 'pledge': {
      const questions = part.questions.map(({ text }) => text);
      return { ...of(part.signed.map(({ person }) => person)), ...(step.kind === 'pledge' && { charter: { title: step.charter.title, version: step.charter.version, questions } }) };
    }
    case 'recognition': {
      const recognitions = part.given.flatMap(({ by, to, why, cheers }) => nameOf(by).flatMap((from) => nameOf(to).map((name) => ({ by: from, to: name, why, responses: cheers.flatMap(nameOf).length }))));
      return { count: recognitions.length, ...(step.leaves === 'names' && { recognitions }) };
    }
    case 'round': {
      const took = part.turns.filter(({ state }) => state === 'spoken' || state === 'wrote').map(({ person }) => person);
      const written = part.turns.flatMap((turn) => (turn.state === 'wrote' ? nameOf(turn.person).map((name) => ({ name, text: turn.text })) : []));
      return { ...of(took), ...(step.leaves === 'names' && { written }) };
    }
    default: return {};
  }
};

const balanceOf = ({ people }: Run): RunRecord['balance'] => {
  const spoken = people.filter(({ spoke, companion }) => spoke > 0 && !companion).map(({ spoke }) => spoke).toSorted((a, b) => b - a);
  if (spoken.length < LEAST_FOR_BALANCE) return undefined;
  const sum = (lengths: readonly number[]): number => lengths.reduce((all, one) => all + one, 0);
  return { speakers: spoken.length, most: Math.round((100 * sum(spoken.slice(0, Math.ceil(spoken.length / 4)))) / sum(spoken)) };
};

/** The record of a run that has ended; `undefined` for one that has not, or never began. */
export const recordOf = (run: Run): RunRecord | undefined => {
  if (run.phase.status !== 'ended' || run.startedAt === null) return undefined;
  const balance = balanceOf(run);
  return {
    version: 1,
    title: run.script.title,
    startedAt: run.startedAt,
    endedAt: run.phase.at,
    lead: participant(run, run.lead)?.name ?? '',
    people: run.people.filter(({ companion }) => !companion).map(({ name }) => name),
    steps: run.script.steps.flatMap((step, at): StepRecord[] => {
      const part = run.parts[at];
      return part ? [{ name: step.name, kind: step.kind, took: part.spent, leftOut: part.skipped || !part.begun, ...(part.begun && leftBy(run, step, part)) }] : [];
    }),
    ...(balance && { balance }),
  };
};
