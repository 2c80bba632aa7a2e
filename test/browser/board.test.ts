/** A board in words, by keys alone, while another draws on it: from the room to the board and back, three at once, and over the death of the server. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from '#test/support/axe.ts';
import { waitHeard } from '#test/support/heard.ts';
import { focused, press } from '#test/support/keys.ts';
import { admit, enter, SMALL, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';

const here = setUp();
/** Opens a note's verbs, and takes one. */
const act = async (page: Page, note: string, verb: RegExp): Promise<void> => {
  const more = page.getByRole('button', { name: `More for ‘${note}’` });
  if ((await more.getAttribute('aria-expanded')) !== 'true') {
    await more.focus();
    await page.keyboard.press('Enter');
  }
  await page.locator('#board li[data-element]').filter({ has: page.locator('p:first-child', { hasText: note }) }).getByRole('button', { name: verb }).first().focus();
  await page.keyboard.press('Enter');
};

/** What somebody sees who draws, as a picture that can be read. */
const svgOf = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Files' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Drawing (SVG)' }).click()]);
  const text = await readFile(await download.path(), 'utf8');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Files' }).waitFor({ state: 'detached' });
  return text;
};
const picture = async (page: Page): Promise<string> => {
  const text = await svgOf(page);
  return [...text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line]) => line).toSorted().join(' ');
};

/** A file is pasted where somebody draws. */
const paste = async (page: Page, file: Buffer): Promise<void> => {
  await page.locator('.excalidraw').first().focus();
  await page.evaluate((bytes) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], 'map.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, file.toString('base64'));
};

