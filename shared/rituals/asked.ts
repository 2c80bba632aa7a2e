/** RI19. What a run asks of somebody now, and how the time stands. Both views, and whoever only listens, are told the same. */
import type { PersonId } from '../kernel/ids.ts';
import type { Setting } from './events.ts';
import { speakerOf, turnOf, turnsToCome } from './round.ts';
import { actsIn, between, clockOf, openPhase, openStep, participant, type RoundPart, type Run, type Turn } from './run.ts';
import type { StepOf } from './script.ts';

export type Asked =
  /** To be there, and no more. */
  | { readonly asked: 'listen' }
  | { readonly asked: 'speak'; readonly until: number }
  /** `before`: how many turns come first, that of `after` among them; 0 where one is called into a turn that is free. */
  | { readonly asked: 'wait'; readonly before: number; readonly after: PersonId | undefined }
  /** Nobody speaks: the turn is there for whoever is ready. */
  | { readonly asked: 'take' }
  | { readonly asked: 'later'; readonly after: PersonId | undefined }
  | { readonly asked: 'over'; readonly how: 'spoken' | 'passed' | 'wrote' }
  | { readonly asked: 'act' | 'sign' | 'recognise' }
  | { readonly asked: 'done' };

type Company = Pick<Setting, 'here' | 'hands'>;

const inRound = (part: RoundPart, step: StepOf<'round'>, turn: Turn, company: Company): Asked => {
  const speaker = speakerOf(part);
  switch (turn.state) {
    case 'speaking': return { asked: 'speak', until: turn.until };
    case 'spoken':
    case 'passed':
    case 'wrote': return { asked: 'over', how: turn.state };
    case 'later': return speaker ? { asked: 'later', after: speaker.person } : { asked: 'take' };
    case 'left': return { asked: 'take' };
    default: {
      if (!speaker) return { asked: 'take' };
      const order = turnsToCome(part, step, company);
      const place = order.indexOf(turn.person);
      // By hand, whoever has theirs down waits for nobody in particular.
      return place === -1 ? { asked: 'wait', before: order.length + 1, after: undefined } : { asked: 'wait', before: place + 1, after: order[place - 1] ?? speaker.person };
    }
  }
};

export const askedOf = (run: Run, id: PersonId, company: Company): Asked => {
  const [here, me] = [openStep(run), participant(run, id)];
  if (!here || !me || !actsIn(here.step, me.rank)) return { asked: 'listen' };
  const { step, part } = here;
  switch (part.kind) {
    case 'round': {
      const turn = turnOf(part, id);
      return turn && step.kind === 'round' ? inRound(part, step, turn, company) : { asked: 'listen' };
    }
    case 'act': return { asked: part.done.some(({ person }) => person === id) ? 'done' : 'act' };
    case 'pledge': return { asked: part.signed.some(({ person }) => person === id) ? 'done' : 'sign' };
    case 'recognition': return { asked: 'recognise' };
    default: return { asked: 'listen' };
  }
};

/** RI9. The rounds that went on without somebody, to which they may still write. */
export const stillToWrite = (run: Run, id: PersonId): readonly number[] =>
  openPhase(run) ? run.parts.flatMap((part, step) => (part.kind === 'round' && turnOf(part, id)?.state === 'left' ? [step] : [])) : [];

/** RI4. Milliseconds, by the run's own clock. `left` is below 0 where a step takes longer than was advised. */
export interface Timing {
  readonly used: number;
  readonly advised: number;
  readonly left: number;
  /** Of the whole ritual, all its steps so far. */
  readonly usedInAll: number;
}
export const timingOf = (run: Run, at: number): Timing | undefined => {
  const now = openPhase(run);
  if (!now) return undefined;
  const clock = clockOf(run, at);
  const used = between(now.since, clock);
  return { used, advised: between(now.since, now.until), left: now.until - clock, usedInAll: run.parts.reduce((sum, { spent }) => sum + spent, 0) + used };
};
