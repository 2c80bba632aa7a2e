/** A board in words: empty, with notes and a picture that nobody has described, and the dialogs over it. */
import { button, dialog, goTo, inside, type Chapter } from './stage.ts';
import { blackPng } from '#test/support/png.ts';

export const board: Chapter = async (stage, at) => {
  const { page } = stage;
  await goTo(stage, '/board/commons_notice-board');
  await button(stage, 'Add a picture').waitFor();
  await at('board, empty');
  await button(stage, 'Start from').click();
  await dialog(stage, at, 'board, templates');
  await button(stage, 'Start from').click();
  await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await button(stage, 'Add a picture').click();
  await page.getByRole('dialog').locator('input[type="file"]').setInputFiles({ name: 'map.png', mimeType: 'image/png', buffer: blackPng(300, 200) });
  await at('board, a picture is added');
  await page.getByRole('dialog').locator('button[type="submit"]').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // Those who looked before have put theirs there, too.
  await page.locator('#board-groups img').last().waitFor();
  await at('board, with groups and a picture');
  await goTo(stage, '/r/commons');
  await inside(stage);
};
