/** The 2D page: the room as one meets it, what changes on it, and its parts opened. */
import { closeToast, dialog, faceInSight, take, toTop, type At, type Chapter, type Stage } from './stage.ts';
import { settled } from '#test/support/page.ts';

export const room: Chapter = async (stage, at) => {
  const { page } = stage;
  await toTop(stage);
  await at('room');
  const places = page.locator('[data-focus-key="places"] button');
  if (await places.isVisible()) {
    await places.click();
    await at('room, places open');
    await page.keyboard.press('Escape');
  }
  await page.locator('[data-capability="hand.raise"] button').click();
  await page.locator('[data-capability="hand.lower"] button').waitFor();
  await at('room, hand up');
  await requests(stage, at);
  await tray(stage, at);
  await (await faceInSight(stage)).click();
  await dialog(stage, at, 'person card');
  const more = page.locator('#around [data-person] button[aria-expanded]').first();
  await more.click();
  await at('room, what one can do with someone');
  await more.click();
  for (const summary of await page.locator('#places summary').all()) await summary.click();
  await page.locator('#places').scrollIntoViewIfNeeded();
  await at('room, seats');
  await page.locator('#places [data-capability="seat.sit"] button[aria-disabled]').first().click({ force: true });
  await page.locator('#toast').waitFor();
  await at('room, refused');
  await closeToast(stage);
  for (const summary of await page.locator('#places summary').all()) await summary.click();
};

/** One sits down beside those at the fire. Then one of them closes the circle, so that somebody knocks; and somebody offers to guide. */
const requests = async (stage: Stage, at: At): Promise<void> => {
  const { page, company: { ana, yusuf }, name } = stage;
  await page.locator('[data-capability="seat.sit"] button').first().click();
  await page.locator('#circle-title').waitFor();
  const me = ana.who(name) ?? ana.id;
  await ana.until('one sits there', ({ facts }) => facts.people.get(me)?.seated === true);
  await closeToast(stage);
  await toTop(stage);
  await at('room, in a circle');
  await ana.perform('circle.close', {});
  const circle = [...ana.facts.circles].find(([, { members }]) => members.includes(ana.id))?.[0];
  if (circle === undefined) throw new Error('Ana sits in no circle.');
  await yusuf.perform('guide.offer', { person: me });
  await yusuf.perform('circle.knock', { circle });
  await page.locator('[data-capability="circle.admit"] button').first().waitFor();
  await page.locator('[data-capability="guide.accept"] button').first().waitFor();
  await at('room, requests');
  await page.locator('[data-capability="guide.decline"] button').first().click();
  await page.locator('[data-capability="circle.decline"] button').first().click();
  await page.locator('[data-capability="circle.decline"]').first().waitFor({ state: 'detached' });
  await ana.perform('circle.open', {});
};

const tray = async ({ page }: Stage, at: At): Promise<void> => {
  const more = page.locator('[data-focus-key="more"] button');
  await more.click();
  await at('room, more controls');
  await more.click();
  // What is pressed while the tray folds has moved on from under the hand.
  await page.locator('[data-focus-key="more"] [aria-expanded="false"]').waitFor();
  await page.locator('#controls [aria-haspopup="menu"]').click();
  await page.getByRole('menu').waitFor();
  await at('room, react');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
};

/** What is written to whoever looks: in two directions. */
export const GREETING = 'Good to see you. اكتب لي متى شئت.';
/** A long word without a place to break, an address, and a language that is written the other way. */
export const LONG = ['Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen', `https://example.org/${'a-very-long-way/'.repeat(9)}`] as const;
export const RIGHT_TO_LEFT = 'أهلاً بكم جميعاً';

export const talk: Chapter = async (stage, at) => {
  const { page, company: { ana }, name } = stage;
  const field = page.locator('[data-capability="chat.say"] textarea');
  await field.fill('Hello');
  await field.press('Enter');
  await page.locator('#chat li').getByText('Hello', { exact: true }).last().waitFor();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-capability="chat.say"] textarea')?.value === '');
  await ana.perform('chat.say', { text: LONG.join(' ') });
  await ana.perform('chat.say', { text: RIGHT_TO_LEFT });
  await page.locator('#chat li').getByText('أهلاً').last().waitFor();
  await page.locator('#chat').scrollIntoViewIfNeeded();
  await at('chat');
  // What comes while one looks elsewhere is new, from there on.
  await page.locator('[data-focus-key="more"] button').focus();
  await ana.perform('chat.say', { text: GREETING, to: { kind: 'person', person: ana.who(name) ?? ana.id } });
  await page.locator('#chat').getByRole('radio', { name: /Ana/ }).waitFor();
  await at('chat, something new');
  await page.locator('#chat').getByRole('radio', { name: /Ana/ }).click();
  await page.locator('#chat li[class*="mark"]').waitFor();
  await at('chat, with one');
  await page.locator('#chat [role="radio"]').first().click();
  const own = page.locator('#chat [data-verbs] button[aria-expanded]').last();
  await own.click();
  await at('chat, what one can do with a message');
  await page.locator('#chat [data-capability="chat.edit"] button').click();
  await dialog(stage, at, 'edit a message');
};

/** The welcome, asked for again, and what a toast takes back. */
export const welcome: Chapter = async (stage, at) => {
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
