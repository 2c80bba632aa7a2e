/** Where one cannot come in: each page says what is so, why, and what to do next. */
import { expect, test } from 'vitest';
import { waitHeard } from '#test/support/heard.ts';
import { focused } from '#test/support/keys.ts';
import { admit, enter, inRoom, visitor } from '#test/support/page.ts';
import { roomsWithCaps } from '#test/support/room.ts';
import { setUp } from '#test/support/setup.ts';
import { witness } from '#test/support/witness.ts';

const here = setUp((folder) => roomsWithCaps(folder, { garden: 1 }));

/** Somebody who has the garden's only place. */
const gardener = () => witness(here.hearth.url, here.hearth.guestLink, 'Gus', 'garden');

test('a link that opens nothing says so before one has given a name, and takes a code instead', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await page.goto('/join#nothing');
  await page.getByRole('heading', { level: 1, name: 'This link opens nothing here' }).waitFor();
  await page.getByText('This link does not open Hearth. Ask whoever sent it for a new one.').waitFor();
  await page.getByRole('textbox').fill('abcd-1234');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'No link has this code' }).waitFor();
  await admit(nia, here.hearth, 'Nia', '2d');
  await page.reload();
  await page.getByRole('button', { name: 'Go in as Nia' }).click();
  await inRoom(page);
  await nia.guard.clean();
});

test('whoever would go to a full room stays, and chooses another or is told later, by keys', async () => {
  const gus = await gardener();
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  const exit = page.locator('#room [data-capability="portal.enter"] button').filter({ hasText: 'Garden' });
  await exit.and(page.locator('[aria-disabled="true"]')).waitFor();
  await exit.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Garden is full' });
  await dialog.getByText('Its one place is taken. You have not moved: you are still in Commons.').waitFor();
  await dialog.getByRole('button', { name: 'Go to Library' }).waitFor();
  await dialog.getByRole('button', { name: 'Tell me when there is a place' }).focus();
  await page.keyboard.press('Enter');
  await waitHeard(page, /^You are told when there is a place in Garden\.$/);
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toMatch(/Garden/);
  await gus.leave();
  await waitHeard(page, /^There is a place in Garden now\.$/);
  await nia.guard.clean();
});

test('whoever comes to a full room reads where there is a place, and is told when there is one here', async () => {
  const gus = await gardener();
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  nia.guard.expectErrors(/409/);
  await admit(nia, here.hearth, 'Nia', '2d');
  await page.goto('/r/garden');
  await page.getByRole('heading', { level: 1, name: 'Garden is full' }).waitFor();
  await page.getByText('Its one place is taken.').waitFor();
  await page.getByRole('list', { name: 'Rooms with a place' }).getByRole('button', { name: 'Go to Commons' }).waitFor();
  await page.getByRole('button', { name: 'Tell me when there is a place' }).click();
  await waitHeard(page, /^You are told on this page when there is a place\./);
  await gus.leave();
  await waitHeard(page, /^There is a place in Garden now\.$/);
  await page.getByRole('button', { name: 'Enter Garden' }).click();
  await page.getByRole('heading', { level: 1, name: 'Garden' }).waitFor();
  await page.locator('#controls').waitFor();
  await nia.guard.clean();
});

test('a part that fails leaves the others as they are, and is shown again at a press', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  nia.guard.expectErrors(/broken on purpose/);
  await enter(nia, here.hearth, 'Nia', '2d');
  await page.evaluate(() => {
    const whole = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format');
    const broken = () => {
      throw new Error('broken on purpose');
    };
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { configurable: true, get: () => broken });
    Object.assign(globalThis, { mend: () => whole && Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', whole) });
  });
  await page.locator('#controls [data-capability="hand.raise"] button').click();
  await page.getByText('Activity log: this part of the page failed. The others go on.').waitFor();
  await page.locator('#controls [data-capability="hand.lower"] button').click();
  await waitHeard(page, /^Hand is down\.$/);
  await page.evaluate(() => (globalThis as unknown as { mend(): void }).mend());
  await page.getByRole('button', { name: 'Show it again' }).click();
  await page.locator('#log').waitFor();
  await nia.guard.clean();
});
