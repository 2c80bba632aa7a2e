import { describe, expect, it } from 'vitest';
import { Recent } from '#client/voice/recent.ts';

describe('who speaks', () => {
  it('is shown steadily: a pause between two words is none', () => {
    const held = new Recent<string>();
    expect([...held.take(['ana'], 0)]).toEqual(['ana']);
    expect([...held.take(['ben'], 500)]).toEqual(['ana', 'ben']);
    expect([...held.take([], 1_000)]).toEqual(['ben']);
    expect([...held.take(['ana'], 1_150)]).toEqual(['ben', 'ana']);
    expect([...held.take([], 2_000)]).toEqual([]);
  });
});
