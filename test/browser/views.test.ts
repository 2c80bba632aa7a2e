/** What lasts: over a change of view, while others act, over a lost connection and an update. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heard, waitHeard } from '#test/support/heard.ts';
import { focused, tabTo } from '#test/support/keys.ts';
import { admit, enter, inRoom, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { witness, type Witness } from '#test/support/witness.ts';

const here = setUp();
let wanda: Witness;

beforeAll(async () => {
  wanda = await witness(here.hearth.url, here.hearth.guestLink, 'Wanda');
});
afterAll(() => wanda?.leave());

test('a change of view keeps the place, the draft and the control one was at, and is said', async () => {
  const nia = await visitor(here.browser, here.hearth, { reducedMotion: 'reduce' });
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await tabTo(page, /^Go to the west bench$/);
  await page.keyboard.press('Enter');
  await waitHeard(page, /^You have arrived\. You are at the west bench\./);
  await wanda.until('Nia to stand', ({ moving }) => !moving);
  const before = wanda.pose('Nia');
  await tabTo(page, /^Message to the room/);
  await page.keyboard.type('half a sent');

  await tabTo(page, /^2D$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await waitHeard(page, /^You are in the 3D view\. You have not moved\.$/);
  await page.locator('canvas').waitFor();
  await expect.poll(() => focused(page)).toBe('3D');
  expect(wanda.pose('Nia')).toEqual(before);
  await page.getByRole('button', { name: /^Chat/ }).click();
  expect(await page.getByRole('textbox', { name: 'Message to the room' }).inputValue()).toBe('half a sent');

  await tabTo(page, /^Raise hand$/);
  const control = await focused(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Switch to the 2D');
  await page.getByRole('option', { name: 'Switch to the 2D view' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Places in this room' }).waitFor();
  await expect.poll(() => focused(page)).toBe(control);
  expect(wanda.pose('Nia')).toEqual(before);
  await nia.guard.clean();
});

test('nobody else moves one’s focus: not by coming, walking, writing, raising a hand or going', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  await tabTo(page, /^Go to Wanda$/);
  await page.evaluate(() => {
    const moves: string[] = [];
    document.addEventListener('focusin', ({ target }) => moves.push((target as Element).outerHTML));
    document.addEventListener('focusout', ({ target }) => moves.push((target as Element).outerHTML));
    Object.assign(globalThis, { focusMoves: moves });
  });
  const since = heard(page).length;
  const ben = await witness(here.hearth.url, here.hearth.guestLink, 'Ben');
  await waitHeard(page, /Ben came in\./, since);
  await ben.perform('hand.raise', {});
  await ben.perform('chat.say', { text: 'Hello all' });
  await ben.perform('move.goTo', { to: 'person', id: wanda.id });
  await wanda.perform('move.goTo', { to: 'spot', x: 0, z: -6 });
  await page.getByText('Hello all', { exact: true }).waitFor();
  await waitHeard(page, /New message from Ben\./, since);
  await ben.leave();
  await wanda.until('Ben has gone', (server) => server.who('Ben') === undefined);
  await page.locator('#log').getByText('Ben left.').waitFor();
  expect(await page.evaluate(() => (globalThis as unknown as { focusMoves: string[] }).focusMoves)).toEqual([]);
  expect(await focused(page)).toBe('Go to Wanda');
  await nia.guard.clean();
});

test('a lost connection is told, with a way to try at once, and ends by itself', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '2d');
  const since = heard(page).length;
  await here.hearth.kill9();
  await waitHeard(page, /^Connection lost\. Your place, hand and unsent words are kept\.$/, since);
  const banner = page.getByRole('region', { name: 'Connection' });
  await banner.getByText(/Trying again/).waitFor();
  await page.locator('[data-capability="hand.raise"] button').click();
  await waitHeard(page, /^The connection is lost, so this was not done\./, since);
  // The pauses between its own attempts have grown; the button does not wait. Both times are the page's: a busy machine is late with all of it.
  await banner.getByText(/Trying again in [34] seconds/).waitFor();
  const tryNow = banner.getByRole('button', { name: 'Try now' });
  await tryNow.evaluate((button) => button.addEventListener('click', ({ timeStamp }) => (document.documentElement.dataset['pressed'] = `${timeStamp}`), { once: true, capture: true }));
  await tryNow.click();
  const waited = (): Promise<number> =>
    page.evaluate(() => {
      const pressed = Number(document.documentElement.dataset['pressed']);
      return Math.min(...performance.getEntriesByType('resource').filter(({ name, startTime }) => name.includes('/matchmake/') && startTime >= pressed).map(({ startTime }) => startTime - pressed));
    });
  await expect.poll(waited).toBeLessThan(1_000);
  await here.hearth.start();
  await waitHeard(page, /^You are back, /, since);
  await banner.waitFor({ state: 'detached' });
  wanda = await witness(here.hearth.url, here.hearth.guestLink, 'Wanda');
});

test('a tab from before an update is told to reload', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await page.route('**/matchmake/**', async (route) => {
    const asked = route.request().postDataJSON() as Record<string, unknown>;
    await route.continue({ postData: JSON.stringify({ ...asked, protocol: '0-older' }) });
  });
  await admit(nia, here.hearth, 'Nia', '2d');
  await page.goto('/r/commons');
  await page.getByRole('heading', { level: 1, name: 'Hearth was updated' }).waitFor();
  await page.getByText('Hearth was updated while you were here. Reload to go on; your place and draft are kept.').first().waitFor();
  await waitHeard(page, /^Hearth was updated while you were here\./);
  await page.unroute('**/matchmake/**');
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.locator('[data-capability="hand.raise"] button').click();
  await waitHeard(page, /^Hand is up\./);
});

test('a link to a spot leads there, and leaves the address', async () => {
  const nia = await visitor(here.browser, here.hearth);
  await enter(nia, here.hearth, 'Nia', '2d');
  // In the tab that one has open, as from a chat.
  await nia.page.goto('/r/commons#at=3,9');
  await inRoom(nia.page);
  await wanda.until('someone stands at the spot', ({ facts }) => [...facts.people.values()].some((one) => {
    const { x = 0, z = 0, speed = 1 } = wanda.pose(one.name) ?? {};
    return one.name.startsWith('Nia') && speed === 0 && Math.hypot(x - 3, z - 9) < 0.3;
  }));
  expect(nia.page.url()).not.toContain('#');
  await nia.guard.clean();
});

test('a message that appears over the picture covers no control', async () => {
  const nia = await visitor(here.browser, here.hearth, { reducedMotion: 'reduce' });
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '3d');
  await page.getByRole('button', { name: 'Walk', exact: true }).click();
  await page.getByText('Walk with the arrow keys. Escape ends it.').first().waitFor();
  const covered = await page.locator('#controls button').evaluateAll((buttons) => buttons.flatMap((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    const corners = [[0.5, 0.5], [0.2, 0.2], [0.8, 0.2], [0.2, 0.8], [0.8, 0.8]];
    const free = corners.every(([right = 0, down = 0]) => button.contains(document.elementFromPoint(x + width * right, y + height * down)));
    return width === 0 || free ? [] : [button.textContent];
  }));
  expect(covered).toEqual([]);
});
