/**
 * Every screen and state that a person can meet, in chapters, and how one comes to each. The gallery photographs them, axe
 * judges them, the pseudo-locale and the content security policy are held against them. A new screen is a few lines here.
 */
import type { Page } from 'playwright-core';
import type { TestHearth } from '#test/support/hearth.ts';
import type { Company } from './company.ts';
import { breakConnection, mendConnection } from './connection.ts';

/** What the page calls things, by their English words. */
export interface Names {
  text(english: string): string;
}
export const inEnglish: Names = { text: (english) => english };

export interface Stage {
  readonly page: Page;
  readonly hearth: TestHearth;
  readonly company: Company;
  readonly names: Names;
  /** Who one comes in as. */
  readonly name: string;
}
/** What is written to whoever looks: in two directions. */
export const GREETING = 'Good to see you. اكتب لي متى شئت.';
/** Called at each screen, while it stands there. */
export type At = (screen: string) => Promise<void>;
type Chapter = (stage: Stage, at: At) => Promise<void>;

const starting = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
const button = ({ page, names }: Stage, label: string) => page.getByRole('button', { name: starting(names.text(label)) }).first();

/** Two frames have been drawn, with every font there. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });

const inside = async ({ page }: Stage): Promise<void> => {
  await page.locator('#controls button').first().waitFor();
  await page.waitForFunction(() => (document.querySelector('#room strong')?.textContent ?? '').length > 5);
};

/** A dialog is looked at and left by its own key. */
const dialog = async ({ page }: Stage, at: At, screen: string): Promise<void> => {
  await page.getByRole('dialog').waitFor();
  await settled(page);
  await at(screen);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** Takes a row of the palette, found by its capability or the page's own act. */
const take = async ({ page, names }: Stage, row: string, label: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(names.text(label));
  await page.locator(`[role="option"][data-key="${row}"]`).click();
};

/** The pseudo-locale stands in the address, which therefore keeps it. */
const open = async ({ page }: Stage, address: string): Promise<void> => {
  const { search } = new URL(page.url());
  const [path = '', fragment] = address.split('#');
  await page.goto(`${path}${search}${fragment === undefined ? '' : `#${fragment}`}`);
};

const doors: Chapter = async (stage, at) => {
  const { page, hearth } = stage;
  for (const [screen, address] of [['door, no link', '/'], ['door, a link that opens nothing', '/join#nothing']] as const) {
    await open(stage, address);
    await page.getByRole('textbox').first().waitFor();
    await at(screen);
  }
  await open(stage, hearth.guestLink);
};

const join: Chapter = async (stage, at) => {
  const { page, hearth, name } = stage;
  await page.getByRole('textbox').first().waitFor();
  await button(stage, 'Choose a look').click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await at('join, no name');
  await page.getByRole('textbox').first().fill(name);
  await at('join, you');
  await button(stage, 'Choose a look').click();
  await page.getByRole('tab').first().waitFor();
  const tabs = await page.getByRole('tab').all();
  for (const [number, tab] of tabs.entries()) {
    await tab.click();
    await at(`join, look ${number + 1}`);
  }
  await button(stage, 'Choose a view').click();
  await page.getByRole('radio').first().waitFor();
  await at('join, view');
  await page.locator('input[value="2d"]').click();
  await button(stage, 'Enter').click();
  await inside(stage);
  // Whoever is known is asked who they come in as.
  await open(stage, hearth.guestLink);
  await page.locator('form button').first().waitFor();
  await at('join, known');
  await open(stage, '/r/commons');
  await inside(stage);
};

const room: Chapter = async (stage, at) => {
  const { page, company, name } = stage;
  await page.evaluate(() => scrollTo(0, 0));
  await at('room');
  const opener = page.locator('[data-focus-key="places"] button');
  if (await opener.isVisible()) {
    await opener.click();
    await at('room, places open');
    await page.keyboard.press('Escape');
  }
  await page.locator('[data-capability="hand.raise"] button').click();
  await page.locator('[data-capability="hand.lower"] button').waitFor();
  await at('room, hand up');
  // Beside those who sit there.
  await page.locator('[data-capability="seat.sit"] button').first().click();
  await page.locator('#circle-title').waitFor();
  await page.locator('[data-capability="seat.stand"] button').waitFor();
  await company.ana.perform('chat.say', { text: GREETING, to: { kind: 'person', person: company.ana.who(name) ?? company.ana.id } });
  const offers = company.people[4]?.perform('guide.offer', { person: company.ana.who(name) ?? company.ana.id });
  await offers;
  await page.locator('[data-capability="guide.accept"] button').first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await at('room, in a circle');
  await page.locator('[data-capability="guide.decline"] button').first().click();
  await page.locator('[data-focus-key="more"] button').click();
  await at('room, more controls');
  await page.locator('[data-focus-key="more"] button').click();
  await page.locator('#controls [aria-haspopup="menu"]').click();
  await page.getByRole('menu').waitFor();
  await at('room, react');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  const face = page.locator('#around ul[aria-labelledby="circle-title"] button').first();
  // A card closes when the page is scrolled under it: that comes first.
  await face.scrollIntoViewIfNeeded();
  await settled(page);
  await face.click();
  await dialog(stage, at, 'person card');
  for (const summary of await page.locator('#places summary').all()) await summary.click();
  await page.locator('#places').scrollIntoViewIfNeeded();
  await at('room, seats');
  const field = page.locator('[data-capability="chat.say"] textarea');
  await field.fill('Hello');
  await field.press('Enter');
  await page.locator('#chat li').getByText('Hello', { exact: true }).last().waitFor();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-capability="chat.say"] textarea')?.value === '');
  await page.locator('#chat').scrollIntoViewIfNeeded();
  await at('chat');
  await page.locator('#chat [role="radio"], #chat input[type="radio"]').last().click();
  await at('chat, with one');
  await page.locator('#chat [role="radio"], #chat input[type="radio"]').first().click();
};

const dialogs: Chapter = async (stage, at) => {
  const { page } = stage;
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
  await at('palette');
  await page.getByRole('combobox').fill(stage.names.text('Go to'));
  await at('palette, found');
  await page.getByRole('combobox').fill('xyzzy');
  await dialog(stage, at, 'palette, nothing found');
  await page.locator('[data-focus-key="you"] button').click();
  await page.getByRole('dialog').waitFor();
  for (const summary of await page.getByRole('dialog').locator('summary').all()) await summary.click();
  await dialog(stage, at, 'settings');
  await page.keyboard.press('Control+/');
  await dialog(stage, at, 'help');
  await take(stage, 'people.venue:', 'I am at a venue');
  await dialog(stage, at, 'venue');
  await take(stage, 'page.plan', 'Plan');
  await dialog(stage, at, 'plan');
  await page.keyboard.press('Control+k');
  await page.locator('[role="option"][data-key^="person:"]').first().click();
  await page.locator('[role="option"][data-key="back"]').waitFor();
  await dialog(stage, at, 'palette, about a person');
  await take(stage, 'circle.topic:', 'Name the circle');
  await dialog(stage, at, 'topic');
  await take(stage, 'place.link:', 'Share where you are');
  await dialog(stage, at, 'link to a spot');
  await take(stage, 'page.plan', 'Plan');
  await dialog(stage, at, 'plan');
};

const steward: Chapter = async (stage, at) => {
  const { page, company: { olga }, name } = stage;
  await olga.perform('people.standing', { person: olga.who(name) ?? olga.id, standing: 'steward', duties: ['facilitator'] });
  await page.locator('[data-focus-key="invite"] button').click();
  await page.getByRole('dialog').getByRole('textbox').first().fill('Spring');
  await button(stage, 'Make a link').click();
  const made = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Spring' }).last();
  await made.getByRole('button').nth(1).click();
  await page.getByRole('dialog').getByRole('img').first().waitFor();
  await dialog(stage, at, 'invitations');
  await take(stage, 'audit.read:', 'Read the audit list');
  await dialog(stage, at, 'audit list');
  const face = page.locator('#around ul[aria-labelledby="circle-title"] button').first();
  await face.scrollIntoViewIfNeeded();
  await settled(page);
  for (const [capability, screen] of [['people.standing', 'standing'], ['people.remove', 'remove']] as const) {
    await face.click();
    // As assistive technology presses: to scroll the page to it would close the card, and its keys are its own for half a second.
    await page.locator(`[role="dialog"] [data-capability="${capability}"] button`).dispatchEvent('click');
    await page.locator('[role="dialog"] form, [role="dialog"] [role="radiogroup"]').first().waitFor();
    await dialog(stage, at, screen);
  }
};

/** The welcome, asked for again, and what a toast takes back. */
const welcome: Chapter = async (stage, at) => {
  const { page } = stage;
  await take(stage, 'page.welcome', 'Show the welcome again');
  for (let step = 1; step <= 4; step++) {
    await page.locator('#welcome-step').filter({ hasText: String(step) }).waitFor();
    await settled(page);
    await at(`welcome, ${step}`);
    await page.locator('#welcome button').last().click();
  }
  await page.locator('#welcome').waitFor({ state: 'detached' });
  await page.locator('#places [data-capability="move.goTo"][data-target="old-tree"] button').click();
  await page.locator('[data-undo="move.stop"]').waitFor();
  await at('toast with its way back');
};

const astray: Chapter = async (stage, at) => {
  await open(stage, '/r/nowhere');
  await stage.page.locator('main button').first().waitFor();
  await at('door, no such room');
  await open(stage, '/r/commons');
  await inside(stage);
};

/** The room as a picture, and what lies over it. Before the picture is drawn there is only sky. */
const picture: Chapter = async (stage, at) => {
  const { page } = stage;
  await page.locator('[data-focus-key="view"] [role="radio"], [data-focus-key="view"] input').last().click();
  await page.locator('[data-drawn] canvas').waitFor();
  await page.locator('#rail-people').waitFor();
  await settled(page);
  await at('3D');
  for (const panel of ['people', 'chat', 'places', 'log'] as const) {
    await page.locator(`#rail-${panel}`).click();
    await page.locator('#panel').waitFor();
    await settled(page);
    await at(`3D, ${panel}`);
    await page.locator(`#rail-${panel}`).click();
    await page.locator('#panel').waitFor({ state: 'detached' });
  }
  await page.locator('#controls [aria-haspopup="menu"]').click();
  await page.getByRole('menu').waitFor();
  await at('3D, react');
  await page.keyboard.press('Escape');
};

/** Last, for it ends the visit. */
const connection: Chapter = async (stage, at) => {
  const { page } = stage;
  await breakConnection(page);
  await page.locator('[class*="banner"] button').first().waitFor();
  await at('connection lost');
  await mendConnection(page);
  await page.locator('[class*="banner"] button').first().waitFor({ state: 'detached' });
};

export const chapters = { doors, join, room, dialogs, steward, welcome, astray, connection, picture } as const satisfies Record<string, Chapter>;
export type ChapterId = keyof typeof chapters;
export const chapterIds = Object.keys(chapters) as readonly ChapterId[];

/** Goes through the chapters in their order, from the way in. Whoever does not read the first comes in without its screens. */
export const visitScreens = async (stage: Stage, at: At, wanted: readonly ChapterId[] = chapterIds): Promise<void> => {
  const quietly: At = async () => undefined;
  for (const id of chapterIds) {
    if (wanted.includes(id)) await chapters[id](stage, at);
    // What later chapters stand on.
    else if (id === 'join' || id === 'room') await chapters[id](stage, quietly);
  }
};
