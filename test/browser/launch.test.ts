/**
 * A community launch with eight people: two in 3D, six in 2D, two of them by keyboard and screen reader, one in Spanish on a narrow page
 * in forced colours; one comes late, the facilitator's page is loaded anew, and the server is killed. All see and hear one ribbon cut.
 */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from '#test/support/axe.ts';
import { heard, waitHeard } from '#test/support/heard.ts';
import { focused, press } from '#test/support/keys.ts';
import { admit, visitor, type View, type Visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { installReader, Reader } from '#test/support/speech.ts';

const here = setUp(undefined, 'test');

type Sounding = { readonly tones: number[] };
interface Drawn extends HTMLCanvasElement {
  figures?(): { readonly hung: number };
}
const hungIn = (page: Page): Promise<number> => page.evaluate(() => document.querySelector<Drawn>('[data-drawn] canvas')?.figures?.().hung ?? 0);
/** What rises when something has come about: the notes of `success`. */
const SUCCESS = [523, 659, 784];

interface Participant extends Visitor {
  readonly name: string;
  readonly reader?: Reader;
}

const comeIn = async (name: string, view: View, options: BrowserContextOptions & { readonly byEar?: boolean; readonly link?: string; readonly newcomer?: boolean } = {}): Promise<Participant> => {
  const { byEar = false, link = here.hearth.guestLink, ...rest } = options;
  const one = await visitor(here.browser, here.hearth, { viewport: { width: 800, height: 640 }, ...rest });
  if (byEar) await installReader(one.context);
  await one.context.addInitScript(() => {
    const tones: number[] = [];
    Object.assign(globalThis, { tones });
    const Tone = OscillatorNode;
    globalThis.OscillatorNode = new Proxy(Tone, {
      construct: (made, [context, given]: [AudioContext, OscillatorOptions]) => {
        tones.push(given.frequency ?? 0);
        return new made(context, given);
      },
    });
  });
  await admit(one, { ...here.hearth, guestLink: link }, name, view);
  await one.page.goto('/r/commons');
  await one.page.waitForFunction(() => (document.querySelector('#room strong')?.textContent ?? '').length > 5);
  // Browsers are silent until somebody has touched the page.
  await one.page.keyboard.press('Shift');
  const reader = byEar ? new Reader(one.page) : undefined;
  await reader?.start();
  return { ...one, name, ...(reader ? { reader } : {}) };
};

/** How often a page has said something, of those who count what is said to them. */
const times = (page: Page, pattern: RegExp, since: number): number => heard(page).slice(since).filter((text) => pattern.test(text)).length;

test('whoever has never run a ritual has a check-in under way within ten keys from the list of templates; and by ear, by what is said to them', async () => {
  const began = performance.now();
  const { page, reader } = await comeIn('Fay', '2d', { link: here.hearth.ownerLink, byEar: true, newcomer: true });
  let keys = 0;
  const key = async (name: string): Promise<void> => {
    keys++;
    await page.keyboard.press(name);
  };
  const to = async (name: RegExp): Promise<void> => {
    while (!name.test(await focused(page))) {
      if (keys > 20) throw new Error(`It is too far to ${name}.`);
      await key('Tab');
    }
    await key('Enter');
  };
  await reader?.stop();
  // The palette is what the page says first of: one finds it by a word.
  await key('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('check-in');
  await page.getByRole('option', { name: /Start a ritual/ }).waitFor();
  await key('Enter');
  await page.getByRole('button', { name: 'Start Weekly check-in' }).waitFor();
  await to(/^Start Weekly check-in$/);
  await waitHeard(page, /^You started Weekly check-in\. Step 1 of 5: Arriving\./);
  // Whoever has begun it is at it: what they do next is near.
  await page.locator('#ritual:focus').waitFor();
  await to(/^Next: One thing each/);
  await waitHeard(page, /^Step 2 of 5: One thing each\./);
  expect(keys).toBeLessThanOrEqual(10);

  // The same, by what is spoken alone: each act is upon what was read out just then.
  await page.getByRole('button', { name: 'End the ritual' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End the ritual' }).click();
  await waitHeard(page, /^Weekly check-in has ended\.$/);
  await reader?.start();
  let acts = 0;
  const act = async (what: RegExp): Promise<void> => {
    acts++;
    await reader?.actOn(what);
  };
  await act(/^button, Find/);
  await reader?.until(/combobox/);
  await reader?.type('check-in');
  await reader?.until(/Start a ritual/);
  await reader?.press('Enter');
  await reader?.opened();
  await reader?.seek(/^heading, Weekly check-in, level 3$/);
  await reader?.seek(/^5 steps, about \d+ minutes for those who are here$/);
  await act(/^button, Start Weekly check-in$/);
  await reader?.until(/^polite: You started Weekly check-in\. Step 1 of 5: Arriving\./);
  await act(/^button, Next: One thing each/);
  await reader?.until(/^assertive: Your turn, in Weekly check-in\./);
  expect(acts).toBeLessThanOrEqual(10);
  expect(performance.now() - began).toBeLessThan(120_000);
});

test('eight people, however they take part, see and hear one ribbon cut', async () => {
  const [olga, vera, nia, ben, cleo, tom, uma] = await Promise.all([
    comeIn('Olga', '2d', { link: here.hearth.ownerLink }),
    comeIn('Vera', '2d', { byEar: true }), comeIn('Nia', '2d', { byEar: true }),
    comeIn('Ben', '2d', { locale: 'es', viewport: { width: 320, height: 640 }, forcedColors: 'active' }), comeIn('Cleo', '2d', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }),
    comeIn('Tom', '3d', { reducedMotion: 'reduce' }), comeIn('Uma', '3d', { reducedMotion: 'reduce' }),
  ]);
  await Promise.all([tom, uma].map(({ page }) => page.locator('[data-drawn]').waitFor({ timeout: 90_000 })));
  // The notice board hangs there, and no more.
  for (const { page } of [tom, uma]) await expect.poll(() => hungIn(page), { timeout: 30_000 }).toBe(1);

  // The facilitator finds it, and starts it; everyone is told.
  await olga.page.keyboard.press('Control+k');
  await olga.page.getByRole('combobox').waitFor();
  await olga.page.keyboard.type('ritual');
  await olga.page.getByRole('option', { name: /Start a ritual/ }).waitFor();
  await olga.page.keyboard.press('Enter');
  await olga.page.getByRole('button', { name: 'Start Community launch' }).waitFor();
  await press(olga.page, /^Start Community launch$/);
  await Promise.all([vera, nia, cleo, tom, uma].map(({ page }) => waitHeard(page, /^Olga started Community launch\. Step 1 of 7: Arriving\./)));
  await waitHeard(ben.page, /^Olga ha empezado|^Olga empezó|Olga .*Community launch/);
  await cleo.page.locator('#ritual').getByText('7 people are here.').waitFor();
  await press(olga.page, /^Next: Why we are here/);
  await waitHeard(nia.page, /^Step 2 of 7: Why we are here\./);
  await press(olga.page, /^Next: The ribbon/);
  await Promise.all([vera, nia, cleo, tom, uma].map(({ page }) => waitHeard(page, /^Step 3 of 7: The ribbon\. The ribbon is up\./)));
  // In 3D it hangs in the room, between its posts.
  for (const { page } of [tom, uma]) await expect.poll(() => hungIn(page), { timeout: 30_000 }).toBe(3);

  // Whoever only listens acts on what was just said to them.
  await vera.reader?.actOn(/^button, Cut the ribbon$/);
  await vera.reader?.until(/^polite: You cut the ribbon\. 1 of 7 have\.$/);
  await ben.page.locator('[data-capability="ritual.act"] button').click();
  await olga.page.locator('#ritual').getByText('2 of 7 have cut the ribbon.').waitFor();

  // The server is killed, and comes back: two have cut it, as before.
  await here.hearth.kill9();
  await waitHeard(cleo.page, /^Connection lost/);
  await here.hearth.start();
  await Promise.all([olga, vera, nia, cleo, tom, uma].map(({ page }) => waitHeard(page, /You are back/)));
  await cleo.page.locator('#ritual').getByText('2 of 7 have cut the ribbon.').waitFor();

  // One comes late and is told where things stand; the facilitator's page is loaded anew.
  const [lars] = await Promise.all([comeIn('Lars', '2d'), olga.page.reload()]);
  await waitHeard(lars.page, /^Community launch is under way\. Step 3 of 7: The ribbon\./);
  await olga.page.locator('#ritual').getByText('You run this ritual.').waitFor();
  await olga.page.keyboard.press('Shift');
  expect(await Promise.all([violations(ben.page), violations(cleo.page)])).toEqual([[], []]);

  const all = [olga, vera, nia, ben, cleo, tom, uma, lars];
  const before = all.map(({ page }) => heard(page).length);
  await Promise.all(all.map(({ page }) => page.evaluate(() => void ((globalThis as unknown as Sounding).tones.length = 0))));
  await nia.reader?.actOn(/^button, Cut the ribbon$/);
  await press(lars.page, /^Cut the ribbon$/);
  await Promise.all([cleo, tom, uma].map(({ page }) => page.getByRole('button', { name: 'Cut the ribbon' }).click()));
  await lars.page.locator('#ritual').getByText('7 of 8 have cut the ribbon.').waitFor();
  expect(all.map(({ page }, at) => times(page, /The ribbon is cut/, before[at] ?? 0))).toEqual(all.map(() => 0));
  // For one in 3D it falls; for the other it lies: what moves was not wanted there.
  await tom.page.emulateMedia({ reducedMotion: 'no-preference' });
  await press(olga.page, /^Cut the ribbon$/);

  // One ribbon: told once to each, with the same sound, and seen.
  const said = (name: string): RegExp => (name === 'Ben' ? /^La cinta está cortada: lo han hecho 8 de 8\.$/ : /^The ribbon is cut: 8 of 8 did it together\.$/);
  await Promise.all(all.map(({ page, name }, at) => waitHeard(page, said(name), before[at])));
  expect(all.map(({ page, name }, at) => times(page, said(name), before[at] ?? 0))).toEqual(all.map(() => 1));
  for (const { page, name } of all) await expect.poll(() => page.evaluate(() => [...(globalThis as unknown as Sounding).tones]), { message: name }).toEqual(expect.arrayContaining(SUCCESS));
  for (const { page } of [olga, vera, nia, cleo, tom, uma, lars]) await page.locator('#ritual').getByText('The ribbon is cut. 8 of 8 cut it together.').waitFor();
  await ben.page.locator('#ritual').getByText('La cinta está cortada. La han cortado juntos 8 de 8.').waitFor();
  for (const { page } of [olga, vera, nia, ben, cleo, lars]) await page.locator('#ritual [data-festive]').waitFor();
  if (process.env['SHOTS']) for (const { page, name } of all) await page.screenshot({ path: `${process.env['SHOTS']}/launch-${name}.png` });
  // And it goes on, by whoever ran it before.
  await press(olga.page, /^Next: Our charter/);
  await waitHeard(lars.page, /^Step 4 of 7: Our charter\./);
}, 180_000);
