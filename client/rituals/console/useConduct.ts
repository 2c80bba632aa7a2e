import { useState } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import { openTurns } from '#shared/rituals/round.ts';
import { openPart, openPhase, participant } from '#shared/rituals/run.ts';
import type { Step } from '#shared/rituals/script.ts';
import { useRitualActs, type Rite } from '../useRitual.ts';

/** A way on from the open step. */
export type Onward = 'next' | 'skip';
/** What is asked before it is done: whether to go on without some, whether to end, whose it is to be, or what the plan is. */
export type Question = { readonly on: Onward; readonly from: number } | 'end' | 'handOver' | 'plan';

export interface Conduct {
  /** The open step, and the one that comes. */
  readonly from: number;
  readonly next: Step | undefined;
  readonly isPaused: boolean;
  /** Those here whose turn is still to come, and their names. */
  readonly left: readonly PersonId[];
  readonly names: readonly string[];
  /** Whose turn it is. */
  readonly speaker: PersonId | undefined;
  readonly question: Question | undefined;
  ask(question: Question | undefined): void;
  /** Goes on; whoever would be left without a turn is named first. */
  press(on: Onward): void;
  /** RI3. From the step that was asked about: somebody may move on while one thinks. */
  move(on: Onward, from: number): Promise<boolean>;
}

/** What whoever runs a ritual can do with it now; `undefined` when none is open. */
export const useConduct = ({ run, setting }: Rite): Conduct | undefined => {
  const { perform } = useRitualActs();
  const [question, ask] = useState<Question>();
  const now = openPhase(run);
  if (!now) return undefined;
  const part = openPart(run, 'round');
  const left = part ? openTurns(part, setting.here) : [];
  const move: Conduct['move'] = (on, from) => perform(`ritual.${on}`, { from, leaving: [...left] });
  return {
    from: now.step,
    next: run.script.steps[now.step + 1],
    isPaused: now.status === 'paused',
    left,
    names: left.map((id) => participant(run, id)?.name ?? ''),
    speaker: part?.turns.find(({ state }) => state === 'speaking')?.person,
    question,
    ask,
    press: (on) => (left.length > 0 ? ask({ on, from: now.step }) : void move(on, now.step)),
    move,
  };
};
