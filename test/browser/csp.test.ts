/** Everything that a page loads is ours, and nothing on it asks for what the content security policy forbids. */
import { expect, test } from 'vitest';
import { inRoom, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { chapterIds, visitScreens } from '#test/screens/chapters.ts';
import { companyIn } from '#test/screens/company.ts';
import { lookIn } from '#test/screens/guises.ts';


const here = setUp();

test('a visit that opens everything reports no violation, no error and no request to another origin', { timeout: 240_000 }, async () => {
  const company = await companyIn(here.hearth);
  const { stage, visiting } = await lookIn(here.browser, here.hearth, company, { width: 1280, height: 720, chapters: chapterIds });
  const answer = await stage.page.reload();
  expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
  // What fails while the network is away, fails for that.
  const chapters = chapterIds.filter((id) => id !== 'connection');
  visiting.guard.expectErrors(/404 .*\/api\/rooms\/nowhere/);
  await visitScreens(stage, async () => undefined, chapters);
  await visiting.guard.clean();
  await company.leave();
});

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
  await page.goto('/');
  await page.getByRole('heading', { name: 'You come in by a link' }).waitFor();
  await guard.clean();
  await page.goto(here.hearth.guestLink);
  await page.getByLabel('Your name').fill('Nia');
  await page.getByRole('button', { name: /^Skip/ }).click();
  await inRoom(page);
  expect(new URL(page.url()).hash).toBe('');
});
