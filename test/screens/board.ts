/** A board in both its editors, and what lies over it. */
import { blackPng } from '#test/support/png.ts';
import { settled } from '#test/support/page.ts';
import { button, dialog, goTo, inside, type At, type Chapter, type Stage } from './stage.ts';

const BOARD = '/board/commons_notice-board';
/** Two groups that lead to each other, a word longer than a column, and a note in no group. */
const WRITTEN = `- Bring a friend

## What helps

- Short rounds where nobody is skipped
  → (because) Try a silent start
- Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen

## To try

- Try a silent start`;

const COPY = 'Before lunch';
/** What people wrote there, and called a copy. */
export const ON_BOARD = ['Bring a friend', 'What helps', 'Short rounds where nobody is skipped', 'because', 'Try a silent start', 'To try', COPY] as const;

const closed = ({ page }: Stage): Promise<void> => page.getByRole('dialog').waitFor({ state: 'detached' });
const lastNote = ({ page }: Stage) => page.locator('#board-groups li[data-colour]').filter({ has: page.locator('a[href^="#note-"]') }).first();
const submit = async (stage: Stage): Promise<void> => {
  await stage.page.getByRole('dialog').locator('button[type="submit"]').click();
  await closed(stage);
};
/** Opens a dialog from a button of the page, looks at it, and leaves it. */
const over = async (stage: Stage, at: At, label: string, screen: string): Promise<void> => {
  await button(stage, label).click();
  await dialog(stage, at, screen);
};

export const board: Chapter = async (stage, at) => {
  const { page, names, company: { olga }, name } = stage;
  // Whoever guides a board has all that anybody has there.
  await olga.perform('people.standing', { person: olga.who(name) ?? olga.id, standing: 'steward', duties: ['facilitator'] });
  await goTo(stage, BOARD);
  await button(stage, 'Add a picture').waitFor();
  await at('board, as one comes to it');
  await button(stage, 'Markdown').click();
  await page.getByRole('dialog').getByRole('textbox').last().fill(WRITTEN);
  await page.getByRole('dialog').getByRole('button', { name: names.text('Add to the board') }).click();
  await closed(stage);
  await button(stage, 'Add a picture').click();
  await page.getByRole('dialog').locator('input[type="file"]').setInputFiles({ name: 'map.png', mimeType: 'image/png', buffer: blackPng(300, 200) });
  await at('board, a picture is added');
  await submit(stage);
  await button(stage, 'Votes').click();
  await at('board, votes');
  await submit(stage);
  // Those who looked before have put theirs there, too.
  await page.locator('#board-groups img').last().waitFor();
  const more = lastNote(stage).locator('[aria-expanded]');
  await more.click();
  await at('board, notes, a picture, what one can do');
  await more.click();
  await page.getByRole('radio').nth(1).click();
  await page.locator('#board-drawing canvas').last().waitFor();
  await settled(page);
  await at('board, drawn');
  await page.getByRole('radio').first().click();
  await button(stage, 'Votes').click();
  await submit(stage);
  await goTo(stage, '/r/commons');
  await inside(stage);
};

/** What is asked and told over a board. */
export const boardDialogs: Chapter = async (stage, at) => {
  const { page } = stage;
  await goTo(stage, BOARD);
  await button(stage, 'Add a picture').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await dialog(stage, at, 'board, palette');
  for (const [label, screen] of [['Add a note', 'a note'], ['Add a group', 'a group'], ['Start from', 'templates'], ['Files', 'files'], ['Markdown', 'Markdown'], ['Rules', 'rules']] as const) await over(stage, at, label, `board, ${screen}`);
  await button(stage, 'Earlier copies').click();
  await page.getByRole('dialog').getByRole('textbox').first().fill(COPY);
  await page.getByRole('dialog').locator('button[type="submit"]').click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await dialog(stage, at, 'board, earlier copies');
  await lastNote(stage).locator('[aria-expanded]').click();
  for (const [label, screen] of [['Edit', 'writing'], ['Move to…', 'moving'], ['Connect to…', 'connecting'], ['Connections…', 'connections'], ['Colour…', 'colour']] as const) {
    // By what it shows: its name may say of which note it is, in other words.
    await lastNote(stage).getByRole('button').filter({ hasText: stage.names.text(label) }).first().click();
    await dialog(stage, at, `board, ${screen}`);
  }
  await page.locator('#board-groups').getByRole('button').filter({ hasText: stage.names.text('Describe…') }).first().click();
  await dialog(stage, at, 'board, describing');
  await goTo(stage, '/r/commons');
  await inside(stage);
};
