/** Clear outlines, by the pixels of real frames: people before every kind of ground, and before each other. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { builtPage, type BuiltPage } from '#test/support/builtPage.ts';
import { launch } from '#test/support/chromium.ts';
import type { Wish } from './outlines/page.ts';
import { across, whereIn, type Edges, type Picture } from './outlines/silhouettes.ts';

vi.setConfig({ testTimeout: 180_000 });

let served: BuiltPage;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await builtPage(join(import.meta.dirname, 'outlines'));
  browser = await launch();
  page = await browser.newPage();
  await page.goto(served.url);
  await page.waitForFunction(() => 'picture' in window);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const usual: Wish = { ground: '#808080', mood: 'day', outlines: 'both', rows: 1, metres: 6, density: 1, smooth: true };

const picture = async (wish: Wish): Promise<Picture> => {
  const [width = '', bytes = ''] = (await page.evaluate((given) => (window as unknown as { picture(wish: Wish): string }).picture(given), wish)).split(' ');
  return { width: Number(width), bytes: Buffer.from(bytes, 'base64') };
};

/** How well the lines of a picture stand out along the edges of the nearest row. */
const edges = async (more: Partial<Wish>): Promise<Edges> => {
  const wish = { ...usual, ...more };
  const nobodyElse = { ...wish, rows: 1, outlines: 'none' };
  const isPerson = whereIn(await picture({ ...nobodyElse, ground: '#00ff00' }), await picture({ ...nobodyElse, ground: '#ff00ff' }));
  // Two lines, and what smoothing adds on either side.
  return across(isPerson, await picture({ ...wish, outlines: 'none' }), await picture(wish), Math.ceil(4 * wish.density) + 3, wish.smooth ? 2 : 1);
};

const grounds = { light: '#f7e9cf', dark: '#1d1826', mid: '#767676', warm: '#b8493a' } as const;

for (const [name, ground] of Object.entries(grounds)) {
  test(`the lines have 3:1 or more against a ${name} ground and against clothing, all along the silhouette`, async () => {
    for (const mood of ['day', 'evening'] as const) {
      const { count, both } = await edges({ ground, mood });
      expect(count).toBeGreaterThan(500);
      expect(both, mood).toBeGreaterThan(0.99);
    }
  });
}

test('they do at the lowest quality, far off, and before other people', async () => {
  for (const more of [{ density: 0.6, smooth: false }, { density: 1.5 }, { metres: 16, mood: 'evening' }, { rows: 3, ground: grounds.light }, { rows: 3, metres: 9, density: 0.75, smooth: false }] as const) {
    const { count, both } = await edges(more);
    expect(count, JSON.stringify(more)).toBeGreaterThan(100);
    expect(both, JSON.stringify(more)).toBeGreaterThan(0.98);
  }
});

test('the measure tells when there are no lines, or only one colour of them', async () => {
  const worst = async (outlines: string): Promise<number> => {
    const shares: number[] = [];
    for (const ground of [grounds.light, grounds.dark]) shares.push((await edges({ ground, outlines })).both);
    return Math.min(...shares);
  };
  expect(await worst('none')).toBeLessThan(0.5);
  expect(await worst('#2a1d24')).toBeLessThan(0.5);
  expect(await worst('#fff4e2')).toBeLessThan(0.5);
});
