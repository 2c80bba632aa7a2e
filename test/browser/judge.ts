/** Screens in a guise, and what is wrong with them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitScreens, type ChapterId } from '#test/screens/chapters.ts';
import { companyIn, roomsOfCompany, withVoice, type Company } from '#test/screens/company.ts';
import { guises, lookIn } from '#test/screens/guises.ts';
import { colourViolations, layoutViolations, violations } from '#test/support/axe.ts';
import { crawl } from '#test/support/crawler.ts';
import { blanked, misfits, misfitsSpaced, stuck } from '#test/support/measures.ts';
import { setUp } from '#test/support/setup.ts';
import { settled } from '#test/support/page.ts';

/** Tab leaves a menu and a notice's time is short: what is in them is pressed by keys in tests of their own. */
const leftByTab = /react$|toast with its way back|one more key/;
/** What these panels hold is gone through in the flat view, and how a panel lies over the picture in another; each press waits for the picture. */
const asInAnother = /^3D, (?:people|chat|log)$/;

/** What is drawn is moved about on a canvas, and may lie beyond its edge. */
const drawnOn = /, drawn$/;

/** The same screen by night and in forced colours, without coming to it anew. The chrome over the picture is the page's, and a picture takes long to light again. */
const inOtherColours = async (page: Page): Promise<readonly string[]> => {
  if ((await page.locator('[data-drawn]').count()) > 0) return [];
  const found: string[] = [];
  for (const [name, colours] of Object.entries({ dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } } as const)) {
    await page.emulateMedia(colours);
    await settled(page);
    found.push(...[...(await colourViolations(page)), ...(name === 'forced' ? await blanked(page) : [])].map((one) => `${name}: ${one}`));
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  }
  await settled(page);
  return found;
};

const judges = {
  /** No rule turned off. */
  axe: violations,
  colours: inOtherColours,
  /** The same page, laid out anew: sizes are all that changes. */
  layout: layoutViolations,
  /** WCAG 1.4.4, 1.4.10. */
  fit: misfits,
  /** WCAG 1.4.12. */
  spacing: (page: Page, screen: string): Promise<readonly string[]> => (drawnOn.test(screen) ? Promise.resolve([]) : misfitsSpaced(page)),
  /** Where there is little room. */
  room: stuck,
  /** WCAG 2.1.1, 2.1.2, 2.4.7, 2.4.11, 2.5.8, 4.1.2. */
  keys: (page: Page, screen: string): Promise<readonly string[]> => (leftByTab.test(screen) || asInAnother.test(screen) ? Promise.resolve([]) : crawl(page)),
} as const satisfies Record<string, (page: Page, screen: string) => Promise<readonly string[]>>;
export type JudgeId = keyof typeof judges;

interface Judged {
  readonly guise: string;
  readonly chapters: readonly ChapterId[];
  readonly by: readonly JudgeId[];
  /** What is judged in another guise. */
  readonly except?: Partial<Record<JudgeId, readonly ChapterId[]>>;
}

/** A room that is not there, a network that is away, a link that opens nothing or no more: their failing is what is looked at. */
const broughtAbout = /404 .*\/api\/rooms\/nowhere|ERR_INTERNET_DISCONNECTED|40[1349] .*\/(?:api|matchmake)\//;

/** Judges each screen of some chapters in some guises. On the way nothing fails, breaks the content security policy or asks another origin. */
export const judge = (table: readonly Judged[]): void => {
  const here = setUp(roomsOfCompany, 'file', withVoice);
  let company: Company;
  beforeAll(async () => {
    company = await companyIn(here.hearth);
  });
  afterAll(() => company.leave());
  for (const { guise: name, chapters, by, except } of table) {
    test(`${name}: no screen of ${chapters.join(', ')} has anything against it (${by.join(', ')})`, { timeout: 600_000 }, async () => {
      const guise = guises[name];
      if (!guise) throw new Error(`There is no guise ${name}.`);
      const { stage, visiting, close } = await lookIn(here.browser, here.hearth, company, { ...guise, settings: { quality: 'E', ...guise.settings } });
      visiting.guard.expectErrors(broughtAbout);
      const found: Record<string, readonly string[]> = {};
      await visitScreens(stage, async (screen, chapter) => {
        await settled(stage.page);
        const against: string[] = [];
        for (const id of by) if (except?.[id]?.includes(chapter) !== true) against.push(...(await judges[id](stage.page, screen)));
        found[screen] = against;
      }, chapters).catch((error: unknown) => {
        // What was found so far is worth knowing, too.
        found['the way to the next screen'] = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
      });
      expect(Object.fromEntries(Object.entries(found).filter(([, against]) => against.length > 0))).toEqual({});
      expect(Object.keys(found).length).toBeGreaterThan(chapters.length);
      await visiting.guard.clean();
      await close();
    });
  }
};
