/** Every screen in every guise, judged by axe with no rule turned off. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '#test/support/axe.ts';
import { visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { witness, type Witness } from '#test/support/witness.ts';
import { openEverything } from './everything.ts';

const here = setUp();
let ben: Witness;

beforeAll(async () => {
  ben = await witness(here.hearth.url, here.hearth.guestLink, 'Ben');
  await ben.perform('seat.sit', {});
});
afterAll(() => ben?.leave());

/** What does not fit is reached by scrolling sideways, which WCAG 1.4.10 forbids. */
const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const guises = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  '320 px': { viewport: { width: 320, height: 640 } },
} as const;

for (const [guise, options] of Object.entries(guises)) {
  describe(guise, () => {
    test('no screen has a violation, or scrolls sideways', async () => {
      const { page } = await visitor(here.browser, here.hearth, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
      const found: Record<string, readonly string[]> = {};
      await page.goto(here.hearth.guestLink);
      await openEverything(page, async (screen) => {
        const over = await sideways(page);
        found[screen] = [...(await violations(page)), ...(over > 0 ? [`scrolls ${over} px sideways`] : [])];
      });
      expect(Object.fromEntries(Object.entries(found).filter(([, against]) => against.length > 0))).toEqual({});
      expect(Object.keys(found)).toHaveLength(13);
    });
  });
}
