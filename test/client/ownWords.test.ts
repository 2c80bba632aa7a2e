import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OwnWords } from '#client/app/ownWords.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('gives each act the words that come next, in their order, and nothing to those that have none or were refused', async () => {
  const words = new OwnWords();
  words.tell('said before');
  const refused = words.next();
  const [first, second, third] = [words.next(), words.next(), words.next()];
  refused.forget();
  words.tell('You sit on the bench.');
  words.tell('Hand is up.');
  vi.advanceTimersByTime(3_000);
  words.tell('said too late');
  expect(await Promise.all([refused, first, second, third].map(({ text }) => text))).toEqual([undefined, 'You sit on the bench.', 'Hand is up.', undefined]);
});
