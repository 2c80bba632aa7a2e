/** The means of each column: how a person does something there, told by what they see or hear. */
import type { Page } from 'playwright-core';
import { capabilityOf, type CapabilityId } from '#shared/registry.ts';
import { keyTo, tabTo } from '#test/support/keys.ts';
import { GREETING } from './effects.ts';
import type { Stage } from './stage.ts';

export type Act = (stage: Stage) => Promise<void>;

const labelOf = (id: CapabilityId): string => capabilityOf(id).label.defaultMessage;
const exactly = (text: string): RegExp => new RegExp(`^${text.replace(/[?.]/g, (sign) => `[${sign}]`)}$`);
const greeting = ({ name }: Stage): string => `${GREETING} ${name}`;

/** Where the first of some things is seen in the picture with nothing over it. Their buttons lie there, unseen and open to no pointer. */
const inPicture = async (page: Page, selector: string): Promise<{ x: number; y: number }> => {
  // To look over one's own shoulder, as on coming in.
  await page.getByRole('button', { name: 'Reset view' }).click();
  const handle = await page.waitForFunction((wanted) => {
    const spots = [...document.querySelectorAll(wanted)].map((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const shown = spots.find(({ x, y }) => document.elementFromPoint(x, y) instanceof HTMLCanvasElement);
    // The picture may still be turning.
    const before = document.body.dataset['spots'];
    document.body.dataset['spots'] = JSON.stringify(spots);
    return before === document.body.dataset['spots'] ? shown : undefined;
  }, selector, { polling: 500 });
  return (await handle.jsonValue()) ?? { x: 0, y: 0 };
};

/** 3D pointer: the mouse, on what can be seen. The one thing typed is a message's text. */
export const pointer = {
  tray: (id: CapabilityId): Act => async ({ page }) => {
    // Pressed as soon as it can be: someone who is to be stopped walks on meanwhile.
    const handle = await page.waitForFunction((selector) => {
      const button = document.querySelector(selector);
      const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
      const spot = { x: x + width / 2, y: y + height / 2 };
      return button?.contains(document.elementFromPoint(spot.x, spot.y)) ? spot : undefined;
    }, `#controls [data-capability="${id}"] button:not([aria-disabled])`, { polling: 100 });
    const { x, y } = (await handle.jsonValue()) ?? { x: 0, y: 0 };
    await page.mouse.click(x, y);
  },
  /** Presses Wanda where she stands in the picture, and then a verb on the card that opens beside her. */
  person: (verb: string): Act => async ({ page, wanda }) => {
    const { x, y } = await inPicture(page, `[data-target="${wanda.id}"]`);
    // Her button marks her feet.
    await page.mouse.click(x, y - 25);
    await page.getByRole('region', { name: 'Wanda' }).getByRole('button', { name: `${verb} Wanda` }).click();
  },
  /** Presses a free seat that can be seen; anew where the picture had moved on under the pointer. */
  seat: async ({ page, self, wanda }: Stage) => {
    const holds = (): boolean => [...wanda.facts.seats.values()].includes(self.id);
    for (let press = 0; press < 4 && !holds(); press++) {
      const { x, y } = await inPicture(page, '[data-capability="seat.sit"][data-target]:not([aria-disabled])');
      await page.mouse.click(x, y);
      await wanda.until('a seat is held', holds, 3_000).catch(() => undefined);
    }
  },
  say: async (stage: Stage) => {
    const field = stage.page.getByRole('textbox', { name: 'Message to the room' });
    if (!(await field.isVisible())) await stage.page.getByRole('button', { name: /^Chat/ }).click();
    await field.click();
    await stage.page.keyboard.type(greeting(stage));
    await stage.page.getByRole('button', { name: 'Send' }).click();
    await stage.page.locator('#chat').getByText(greeting(stage), { exact: true }).waitFor();
    await stage.page.getByRole('button', { name: 'Close' }).click();
  },
} as const;

/** Keys in the 3D view: the leader and a capability's own key, or the palette. */
export const keys3d = {
  leader: (id: CapabilityId): Act => async ({ page }) => {
    await page.keyboard.press('Control+.');
    await page.keyboard.press(capabilityOf(id).shortcut ?? '');
  },
  /** Opens the palette, by its own keys or by a capability that asks for a target, and takes what is found for some words. */
  palette: (words: string, opens: () => readonly string[] = () => ['Control+k']): Act => async ({ page }) => {
    for (const key of opens()) await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type(words);
    await page.getByRole('option', { name: words }).first().waitFor();
    await page.keyboard.press('Enter');
  },
  /** The keys of a capability that asks for a target. */
  asks: (id: CapabilityId) => (): readonly string[] => ['Control+.', capabilityOf(id).shortcut ?? ''],
  say: async (stage: Stage) => {
    await stage.page.keyboard.press('Control+.');
    await stage.page.keyboard.press('t');
    await keyTo(stage.page, 'Tab', /^Message to the room/, 1);
    await stage.page.keyboard.type(greeting(stage));
    await stage.page.keyboard.press('Enter');
  },
} as const;

/** Keys in the 2D view: Tab to what is in the page, F2 and arrows to what is in the tray. */
export const keys2d = {
  tray: (id: CapabilityId): Act => async ({ page }) => {
    await page.locator(`#controls [data-capability="${id}"] button:not([aria-disabled])`).waitFor();
    await page.keyboard.press('F2');
    // The tray remembers where one was; it ends at both ends.
    await keyTo(page, 'ArrowRight', exactly(labelOf(id)), 12).catch(() => keyTo(page, 'ArrowLeft', exactly(labelOf(id)), 12));
    await page.keyboard.press('Enter');
  },
  button: (name: string, key: 'Enter' | 'Space'): Act => async ({ page }) => {
    await tabTo(page, exactly(name));
    await page.keyboard.press(key);
  },
  say: async (stage: Stage) => {
    await tabTo(stage.page, /^Message to the room/);
    await stage.page.keyboard.type(greeting(stage));
    await stage.page.keyboard.press('Enter');
  },
} as const;

/** A screen reader in the 2D view: moves item by item, and acts on what it has just spoken. */
export const spoken = {
  button: (name: string): Act => async ({ reader }) => {
    await reader.seek(exactly(`button, ${name}`));
    await reader.act();
  },
  say: async (stage: Stage) => {
    await stage.reader.seek(/^textbox, Message to the room/);
    await stage.reader.type(greeting(stage));
    await stage.reader.press('Enter');
  },
} as const;

export const label = labelOf;
