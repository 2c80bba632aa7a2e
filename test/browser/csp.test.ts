/** Everything that a page loads is ours, and nothing on it asks for what the content security policy forbids. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from '#test/support/chromium.ts';
import { startHearth, type TestHearth } from '#test/support/hearth.ts';
import { inRoom, visitor } from '#test/support/page.ts';
import { openEverything } from './everything.ts';

let hearth: TestHearth;
let browser: Browser;

beforeAll(async () => {
  hearth = await startHearth();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await hearth?.remove();
});

test('a visit that opens everything reports no violation, no error and no request to another origin', async () => {
  const { page, guard } = await visitor(browser, hearth, { viewport: { width: 1280, height: 720 } });
  const answer = await page.goto(hearth.guestLink);
  expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
  await openEverything(page, async () => undefined);
  await guard.clean();
});

test('the guard notices an inline style, an error and a request elsewhere', async () => {
  const { page, guard } = await visitor(browser, hearth);
  await page.goto(hearth.guestLink);
  await page.getByRole('heading', { name: 'Come in' }).waitFor();
  await guard.clean();
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">red</p>'));
  await expect(guard.clean()).rejects.toThrow(/style-src/);
  await page.evaluate(() => fetch('https://example.org/').catch(() => undefined));
  await expect(guard.clean()).rejects.toThrow(/https:\/\/example\.org/);
});

test('someone without a link is told how to get one', async () => {
  const { page, guard } = await visitor(browser, hearth);
  await page.goto('/');
  await page.getByRole('heading', { name: 'You come in by a link' }).waitFor();
  await guard.clean();
  await page.goto(hearth.guestLink);
  await page.getByLabel('Your name').fill('Nia');
  await page.getByRole('button', { name: /^Skip/ }).click();
  await inRoom(page);
  expect(new URL(page.url()).hash).toBe('');
});
