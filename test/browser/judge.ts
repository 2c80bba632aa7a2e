/** What is wrong with screens in a guise, by axe with no rule turned off, and what does not fit. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitScreens, type ChapterId } from '#test/screens/chapters.ts';
import { companyIn, type Company } from '#test/screens/company.ts';
import { guises, lookIn } from '#test/screens/guises.ts';
import { violations } from '#test/support/axe.ts';
import { setUp } from '#test/support/setup.ts';

/** What does not fit is reached by scrolling sideways, which WCAG 1.4.10 forbids. */
const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Judges each screen of some chapters in some guises; of each guise at least so many screens were there. */
export const judge = (table: Readonly<Record<string, readonly ChapterId[]>>): void => {
  const here = setUp();
  let company: Company;
  beforeAll(async () => {
    company = await companyIn(here.hearth);
  });
  afterAll(() => company.leave());
  for (const [name, chapters] of Object.entries(table)) {
    test(`${name}: no screen has a violation, or scrolls sideways`, { timeout: 240_000 }, async () => {
      const guise = guises[name];
      if (!guise) throw new Error(`There is no guise ${name}.`);
      const { stage, close } = await lookIn(here.browser, here.hearth, company, guise);
      const found: Record<string, readonly string[]> = {};
      await visitScreens(stage, async (screen) => {
        const over = await sideways(stage.page);
        found[screen] = [...(await violations(stage.page)), ...(over > 0 ? [`scrolls ${over} px sideways`] : [])];
      }, chapters);
      expect(Object.fromEntries(Object.entries(found).filter(([, against]) => against.length > 0))).toEqual({});
      expect(Object.keys(found).length).toBeGreaterThan(chapters.length);
      await close();
    });
  }
};
