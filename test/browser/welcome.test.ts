/** The welcome: it takes no focus, lets one do the first things, by keys alone and by ear, and comes again when it is asked for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heard, waitHeard } from '#test/support/heard.ts';
import { focused, tabTo } from '#test/support/keys.ts';
import { enter, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { installReader, Reader } from '#test/support/speech.ts';
import { witness, type Witness } from '#test/support/witness.ts';

const here = setUp();
let wanda: Witness;

beforeAll(async () => {
  wanda = await witness(here.hearth.url, here.hearth.guestLink, 'Wanda');
});
afterAll(() => wanda?.leave());

test('a newcomer goes through it by keys alone, in 2D, and it does not come again by itself', async () => {
  const nia = await visitor(here.browser, here.hearth, { newcomer: true });
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await waitHeard(page, /^New here\? A short welcome is above the room\./);
  const welcome = page.locator('#welcome');
  await welcome.getByRole('heading', { name: 'You are in Commons' }).waitFor();
  await welcome.getByText('Wanda is here.').waitFor();
  expect(await focused(page)).toBe('');

  await page.keyboard.press('Control+F6');
  await tabTo(page, /^Wave$/);
  await page.keyboard.press('Enter');
  await wanda.until('the wave', ({ cues }) => cues.some(({ kind, values }) => kind === 'gesture.waved' && values['name'] === 'Nia'));
  await tabTo(page, /^Next$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Move, and find people');
  await tabTo(page, /^Go to the hearth$/);
  await page.keyboard.press('Enter');
  await waitHeard(page, /^You walk to the hearth\.$/);
  await tabTo(page, /^Next$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Speak, and answer');
  await tabTo(page, /^Next$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Quiet, and help');
  await tabTo(page, /^Done$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Commons');
  await welcome.waitFor({ state: 'detached' });

  const since = heard(page).length;
  await page.reload();
  await page.locator('[data-capability="hand.raise"] button').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Show the welcome');
  await page.getByRole('option', { name: 'Show the welcome again' }).waitFor();
  expect(heard(page).slice(since).filter((text) => /^New here/.test(text))).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('You are in Commons');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('Commons');
  await nia.guard.clean();
});

test('it is skipped at one press, also in 3D, and whoever has begun to act keeps the focus', async () => {
  const nia = await visitor(here.browser, here.hearth, { newcomer: true, reducedMotion: 'reduce' });
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '3d');
  await page.locator('#welcome').getByText('Welcome, 1 of 4').waitFor();
  await tabTo(page, /^Raise hand$/);
  await page.keyboard.press('Enter');
  await waitHeard(page, /^Hand is up\./);
  await expect.poll(() => focused(page)).toBe('Lower hand');
  await page.locator('#welcome').getByRole('button', { name: 'Skip' }).click();
  await page.locator('#welcome').waitFor({ state: 'detached' });
  await waitHeard(page, /^The welcome is closed\./);
  await nia.guard.clean();
});

test('a newcomer goes through it by ear', async () => {
  const { context, page, guard } = await visitor(here.browser, here.hearth, { newcomer: true });
  await installReader(context);
  await enter({ context, page, guard }, here.hearth, 'Bo', '2d');
  const reader = new Reader(page);
  await reader.start();
  await reader.seek(/^heading, You are in Commons, .+, level 2/);
  await reader.seek(/Where we arrive and catch up\. .+ (is|are) here\. Everyone meets in the same place/);
  await reader.actOn(/^button, Wave$/);
  await wanda.until('the wave', ({ cues }) => cues.some(({ kind, values }) => kind === 'gesture.waved' && values['name'] === 'Bo'));
  await reader.actOn(/^button, Next$/);
  await reader.until(/^heading, Move, and find people, .+, level 2/);
  await reader.actOn(/^button, Skip$/);
  await reader.until(/The welcome is closed\. Help has it at any time\./);
  await guard.clean();
});
