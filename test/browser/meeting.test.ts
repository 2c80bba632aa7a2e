/** The main story: two people meet, each in their own way, and a power cut takes nothing from them. */
import { expect, test } from 'vitest';
import { heard, waitHeard } from '#test/support/heard.ts';
import { tabTo } from '#test/support/keys.ts';
import { enterByKeyboard, enterByPointer, tokenOf, visitor, type Visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { witnessAs } from '#test/support/witness.ts';

const here = setUp();

/** What a browser says of a server that is gone. */
const unreachable = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket|net::ERR/;

const says = async ({ page }: Visitor, line: string): Promise<void> => {
  await page.getByRole('list', { name: 'Chat' }).getByText(line, { exact: true }).waitFor();
};

test('Ana by pointer in 3D and Ben by keys in 2D meet, talk, and are back where they were after a power cut', async () => {
  const ana = await visitor(here.browser, here.hearth, { viewport: { width: 960, height: 640 } });
  const ben = await visitor(here.browser, here.hearth, { viewport: { width: 1280, height: 720 } });
  await enterByPointer(ana.page, here.hearth.ownerLink, 'Ana', '3d');
  await ana.page.locator('canvas').waitFor();
  await enterByKeyboard(ben.page, here.hearth.guestLink, 'Ben', '2d');
  const server = await witnessAs(here.hearth.url, await tokenOf(ben.context));

  // They find each other.
  await waitHeard(ana.page, /^Ben came in\.$/);
  await ben.page.keyboard.press('F2');
  await ben.page.keyboard.press('Control+.');
  await ben.page.keyboard.press('n');
  await waitHeard(ben.page, /^One other person is here: Ana\./);
  await tabTo(ben.page, /^Go to Ana$/);
  await ben.page.keyboard.press('Enter');
  await waitHeard(ben.page, /^You have arrived\./);
  await waitHeard(ana.page, /^Ben came to you\.$/);
  await server.until('Ben stands 1.3 m from Ana', () => Math.abs(server.between('Ben', 'Ana') - 1.3) < 0.15 && server.pose('Ben')?.speed === 0);

  // They talk, and read each other.
  await tabTo(ben.page, /^Message to the room/);
  await ben.page.keyboard.type('Good morning, Ana');
  await ben.page.keyboard.press('Enter');
  await waitHeard(ana.page, /^New message from Ben\.$/);
  await ana.page.getByRole('button', { name: /^Chat/ }).click();
  await says(ana, 'Good morning, Ana');
  await ana.page.getByRole('textbox', { name: 'Message to the room' }).click();
  await ana.page.keyboard.type('Ben! Sit with us');
  await ana.page.getByRole('button', { name: 'Send' }).click();
  await waitHeard(ben.page, /^New message from Ana\.$/);
  await says(ben, 'Ben! Sit with us');

  // A hand goes up in one view and is heard in the other.
  await ana.page.getByRole('button', { name: 'Raise hand' }).click();
  await waitHeard(ben.page, /^Ana raised a hand\. It is the only one\.$/);
  await ben.page.getByText(/hand up, 1st/).waitFor();

  // The power goes while a message is half written.
  await tabTo(ben.page, /^Message to the room/);
  await ben.page.keyboard.type('I was about to s');
  const [anaWas, benWas] = [server.pose('Ana'), server.pose('Ben')];
  await expect.poll(() => ({ hands: here.hearth.kept()?.hands.length, people: here.hearth.kept()?.people.length }), { timeout: 10_000 }).toEqual({ hands: 1, people: 2 });
  for (const { guard } of [ana, ben]) guard.expectErrors(unreachable);
  const saidTo = { ana: heard(ana.page).length, ben: heard(ben.page).length };
  await here.hearth.kill9();
  await waitHeard(ben.page, /^Connection lost\. Your place, hand and unsent words are kept\.$/, saidTo.ben);
  await ben.page.getByText(/^Connection lost at \d\d:\d\d\./).waitFor();
  await here.hearth.start();

  // Both are back by themselves.
  await waitHeard(ben.page, /^You are back, /, saidTo.ben);
  await waitHeard(ana.page, /^You are back, /, saidTo.ana);
  const after = await witnessAs(here.hearth.url, await tokenOf(ben.context));
  await after.until('both stand where they stood', () =>
    [['Ana', anaWas], ['Ben', benWas]].every(([name, was]) => {
      const is = after.pose(name as string);
      return is !== undefined && typeof was === 'object' && Math.hypot(is.x - was.x, is.z - was.z) < 0.1;
    }));
  expect(after.facts.hands.size).toBe(1);
  await ana.page.getByRole('toolbar', { name: 'Controls' }).getByRole('button', { name: 'Lower hand' }).waitFor();
  await says(ben, 'Good morning, Ana');
  await says(ana, 'Ben! Sit with us');
  expect(await ben.page.getByRole('textbox', { name: 'Message to the room' }).inputValue()).toBe('I was about to s');

  // And go on where they were.
  expect(await ben.page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await ben.page.keyboard.type('ay hello');
  await ben.page.keyboard.press('Enter');
  await says(ana, 'I was about to say hello');
  await ana.guard.clean();
  await ben.guard.clean();
  await server.leave();
  await after.leave();
});
