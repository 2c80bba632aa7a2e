import { describe, expect, it } from 'vitest';
import { Pace } from '#client/view-3d/stage/pace.ts';

const run = (pace: Pace, frames: number, milliseconds: number, backToBack = true, from = 0): number => {
  let share = 1;
  for (let i = 1; i <= frames; i++) share = pace.note(from + i * milliseconds, backToBack);
  return share;
};

describe('the pace', () => {
  it('lowers the resolution of a slow machine step by step, to a limit', () => {
    expect(run(new Pace(), 60, 40)).toBe(0.8);
    expect(run(new Pace(), 1000, 40)).toBe(0.5);
  });

  it('does not take the slow frames of ambience for a slow machine', () => {
    expect(run(new Pace(), 500, 50, false)).toBe(1);
  });

  it('rises again, patiently', () => {
    const pace = new Pace();
    expect(run(pace, 60, 40)).toBe(0.8);
    expect(run(pace, 100, 8, true, 10_000)).toBe(0.8);
    expect(run(pace, 2000, 8, true, 20_000)).toBe(1);
  });
});
