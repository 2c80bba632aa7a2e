/** The content security policy, and the guard that holds every screen against it (judge.ts). */
import { expect, test } from 'vitest';
import { PLAIN_HOST } from '#test/support/chromium.ts';
import { inRoom, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';

const here = setUp();

test('the guard notices an inline style, and a request elsewhere', async () => {
  const { page, guard } = await visitor(here.browser, here.hearth);
  await page.goto(here.hearth.guestLink);
  await page.getByRole('heading', { name: 'Come in' }).waitFor();
  await guard.clean();
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">red</p>'));
  await expect.poll(guard.reported).toContainEqual(expect.stringMatching(/^violates the content security policy: style-src/));
  await page.evaluate(() => fetch('https://example.org/').catch(() => undefined));
  await expect.poll(guard.reported).toContainEqual(expect.stringMatching(/connect-src https:\/\/example\.org/));
  await expect(guard.clean()).rejects.toThrow();
});

test('someone without a link is told how to get one', async () => {
  const { page, guard } = await visitor(here.browser, here.hearth);
  const answer = await page.goto('/');
  expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
  await page.getByRole('heading', { name: 'You come in by a link' }).waitFor();
  await guard.clean();
  await page.goto(here.hearth.guestLink);
  await page.getByLabel('Your name').fill('Nia');
  await page.getByRole('button', { name: /^Skip/ }).click();
  await inRoom(page);
  expect(new URL(page.url()).hash).toBe('');
});

test('on plain http, by another name than localhost, what is done is done, and a link is copied', async () => {
  const plain = here.hearth.guestLink.replace('localhost', PLAIN_HOST);
  const { page, guard } = await visitor(here.browser, { ...here.hearth, url: new URL(plain).origin });
  // Browsers heed that header on https alone, and say so.
  guard.expectErrors(/Cross-Origin-Opener-Policy header has been ignored/);
  await page.goto(plain);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByLabel('Your name').fill('Pia');
  await page.getByRole('button', { name: /^Skip/ }).click();
  await inRoom(page);
  await page.getByRole('button', { name: 'Raise hand' }).click();
  await page.getByRole('button', { name: /^Lower hand/ }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Share where you are');
  await page.getByRole('option', { name: 'Share where you are' }).click();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await page.getByText('The link is copied.').first().waitFor();
  await guard.clean();
});
