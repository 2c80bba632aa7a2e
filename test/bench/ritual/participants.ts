/** People who take part in a ritual, in a process of their own: they do what is asked of them, and note when they hear of a step. */
import { setTimeout as wait } from 'node:timers/promises';
import { runOf } from '#shared/rituals/held.ts';
import { openPart, openPhase } from '#shared/rituals/run.ts';
import { witness, type Witness } from '#test/support/witness.ts';
import { answer } from '../worker.ts';

export type Asked =
  | { readonly kind: 'come'; readonly url: string; readonly link: string; readonly from: number; readonly count: number }
  /** Each at some moment within so many milliseconds. */
  | { readonly kind: 'act' | 'sign' | 'pass'; readonly within: number }
  /** When each heard of the last step, once all of them have. */
  | { readonly kind: 'heard'; readonly step: number };

export interface Replied {
  /** Milliseconds since 1970, to a fraction. */
  readonly heard: readonly number[];
  readonly refused: number;
}

const AT_ONCE = 10;
const clock = (): number => performance.timeOrigin + performance.now();
const steps = new Set(['ritual.started', 'ritual.stepped']);

const people: Witness[] = [];
const heardAt = new Map<Witness, { step: number; at: number }>();

const attend = (one: Witness): void => {
  let read = one.cues.length;
  one.watch(() => {
    for (const { kind, values } of one.cues.slice(read)) if (steps.has(kind)) heardAt.set(one, { step: Number(values['step']), at: clock() });
    read = one.cues.length;
  });
};

const does = async (one: Witness, kind: 'act' | 'sign' | 'pass'): Promise<boolean> => {
  const step = runOf({ facts: one.facts })?.script.steps[openPhase(runOf({ facts: one.facts }) ?? never())?.step ?? 0];
  const answered = kind === 'sign' ? await one.performRitual('ritual.sign', { version: step?.kind === 'pledge' ? step.charter.version : 0 }) : await one.performRitual(`ritual.${kind}`, {});
  return answered.accepted;
};
const never = (): never => {
  throw new Error('There is no ritual.');
};

answer<Asked, Replied>(async (asked) => {
  if (asked.kind === 'come') {
    let next = asked.from;
    const come = async (): Promise<void> => {
      while (next < asked.from + asked.count) {
        const one = await witness(asked.url, asked.link, `Person ${next++}`);
        attend(one);
        people.push(one);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, come));
    return { heard: [], refused: 0 };
  }
  if (asked.kind === 'heard') {
    await Promise.all(people.map((one) => one.until(`step ${asked.step}`, () => heardAt.get(one)?.step === asked.step)));
    return { heard: people.map((one) => heardAt.get(one)?.at ?? NaN), refused: 0 };
  }
  const done = await Promise.all(people.map(async (one) => {
    await wait(Math.random() * asked.within);
    // Whoever has no open turn has nothing to pass.
    if (asked.kind === 'pass' && !openPart(runOf({ facts: one.facts }) ?? never(), 'round')?.turns.some(({ person }) => person === one.id)) return true;
    return does(one, asked.kind);
  }));
  return { heard: [], refused: done.filter((one) => !one).length };
});
