/** RI20. What is kept of a run for those who were there: of each step what its script says, and of nobody how long they spoke. */
import type { PersonId } from '../kernel/ids.ts';
import { participant, type Part, type Run } from './run.ts';
import type { Frozen, Step, StepKind, StepOf } from './script.ts';

/** Of fewer people who spoke, a share would say who. */
const LEAST_FOR_BALANCE = 5;

/** Somebody, by the name they had then. */
export interface Named {
  readonly id: PersonId;
  readonly name: string;
}
interface Said {
  readonly by: Named;
  readonly text: string;
}

/** `Who` is somebody with their id, as it is kept, or a name, as it is handed out. */
interface StepOfRecord {
  readonly name: string;
  readonly kind: StepKind;
  /** Milliseconds; 0 for a step that nobody came to. */
  readonly took: number;
  readonly leftOut: boolean;
  readonly count?: number;
}
export interface KeptStep extends StepOfRecord {
  readonly names?: readonly Named[];
  readonly written?: readonly Said[];
  readonly recognitions?: readonly { readonly by: Named; readonly to: Named; readonly why: string; readonly responses: number }[];
  readonly charter?: Frozen<StepOf<'pledge'>['charter']> & { readonly questions: readonly Said[] };
}
export interface StepRecord extends StepOfRecord {
  readonly names?: readonly string[];
  readonly written?: readonly { readonly name: string; readonly text: string }[];
  readonly recognitions?: readonly { readonly by: string; readonly to: string; readonly why: string; readonly responses: number }[];
  readonly charter?: Frozen<StepOf<'pledge'>['charter']> & { readonly questions: readonly string[] };
}

interface OfRun {
  readonly version: 1;
  readonly title: string;
  /** Of the script's words (BCP 47). */
  readonly language: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** How much of the time (per cent) the quarter took that spoke most, of so many who spoke. */
  readonly balance?: { readonly speakers: number; readonly most: number };
}
/** As it is stored: with who is who, so that it can be told apart what somebody may read, and taken out what is somebody's. */
export interface KeptRecord extends OfRun {
  readonly lead: Named;
  readonly people: readonly Named[];
  readonly steps: readonly KeptStep[];
}
/** As it is handed out: without ids. */
export interface RunRecord extends OfRun {
  readonly lead: string;
  readonly people: readonly string[];
  readonly steps: readonly StepRecord[];
}

const leftBy = (run: Run, step: Step, part: Part): Partial<KeptStep> => {
  // Whom no record names: companions, and whoever is not known.
  const named = (id: PersonId): readonly Named[] => {
    const one = participant(run, id);
    return one && !one.companion ? [{ id, name: one.name }] : [];
  };
  const of = (people: readonly PersonId[]): Partial<KeptStep> => {
    const names = people.flatMap(named);
    return { count: names.length, ...(step.leaves === 'names' && { names }) };
  };
  if (step.leaves === 'nothing') return {};
  switch (part.kind) {
    case 'arrival': return of(run.people.map(({ id }) => id));
    case 'act': return of(part.done.map(({ person }) => person));
    case 'pledge': {
      const questions = part.questions.flatMap(({ person, text }) => named(person).map((by) => ({ by, text })));
      return { ...of(part.signed.map(({ person }) => person)), ...(step.kind === 'pledge' && { charter: { ...step.charter, questions } }) };
    }
    case 'recognition': {
      const recognitions = part.given.flatMap(({ by, to, why, cheers }) => named(by).flatMap((from) => named(to).map((one) => ({ by: from, to: one, why, responses: cheers.flatMap(named).length }))));
      return { count: recognitions.length, ...(step.leaves === 'names' && { recognitions }) };
    }
    case 'round': {
      const took = part.turns.filter(({ state }) => state === 'spoken' || state === 'wrote').map(({ person }) => person);
      const written = part.turns.flatMap((turn) => (turn.state === 'wrote' ? named(turn.person).map((by) => ({ by, text: turn.text })) : []));
      return { ...of(took), ...(step.leaves === 'names' && { written }) };
    }
    default: return {};
  }
};

const balanceOf = ({ people }: Run): OfRun['balance'] => {
  const spoken = people.filter(({ spoke, companion }) => spoke > 0 && !companion).map(({ spoke }) => spoke).toSorted((a, b) => b - a);
  if (spoken.length < LEAST_FOR_BALANCE) return undefined;
  const sum = (lengths: readonly number[]): number => lengths.reduce((all, one) => all + one, 0);
  return { speakers: spoken.length, most: Math.round((100 * sum(spoken.slice(0, Math.ceil(spoken.length / 4)))) / sum(spoken)) };
};

/** What is kept of a run that has ended; `undefined` of one that has not, or never began, or had nobody in it but companions. */
export const keptOf = (run: Run): KeptRecord | undefined => {
  if (run.phase.status !== 'ended' || run.startedAt === null) return undefined;
  const balance = balanceOf(run);
  const people = run.people.filter(({ companion }) => !companion).map(({ id, name }) => ({ id, name }));
  if (people.length === 0) return undefined;
  return {
    version: 1,
    title: run.script.title,
    language: run.script.language,
    startedAt: run.startedAt,
    endedAt: run.phase.at,
    lead: { id: run.lead, name: participant(run, run.lead)?.name ?? '' },
    people,
    steps: run.script.steps.flatMap((step, at): KeptStep[] => {
      const part = run.parts[at];
      return part ? [{ name: step.name, kind: step.kind, took: part.spent, leftOut: part.skipped || !part.begun, ...(part.begun && leftBy(run, step, part)) }] : [];
    }),
    ...(balance && { balance }),
  };
};

const nameOf = ({ name }: Named): string => name;
const plainStep = ({ names, written, recognitions, charter, ...step }: KeptStep): StepRecord => ({
  ...step,
  ...(names && { names: names.map(nameOf) }),
  ...(written && { written: written.map(({ by, text }) => ({ name: by.name, text })) }),
  ...(recognitions && { recognitions: recognitions.map((one) => ({ ...one, by: one.by.name, to: one.to.name })) }),
  ...(charter && { charter: { ...charter, questions: charter.questions.map(({ text }) => text) } }),
});

/** A record without ids. */
export const plainRecord = ({ lead, people, steps, ...record }: KeptRecord): RunRecord => ({ ...record, lead: lead.name, people: people.map(nameOf), steps: steps.map(plainStep) });
