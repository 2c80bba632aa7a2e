import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe has against a page, with no rule turned off. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  const { violations: found, passes } = await new AxeBuilder({ page }).withTags(tags).analyze();
  // A page that could not be read has nothing against it either.
  expect(passes.length).toBeGreaterThan(10);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
};
