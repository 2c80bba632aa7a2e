/** A visit through every screen there is, for tests that look at each of them. */
import type { Page } from 'playwright-core';
import { inRoom } from '#test/support/page.ts';

export type Screen = 'join: you' | 'join: look' | 'join: view' | 'room 2D' | 'person card' | 'palette' | 'settings' | 'help' | 'room 3D' | 'room 3D, people' | 'room 3D, chat' | 'room 3D, places' | 'room 3D, log';

/** What the page calls things: in the pseudo-locale other than in English. */
export interface Names {
  button(label: string): RegExp;
}

const inEnglish: Names = { button: (label) => new RegExp(`^${label}`) };

/** Begins on the join page, as someone new, and stops at each screen. Somebody else sits at the hearth. */
export const openEverything = async (page: Page, at: (screen: Screen) => Promise<void>, names: Names = inEnglish): Promise<void> => {
  const button = (label: string) => page.getByRole('button', { name: names.button(label) }).first();
  await page.getByRole('textbox').first().fill('Nia');
  await at('join: you');
  await button('Choose a look').click();
  await page.getByRole('tab').first().waitFor();
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  await page.getByRole('tab').first().click();
  await at('join: look');
  await button('Choose a view').click();
  await page.getByRole('radio').first().waitFor();
  await at('join: view');
  await page.locator('input[value="2d"]').click();
  await button('Enter').click();
  await inRoom(page);
  for (const summary of await page.locator('summary').all()) await summary.click();
  await page.locator('[data-capability="chat.say"] textarea').fill('Hello');
  await page.keyboard.press('Enter');
  await page.locator('#chat li').getByText('Hello', { exact: true }).last().waitFor();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-capability="chat.say"] textarea')?.value === '');
  await page.locator('[data-capability="hand.raise"] button').click();
  await page.locator('[data-capability="hand.lower"] button').waitFor();
  // Beside whoever sits there.
  await page.locator('[data-capability="seat.sit"] button').first().click();
  await page.locator('#circle-title').waitFor();
  await page.locator('#room strong').scrollIntoViewIfNeeded();
  await at('room 2D');
  const face = page.locator('#around ul[aria-labelledby="circle-title"] button').first();
  await face.waitFor();
  // A card closes when the page is scrolled under it: that comes first.
  await face.scrollIntoViewIfNeeded();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await face.click();
  await page.getByRole('dialog').waitFor();
  await at('person card');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
  await at('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('[data-focus-key="you"] button').click();
  await page.getByRole('dialog').waitFor();
  for (const summary of await page.getByRole('dialog').locator('summary').all()) await summary.click();
  await at('settings');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+/');
  await page.getByRole('dialog').waitFor();
  await at('help');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: names.button('3D') }).click();
  await page.locator('canvas').waitFor();
  await page.locator('#rail-people').waitFor();
  await at('room 3D');
  for (const panel of ['people', 'chat', 'places', 'log'] as const) {
    await page.locator(`#rail-${panel}`).click();
    await page.locator('#panel').waitFor();
    await at(`room 3D, ${panel}`);
    await page.locator(`#rail-${panel}`).click();
  }
};
