/** People who do what people do, in a process of their own. */
import { setTimeout as wait } from 'node:timers/promises';
import { answer } from '../worker.ts';
import { witness, type Witness } from '#test/support/witness.ts';

export interface Come {
  readonly url: string;
  readonly link: string;
  readonly from: number;
  readonly count: number;
}

/** People who come in at the same time. */
const AT_ONCE = 10;
/** How long (ms) each pauses between two acts, at the least and at the most. */
const PAUSE = { least: 3_000, more: 9_000 } as const;
const gestures = ['gesture.wave', 'gesture.nod', 'gesture.clap', 'gesture.heart', 'gesture.laugh', 'gesture.thanks'] as const;

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;

/** One act of a lively room: mostly walking, and some of everything else. Refusals are part of it. */
const act = async (one: Witness): Promise<unknown> => {
  const chance = Math.random();
  if (chance < 0.4) return one.perform('move.goTo', { to: 'spot', x: Math.random() * 24 - 12, z: Math.random() * 24 - 12 });
  if (chance < 0.52) return one.perform(pick(gestures), {});
  if (chance < 0.62) return one.perform(one.facts.hands.has(one.id) ? 'hand.lower' : 'hand.raise', {});
  if (chance < 0.72) return one.perform('seat.sit', {});
  if (chance < 0.78) return one.perform('seat.stand', {});
  if (chance < 0.83) return one.perform('circle.start', {});
  if (chance < 0.9) return one.perform('circle.join', { circle: pick([...one.facts.circles.keys(), 'none']) as never });
  if (chance < 0.94) return one.perform('circle.leave', {});
  return one.perform('chat.say', { text: 'What a lively room this is.' });
};

const live = async (one: Witness): Promise<void> => {
  for (;;) {
    await wait(PAUSE.least + Math.random() * PAUSE.more);
    one.cues.length = 0;
    await act(one).catch(() => undefined);
  }
};

answer<Come, number>(async ({ url, link, from, count }) => {
  let next = from;
  const come = async (): Promise<void> => {
    while (next < from + count) void live(await witness(url, link, `Companion ${next++}`));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, come));
  return count;
});
