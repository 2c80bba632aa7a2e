/** A run: one occurrence of a ritual. It is plain data, never written to: each event makes a new one. */
import * as z from 'zod/mini';
import type { PersonId } from '../kernel/ids.ts';
import { scriptSchema, type Frozen, type Script, type Step, type StepKind } from './script.ts';

const person = z.custom<PersonId>((id) => typeof id === 'string');
export const MINUTE = 60_000;
/** Milliseconds since 1970, and a length in milliseconds. */
const time = z.number();

/** RI7, RI8. Where somebody's turn stands. `called`: they are next, because whoever runs the ritual asked them. `left`: the round went on without them, and they may still write. */
const turn = z.discriminatedUnion('state', [
  z.strictObject({ person, state: z.literal(['waiting', 'called', 'later', 'passed', 'left']) }),
  z.strictObject({ person, state: z.literal('speaking'), since: time, /** Advice. */ until: time }),
  z.strictObject({ person, state: z.literal('spoken'), took: time }),
  z.strictObject({ person, state: z.literal('wrote'), text: z.string() }),
]);

const common = {
  /** Whether it was ever gone into, and whether it was left as one that is left out. */
  begun: z.boolean(),
  skipped: z.boolean(),
  /** How long it was open, but for the stretch in which it is now. */
  spent: time,
};
const part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['arrival', 'say', 'silence', 'celebration', 'close']), ...common }),
  z.strictObject({ kind: z.literal('round'), ...common, turns: z.array(turn) }),
  z.strictObject({ kind: z.literal('act'), ...common, done: z.array(z.strictObject({ person, at: time })) }),
  z.strictObject({ kind: z.literal('pledge'), ...common, signed: z.array(z.strictObject({ person, at: time })), questions: z.array(z.strictObject({ person, at: time, text: z.string() })) }),
  z.strictObject({ kind: z.literal('recognition'), ...common, given: z.array(z.strictObject({ id: z.string(), by: person, to: person, why: z.string(), at: time, cheers: z.array(person) })) }),
]);

/** RI3. The last move from step to step, so that whoever pressed at the same moment is told whose it was. */
const moved = z.strictObject({ by: person, from: z.number() });
const open = { step: z.int(), /** When it would have begun, had nobody paused. */ since: time, /** RI4. When it is advised to end. */ until: time, moved };
const phase = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('planned'), /** RI2. When it is meant to begin; nothing begins by itself. */ at: z.nullable(time) }),
  z.strictObject({ status: z.literal('running'), ...open }),
  z.strictObject({ status: z.literal('paused'), ...open, pausedAt: time }),
  z.strictObject({ status: z.literal('ended'), at: time, by: person }),
]);

const participantSchema = z.strictObject({
  id: person,
  name: z.string(),
  /** What they may act in: `runs` is whoever may run rituals. */
  rank: z.enum(['guest', 'member', 'runs']),
  /** A companion of `--demo` or a rehearsal, whom no record names. */
  companion: z.boolean(),
  cameAt: time,
  /** How long their turns took in this run. */
  spoke: time,
});

const note = z.strictObject({ id: z.string(), by: person, step: z.int(), at: time, text: z.string() });

export const runSchema = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  script: scriptSchema,
  /** Who runs it. */
  lead: person,
  startedAt: z.nullable(time),
  /** RI11. Everyone who was there while it ran, in the order in which they came. */
  people: z.array(participantSchema),
  /** What each step has left so far. */
  parts: z.array(part),
  /** RI27. What those who run it wrote for themselves. */
  notes: z._default(z.array(note), []),
  /** RI40. Who is in the spotlight. */
  spotlight: z._default(z.nullable(person), null),
  phase,
});

export type Run = Frozen<z.output<typeof runSchema>>;
export type Phase = Run['phase'];
export type OpenPhase = Extract<Phase, { readonly status: 'running' | 'paused' }>;
export type Part = Run['parts'][number];
export type PartOf<Kind extends StepKind> = Extract<Part, { readonly kind: Kind }>;
export type RoundPart = PartOf<'round'>;
export type Turn = RoundPart['turns'][number];
export type Note = Run['notes'][number];
export type Participant = Run['people'][number];
/** Someone as the room knows them when they come. */
export type Comer = Pick<Participant, 'id' | 'name' | 'rank' | 'companion'>;

const emptyPart = ({ kind }: Step): Part => {
  const shared = { begun: false, skipped: false, spent: 0 };
  switch (kind) {
    case 'round': return { kind, ...shared, turns: [] };
    case 'act': return { kind, ...shared, done: [] };
    case 'pledge': return { kind, ...shared, signed: [], questions: [] };
    case 'recognition': return { kind, ...shared, given: [] };
    default: return { kind, ...shared };
  }
};

/** RI2. A run that has not begun: planned for a time, or for whenever somebody starts it. */
export const planRun = (id: string, script: Script, lead: PersonId, at: number | null): Run =>
  ({ version: 1, id, script, lead, startedAt: null, people: [], parts: script.steps.map(emptyPart), notes: [], spotlight: null, phase: { status: 'planned', at } });

/** RI43. What a room shows of a run that has ended: what it was, who led and ended it, and whose its record is to read. What people left is in the record alone. */
export const closedRun = (run: Run): Run => {
  const named = new Set<PersonId>([run.lead, ...(run.phase.status === 'ended' ? [run.phase.by] : [])]);
  return { ...run, people: run.people.map((one) => ({ ...one, name: named.has(one.id) ? one.name : '', spoke: 0 })), parts: run.script.steps.map(emptyPart), notes: [], spotlight: null };
};

/** The phase of a run that goes on, paused or not. */
export const openPhase = ({ phase: now }: Pick<Run, 'phase'>): OpenPhase | undefined => (now.status === 'running' || now.status === 'paused' ? now : undefined);

/** The step that is open, with what it has left so far. */
export const openStep = (run: Run): { readonly at: number; readonly step: Step; readonly part: Part } | undefined => {
  const now = openPhase(run);
  const [step, here] = [now && run.script.steps[now.step], now && run.parts[now.step]];
  return now && step && here && { at: now.step, step, part: here };
};

/** The open step's part, if it is of this kind. */
export const openPart = <Kind extends Part['kind']>(run: Run, kind: Kind): Extract<Part, { readonly kind: Kind }> | undefined => {
  const here = openStep(run)?.part;
  return here?.kind === kind ? (here as Extract<Part, { readonly kind: Kind }>) : undefined;
};

export const participant = ({ people }: Pick<Run, 'people'>, id: PersonId): Participant | undefined => people.find((one) => one.id === id);

const ranks = ['guest', 'member', 'runs'] as const;
const least = { everyone: 'guest', members: 'member', facilitators: 'runs' } as const;
/** RI15. Whether somebody of this rank acts in a step. */
export const actsIn = ({ who }: Pick<Step, 'who'>, rank: Participant['rank']): boolean => ranks.indexOf(rank) >= ranks.indexOf(least[who]);

/** The time by a run's own clock: it stands while the run is paused. */
export const clockOf = (run: Run, at: number): number => (run.phase.status === 'paused' ? run.phase.pausedAt : at);
/** A length between two readings of a clock that may have been set back. */
export const between = (since: number, until: number): number => Math.max(0, until - since);
