/** The sounds of a room as a browser plays them: from their side, quiet, and none where one wants none. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { volumeNow } from '#client/ambience/ambience.ts';
import type { Source } from '#client/ambience/sources.ts';
import { builtPage, type BuiltPage } from '#test/support/builtPage.ts';
import { launch } from '#test/support/chromium.ts';
import type { Hearing, Listen } from './ambience/page.ts';

let served: BuiltPage;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await builtPage(join(import.meta.dirname, 'ambience'));
  browser = await launch();
  page = await browser.newPage();
  await page.goto(served.url);
  await page.waitForFunction(() => 'listen' in window);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const listen = (hearing: Partial<Hearing>): ReturnType<Listen> =>
  page.evaluate((given) => (window as unknown as { listen: Listen }).listen(given), { sources: [], from: { x: 0, z: 0, heading: Math.PI }, volume: usual, ...hearing });

const usual = volumeNow('normal', { sounds: true, paused: false, hidden: false, together: false });
const source = (voice: Source['voice'], x: number, z = -1): Source => ({ voice, x, z, reach: 11, gain: 1 });

test.each(['fire', 'leaves', 'water'] as const)('%s is heard from its side, softer from afar, and never loud', async (voice) => {
  const west = await listen({ sources: [source(voice, -4)] });
  expect(west.left).toBeGreaterThan(west.right * 1.5);
  const east = await listen({ sources: [source(voice, 4)] });
  expect(east.right).toBeGreaterThan(east.left * 1.5);
  const far = await listen({ sources: [source(voice, -9)] });
  expect(far.left).toBeGreaterThan(0);
  expect(far.left).toBeLessThan(west.left / 2);
  expect(Math.max(west.peak, east.peak)).toBeLessThan(0.5);
});

test('a step is heard from where somebody walks', async () => {
  const step = await listen({ step: { ground: 'stone', x: 3, z: -0.5 } });
  expect(step.right).toBeGreaterThan(step.left * 1.5);
  expect(step.peak).toBeLessThan(0.5);
});

test('off is silence', async () => {
  const off = volumeNow('off', { sounds: true, paused: false, hidden: false, together: false });
  expect((await listen({ sources: [source('fire', 1)], step: { ground: 'wood', x: 1, z: 1 }, volume: off })).peak).toBe(0);
});

test('RI41 music lies under the room’s own sounds, in the middle, and is silent where those are', async () => {
  const [playing, off, none] = [await listen({ music: true }), await listen({ music: true, volume: 0 }), await listen({ music: false })];
  expect(playing.left).toBeGreaterThan(0.001);
  expect(playing.left).toBeCloseTo(playing.right, 5);
  expect([playing.peak < 0.25, off.peak, none.peak]).toEqual([true, 0, 0]);
});
