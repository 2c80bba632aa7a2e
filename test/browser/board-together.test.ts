/** Two at a board, one who draws and one in words by keys: each follows the other, meets what the other writes in, and what is not theirs. What both see and hear. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { outlineOf } from '#shared/boards/outline.ts';
import { boardWitness } from '#test/support/boardWitness.ts';
import { heard, waitHeard } from '#test/support/heard.ts';
import { focused, press, tabTo } from '#test/support/keys.ts';
import { admit, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';

const here = setUp();
const BOARD = 'commons_notice-board';

const follow = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Follow the edits of' }).waitFor();
  await tabTo(page, /^Follow the edits of$/);
  await page.keyboard.type(name);
};
const note = (page: Page, text: string) => page.locator('#board li[data-element]').filter({ has: page.locator('p:first-child', { hasText: text }) });
const canvasOf = async (page: Page): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> => {
  const canvas = page.locator('#board-drawing canvas').last();
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('There is no canvas.');
  return box;
};
const drag = async ({ mouse }: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
  await mouse.move(...from);
  await mouse.down();
  await mouse.move(...to, { steps: 4 });
  await mouse.up();
};

test('each follows the other, and meets what is held and what is not theirs, in either editor', async () => {
  const olga = await boardWitness(here.hearth.url, here.hearth.ownerLink, 'Olga', BOARD);
  const [ana, ben] = [await visitor(here.browser, here.hearth), await visitor(here.browser, here.hearth)];
  await ana.context.addInitScript(() => {
    if (location.protocol.startsWith('http')) localStorage.setItem('hearth.boardEditor', 'drawing');
    Reflect.deleteProperty(globalThis, 'showOpenFilePicker');
  });
  await admit(ana, here.hearth, 'Ana', '2d');
  await admit(ben, here.hearth, 'Ben', '2d');
  await Promise.all([ana, ben].map(({ page }) => page.goto(`/board/${BOARD}`)));
  await ana.page.locator('#board-drawing canvas').last().waitFor();

  // W6. Whom one follows is heard at once, and what they changed comes into sight; focus stays.
  await follow(ben.page, 'Ana');
  const { x, y, height } = await canvasOf(ana.page);
  const tent = [x + 300, y + height - 75] as const;
  await ana.page.getByRole('radio', { name: /^Rectangle/ }).check({ force: true });
  await drag(ana.page, [tent[0] - 80, tent[1] - 35], [tent[0] + 80, tent[1] + 35]);
  await ana.page.keyboard.press('Enter');
  await ana.page.locator('.excalidraw-wysiwyg').waitFor();
  await ana.page.keyboard.type('Tent');
  await ana.page.keyboard.press('Escape');
  await waitHeard(ben.page, /^Ana added ‘Tent’\.$/);
  await ben.page.locator('[data-followed]', { hasText: 'Tent' }).waitFor();
  expect(await focused(ben.page)).toBe('Follow the edits of');

  // BO8. Ben writes in it: Ana sees so, hears why hers is not taken, and keeps her words.
  await press(ben.page, /^Edit ‘Tent’$/);
  await ana.page.getByText('Ben is writing.').waitFor();
  await ana.page.keyboard.press('Escape');
  await ana.page.mouse.dblclick(...tent);
  await ana.page.locator('.excalidraw-wysiwyg').waitFor();
  await ana.page.keyboard.type('Big tent');
  await ana.page.keyboard.press('Escape');
  await waitHeard(ana.page, /^Ben is writing in this\. You can go on when Ben stops\.$/);
  const kept = ana.page.getByRole('dialog').getByRole('textbox').first();
  await kept.waitFor();
  expect(await kept.inputValue()).toContain('Big tent');
  await ana.page.keyboard.press('Escape');
  await ana.page.getByRole('dialog').waitFor({ state: 'detached' });
  await ben.page.keyboard.press('Escape');
  await ben.page.getByRole('dialog').waitFor({ state: 'detached' });
  // And the other way about.
  await ana.page.getByText('Ben is writing.').waitFor({ state: 'detached' });
  await ana.page.mouse.dblclick(...tent);
  await ana.page.locator('.excalidraw-wysiwyg').waitFor();
  await ana.page.keyboard.press('End');
  await ana.page.keyboard.type('s');
  await note(ben.page, 'Tent').getByText('Ana is writing in it').waitFor();
  await press(ben.page, /^More for ‘Tent’$/);
  const before = heard(ben.page).length;
  await note(ben.page, 'Tent').getByRole('button', { name: 'Delete' }).focus();
  await ben.page.keyboard.press('Enter');
  await waitHeard(ben.page, /^Ana is writing in this\. /, before);
  await ana.page.keyboard.press('Escape');
  await note(ben.page, 'Tents').waitFor();

  // A picture that is refused is refused once: their editor has no box of its own for it.
  ana.guard.expectErrors(/422/);
  const [chooser] = await Promise.all([ana.page.waitForEvent('filechooser'), ana.page.getByRole('radio', { name: /^Insert image/ }).check({ force: true })]);
  const broken = (await sharp({ create: { width: 60, height: 40, channels: 3, background: '#2a6' } }).png().toBuffer()).subarray(0, 60);
  await chooser.setFiles({ name: 'map.png', mimeType: 'image/png', buffer: broken });
  await waitHeard(ana.page, /^This picture cannot be read: /);

  // Ana follows Ben, and sees what he adds in the middle.
  await follow(ana.page, 'Ben');
  await press(ben.page, /^Add a note$/);
  await expect.poll(() => focused(ben.page)).toBe('Text');
  // Sent empty, it says what is missing.
  await press(ben.page, /^Add to the board$/);
  await waitHeard(ben.page, /^Nothing is written here yet\./);
  await expect.poll(() => focused(ben.page)).toBe('Text');
  await ben.page.keyboard.type('Budget');
  await press(ben.page, /^Add to the board$/);
  await waitHeard(ana.page, /^Ben added ‘Budget’\.$/);
  expect(await focused(ana.page)).toBe('Follow the edits of');
  expect(await ana.page.getByRole('dialog').count()).toBe(0);

  // BO7. What is not theirs stays as it is, in either editor, and both hear why.
  await olga.perform([{ id: 'board.mode', payload: { mode: 'own' } }]);
  for (const { page } of [ana, ben]) {
    await waitHeard(page, /^Olga changed what may be done here: everybody changes what they made\.$/);
    await page.getByText(/You may change what you made\./).waitFor();
  }
  const placeOf = (text: string): readonly number[] | undefined => {
    const id = outlineOf(olga.board()).groups.flatMap(({ notes }) => notes).find((one) => one.text === text)?.id;
    const element = id === undefined ? undefined : olga.board().elements.get(id);
    return element && [Math.round(element.x), Math.round(element.y)];
  };
  const stood = placeOf('Budget');
  const now = await canvasOf(ana.page);
  const middle = [now.x + now.width / 2, now.y + now.height / 2] as const;
  await drag(ana.page, middle, [middle[0] + 60, middle[1] + 20]);
  await waitHeard(ana.page, /^You do not follow Ben any more\.$/);
  await waitHeard(ana.page, /^On this board you change what you made yourself\. /);
  expect(placeOf('Budget')).toEqual(stood);
  await note(ben.page, 'Tents').getByRole('button', { name: 'Delete' }).focus();
  await ben.page.keyboard.press('Enter');
  await waitHeard(ben.page, /^On this board you change what you made yourself\. /);
  // W2. By the palette: the note by its words, then what is done with it.
  await ben.page.keyboard.press('Control+k');
  for (const words of ['Budget', 'Delete']) {
    await ben.page.getByRole('dialog').getByRole('combobox').waitFor();
    await ben.page.keyboard.insertText(words);
    await ben.page.getByRole('dialog').getByRole('option', { name: words }).first().waitFor();
    await ben.page.waitForFunction(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '') !== null);
    await ben.page.keyboard.press('Enter');
  }
  await waitHeard(ben.page, /^Deleted ‘Budget’\.$/);
  await waitHeard(ana.page, /^Ben deleted ‘Budget’\.$/);
  expect(placeOf('Tents')).toBeDefined();
  for (const { guard } of [ana, ben]) await guard.clean();
  await olga.leave();
});