test('a board is read, changed and kept, by keys and by hand: three at once see the same, hear each other, and find it again after a crash', async () => {
  const [nia, ben] = [await visitor(here.browser, here.hearth), await visitor(here.browser, here.hearth)];
  await enter(nia, here.hearth, 'Nia', '2d');
  const { page } = nia;
  await press(page, /^Open board: the notice board/);
  await page.getByRole('heading', { level: 1, name: 'Notice board' }).waitFor();
  await expect.poll(() => focused(page)).toBe('Notice board');

  await press(page, /^Add a group$/);
  await expect.poll(() => focused(page)).toBe('Name');
  await page.keyboard.type('Risks');
  await page.keyboard.press('Enter');
  await waitHeard(page, /^Added the group Risks\.$/);
  await page.getByRole('region', { name: /^Changes since/ }).getByText('Risks new').waitFor();
  // Focus is back where it was.
  await expect.poll(() => focused(page)).toBe('Add a group');
  for (const note of ['Budget', 'Weather']) {
    await press(page, /^Add a note to Risks$/);
    await expect.poll(() => focused(page)).toBe('Text');
    await page.keyboard.type(note);
    await press(page, /^Add to the board$/);
    await waitHeard(page, new RegExp(`^Added ‘${note}’ to Risks, \\d of \\d\\.$`));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  await admit(ben, here.hearth, 'Ben', '2d');
  await ben.page.goto('/board/commons_notice-board');
  await ben.page.getByRole('heading', { level: 2, name: /Risks/ }).waitFor();
  await ben.page.getByText(/^1 group, 2 notes, 0 connections\. At the board with you: Nia\./).waitFor();
  await waitHeard(page, /^Ben is at the board\.$/);
  await act(page, 'Budget', /^Connect to…$/);
  await press(page, /^Connect to…$/);
  await waitHeard(page, /^‘Budget’ now leads to ‘Weather’\.$/);
  await ben.page.getByText('from Budget').waitFor();

  // Nia writes on a text that Ben changed meanwhile; she has both.
  await act(page, 'Weather', /^Edit/);
  await page.getByRole('dialog', { name: 'Edit' }).waitFor();
  await ben.page.getByText('Nia is writing in it').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await act(ben.page, 'Weather', /^Lock$/);
  await waitHeard(ben.page, /^‘Weather’ is locked\.$/);
  await act(page, 'Weather', /^Delete$/);
  await waitHeard(page, /^This is locked\./);
  await act(page, 'Budget', /^Delete$/);
  await waitHeard(page, /^Deleted ‘Budget’\.$/);
  await waitHeard(ben.page, /^Nia deleted ‘Budget’\.$/);
  await press(page, /^Undo$/);
  await ben.page.getByText('from Budget').waitFor();

  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  // Ben draws, and writes in what he has drawn; Nia reads it, and writes on; Cleo comes late, and draws, too.
  await page.setViewportSize(SMALL);
  await ben.page.getByRole('radio', { name: 'Drawing' }).click();
  const canvas = ben.page.locator('#board-drawing canvas').last();
  await canvas.waitFor();
  await ben.page.getByRole('radio', { name: /^Rectangle/ }).check({ force: true });
  await canvas.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, height = 0 } = (await canvas.boundingBox()) ?? {};
  await ben.page.mouse.move(x + 260, y + height - 110);
  await ben.page.mouse.down();
  await ben.page.mouse.move(x + 420, y + height - 40, { steps: 4 });
  await ben.page.mouse.up();
  await ben.page.keyboard.press('Enter');
  await ben.page.locator('.excalidraw-wysiwyg').waitFor();
  await ben.page.keyboard.type('Tent');
  await ben.page.keyboard.press('Escape');
  await waitHeard(page, /^Ben added ‘Tent’\.$/);
  await act(page, 'Tent', /^Edit/);
  await expect.poll(() => focused(page)).toBe('Text');
  await page.keyboard.press('End');
  await page.keyboard.type(' or hall');
  await press(page, /^Save$/);
  await waitHeard(page, /^It now says ‘Tent or hall’\.$/);
  await expect.poll(() => picture(ben.page)).toContain('Tent or hall');
  const cleo = await visitor(here.browser, here.hearth);
  await admit(cleo, here.hearth, 'Cleo', '2d');
  await cleo.context.addInitScript(() => location.protocol.startsWith('http') && localStorage.setItem('hearth.boardEditor', 'drawing'));
  await cleo.page.goto('/board/commons_notice-board');
  await cleo.page.locator('#board-drawing canvas').first().waitFor();
  const drawn = await picture(ben.page);
  expect(drawn).toMatch(/Budget.*Tent or hall.*Weather/);
  await expect.poll(() => picture(cleo.page)).toBe(drawn);

  // BO28. Ben pastes a picture, and is asked what it shows; Nia reads it, Cleo sees it. One that is cut short is refused in words.
  const map = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#2a6' } }).png().toBuffer();
  await paste(ben.page, map);
  await ben.page.getByRole('dialog', { name: 'Describe…' }).waitFor();
  await expect.poll(() => focused(ben.page)).toBe('What it shows');
  await ben.page.keyboard.type('A map');
  await ben.page.keyboard.press('Enter');
  await waitHeard(ben.page, /^Described as ‘A map’\.$/);
  await page.locator('#board-groups').getByText('Picture: A map').waitFor();
  await expect.poll(() => page.locator('#board-groups img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))).toEqual([60]);
  await expect.poll(() => svgOf(cleo.page)).toContain('<image');
  ben.guard.expectErrors(/422/);
  await paste(ben.page, map.subarray(0, 60));
  await waitHeard(ben.page, /^This picture cannot be read: /);
  for (const { guard } of [ben, cleo]) await guard.clean();

  const before = await page.locator('#board-groups').innerText();
  // A second of edits may go with the server (ARCHITECTURE, *Boards*): these are stored by then.
  await expect.poll(() => here.hearth.keptOn('commons_notice-board', 'A map')).toBe(true);
  await here.hearth.kill9();
  await ben.page.getByText(/^The connection to the board is lost/).waitFor();
  await here.hearth.start();
  await ben.page.getByText(/^The connection to the board is lost/).waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('#board-groups').innerText()).toBe(before);
  for (const one of [ben, cleo]) await expect.poll(() => picture(one.page)).toBe(drawn);

  await press(page, /^Back to the room$/);
  await page.getByRole('heading', { level: 1, name: 'Commons' }).waitFor();
  // The browser's own way back leads from a board to its room, too, in which one was all the time.
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  await press(page, /^Open board: the notice board/);
  await page.getByRole('heading', { level: 1, name: 'Notice board' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Commons' }).waitFor();
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  // Nothing of the editor of drawings was ever fetched.
  expect(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /Drawing-|excalidraw/i.test(name)).length)).toBe(0);
});
