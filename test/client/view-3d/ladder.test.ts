import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SaidOnce, type SlowNews } from '#client/view-3d/slowNews.ts';
import { Ladder, nextLevel, ROUND } from '#client/view-3d/stage/ladder.ts';
import { levels, qualities } from '#client/view-3d/stage/quality.ts';

const frames = (count: number, milliseconds: number): number[] => Array.from({ length: count }, () => milliseconds);
const run = (ladder: Ladder, count: number, milliseconds: number): { readonly exhausted: boolean } => {
  let exhausted = false;
  for (const one of frames(count, milliseconds)) exhausted = ladder.note(one).exhausted || exhausted;
  return { exhausted };
};

describe('the next level', () => {
  it('is the same until a round of frames is known, and while they are neither slow nor quick', () => {
    expect(nextLevel(frames(ROUND - 1, 90), 'A', 4).level).toBe('A');
    for (const level of levels) expect(nextLevel(frames(2000, 24), level, 4).level).toBe(level === 'E' ? 'D' : level);
  });

  it('is one lower after a slow round, and nothing is left below the last', () => {
    expect(nextLevel(frames(ROUND, 40), 'A', 4)).toEqual({ level: 'B', exhausted: false });
    expect(nextLevel(frames(ROUND, 70), 'D', 4)).toEqual({ level: 'E', exhausted: false });
    expect(nextLevel(frames(ROUND, 70), 'E', 4)).toEqual({ level: 'E', exhausted: true });
  });

  it('does not fall for a few late frames among many', () => {
    expect(nextLevel([...frames(ROUND - 10, 16), ...frames(10, 200)], 'A', 4).level).toBe('A');
  });

  it('does not take the last level’s own pauses for a slow machine', () => {
    expect(nextLevel(frames(ROUND, qualities.E.pause + 4), 'E', 4).exhausted).toBe(false);
  });

  it('is one higher only after as many quick rounds as one is patient', () => {
    expect(nextLevel(frames(ROUND * 4 - 1, 16), 'C', 4).level).toBe('C');
    expect(nextLevel(frames(ROUND * 4, 16), 'C', 4).level).toBe('B');
    expect(nextLevel(frames(ROUND * 4, 16), 'A', 4).level).toBe('A');
    expect(nextLevel([...frames(ROUND * 3, 22), ...frames(ROUND, 16)], 'C', 4).level).toBe('C');
  });

  it('is never more than a step away, whatever was measured', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 1, max: 500, noNaN: true }), { maxLength: 400 }), fc.constantFrom(...levels), fc.integer({ min: 1, max: 8 }), (list, level, patient) => {
      expect(Math.abs(levels.indexOf(nextLevel(list, level, patient).level) - levels.indexOf(level))).toBeLessThanOrEqual(1);
    }));
  });
});

describe('the ladder', () => {
  it('goes down step by step on a machine that is too slow, and says when nothing is left', () => {
    const ladder = new Ladder('A');
    expect(run(ladder, 4 * (ROUND + 12), 80).exhausted).toBe(false);
    expect(ladder.level).toBe('E');
    expect(run(ladder, ROUND + 12, 80).exhausted).toBe(true);
  });

  it('tries what was too much ever less often', () => {
    const ladder = new Ladder('B');
    // Quick at B, slow at A.
    const changes: number[] = [];
    for (let i = 0, before = ladder.level; i < 20_000; i++) {
      ladder.note(ladder.level === 'A' ? 40 : 16);
      if (ladder.level !== before && ladder.level === 'A') changes.push(i);
      before = ladder.level;
    }
    const gaps = changes.slice(1).map((at, i) => at - (changes[i] ?? 0));
    expect(gaps.length).toBeGreaterThan(2);
    for (const [i, gap] of gaps.slice(1).entries()) expect(gap).toBeGreaterThan(Math.min((gaps[i] ?? 0) * 1.5, ROUND * 60));
  });

  it('ignores a sleep, and the first frames of what is drawn anew', () => {
    const ladder = new Ladder('A');
    run(ladder, 100, 60_000);
    expect(ladder.level).toBe('A');
    for (let i = 0; i < 20; i++) {
      run(ladder, 12, 400);
      ladder.begin();
    }
    expect(ladder.level).toBe('A');
  });

  it('is said once as it goes down, and 2D is offered once; back from the other view and up again it says nothing more', () => {
    const ladder = new Ladder('A');
    const said = new SaidOnce();
    const heard: SlowNews[] = [];
    const play = (count: number, milliseconds: number): void => {
      ladder.begin();
      for (const one of frames(count, milliseconds)) {
        const news = ladder.follow('automatic', one);
        if (news && said.take(news)) heard.push(news);
      }
    };
    play(2 * (ROUND + 12), 80);
    expect([ladder.level, heard]).toEqual(['C', ['simpler']]);
    play(3 * (ROUND + 12), 80);
    expect([ladder.level, heard]).toEqual(['E', ['simpler', 'offer2d']]);
    play(20_000, 12);
    expect(ladder.level).toBe('A');
    play(20_000, 80);
    expect([ladder.level, heard]).toEqual(['E', ['simpler', 'offer2d']]);
  });

  it.each(levels)('stays where it was while %s is pinned, however slow, and says nothing', (pinned) => {
    const ladder = new Ladder('B');
    for (const one of frames(5000, 400)) expect(ladder.follow(pinned, one)).toBeUndefined();
    expect(ladder.level).toBe('B');
  });

  it('each level draws no more than the one above it', () => {
    for (const [i, level] of levels.entries()) {
      const [here, above] = [qualities[level], qualities[levels[Math.max(0, i - 1)] ?? 'A']];
      for (const amount of ['density', 'near', 'nearInCrowd', 'leaves', 'tufts', 'plates'] as const) expect(here[amount]).toBeLessThanOrEqual(above[amount]);
      for (const has of ['smooth', 'clouds', 'glows', 'ripples'] as const) expect(Number(here[has])).toBeLessThanOrEqual(Number(above[has]));
    }
  });
});
