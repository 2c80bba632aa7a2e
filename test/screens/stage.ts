/** What a chapter of screens has to work with, and the moves that many of them make. */
import type { Locator, Page } from 'playwright-core';
import type { TestHearth } from '#test/support/hearth.ts';
import { settled } from '#test/support/page.ts';
import type { Company } from './company.ts';

/** What the page calls things, by their English words. */
export interface Names {
  text(english: string): string;
}
export const inEnglish: Names = { text: (english) => english };

export interface Stage {
  readonly page: Page;
  readonly hearth: TestHearth;
  readonly company: Company;
  readonly names: Names;
  /** Who one comes in as. */
  readonly name: string;
}
/** Called at each screen, while it stands there. */
export type At = (screen: string) => Promise<void>;
export type Chapter = (stage: Stage, at: At) => Promise<void>;

const starting = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
export const button = ({ page, names }: Stage, label: string): Locator => page.getByRole('button', { name: starting(names.text(label)) }).first();

/** Opens an address of ours. The pseudo-locale stands in the one before, and is kept. */
export const goTo = async ({ page }: Stage, address: string): Promise<void> => {
  const { search } = new URL(page.url());
  const [path = '', fragment] = address.split('#');
  await page.goto(`${path}${search}${fragment === undefined ? '' : `#${fragment}`}`);
};

/** One is in a room, and the page knows where. */
export const inside = async ({ page }: Stage): Promise<void> => {
  await page.locator('#controls button').first().waitFor();
  await page.waitForFunction(() => (document.querySelector('#room strong')?.textContent ?? '').length > 5);
};

export const toTop = ({ page }: Stage): Promise<void> => page.evaluate(() => scrollTo(0, 0));

/** A dialog is looked at and left by its own key. */
export const dialog = async ({ page }: Stage, at: At, screen: string): Promise<void> => {
  await page.getByRole('dialog').waitFor();
  await settled(page);
  await at(screen);
  // Opened as assistive technology opens it, a dialog lets go of focus for a frame half a second later (react-aria does, for VoiceOver): a key would reach nobody.
  await page.waitForFunction(() => document.activeElement !== document.body);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** Writes as a keyboard does: a value that is merely set is no typing to a list that follows what one types. */
export const write = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+a');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.insertText(text);
  // The first row becomes the active one half a second later, so that a reader is not cut short; until then there is none.
  await page.waitForFunction(() => {
    const active = document.activeElement?.getAttribute('aria-activedescendant');
    return !active || document.getElementById(active) !== null;
  });
};

/** Takes a row of the palette, found by its capability or the page's own act. */
export const take = async ({ page, names }: Stage, row: string, label: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await write(page, names.text(label));
  await page.locator(`[role="option"][data-key="${row}"]`).click();
};

/** What one's tray and toasts showed before is gone. */
export const closeToast = async ({ page }: Stage): Promise<void> => {
  const toast = page.locator('#toast');
  if (!(await toast.isVisible())) return;
  await toast.focus();
  await page.keyboard.press('Escape');
  await toast.waitFor({ state: 'detached' });
};

/** The face of somebody in one's circle; in sight, because a card closes when the page is scrolled under it. */
export const faceInSight = async ({ page }: Stage): Promise<Locator> => {
  const face = page.locator('#around ul[aria-labelledby="circle-title"] button').first();
  await face.scrollIntoViewIfNeeded();
  await settled(page);
  return face;
};
