/** Through the campus together: one by keys in 2D follows one by pointer in 3D through two portals. */
import { expect, test } from 'vitest';
import { heard, waitHeard } from '#test/support/heard.ts';
import { focused, tabTo } from '#test/support/keys.ts';
import { enter, tokenOf, visitor, type Visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { witnessAs } from '#test/support/witness.ts';

const here = setUp();

const isIn = async ({ page }: Visitor, room: string, name: string): Promise<void> => {
  await page.waitForURL(`**/r/${room}`, { timeout: 40_000 });
  await page.getByRole('heading', { level: 1, name }).waitFor();
};
/** By pointer alone: the palette's row. */
const goTo = async ({ page }: Visitor, room: string): Promise<void> => {
  await page.getByRole('button', { name: /^Find or do anything/ }).click();
  await page.getByRole('option', { name: `Go to ${room}` }).click();
};

test('Ben in 2D, by keys, follows Ana in 3D through two portals, and says something there', { timeout: 180_000 }, async () => {
  const ana = await visitor(here.browser, here.hearth, { viewport: { width: 960, height: 640 }, reducedMotion: 'reduce' });
  const ben = await visitor(here.browser, here.hearth, { viewport: { width: 1280, height: 720 } });
  await enter(ana, here.hearth, 'Ana', '3d');
  await enter(ben, here.hearth, 'Ben', '2d');
  await waitHeard(ana.page, /^Ben came in\.$/);

  await tabTo(ben.page, /^More about Ana$/);
  await ben.page.keyboard.press('Enter');
  await tabTo(ben.page, /^Follow: Ana$/);
  await ben.page.keyboard.press('Enter');
  await waitHeard(ben.page, /^You follow Ana\./);
  await waitHeard(ana.page, /^Ben follows you\. You can ask them not to\.$/);

  await goTo(ana, 'Library');
  await isIn(ana, 'library', 'Library');
  await isIn(ben, 'library', 'Library');
  // Being brought along is told, and where one is; one's own move begins at the heading.
  await waitHeard(ben.page, /^Library\. You are /);
  await expect.poll(() => focused(ana.page)).toBe('Library');

  const before = heard(ben.page).length;
  await goTo(ana, 'Studio');
  await isIn(ana, 'studio', 'Studio');
  await isIn(ben, 'studio', 'Studio');
  await waitHeard(ben.page, /^Studio\. You are /, before);
  const server = await witnessAs(here.hearth.url, await tokenOf(ben.context), 'studio');
  await server.until('both are in the Studio, and Ben still follows', ({ facts, id }) => facts.people.size === 2 && facts.people.get(id)?.following === server.who('Ana'));

  await tabTo(ben.page, /^Message to the room/);
  await ben.page.keyboard.type('Here we are');
  await ben.page.keyboard.press('Enter');
  await waitHeard(ana.page, /^New message from Ben\.$/);
  await ben.page.keyboard.press('Control+.');
  await ben.page.keyboard.press('x');
  await waitHeard(ben.page, /^You are where newcomers stand\./);
  await server.until('Ben follows nobody', ({ facts, id }) => facts.people.get(id)?.following === '');
  await server.leave();
  for (const { guard } of [ana, ben]) await guard.clean();
});
