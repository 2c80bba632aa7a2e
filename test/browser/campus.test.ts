/** Through the campus together: one by keys in 2D follows one by pointer in 3D through two portals. */
import { expect, test } from 'vitest';
import { heard, waitHeard } from '#test/support/heard.ts';
import { focused, tabTo } from '#test/support/keys.ts';
import { enter, tokenOf, visitor, type Visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { witness, witnessAs } from '#test/support/witness.ts';

const here = setUp();

const isIn = async ({ page }: Visitor, room: string, name: string): Promise<void> => {
  await page.waitForURL(`**/r/${room}`, { timeout: 40_000 });
  await page.getByRole('heading', { level: 1, name }).waitFor();
};
/** By pointer alone: the palette's row. */
const press = async ({ page }: Visitor, row: string): Promise<void> => {
  await page.getByRole('button', { name: /^Find or do anything/ }).click();
  await page.getByRole('option', { name: row }).click();
};
const goTo = (visiting: Visitor, room: string): Promise<void> => press(visiting, `Go to ${room}`);
/** The leader, and a capability's own key. */
const keys = async ({ page }: Visitor, key: string): Promise<void> => {
  await page.keyboard.press('Control+.');
  await page.keyboard.press(key);
};

test('Ben in 2D, by keys, follows Ana in 3D through two portals, joins her circle, says something that only it reads, and leaves', { timeout: 180_000 }, async () => {
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
  await server.until('both are in the Studio, and Ben still follows', ({ facts, id }) => facts.people.size >= 2 && facts.people.get(id)?.following === server.who('Ana'));

  await tabTo(ben.page, /^Message to the room/);
  await ben.page.keyboard.type('Here we are');
  await ben.page.keyboard.press('Enter');
  await waitHeard(ana.page, /^New message from Ben\.$/);

  // What happened in the rooms before is still to be read.
  await ben.page.locator('#log').getByText('You follow Ana. Walking yourself ends it.').waitFor();

  // A circle: Ana sits down at the table; Ben hears how many are in it before he joins.
  const cy = await witness(here.hearth.url, here.hearth.guestLink, 'Cy', 'studio');
  await press(ana, 'Sit on the nearest free seat');
  await waitHeard(ana.page, /^You joined the circle at the big table\. Nobody else is in it yet\.$/);
  const asked = heard(ben.page).length;
  await keys(ben, 'w');
  await waitHeard(ben.page, /One circle is in this room: the circle at the big table, 1 person, \d+ metres? away\./, asked);
  await tabTo(ben.page, /^Join the circle at the big table$/);
  await ben.page.keyboard.press('Enter');
  await waitHeard(ben.page, /^You joined the circle at the big table\. With you: Ana\.$/);
  await waitHeard(ana.page, /Ben joined your circle, 2 people now\./);

  // What is said there is read there, and nowhere else.
  await tabTo(ben.page, /^Room$/);
  await ben.page.keyboard.press('ArrowRight');
  await ben.page.keyboard.press('Enter');
  await tabTo(ben.page, /^Message to your circle/);
  await ben.page.keyboard.type('Only among us');
  await ben.page.keyboard.press('Enter');
  await waitHeard(ana.page, /Ben to your circle: Only among us/);
  await keys(ben, 'o');
  await waitHeard(ben.page, /^You left the circle at the big table\.$/);
  await waitHeard(ana.page, /Ben left your circle, you alone are in it\./);
  await ben.page.getByRole('radio', { name: 'Room' }).click();
  await tabTo(ben.page, /^Message to the room/);
  await ben.page.keyboard.type('For everyone again');
  await ben.page.keyboard.press('Enter');
  await cy.until('what is said to the room', ({ cues }) => cues.some(({ values }) => values['text'] === 'For everyone again'));
  expect(JSON.stringify(cy.cues)).not.toContain('Only among us');
  await cy.leave();

  await keys(ben, 'x');
  await waitHeard(ben.page, /^You are where newcomers stand\./);
  await server.until('Ben follows nobody', ({ facts, id }) => facts.people.get(id)?.following === '');
  await server.leave();
  for (const { guard } of [ana, ben]) await guard.clean();
});
