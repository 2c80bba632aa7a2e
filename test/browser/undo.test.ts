/** The way back from one's own act: beside its words for a while, by pointer or keys, and in the palette after that. */
import { expect, test } from 'vitest';
import { waitHeard } from '#test/support/heard.ts';
import { focused, tabTo } from '#test/support/keys.ts';
import { enter, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';

const here = setUp();

test('what one did is shown with its way back, which keys reach and leave again where they were', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await tabTo(page, /^Raise hand$/);
  await page.keyboard.press('Enter');
  const toast = page.getByRole('region', { name: 'Notice' });
  await toast.getByText('Hand is up. You are 1st.').waitFor();
  await expect.poll(() => focused(page)).toBe('Lower hand');
  await page.keyboard.press('Shift+Tab');
  expect(await toast.getByRole('button', { name: 'Lower hand' }).evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await waitHeard(page, /^Hand is down\.$/);
  await expect.poll(() => focused(page)).toBe('Raise hand');
  await page.locator('#log').getByText('Hand is up. You are 1st.').waitFor();
  await nia.guard.clean();
});

test('the palette takes back what one did last, however long ago', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await page.locator('#controls [data-capability="hand.raise"] button').click();
  await page.locator('[data-undo="hand.lower"]').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Undo');
  await page.getByRole('option', { name: 'Undo: Lower hand' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await waitHeard(page, /^Hand is down\.$/);
  await nia.guard.clean();
});

test('the palette leads from a person to what one can do with them, and back, by keys', async () => {
  const [nia, ben] = [await visitor(here.browser, here.hearth), await visitor(here.browser, here.hearth)];
  await enter(ben, here.hearth, 'Ben', '2d');
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await page.keyboard.press('Control+k');
  const chosen = page.locator('[role="option"][data-focused]');
  await page.getByRole('option', { name: /^Ben/ }).waitFor();
  // Who stands nearest comes first, and those of the tests before may still hold their place.
  const rows = await page.getByRole('option').allInnerTexts();
  for (let row = 0; row <= rows.findIndex((text) => text.startsWith('Ben')); row++) await page.keyboard.press('ArrowDown');
  await chosen.filter({ hasText: /^Ben/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Back to everything' }).waitFor();
  await expect.poll(() => focused(page)).toMatch(/^Find a person, a place or an action/);
  await page.keyboard.press('Backspace');
  await page.getByRole('option', { name: /^Raise hand/ }).waitFor();
  await page.keyboard.type('Ben');
  await chosen.filter({ hasText: /^Go to Ben/ }).waitFor();
  await page.keyboard.press('Enter');
  await waitHeard(page, /^You walk to Ben\.$/);
  await nia.guard.clean();
});
