/** A visitor's browser: a context of its own, guarded and heard, and the ways in. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { COOKIE } from '#server/people/identity.ts';
import { lookFor } from './chance.ts';
import { guardOf, type Guard } from './guard.ts';
import type { TestHearth } from './hearth.ts';
import { recordSpeech } from './heard.ts';
import { tabTo } from './keys.ts';

export type View = '2d' | '3d';

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly guard: Guard;
}

/** The desktop layout (from 48rem wide and 38rem tall), and as little as possible to draw in software. */
export const SMALL = { width: 800, height: 640 } as const;

/** A fresh browser profile with an empty page. A `newcomer` finds the welcome inside; everyone else has read it. */
export const visitor = async (browser: Browser, hearth: TestHearth, { newcomer = false, ...options }: BrowserContextOptions & { readonly newcomer?: boolean } = {}): Promise<Visitor> => {
  const context = await browser.newContext({ viewport: SMALL, baseURL: hearth.url, ...options });
  context.setDefaultTimeout(20_000);
  const guard = await guardOf(context, hearth.url);
  await recordSpeech(context);
  if (!newcomer) await context.addInitScript(() => location.protocol.startsWith('http') && localStorage.setItem('hearth.welcomed', 'yes'));
  // Software draws the picture here: the least level costs least, and one that is given neither changes nor says so in the middle of a test.
  await context.addInitScript(() => location.protocol.startsWith('http') && (localStorage.getItem('hearth.settings') ?? localStorage.setItem('hearth.settings', '{"quality":"E"}')));
  return { context, page: await context.newPage(), guard };
};

/** The token of who a browser is, for a witness beside it. */
export const tokenOf = async (context: BrowserContext): Promise<string> =>
  (await context.cookies()).find((cookie) => cookie.name === COOKIE)?.value ?? '';

/** Waits until one is in the room, and the page knows where. Only names of the room are read, which no language changes. */
export const inRoom = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: 'Commons' }).waitFor();
  await page.locator('#room strong').filter({ hasText: /the hearth|the old tree|bench/ }).waitFor();
};

/** Makes a browser known to Hearth, without its join page. */
export const admit = async ({ context }: Visitor, hearth: TestHearth, name: string, view: View): Promise<void> => {
  const invitation = new URL(hearth.guestLink).hash.slice(1);
  const answer = await context.request.post('/api/enter', {
    headers: { origin: hearth.url },
    data: { invitation, name, callMe: '', pronouns: '', look: lookFor(name), tab: false },
  });
  if (!answer.ok()) throw new Error(`${name} could not enter: ${await answer.text()}`);
  await context.addInitScript((wanted) => localStorage.getItem('hearth.view') ?? localStorage.setItem('hearth.view', wanted), view);
};

/** Straight into the room, for tests that are not about the way in. */
export const enter = async (visiting: Visitor, hearth: TestHearth, name: string, view: View): Promise<void> => {
  await admit(visiting, hearth, name, view);
  await visiting.page.goto('/r/commons');
  await inRoom(visiting.page);
};

/** The way in, step by step, by keys alone. */
export const enterByKeyboard = async (page: Page, link: string, name: string, view: View): Promise<void> => {
  await page.goto(link);
  await tabTo(page, /^Your name/);
  await page.keyboard.type(name);
  await tabTo(page, /^Choose a look/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your look' }).waitFor();
  await tabTo(page, /^Choose a view/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your view' }).waitFor();
  await tabTo(page, /^[23]D/);
  await page.keyboard.press(view === '2d' ? 'ArrowUp' : 'ArrowDown');
  if (!(await page.getByRole('radio', { name: view === '2d' ? '2D' : '3D' }).isChecked())) await page.keyboard.press('ArrowUp');
  await tabTo(page, /^Enter/);
  await page.keyboard.press('Enter');
  await inRoom(page);
};

/** The way in, step by step, by the pointer; only the name is typed. */
export const enterByPointer = async (page: Page, link: string, name: string, view: View): Promise<void> => {
  await page.goto(link);
  await page.getByLabel('Your name').click();
  await page.keyboard.type(name);
  await page.getByRole('button', { name: 'Choose a look' }).click();
  await page.getByText('Surprise me').click();
  await page.getByRole('button', { name: 'Choose a view' }).click();
  await page.getByRole('radio', { name: view === '2d' ? '2D' : '3D' }).click();
  await page.getByRole('button', { name: 'Enter' }).click();
  await inRoom(page);
};

/** Two frames have been drawn, with every font there. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
