/** What /readyz promises: lasting facts can be stored now. */
import { expect, it } from 'vitest';
import { readinessOf } from '#server/host/readiness.ts';

const setUp = () => {
  const disk = { now: 0, isFull: false, writes: 0 };
  const write = async <T>(given: T): Promise<T> => {
    disk.writes++;
    if (disk.isFull) throw new Error('The disk is full.');
    return given;
  };
  const ready = readinessOf({ settleSetting: (_key, value) => write(value), forgetSetting: () => write(true) }, () => disk.now);
  return { disk, ready };
};

it('says no while nothing can be written, and yes again afterwards', async () => {
  const { disk, ready } = setUp();
  const said: boolean[] = [];
  for (const isFull of [false, true, false]) {
    Object.assign(disk, { isFull, now: disk.now + 5_000 });
    said.push(await ready());
  }
  expect(said).toEqual([true, false, true]);
});

it('writes once in two seconds, however often anybody asks', async () => {
  const { disk, ready } = setUp();
  expect(await Promise.all(Array.from({ length: 100 }, () => ready()))).toEqual(Array(100).fill(true));
  expect(disk.writes).toBe(2);
  disk.now += 2_000;
  await ready();
  expect(disk.writes).toBe(4);
});
