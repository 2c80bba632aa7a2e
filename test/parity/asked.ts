/** What a dialog asks before something is done, answered by each means. */
import { tabTo } from '#test/support/keys.ts';
import { exactly, type Act } from './acts.ts';

type Means = 'pointer' | 'keys' | 'spoken';
export type Asked = Readonly<Record<Means, Act>>;

export const button = (name: string): Asked => ({
  pointer: async ({ page }) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click(),
  keys: async ({ page }) => {
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).first().waitFor();
    await tabTo(page, exactly(name));
    await page.keyboard.press('Enter');
  },
  spoken: async ({ reader }) => {
    await reader.actOn(exactly(`button, ${name}`));
  },
});

/** A dialog has opened and holds focus: before that a key, or what a screen reader is on, may still be somewhere else. */
const isOpen: Act = ({ page }) => page.locator('[role="dialog"]:not(:has([role="combobox"])):focus-within').waitFor();
export const opened: Asked = { pointer: isOpen, keys: isOpen, spoken: ({ reader }) => reader.opened() };

/** One of a few, in a row. */
export const choice = (name: string, among = /^(Guest|Member)$/): Asked => ({
  pointer: async ({ page }) => page.getByRole('dialog').getByRole('radio', { name }).click(),
  keys: async ({ page }) => {
    await page.getByRole('dialog').getByRole('radio', { name }).waitFor();
    await tabTo(page, among);
    if (await page.getByRole('radio', { name }).evaluate((radio) => radio !== document.activeElement)) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
  },
  spoken: async ({ reader }) => {
    await reader.actOn(new RegExp(`^radio, ${name}`));
  },
});

export const field = (name: string, text: string): Asked => ({
  pointer: async ({ page }) => {
    await page.getByRole('dialog').getByRole('textbox', { name }).click();
    await page.keyboard.type(text);
  },
  keys: async ({ page }) => {
    await page.getByRole('dialog').getByRole('textbox', { name }).waitFor();
    await tabTo(page, exactly(name));
    await page.keyboard.type(text);
  },
  spoken: async ({ reader }) => {
    await reader.seek(new RegExp(`^textbox, ${name.replace('?', '\\?')}`));
    await reader.type(text);
  },
});

/** Other words in place of those that a field holds. */
export const rewritten = (name: string, text: string): Asked => ({
  pointer: async ({ page }) => {
    await page.getByRole('dialog').getByRole('textbox', { name }).click({ clickCount: 3 });
    await page.keyboard.type(text);
  },
  keys: async ({ page }) => {
    await page.getByRole('dialog').getByRole('textbox', { name }).waitFor();
    await tabTo(page, exactly(name));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  },
  spoken: async ({ page, reader }) => {
    // The room's own field has a longer name.
    await reader.actOn(new RegExp(`^textbox, ${name}(,|$)`));
    await page.getByRole('dialog').getByRole('textbox', { name }).selectText();
    await page.keyboard.type(text);
  },
});

/** An act, and then an answer to whatever its dialog asks. */
export const steps = (act: Act, asked: readonly Asked[], means: Means): Act => async (stage) => {
  await act(stage);
  if (asked.length > 0) await opened[means](stage);
  for (const one of asked) await one[means](stage);
};
