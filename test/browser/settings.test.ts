/** Settings, by keys alone: they act at once, are said, can be taken back, and outlast a reload. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heard, waitHeard } from '#test/support/heard.ts';
import { focused, keyTo, tabTo } from '#test/support/keys.ts';
import { enter, inRoom, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { witness, type Witness } from '#test/support/witness.ts';

const here = setUp();
let wanda: Witness;

beforeAll(async () => {
  wanda = await witness(here.hearth.url, here.hearth.guestLink, 'Wanda');
});
afterAll(() => wanda?.leave());

test('a silenced category, a moved key and a larger text act at once, and still do after a reload', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await wanda.perform('gesture.wave', {});
  await waitHeard(page, /^Wanda waves/);

  await tabTo(page, /^You are Nia\. Settings$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.waitFor();

  const choose = async (group: string, from: RegExp, to: RegExp): Promise<void> => {
    await dialog.getByRole('radiogroup', { name: group }).getByRole('radio', { checked: true }).focus();
    expect(await focused(page)).toMatch(from);
    await keyTo(page, 'ArrowRight', to, 4);
    await page.keyboard.press('Space');
  };
  await choose('Gestures', /^Speech and sound$/, /^Off$/);
  await waitHeard(page, /^Gestures: Off\.$/);

  const before = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  await choose('Text size', /^100 %$/, /^150 %$/);
  await waitHeard(page, /^Text size: 150 %\.$/);
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  expect(await size()).toBeCloseTo(before * 1.5);
  await tabTo(page, /^Undo the last change$/);
  await page.keyboard.press('Enter');
  await waitHeard(page, /^The last change is undone\.$/);
  expect(await size()).toBeCloseTo(before);
  await choose('Text size', /^100 %$/, /^125 %$/);

  await tabTo(page, /^Change keys$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Wave$/);
  // The hand has it.
  await page.keyboard.type('h');
  await dialog.getByText('h already stands for Raise hand.').waitFor();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('z');
  await waitHeard(page, /^Wave: z\.$/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('You are Nia. Settings');

  await page.reload();
  await inRoom(page);
  expect(await size()).toBeCloseTo(before * 1.25);
  const said = heard(page).length;
  await page.keyboard.press('Control+.');
  await page.keyboard.press('z');
  await waitHeard(page, /^You wave\.$/, said);
  await wanda.perform('gesture.nod', {});
  await wanda.perform('chat.say', { text: 'after the nod' });
  await waitHeard(page, /^New message from Wanda\./, said);
  expect(heard(page).slice(said).join(' ')).not.toMatch(/Wanda nods/);
  await nia.guard.clean();
});
