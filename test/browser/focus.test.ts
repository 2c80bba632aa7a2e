/** Where focus is after each thing that could lose it (accessibility.md §5 F). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { focused, tabTo } from '#test/support/keys.ts';
import { enter, settled, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { witness, type Witness } from '#test/support/witness.ts';

const here = setUp();
let wanda: Witness;

beforeAll(async () => {
  wanda = await witness(here.hearth.url, here.hearth.guestLink, 'Wanda');
});
afterAll(() => wanda?.leave());

test('every dialog gives focus back to what opened it, by Escape and by Close', async () => {
  const nia = await visitor(here.browser, here.hearth, { viewport: { width: 1280, height: 800 } });
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await page.locator('#places [data-capability="seat.sit"] button').first().click();
  await page.locator('[data-capability="circle.topic"] button').waitFor();
  const openers = ['[data-focus-key="find"] button', '[data-focus-key="help"] button', '[data-focus-key="you"] button', '[data-capability="circle.topic"] button', '#controls [data-capability="move.goTo"] button'];
  for (const opener of openers) {
    for (const way of ['Escape', 'Close'] as const) {
      await page.locator(opener).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      if (way === 'Escape') await page.keyboard.press('Escape');
      else await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => page.locator(opener).evaluate((button) => button === document.activeElement), { message: `${opener} by ${way}` }).toBe(true);
    }
  }
  // By a key of the page it returns to where one was.
  await page.locator('#chat textarea').focus();
  for (const key of ['Control+k', 'Control+/']) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Message to the room');
  }
  await nia.guard.clean();
});

test('a row that goes while one is in the list stays until one has left it, and what went is in the log', async () => {
  const ben = await witness(here.hearth.url, here.hearth.guestLink, 'Ben');
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await tabTo(page, /^Go to Ben$/);
  const order = () => page.locator('#around [data-person]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-person')));
  const before = await order();
  await ben.leave();
  await page.locator('#log').getByText('Ben left.').waitFor();
  await page.locator('#around [data-person]').getByText('left', { exact: false }).first().waitFor();
  expect(await order()).toEqual(before);
  // The button that had focus is gone with whom it was about: focus is on their row, or beside it, and not lost.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-person]')?.textContent)).toMatch(/Ben/);
  await nia.guard.clean();
});

test('messages that come leave those that were there, and where one reads', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  for (let number = 1; number <= 4; number++) await wanda.perform('chat.say', { text: `before ${number}` });
  await page.locator('#chat li').getByText('before 4').waitFor();
  await page.locator('#chat ol').focus();
  const was = await page.evaluateHandle(() => [...document.querySelectorAll('#chat ol > li')]);
  const ben = await witness(here.hearth.url, here.hearth.guestLink, 'Ben');
  for (let number = 1; number <= 4; number++) await ben.perform('chat.say', { text: `after ${number}` });
  await page.locator('#chat li').getByText('after 4').waitFor();
  expect(await was.evaluate((lines) => lines.every((line) => line.isConnected))).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.matches('#chat ol'))).toBe(true);
  await ben.leave();
  await nia.guard.clean();
});

test('writing in the chat beside the room leaves the room where it is', async () => {
  const nia = await visitor(here.browser, here.hearth, { viewport: { width: 1280, height: 800 } });
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  expect(await page.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(true);
  await page.locator('#chat textarea').focus();
  await page.keyboard.type('Good morning');
  await page.keyboard.press('Tab');
  await settled(page);
  expect(await focused(page)).toBe('Send');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await nia.guard.clean();
});
