/** What the parts of `advance` share: its answers, and the questions that several events ask first. */
import type { PersonId } from '../kernel/ids.ts';
import { grant, refuse, type Permit, type RefusalKind } from '../kernel/refusal.ts';
import type { News, Setting } from './events.ts';
import { ritualRefusals } from './rituals.refusals.ts';
import { giveTurn, isOpen, openTurns, tookOf, turnOf, withTurn } from './round.ts';
import { actsIn, clockOf, openPart, openStep, participant, type Part, type Participant, type RoundPart, type Run, type Turn } from './run.ts';
import type { StepOf } from './script.ts';

export type No = Permit & { readonly granted: false };
export type Advanced = { readonly granted: true; readonly run: Run; readonly news: readonly News[] } | No;
export const yes = (run: Run, ...news: readonly News[]): Advanced => ({ granted: true, run, news });

/** How many names a refusal says before it counts. */
const MOST_NAMES = 5;

export const nameIn = (run: Run, id: PersonId): string => participant(run, id)?.name ?? '';

export const withPart = (run: Run, at: number, part: Part): Run => ({ ...run, parts: run.parts.map((one, place) => (place === at ? part : one)) });

export const withSpoken = (run: Run, id: PersonId, took: number): Run =>
  took === 0 ? run : { ...run, people: run.people.map((one) => (one.id === id ? { ...one, spoke: one.spoke + took } : one)) };

/** Whether the run goes on, paused or not. */
export const goesOn = (run: Run): Permit => {
  if (run.phase.status === 'planned') return refuse(ritualRefusals.notStarted);
  return run.phase.status === 'ended' ? refuse(ritualRefusals.ended, { by: nameIn(run, run.phase.by) }) : grant;
};

/** RI15. Somebody who takes part, and acts in the open step. */
export const acting = (run: Run, { by }: Pick<Setting, 'by'>): { readonly granted: true; readonly me: Participant } | No => {
  const on = goesOn(run);
  if (!on.granted) return on;
  const [here, me] = [openStep(run), participant(run, by.id)];
  if (!me || !here) return refuse(ritualRefusals.notTaking);
  return actsIn(here.step, me.rank) ? { granted: true, me } : refuse(ritualRefusals.notYours, { who: here.step.who });
};

export interface OpenRound {
  readonly granted: true;
  readonly at: number;
  readonly step: StepOf<'round'>;
  readonly part: RoundPart;
  readonly turn: Turn;
}
/** The open round, with somebody's turn in it; `without` says that there is none. */
export const roundWith = (run: Run, id: PersonId, without: RefusalKind = ritualRefusals.noTurn): OpenRound | No => {
  const on = goesOn(run);
  if (!on.granted) return on;
  const [here, part] = [openStep(run), openPart(run, 'round')];
  if (!here || !part || here.step.kind !== 'round') return refuse(ritualRefusals.noRound);
  const turn = turnOf(part, id);
  return turn ? { granted: true, at: here.at, step: here.step, part, turn } : refuse(without);
};

/** Puts a turn into another state, with all that follows: the time that it took is counted, and the next one's begins if nobody else speaks. */
export const changeTurn = (run: Run, { at: place, step, part, turn }: OpenRound, become: (took: number) => Turn, setting: Setting, ...news: readonly News[]): Advanced => {
  const at = clockOf(run, setting.at);
  const took = tookOf(turn, at);
  const next = become(took);
  const given = giveTurn(withTurn(part, next), step, setting, at, next.state === 'later' ? next.person : undefined);
  return yes(withSpoken(withPart(run, place, given.part), turn.person, took), ...news, ...(given.to === undefined ? [] : [{ kind: 'turn', person: given.to } as const]));
};

/** RI9. Whoever goes on says whose open turns they leave; nobody's is left unsaid. */
export const leaves = (run: Run, parts: readonly Part[], leaving: readonly PersonId[], { here }: Pick<Setting, 'here'>): Permit => {
  const open = [...new Set(parts.flatMap((part) => (part.kind === 'round' ? openTurns(part, here) : [])))];
  if (open.every((id) => leaving.includes(id))) return grant;
  const names = open.slice(0, MOST_NAMES).map((id) => nameIn(run, id)).join(', ');
  return refuse(ritualRefusals.openTurns, { count: open.length, names, more: Math.max(0, open.length - MOST_NAMES) });
};

/** RI8. Whether one may take a turn that is free: also who has passed and has thought again, or was left. */
export const canSpeak = (turn: Turn): boolean => isOpen(turn) || turn.state === 'passed' || turn.state === 'left';

