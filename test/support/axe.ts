import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Inside {
  readonly axe?: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}

/**
 * Runs in the page. Meanwhile the bar and the dock lie in its flow: at one scroll position axe would count what a dock covers
 * as too small a target, though scrolling uncovers it. Of what passes the number alone is worth the way.
 */
const judge = async (options: RunOptions): Promise<{ readonly passed: number; readonly found: readonly string[] }> => {
  const { axe } = globalThis as unknown as Inside;
  if (!axe) throw new Error('axe is not in the page.');
  const stuck = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => getComputedStyle(one).position === 'sticky');
  for (const one of stuck) one.style.position = 'static';
  const { passes, violations } = await axe.run(document, options).finally(() => stuck.forEach((one) => (one.style.position = '')));
  return { passed: passes.length, found: violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`)) };
};

const against = async (page: Page, runOnly: RunOptions['runOnly'], leastPassed: number): Promise<readonly string[]> => {
  // Once for a page's life: read anew for each screen, axe took as long as what it says of colours.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const { passed, found } = await page.evaluate(judge, { runOnly, resultTypes: ['violations'] } satisfies RunOptions as RunOptions);
  // A page that could not be read has nothing against it either.
  expect(passed).toBeGreaterThanOrEqual(leastPassed);
  return found;
};

/** What axe has against a page, with no rule turned off. */
export const violations = (page: Page): Promise<readonly string[]> => against(page, { type: 'tag', values: tags }, 11);

/** What axe has against the colours of a page that it has judged whole in others: no other rule looks at them. */
export const colourViolations = (page: Page): Promise<readonly string[]> => against(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, 1);

/** What axe has against the layout of a page that it has judged whole in others: of its rules these alone look at sizes. */
export const layoutViolations = (page: Page): Promise<readonly string[]> => against(page, { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] }, 1);
