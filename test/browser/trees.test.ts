/** What a screen reader is given, screen by screen, compared in full with what was read and found good (trees/). */
import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { seatId } from '#shared/kernel/ids.ts';
import { enter, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { faultsOfTree, sameTree } from '#test/support/tree.ts';
import { witness, type Witness } from '#test/support/witness.ts';

/** A server for each: who was there before would still be there. */
const here = setUp(undefined, 'test');
const company: Witness[] = [];
afterEach(async () => {
  await Promise.all(company.splice(0).map((one) => one.leave()));
});

const judged = async (page: Page, name: string, part?: Locator): Promise<void> => {
  await sameTree(part ?? page.locator('body'), name);
  expect(await faultsOfTree(page), name).toEqual([]);
};

/** Looks that are drawn by chance are the same each time. */
const drawnAlike = async (): ReturnType<typeof visitor> => {
  const nia = await visitor(here.browser, here.hearth, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await nia.context.addInitScript(() => (Math.random = () => 0.4));
  return nia;
};

test('the way in', async () => {
  const { page } = await drawnAlike();
  await page.goto(here.hearth.guestLink);
  await page.getByRole('textbox').first().fill('Nia');
  await judged(page, 'join-you');
  await page.getByRole('button', { name: 'Choose a look' }).click();
  await page.getByRole('tab').first().waitFor();
  await page.getByRole('status').filter({ hasText: 'skin' }).waitFor();
  await judged(page, 'join-look');
  await page.getByRole('button', { name: 'Choose a view' }).click();
  await page.getByRole('radio').first().waitFor();
  await judged(page, 'join-view');
});

test('the room, alone and in a circle', async () => {
  const nia = await drawnAlike();
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await judged(page, 'room-alone');
  for (const [at, name] of ['Ana', 'Ben'].entries()) {
    const one = await witness(here.hearth.url, here.hearth.guestLink, name);
    company.push(one);
    await one.perform('seat.sit', { seat: seatId(`hearth-${at + 2}`) });
    await one.until('to sit', ({ moving }) => !moving);
  }
  await page.locator('[data-capability="seat.sit"] button').first().click();
  await page.locator('#circle-title').waitFor();
  await page.locator('[data-capability="seat.stand"] button').waitFor();
  await company[0]?.perform('chat.say', { text: 'Welcome' });
  await page.locator('#chat li').getByText('Welcome').waitFor();
  await page.locator('#toast').waitFor({ state: 'detached' });
  await judged(page, 'room-circle');
});

test('what opens over the room', async () => {
  const nia = await drawnAlike();
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.insertText('bench');
  await page.locator('[role="option"][data-focused]').waitFor();
  await judged(page, 'palette', page.getByRole('dialog'));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('[data-focus-key="you"] button').click();
  await page.getByRole('dialog').waitFor();
  await judged(page, 'settings', page.getByRole('dialog'));
});

test('the picture’s chrome', async () => {
  const nia = await drawnAlike();
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '3d');
  // Software lights and draws it: as long as that takes.
  await page.locator('[data-drawn] canvas').waitFor({ timeout: 60_000 });
  await page.locator('#toast').waitFor({ state: 'detached' });
  await judged(page, 'room-3d');
}, 120_000);
