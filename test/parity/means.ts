/** How something is done by each means: what a pointer, keys and a screen reader do, the one after the other. */
import type { Locator } from 'playwright-core';
import { tabTo } from '#test/support/keys.ts';
import { exactly, keys3d, pointer, spoken, type Act } from './acts.ts';
import type { Asked } from './asked.ts';
import { labelOf, type AnyId } from './parts.ts';
import type { Column } from './matrix.ts';
import type { Stage } from './stage.ts';

/** More stops than any page has between two of its controls. */
const MOST_STOPS = 160;

/** A row of the palette. */
export const found = (row: string): Asked => ({ pointer: pointer.palette(row), keys: keys3d.palette(row), spoken: spoken.palette(row) });

const buttonOf = (find: (stage: Stage) => Locator, name: string): Asked => ({
  pointer: (stage) => find(stage).click(),
  keys: async (stage) => {
    await find(stage).waitFor();
    await tabTo(stage.page, exactly(name), MOST_STOPS);
    await stage.page.keyboard.press('Enter');
  },
  spoken: async (stage) => {
    await find(stage).waitFor();
    await stage.reader.actOn(exactly(`button, ${name}`));
  },
});
/** The control of a capability, wherever in the page it stands, by the name that it has there. */
export const control = (id: AnyId, name = labelOf(id)): Asked => buttonOf(({ page }) => page.locator(`[data-capability="${id}"]`).getByRole('button', { name, exact: true }).first(), name);
/** A button of the page, by its name. */
export const pressed = (name: string): Asked => buttonOf(({ page }) => page.getByRole('button', { name, exact: true }).first(), name);

/** Something unfolds under a button, or a summary, of that name; where what is under it can be seen already, it is left alone. */
export const unfolded = (name: RegExp, under: string): Asked => {
  const shown = ({ page }: Stage): Promise<boolean> => page.locator(under).first().isVisible();
  return {
    pointer: async (stage) => {
      const { page } = stage;
      if (!(await shown(stage))) await page.getByRole('button', { name }).or(page.locator('summary').filter({ hasText: name })).first().click();
    },
    keys: async (stage) => {
      if (await shown(stage)) return;
      await tabTo(stage.page, name, MOST_STOPS);
      await stage.page.keyboard.press('Enter');
    },
    spoken: async (stage) => {
      if (!(await shown(stage))) await stage.reader.actOn(new RegExp(`^(?:[a-z]+, )?${name.source.replace(/^\^|\$$/g, '')}(?=[ ,]|$)`));
    },
  };
};

/** Words in a field that is in no dialog. */
export const written = (name: string, text: string): Asked => ({
  pointer: async ({ page }) => {
    await page.getByRole('textbox', { name, exact: true }).click();
    await page.keyboard.type(text);
  },
  keys: async ({ page }) => {
    await tabTo(page, exactly(name), MOST_STOPS);
    await page.keyboard.type(text);
  },
  spoken: async ({ reader }) => {
    await reader.seek(new RegExp(`^textbox, ${name}`));
    await reader.type(text);
  },
});

const inTurn = (means: keyof Asked, ways: readonly Asked[]): Act => async (stage) => {
  for (const way of ways) await way[means](stage);
};
/** The same steps in every column, each by its means. Where a dialog opens between two, `opened` says so. */
export const byAllMeans = (...ways: readonly Asked[]): Readonly<Record<Column, Act>> => ({
  '3D pointer': inTurn('pointer', ways),
  '3D keyboard': inTurn('keys', ways),
  '2D keyboard': inTurn('keys', ways),
  '2D screen reader': inTurn('spoken', ways),
});
