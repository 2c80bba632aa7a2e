/** A whole visit by spoken output alone: whatever is acted on is what the screen reader has just spoken. */
import { expect, test } from 'vitest';
import { visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { installReader, Reader, READER_STUMBLES } from '#test/support/speech.ts';
import { witness } from '#test/support/witness.ts';

const here = setUp();

test('someone who only listens comes in, learns who is here, goes to them, says hello and reads the answer', async () => {
  const ben = await witness(here.hearth.url, here.hearth.guestLink, 'Ben');
  const { context, page, guard } = await visitor(here.browser, here.hearth);
  await installReader(context);
  guard.expectErrors(READER_STUMBLES);
  await page.goto(here.hearth.guestLink);
  const reader = new Reader(page);

  await reader.start();
  await reader.seek(/^heading, Come in, level 1$/);
  await reader.seek(/^textbox, Your name/);
  await reader.type('Nia');
  await reader.actOn(/^button, Choose a look$/);
  await reader.seek(/^heading, Your look, level 1$/);
  await reader.seek(/Others will hear:/);
  await reader.actOn(/^button, Choose a view$/);
  await reader.seek(/^heading, Your view, level 1$/);
  await reader.actOn(/^radio, 2D/);
  await reader.actOn(/^button, Enter$/);

  await reader.seek(/^heading, Commons, level 1$/);
  await reader.actOn(/^button, Who is here\?$/);
  await reader.until(/^polite: One other person is here: Ben\./);

  await reader.actOn(/^button, Go to Ben$/);
  await reader.until(/^polite: You walk to Ben\.$/);
  await reader.until(/^polite: You have arrived\. You are /);
  await ben.until('Nia came to Ben', ({ cues }) => cues.some(({ kind }) => kind === 'move.approached'));
  expect(ben.between('Nia', 'Ben')).toBeLessThan(1.6);

  await reader.seek(/^textbox, Message to the room/);
  await reader.type('Hello Ben');
  await reader.press('Enter');
  await reader.until(/^polite: Sent to the room\.$/);
  await ben.until('the greeting', ({ cues }) => cues.some(({ values }) => values['text'] === 'Hello Ben' && values['name'] === 'Nia'));

  await ben.perform('chat.say', { text: 'Welcome, Nia' });
  await reader.until(/^polite: New message from Ben\.$/);
  await reader.seek(/^heading, Chat/);
  await reader.seek(/^Welcome, Nia$/);
  await guard.clean();
});
