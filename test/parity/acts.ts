/** The means of each column: how a person does something there, told by what they see or hear. */
import type { Page } from 'playwright-core';
import { capabilityOf, type CapabilityId } from '#shared/registry.ts';
import { keyTo, tabTo } from '#test/support/keys.ts';
import { controls2d, type Control } from '#client/view-2d/controls.ts';
import { GREETING } from './effects.chat.ts';
import { labelOf } from './parts.ts';
import type { Stage } from './stage.ts';

/** What a message says, which differs by who plays. */
export type TextOf = (stage: Stage) => string;
export type Act = (stage: Stage) => Promise<void>;

/** That text and no other. */
export const exactly = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
/** A control of the tray that can be pressed. */
const inTray = (id: CapabilityId): string => `#controls [data-capability="${id}"] button:not([aria-disabled])`;
const isBehindMore = (id: CapabilityId): boolean => {
  const control: Control = controls2d[id];
  return control.at === 'tray' && control.lesser === true;
};
const greeting = ({ name }: Stage): string => `${GREETING} ${name}`;

/** Where one of some things is seen in the picture with nothing over it: the first, or, where a body stands before it, another (`which`). Their buttons lie there, unseen and open to no pointer. */
const inPicture = async (page: Page, selector: string, which = 0): Promise<{ x: number; y: number }> => {
  // To look over one's own shoulder, as on coming in.
  await page.getByRole('button', { name: 'Reset view' }).click();
  const handle = await page.waitForFunction(({ wanted, nth }) => {
    const spots = [...document.querySelectorAll(wanted)].map((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const free = spots.filter(({ x, y }) => document.elementFromPoint(x, y) instanceof HTMLCanvasElement);
    const shown = free[nth % Math.max(1, free.length)];
    // The picture may still be turning.
    const before = document.body.dataset['spots'];
    document.body.dataset['spots'] = JSON.stringify(spots);
    return before === document.body.dataset['spots'] ? shown : undefined;
  }, { wanted: selector, nth: which }, { polling: 500 });
  return (await handle.jsonValue()) ?? { x: 0, y: 0 };
};

/** 3D pointer: the mouse, on what can be seen. The one thing typed is a message's text. */
export const pointer = {
  tray: (id: CapabilityId): Act => async ({ page }) => {
    if (isBehindMore(id) && !(await page.locator(inTray(id)).isVisible())) await page.locator('#controls').getByRole('button', { name: 'More' }).click();
    // Pressed as soon as it can be: someone who is to be stopped walks on meanwhile.
    const handle = await page.waitForFunction((selector) => {
      const button = document.querySelector(selector);
      const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
      const spot = { x: x + width / 2, y: y + height / 2 };
      return button?.contains(document.elementFromPoint(spot.x, spot.y)) ? spot : undefined;
    }, inTray(id), { polling: 100 });
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
  /** The verbs behind *More* on someone's row of the people panel. */
  more: (id: CapabilityId, name: string): Act => async ({ page }) => {
    const more = page.locator('#panel').getByRole('button', { name: `More about ${name}` });
    if (!(await page.locator('#panel #around').isVisible())) await page.getByRole('button', { name: /^People/ }).click();
    const verb = page.locator('#panel').getByRole('button', { name: `${labelOf(id)}: ${name}` });
    // Under the pointer the list lies still; who came since waits behind a button.
    const changes = page.locator('#panel').getByRole('button', { name: /^\d+ changes?$/ });
    await more.or(changes).first().waitFor();
    if (!(await more.isVisible())) await changes.click();
    if (!(await verb.isVisible())) await more.click();
    await verb.click();
  },
  reaction: (id: CapabilityId): Act => async ({ page }) => {
    await page.locator('#controls').getByRole('button', { name: 'React' }).click();
    await page.getByRole('menuitem', { name: labelOf(id) }).click();
  },
  /** A button of a request, under the room's card. */
  request: (name: string): Act => ({ page }) => page.getByRole('button', { name, exact: true }).first().click(),
  /** A button of the people panel. */
  people: (name: string): Act => async ({ page }) => {
    if (!(await page.locator('#panel #around').isVisible())) await page.getByRole('button', { name: /^People/ }).click();
    const button = page.locator('#panel').getByRole('button', { name, exact: true });
    const changes = page.locator('#panel').getByRole('button', { name: /^\d+ changes?$/ });
    await button.or(changes).first().waitFor();
    if (!(await button.isVisible())) await changes.click();
    await button.click();
  },
  /** A verb behind the button of a message. */
  message: (verb: string, textOf: TextOf): Act => async (stage) => {
    const [{ page }, text] = [stage, textOf(stage)];
    if (!(await page.locator('#chat').isVisible())) await page.getByRole('button', { name: /^Chat/ }).click();
    const shown = page.locator('#chat').getByRole('button', { name: `${verb}: ${text}` }).last();
    if (!(await shown.isVisible())) await page.getByRole('button', { name: `More about the message: ${text}` }).last().click();
    await shown.click();
  },
  earlier: async ({ page }: Stage) => {
    if (!(await page.locator('#chat').isVisible())) await page.getByRole('button', { name: /^Chat/ }).click();
    await page.getByRole('button', { name: 'Show earlier messages' }).click();
  },
  palette: (row: string): Act => async ({ page }) => {
    await page.getByRole('button', { name: /^Find or do anything/ }).click();
    await page.locator('[role="option"]:not([data-refused])').filter({ hasText: row }).first().click();
  },
  /** Presses a free seat that can be seen; another where the picture had moved on under the pointer, or somebody stood before it. */
  seat: async ({ page, self, wanda }: Stage) => {
    const holds = (): boolean => [...wanda.facts.seats.values()].includes(self.id);
    for (let press = 0; press < 4 && !holds(); press++) {
      const { x, y } = await inPicture(page, '[data-capability="seat.sit"][data-target]:not([aria-disabled])', press);
      await page.mouse.click(x, y);
      await wanda.until('a seat is held', holds, 3_000).catch(() => undefined);
      const card = page.getByRole('region', { name: 'Wanda' });
      if (await card.isVisible()) await card.getByRole('button', { name: 'Close' }).click();
    }
  },
  say: async (stage: Stage) => {
    const field = stage.page.getByRole('textbox', { name: 'Message to the room' });
    if (!(await field.isVisible())) await stage.page.getByRole('button', { name: /^Chat/ }).click();
    await field.click();
    await stage.page.keyboard.type(greeting(stage));
    await stage.page.getByRole('button', { name: 'Send' }).click();
    await stage.page.getByRole('list', { name: 'Chat' }).getByText(greeting(stage), { exact: true }).waitFor();
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
    // Nobody types before the field has the caret; and another dialog is not the palette.
    await page.locator('[role="dialog"] [role="combobox"]:focus').waitFor();
    await page.keyboard.type(words);
    // What Enter would do says so, or why it cannot be done yet.
    await page.locator('[role="option"][data-focused]:not([data-refused])').filter({ hasText: words }).waitFor();
    await page.keyboard.press('Enter');
  },
  /** The palette leads to the newest message that can be changed so. */
  message: (id: CapabilityId, verb: string, textOf: TextOf): Act => async (stage) => {
    const text = textOf(stage);
    await keys3d.palette(labelOf(id))(stage);
    await stage.page.locator('#chat [data-verbs] button:focus').and(stage.page.getByRole('button', { name: `More about the message: ${text}` })).waitFor();
    await stage.page.keyboard.press('Enter');
    await tabTo(stage.page, exactly(`${verb}: ${text}`));
    await stage.page.keyboard.press('Enter');
  },
  /** The keys of a capability that asks for a target. */
  asks: (id: CapabilityId) => (): readonly string[] => ['Control+.', capabilityOf(id).shortcut ?? ''],
  say: async (stage: Stage) => {
    await stage.page.keyboard.press('Control+.');
    await stage.page.keyboard.press('c');
    await keyTo(stage.page, 'Tab', /^Message to the room/, 1);
    await stage.page.keyboard.type(greeting(stage));
    await stage.page.keyboard.press('Enter');
  },
} as const;

/** While one is inside the list it lies still: whether someone who came since waits behind its button. */
const waitsBehindChanges = async (page: Page, name: string): Promise<boolean> => {
  // A toast may have a way back of the same name.
  const more = page.getByRole('button', { name, exact: true }).first();
  await more.or(page.getByRole('button', { name: /^\d+ changes?$/ })).first().waitFor();
  return !(await more.isVisible());
};

/** Keys in the 2D view: Tab to what is in the page, F2 and arrows to what is in the tray. */
export const keys2d = {
  tray: (id: CapabilityId): Act => async ({ page }) => {
    if (isBehindMore(id) && !(await page.locator(inTray(id)).isVisible())) {
      await page.keyboard.press('F2');
      await keyTo(page, 'ArrowRight', /^More$/, 12).catch(() => keyTo(page, 'ArrowLeft', /^More$/, 12));
      await page.keyboard.press('Enter');
    }
    await page.locator(inTray(id)).waitFor();
    await page.keyboard.press('F2');
    // The tray remembers where one was; it ends at both ends.
    await keyTo(page, 'ArrowRight', exactly(labelOf(id)), 12).catch(() => keyTo(page, 'ArrowLeft', exactly(labelOf(id)), 12));
    await page.keyboard.press('Enter');
  },
  microphone: async ({ page }: Stage) => {
    await page.keyboard.press('F2');
    await keyTo(page, 'ArrowLeft', microphone, 12).catch(() => keyTo(page, 'ArrowRight', microphone, 12));
    await page.keyboard.press('Enter');
  },
  button: (name: string, key: 'Enter' | 'Space'): Act => async ({ page }) => {
    await tabTo(page, exactly(name));
    await page.keyboard.press(key);
  },
  reaction: (id: CapabilityId): Act => async ({ page }) => {
    await page.keyboard.press('F2');
    await keyTo(page, 'ArrowRight', /^React$/, 12).catch(() => keyTo(page, 'ArrowLeft', /^React$/, 12));
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await keyTo(page, 'ArrowDown', exactly(labelOf(id)), 8);
    await page.keyboard.press('Enter');
  },
  message: (verb: string, textOf: TextOf): Act => async (stage) => {
    const [{ page }, text] = [stage, textOf(stage)];
    await tabTo(page, exactly(`More about the message: ${text}`));
    await page.keyboard.press('Enter');
    await tabTo(page, exactly(`${verb}: ${text}`));
    await page.keyboard.press('Enter');
  },
  /** A button of *Around you*. */
  around: (name: string): Act => async ({ page }) => {
    if (await waitsBehindChanges(page, name)) {
      // The list takes them in by itself once one has tabbed out of it.
      await tabTo(page, new RegExp(`^(\\d+ changes?|${name})$`));
      const isButton = await page.evaluate(() => /^\d+ changes?$/.test(document.activeElement?.textContent ?? ''));
      if (isButton) await page.keyboard.press('Enter');
    }
    await tabTo(page, exactly(name));
    await page.keyboard.press('Enter');
  },
  /** One of a row of which another is chosen. */
  segment: (other: RegExp, name: string): Act => async ({ page }) => {
    await tabTo(page, new RegExp(`${other.source}|^${name}$`));
    await keyTo(page, 'ArrowRight', exactly(name), 2);
    await page.keyboard.press('Space');
  },
  more: (id: CapabilityId, name: string): Act => async ({ page }) => {
    if (await waitsBehindChanges(page, `More about ${name}`)) {
      // The list takes them in by itself once one has tabbed out of it.
      await tabTo(page, new RegExp(`^(\\d+ changes?|More about ${name})$`));
      const isButton = await page.evaluate(() => /^\d+ changes?$/.test(document.activeElement?.textContent ?? ''));
      if (isButton) await page.keyboard.press('Enter');
    }
    const verb = page.getByRole('button', { name: `${labelOf(id)}: ${name}` });
    if (!(await verb.isVisible())) {
      await tabTo(page, exactly(`More about ${name}`));
      await page.keyboard.press('Enter');
    }
    await tabTo(page, exactly(`${labelOf(id)}: ${name}`));
    await page.keyboard.press('Enter');
  },
  say: async (stage: Stage) => {
    await tabTo(stage.page, /^Message to the room/);
    await stage.page.keyboard.type(greeting(stage));
    await stage.page.keyboard.press('Enter');
  },
} as const;

/** Whatever state it is in. */
const microphone = /^(Microphone|Sound|Connecting|Listening)/;

/** A screen reader in the 2D view: moves item by item, and acts on what it has just spoken. */
export const spoken = {
  tray: (id: CapabilityId): Act => async ({ page, reader }) => {
    if (isBehindMore(id) && !(await page.locator(inTray(id)).isVisible())) await reader.actOn(/^button, More(,|$)/);
    await reader.actOn(exactly(`button, ${labelOf(id)}`));
  },
  button: (name: string): Act => async ({ reader }) => {
    await reader.actOn(exactly(`button, ${name}`));
  },
  microphone: async ({ reader }: Stage) => {
    await reader.actOn(/^button, (Microphone|Sound|Connecting|Listening)/);
  },
  reaction: (id: CapabilityId): Act => async ({ reader }) => {
    await reader.actOn(/^button, React/);
    await reader.actOn(new RegExp(`^menuitem, ${labelOf(id)}`));
  },
  message: (verb: string, textOf: TextOf): Act => async (stage) => {
    const [{ reader }, text] = [stage, textOf(stage)];
    await reader.actOn(new RegExp(`^button, More about the message: ${text}`));
    await reader.actOn(new RegExp(`^button, ${verb}: ${text}`));
  },
  around: (name: string): Act => async ({ page, reader }) => {
    if (await waitsBehindChanges(page, name)) {
      await reader.actOn(/^button, \d+ changes?$/);
    }
    await reader.actOn(new RegExp(`^button, ${name}`));
  },
  more: (id: CapabilityId, name: string): Act => async ({ page, reader }) => {
    if (await waitsBehindChanges(page, `More about ${name}`)) {
      await reader.actOn(/^button, \d+ changes?$/);
    }
    if (!(await page.getByRole('button', { name: `${labelOf(id)}: ${name}` }).isVisible())) {
      await reader.actOn(new RegExp(`^button, More about ${name}`));
    }
    await reader.actOn(exactly(`button, ${labelOf(id)}: ${name}`));
  },
  palette: (row: string): Act => async ({ reader }) => {
    await reader.actOn(/^button, Find or do anything/);
    await reader.actOn(new RegExp(`^option, ${row}`));
  },
  say: async (stage: Stage) => {
    await stage.reader.seek(/^textbox, Message to the room/);
    await stage.reader.type(greeting(stage));
    await stage.reader.press('Enter');
  },
} as const;

