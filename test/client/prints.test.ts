/** Pictures that could not be had at once: on a wall, and beside their words. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Images } from '#client/boards/images.ts';
import { Prints } from '#client/view-3d/boards/prints.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const bitmap = { close: () => undefined, width: 1, height: 1 } as unknown as ImageBitmap;

describe('the pictures of a board on its wall', () => {
  /** A wall whose pictures come once they are there. */
  const wall = (): { readonly prints: Prints; readonly asked: () => number; come(): void; readonly came: () => number } => {
    let [asked, came, isThere] = [0, 0, false];
    const prints = new Prints({ print: () => Promise.resolve(asked++ >= 0 && isThere ? bitmap : undefined) }, () => came++);
    return { prints, asked: () => asked, came: () => came, come: () => (isThere = true) };
  };

  it('BO25 are asked for again, twice as late each time, a minute at the latest, until they are there', async () => {
    const { prints, asked, come, came } = wall();
    expect(prints.of('a')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toBe(1);
    for (const [after, times] of [[2_000, 2], [4_000, 3], [8_000, 4], [16_000, 5], [32_000, 6], [60_000, 7], [60_000, 8]] as const) {
      await vi.advanceTimersByTimeAsync(after - 1);
      expect(asked()).toBe(times - 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked()).toBe(times);
    }
    come();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([prints.of('a'), came()]).toEqual([bitmap, 1]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked()).toBe(9);
  });

  it('BO25 are asked for at once when somebody comes nearer, and no more once the wall is put away', async () => {
    const { prints, asked, come } = wall();
    prints.of('a');
    await vi.advanceTimersByTimeAsync(10_000);
    const before = asked();
    come();
    prints.nearer();
    await vi.advanceTimersByTimeAsync(0);
    expect([prints.of('a'), asked()]).toEqual([bitmap, before + 1]);
    const other = wall();
    other.prints.of('b');
    await vi.advanceTimersByTimeAsync(0);
    other.prints.clear();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(other.asked()).toBe(1);
  });

  it('BO25 that are none to this browser stay their words', async () => {
    let asked = 0;
    const prints = new Prints({ print: () => Promise.reject(new Error(`no picture ${asked++}`)) }, () => undefined);
    prints.of('a');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toBe(1);
  });
});

describe('the pictures of a board in its page', () => {
  it('BO27 are asked for again some seconds later, but not where the board keeps none such', async () => {
    const answers = [() => Promise.reject(new Error('away')), () => Promise.resolve(new Response(null, { status: 503 })), () => Promise.resolve(new Response(null, { status: 404 }))];
    const ask = vi.fn(() => answers.shift()?.() ?? Promise.reject(new Error('asked too often')));
    vi.stubGlobal('fetch', ask);
    const shown = new Images('board', undefined).shown('a');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(ask).toHaveBeenCalledTimes(3);
    expect(await shown).toBeUndefined();
  });
});
