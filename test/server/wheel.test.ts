import { describe, expect, it } from 'vitest';
import { Outboxes } from '#server/host/outbox.ts';
import { Wheel, type Clockwork } from '#server/host/wheel.ts';
import { Slab } from '#server/motion/slab.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import { SPOKES } from '#shared/movement/walks.ts';

/** A clock that the test turns; what is woken late is woken as late as that. */
const clockwork = () => {
  let now = 0;
  let woken: { readonly at: number; readonly after: () => void } | undefined;
  const clock: Clockwork = {
    now: () => now,
    wake: (after, ms) => {
      const waiting = { at: now + ms, after };
      woken = waiting;
      return () => void (woken = woken === waiting ? undefined : woken);
    },
  };
  /** Lets time pass; timers come `late` ms after their time. */
  const pass = (ms: number, late = 0): void => {
    const end = now + ms;
    while (woken && woken.at + late <= end) {
      const { at, after } = woken;
      woken = undefined;
      now = Math.max(now, at + late);
      after();
    }
    now = end;
  };
  return { clock, pass };
};

describe('the wheel', () => {
  it('turns two hundred times a second, without drift, however late its timers are', () => {
    const { clock, pass } = clockwork();
    const turns: number[] = [];
    const wheel = new Wheel((count) => turns.push(count), clock);
    pass(1_000, 0);
    expect(turns).toEqual(Array.from({ length: 200 }, (_, count) => count));
    pass(9_000, 3.7);
    expect(Math.abs(turns.length - 2_000)).toBeLessThan(3);
    wheel.stop();
    pass(1_000);
    expect(Math.abs(turns.length - 2_000)).toBeLessThan(3);
  });

  it('makes up for a short stall, and forgets a long one', () => {
    const { clock, pass } = clockwork();
    let turns = 0;
    const wheel = new Wheel(() => turns++, clock);
    pass(100);
    pass(150, 150);
    pass(50);
    expect(Math.abs(turns - 60)).toBeLessThan(3);
    const before = turns;
    pass(5_000, 5_000);
    expect(turns - before).toBeLessThan(5);
    wheel.stop();
  });
});

describe('a slab', () => {
  it('hands out frames that nobody writes to again', () => {
    const slab = new Slab();
    const frames: Uint8Array[] = [];
    for (let one = 0; one < 2_000; one++) {
      const start = slab.begin(350);
      slab.bytes.fill(one & 255, start, start + 350);
      // Every third is not sent, and gives its room to the next.
      if (one % 3 > 0) frames.push(slab.take(start + 100));
    }
    const expected = Array.from({ length: 2_000 }, (_, one) => one).filter((one) => one % 3 > 0);
    expect(frames.map((frame) => [frame.length, new Set(frame).size, frame[0]])).toEqual(expected.map((one) => [100, 1, one & 255]));
  });
});

describe('an outbox', () => {
  it('sends a lone cue at its next turn, and many in a few messages, in order and none twice', () => {
    const outboxes = new Outboxes();
    const sent: number[][] = [];
    const outbox = outboxes.open((heard) => sent.push(heard.map(({ number }) => number)));
    const put = (number: number): void => outbox.put({ number, at: 0, kind: 'people.came', by: undefined, values: {} } as HeardCue);
    let count = 0;
    const turn = (): void => {
      for (let spoke = 0; spoke < SPOKES; spoke++) outboxes.turn(count++);
    };
    put(1);
    turn();
    expect(sent).toEqual([[1]]);
    for (let number = 2; number <= 41; number++) {
      put(number);
      if (number % 2 === 1) turn();
    }
    for (let rest = 0; rest < 5; rest++) turn();
    expect(sent.flat()).toEqual(Array.from({ length: 41 }, (_, at) => at + 1));
    expect(sent.length).toBeLessThan(9);
    put(42);
    outbox.empty();
    expect(sent.at(-1)).toEqual([42]);
    put(43);
    outboxes.close(outbox);
    turn();
    expect(sent.at(-1)).toEqual([42]);
  });
});
