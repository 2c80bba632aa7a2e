/** A whole visit by spoken output alone, in a language: whatever is acted on is what the screen reader has just spoken. */
import { expect } from 'vitest';
import { visitor } from '#test/support/page.ts';
import type { setUp } from '#test/support/setup.ts';
import { installReader, Reader } from '#test/support/speech.ts';
import { witness } from '#test/support/witness.ts';

const heardIn = {
  en: {
    comeIn: 'Come in', name: 'Your name', toLook: 'Choose a look', look: 'Your look', othersHear: 'Others will hear:', toView: 'Choose a view', view: 'Your view', enter: 'Enter',
    room: 'Commons', more: 'More', who: 'Who is here\\?', isHere: 'One other person is here: Ben\\.', goTo: 'Go to Ben', walking: 'You walk to Ben\\.', arrived: 'You have arrived\\. You are ',
    message: 'Message to the room', sent: 'Sent to the room\\.', answered: 'New message from Ben\\.',
  },
  es: {
    comeIn: 'Entrar', name: 'Tu nombre', toLook: 'Elegir un aspecto', look: 'Tu aspecto', othersHear: 'Los demás oirán:', toView: 'Elegir una vista', view: 'Tu vista', enter: 'Entrar',
    room: 'Sala común', more: 'Más', who: '¿Quién está aquí\\?', isHere: 'Hay otra persona aquí: Ben\\.', goTo: 'Ir a Ben', walking: 'Caminas a Ben\\.', arrived: 'Has llegado\\. Estás ',
    message: 'Mensaje a la sala', sent: 'Enviado a la sala\\.', answered: 'Mensaje nuevo de Ben\\.',
  },
} as const;

/** Someone who only listens comes in, learns who is here, goes to them, says hello and reads the answer. */
export const visitByEar = async (here: ReturnType<typeof setUp>, language: keyof typeof heardIn): Promise<void> => {
  const say = heardIn[language];
  const ben = await witness(here.hearth.url, here.hearth.guestLink, 'Ben');
  const { context, page, guard } = await visitor(here.browser, here.hearth, { locale: language });
  await installReader(context);
  await page.goto(here.hearth.guestLink);
  const reader = new Reader(page);

  await reader.start();
  await reader.seek(new RegExp(`^heading, ${say.comeIn}, level 1$`));
  await reader.seek(new RegExp(`^textbox, ${say.name}`));
  await reader.type('Nia');
  await reader.actOn(new RegExp(`^button, ${say.toLook}$`));
  await reader.seek(new RegExp(`^heading, ${say.look}, level 1$`));
  await reader.seek(new RegExp(say.othersHear));
  await reader.actOn(new RegExp(`^button, ${say.toView}$`));
  await reader.seek(new RegExp(`^heading, ${say.view}( and sound)?, level 1$`));
  await reader.actOn(/^radio, 2D/);
  await reader.actOn(new RegExp(`^button, ${say.enter}$`));

  await reader.seek(new RegExp(`^heading, ${say.room}, level 1$`));
  await reader.actOn(new RegExp(`^button, ${say.more}(,|$)`));
  await reader.actOn(new RegExp(`^button, ${say.who}$`));
  await reader.until(new RegExp(`^polite: ${say.isHere}`));

  await reader.actOn(new RegExp(`^button, ${say.goTo}$`));
  await reader.until(new RegExp(`^polite: ${say.walking}$`));
  await reader.until(new RegExp(`^polite: ${say.arrived}`));
  await ben.until('Nia came to Ben', ({ cues }) => cues.some(({ kind }) => kind === 'move.approached'));
  expect(ben.between('Nia', 'Ben')).toBeLessThan(1.6);

  await reader.seek(new RegExp(`^textbox, ${say.message}`));
  await reader.type('Hello Ben');
  await reader.press('Enter');
  await reader.until(new RegExp(`^polite: ${say.sent}$`));
  await ben.until('the greeting', ({ cues }) => cues.some(({ values }) => values['text'] === 'Hello Ben' && values['name'] === 'Nia'));

  await ben.perform('chat.say', { text: 'Welcome, Nia' });
  await reader.until(new RegExp(`^polite: ${say.answered}$`));
  await reader.seek(/^heading, Chat/);
  await reader.seek(/^Welcome, Nia$/);
  await guard.clean();
  await context.close();
  await ben.leave();
};
