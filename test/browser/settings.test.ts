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
  await waitHeard(page, /^Undone: Text size\.$/);
  expect(await size()).toBeCloseTo(before);
  await choose('Text size', /^100 %$/, /^125 %$/);

  await tabTo(page, /^Change keys$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Wave$/);
  // The hand has it.
  await page.keyboard.type('h');
  await dialog.getByText('h already stands for Raise hand.').first().waitFor();
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

test('PE9 a browser that was cleared has everything again; what the device keeps, it does not', async () => {
  const nell = await visitor(here.browser, here.hearth);
  const { page } = nell;
  await enter(nell, here.hearth, 'Nell', '2d');
  await page.evaluate(() => localStorage.setItem('hearth.settings', JSON.stringify({ textSize: '150', volume: 'soft', keys: { 'page.repeat': 'z' } })));
  await page.reload();
  await inRoom(page);
  const kept = () => page.evaluate(() => localStorage.getItem('hearth.settings') ?? '{}');
  const isStored = async () => (JSON.parse(await kept()) as { unsent: readonly string[] }).unsent.length === 0;
  await expect.poll(isStored).toBe(true);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await inRoom(page);
  await waitHeard(page, /^Your settings are as you left them\.$/);
  expect(JSON.parse(await kept())).toMatchObject({ textSize: '150', keys: { 'page.repeat': 'z' }, volume: 'normal' });
  expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--text-size'))).toBe('1.5');
  const said = heard(page).length;
  await page.keyboard.press('Control+.');
  await page.keyboard.press('z');
  await waitHeard(page, /^Shortcut: /, said + 1);
  await nell.guard.clean();
});

test('C quiet mode is one press: announced, nothing moves, others’ gestures neither show nor are spoken, what is said to one is', async () => {
  const oona = await visitor(here.browser, here.hearth);
  const { page } = oona;
  await enter(oona, here.hearth, 'Oona', '2d');
  await page.keyboard.press('Control+.');
  await page.keyboard.press('q');
  await waitHeard(page, /^Quiet mode is on\./);
  expect(await page.locator('html').getAttribute('data-motion')).toBe('still');
  await page.reload();
  await inRoom(page);
  expect(await page.locator('html').getAttribute('data-motion')).toBe('still');
  const said = heard(page).length;
  await wanda.perform('gesture.wave', {});
  await wanda.perform('chat.say', { text: 'to you', to: { kind: 'person', person: wanda.who('Oona') ?? wanda.id } });
  await waitHeard(page, /^Wanda to you: to you$/, said);
  await page.locator('#log').getByText('Wanda waves.').waitFor();
  expect(heard(page).slice(said).join(' ')).not.toMatch(/waves/);
  await page.keyboard.press('Control+.');
  await page.keyboard.press('q');
  await waitHeard(page, /^Quiet mode is off\.$/);
  expect(await page.locator('html').getAttribute('data-motion')).toBeNull();
  await oona.guard.clean();
});

test('PE10 one’s look is changed from the settings, by keys alone, and others see it', async () => {
  const pia = await visitor(here.browser, here.hearth);
  const { page } = pia;
  await enter(pia, here.hearth, 'Pia', '2d');
  const lookOfPia = () => wanda.facts.people.get(wanda.who('Pia') ?? '')?.look;
  const before = lookOfPia();
  await tabTo(page, /^You are Pia\. Settings$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  await tabTo(page, /^Change how you look$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'How do you look?' });
  await dialog.waitFor();
  await tabTo(page, /^Surprise me$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Pronouns/);
  await page.keyboard.type('she');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await waitHeard(page, /^You changed your look: /);
  await wanda.until('Pia looks otherwise', () => lookOfPia() !== before);
  expect(wanda.facts.people.get(wanda.who('Pia') ?? '')?.pronouns).toBe('she');
  await expect.poll(() => focused(page)).toBe('You are Pia. Settings');
  await pia.guard.clean();
});
