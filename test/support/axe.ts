import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * Lets the bar and the dock lie in the page's flow, and back again: at one scroll position axe would count what a dock
 * covers as too small a target, though scrolling uncovers it.
 */
const unstick = (page: Page, unstuck: boolean): Promise<void> =>
  page.evaluate((lie) => {
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (lie && getComputedStyle(element).position === 'sticky') {
        element.dataset['unstuck'] = '';
        element.style.position = 'static';
      } else if (!lie && 'unstuck' in element.dataset) {
        delete element.dataset['unstuck'];
        element.style.position = '';
      }
    }
  }, unstuck);

const against = async (page: Page, rules: (axe: AxeBuilder) => AxeBuilder, leastPassed: number): Promise<readonly string[]> => {
  await unstick(page, true);
  // In one run, as there are no frames; and with the places of what was found alone: so it takes a quarter of the time.
  const { violations: found, passes } = await rules(new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })).analyze();
  await unstick(page, false);
  // A page that could not be read has nothing against it either.
  expect(passes.length).toBeGreaterThanOrEqual(leastPassed);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
};

/** What axe has against a page, with no rule turned off. */
export const violations = (page: Page): Promise<readonly string[]> => against(page, (axe) => axe.withTags(tags), 11);

/** What axe has against the colours of a page that it has judged whole in others: no other rule looks at them. */
export const colourViolations = (page: Page): Promise<readonly string[]> => against(page, (axe) => axe.withRules(['color-contrast', 'link-in-text-block']), 1);
