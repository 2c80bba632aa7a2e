import { expect, test } from 'vitest';
import { visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { installReader, Reader } from '#test/support/speech.ts';
import { witness } from '#test/support/witness.ts';
import { visitByEar } from './by-ear.ts';

const here = setUp(undefined, 'file', { VOICE: 'mesh' });

test('someone who only listens comes in, learns who is here, goes to them, says hello and reads the answer', () => visitByEar(here, 'en'));

test('whoever is known says by ear that they are in the room, finds out why there is no microphone, and chooses anew', async () => {
  const { hearth } = here;
  const ben = await witness(hearth.url, hearth.guestLink, 'Ben');
  await ben.perform('people.venue', { venue: 'Library Hall' });
  await ben.perform('seat.sit', {});
  const { context, page, guard } = await visitor(here.browser, hearth);
  await installReader(context);
  await context.addInitScript(() => localStorage.setItem('hearth.view', '2d'));
  const reader = new Reader(page);
  const known = async (): Promise<void> => {
    await page.goto('/');
    await page.goto(hearth.guestLink);
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await reader.start();
  };
  const answer = await context.request.post('/api/enter', { headers: { origin: hearth.url }, data: { invitation: new URL(hearth.guestLink).hash.slice(1), name: 'Mo', callMe: '', pronouns: '', look: '0', tab: false } });
  expect(answer.ok()).toBe(true);

  await known();
  await reader.actOn(/Voices: change how you meet them/);
  await reader.actOn(/^radio, I am in the room/);
  await reader.actOn(/^button, Continue as Mo$/);
  await reader.seek(/^textbox, Where is that\?/);
  await reader.type('Library Hall');
  await reader.actOn(/^button, Continue as Mo$/);
  await ben.until('Mo sits beside Ben', ({ facts }) => [...facts.people.values()].some(({ name, venue, seated }) => name === 'Mo' && venue === 'Library Hall' && seated));
  await reader.seek(/^button, Microphone is off You hear each other at Library Hall/);
  await reader.seek(/^heading, At Library Hall, level 4$/);

  await known();
  await reader.actOn(/^radio, Listen only/);
  await reader.actOn(/^button, Continue as Mo$/);
  await reader.actOn(/^button, Listening only Set up a microphone/);
  await reader.seek(/^heading, Microphone and speakers, level 2$/);
  await reader.actOn(/^button, Test the microphone$/);
  await reader.until(/^assertive: .*(does not let Hearth use a microphone|finds no microphone)/);
  await reader.actOn(/^button, Only listen|^button, Close/);
  await guard.clean();
  await ben.leave();
});
