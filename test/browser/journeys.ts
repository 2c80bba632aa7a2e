/** What people do here every day, by spoken output alone, in a language: whatever is acted on is what has just been spoken. */
import { expect, test } from 'vitest';
import { admit, visitor, type Visitor } from '#test/support/page.ts';
import type { setUp } from '#test/support/setup.ts';
import { installReader, Reader } from '#test/support/speech.ts';
import { witness, type Witness } from '#test/support/witness.ts';

const heardIn = {
  en: {
    comeIn: 'Come in', name: 'Your name', toLook: 'Choose a look', aids: 'Glasses, hearing, moving', wheelchair: 'wheelchair', usesOne: 'Others will hear:.*uses a wheelchair', toView: 'Choose a view', enter: 'Enter', room: 'Commons',
    settings: (name: string) => `You are ${name}\\. Settings`, gestures: 'Gestures', off: 'Off', isOff: 'Gestures: Off\\.', waves: 'Yusuf waves', message: 'Message to the room', answered: 'New message from Yusuf\\.',
    keys: 'Change keys', wave: 'Wave', taken: 'h already stands for Raise hand\\.', keySet: 'Wave: z\\.', go: 'go', found: '1 result', walking: 'You walk to Ximena\\.', leader: 'Shortcut: press one more key', youWave: 'You wave\\.',
    lost: 'Connection lost\\. Your place, hand and unsent words are kept\\.', back: 'You are back, ', sent: 'Sent to the room\\.',
  },
  es: {
    comeIn: 'Entrar', name: 'Tu nombre', toLook: 'Elegir un aspecto', aids: 'Gafas, audición, movimiento', wheelchair: 'silla de ruedas', usesOne: 'Los demás oirán:.*usa silla de ruedas', toView: 'Elegir una vista', enter: 'Entrar', room: 'Sala común',
    settings: (name: string) => `Eres ${name}\\. Ajustes`, gestures: 'Gestos', off: 'Nada', isOff: 'Gestos: Nada\\.', waves: 'Yusuf saluda', message: 'Mensaje a la sala', answered: 'Mensaje nuevo de Yusuf\\.',
    keys: 'Cambiar las teclas', wave: 'Saludar', taken: 'h ya es la tecla de: Levantar la mano\\.', keySet: 'Saludar: z\\.', go: 'ir', found: '4 resultados', walking: 'Caminas a Ximena\\.', leader: 'Atajo: pulsa una tecla más', youWave: 'Saludas\\.',
    lost: 'Se ha perdido la conexión\\. Tu lugar, tu mano y lo que escribías se guardan\\.', back: 'Has vuelto', sent: 'Enviado a la sala\\.',
  },
} as const;

type Language = keyof typeof heardIn;

/** Registers the journeys of a language. */
export const journeysIn = (here: ReturnType<typeof setUp>, language: Language): void => {
  const say = heardIn[language];
  const listener = async (): Promise<Visitor & { readonly reader: Reader }> => {
    const visiting = await visitor(here.browser, here.hearth, { locale: language });
    await installReader(visiting.context);
    return { ...visiting, reader: new Reader(visiting.page) };
  };
  /** Inside already, and listening. */
  const listenerInside = async (name: string): Promise<Visitor & { readonly reader: Reader }> => {
    const listening = await listener();
    await admit(listening, here.hearth, name, '2d');
    await listening.page.goto('/r/commons');
    // Its names are in the reader's language.
    await listening.page.locator('#controls button').first().waitFor();
    await listening.reader.start();
    return listening;
  };
  const yusufIn = (): Promise<Witness> => witness(here.hearth.url, here.hearth.guestLink, 'Yusuf');
  const openSettings = async (reader: Reader, name: string): Promise<void> => {
    await reader.actOn(new RegExp(`^button, ${say.settings(name)}`));
    await reader.opened();
  };

  test('one comes in, and chooses how one looks by what others will hear', async () => {
    const { page, reader, guard } = await listener();
    await page.goto(here.hearth.guestLink);
    await reader.start();
    await reader.seek(new RegExp(`^heading, ${say.comeIn}, level 1$`));
    await reader.seek(new RegExp(`^textbox, ${say.name}`));
    await reader.type('Bo');
    await reader.actOn(new RegExp(`^button, ${say.toLook}$`));
    await reader.actOn(new RegExp(`^tab, ${say.aids}`));
    await reader.actOn(new RegExp(`^radio, ${say.wheelchair}`));
    await reader.until(new RegExp(`^polite: .*${say.usesOne}`));
    await reader.actOn(new RegExp(`^button, ${say.toView}$`));
    await reader.actOn(/^radio, 2D/);
    await reader.actOn(new RegExp(`^button, ${say.enter}$`));
    await reader.seek(new RegExp(`^heading, ${say.room}, level 1$`));
    await guard.clean();
  });

  test('one finds a person among thirty, and walks to them, in at most ten keys', async () => {
    const names = Array.from({ length: 30 }, (_, at) => (at === 17 ? 'Ximena' : `Guest ${at + 1}`));
    const crowd = await Promise.all(names.map((name) => witness(here.hearth.url, here.hearth.guestLink, name)));
    const { page, reader, guard } = await listenerInside('Cy');
    const keys = ['Control+k', ...say.go, 'Space', ...'xim', 'Enter'];
    expect(keys.length).toBeLessThanOrEqual(10);
    for (const key of keys) {
      if (key === 'Enter') await reader.until(new RegExp(`^polite: ${say.found}`));
      await page.keyboard.press(key);
      if (key === 'Control+k') await page.getByRole('combobox').waitFor();
    }
    await reader.until(new RegExp(`^polite: ${say.walking}$`));
    await guard.clean();
    await Promise.all(crowd.map((one) => one.leave()));
  });

  test('one reads the third of fifty messages while thirty more come, and then the fourth', async () => {
    here.hearth.fill(50);
    const people = await Promise.all(['Ana', 'Ben', 'Cem', 'Dov', 'Eda', 'Fay'].map((name) => witness(here.hearth.url, here.hearth.guestLink, name)));
    const { page, reader, guard } = await listenerInside('Dee');
    await reader.seek(/^heading, Chat/);
    await reader.readOn(/^said long ago, 3$/, 60);
    const kept = await page.evaluateHandle(() => [...document.querySelectorAll('#chat ol > li')]);
    const count = await kept.evaluate((lines) => lines.length);
    expect(count).toBeGreaterThanOrEqual(50);
    await Promise.all(people.map(async (one, who) => {
      for (let number = 1; number <= 5; number++) expect((await one.perform('chat.say', { text: `new ${who} ${number}` })).accepted).toBe(true);
    }));
    await page.waitForFunction((before) => document.querySelectorAll('#chat ol > li').length >= before + 30, count);
    // None was made anew, and the reader goes on from where it was.
    expect(await kept.evaluate((lines) => lines.every((line) => line.isConnected))).toBe(true);
    const passed = await reader.readOn(/^said long ago, 4$/, 20);
    expect(passed.join(' ')).not.toMatch(/said long ago, 3|new \d/);
    await guard.clean();
    here.hearth.unfill();
    await Promise.all(people.map((one) => one.leave()));
  });

  test('one silences gestures, and after a reload they are still silent', async () => {
    const yusuf = await yusufIn();
    const { page, reader, guard } = await listenerInside('Eli');
    await yusuf.perform('gesture.wave', {});
    await reader.until(new RegExp(`^polite: .*${say.waves}`));
    await openSettings(reader, 'Eli');
    await reader.seek(new RegExp(`^radiogroup, ${say.gestures}`));
    await reader.actOn(new RegExp(`^radio, ${say.off}`));
    await reader.until(new RegExp(`^polite: ${say.isOff}`));
    await page.reload();
    await page.locator('#controls button').first().waitFor();
    await reader.start();
    await yusuf.perform('gesture.wave', {});
    await yusuf.perform('chat.say', { text: 'after the wave' });
    await reader.until(new RegExp(`^polite: ${say.answered}`));
    expect((await reader.spoken()).join(' ')).not.toMatch(new RegExp(`polite: [^|]*${say.waves}`));
    await guard.clean();
    await yusuf.leave();
  });

  test('one gives a shortcut another key, and it acts', async () => {
    const { page, reader, guard } = await listenerInside('Fin');
    await openSettings(reader, 'Fin');
    await reader.actOn(new RegExp(say.keys));
    await reader.seek(new RegExp(`^textbox, ${say.wave}(,|$)`));
    await reader.type('h');
    await reader.until(new RegExp(`^polite: ${say.taken}`));
    await reader.type('z');
    await reader.until(new RegExp(`^polite: ${say.keySet}`));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+.');
    await reader.until(new RegExp(`^polite: ${say.leader}`));
    await page.keyboard.press('z');
    await reader.until(new RegExp(`^polite: ${say.youWave}`));
    await guard.clean();
  });

  test('one comes back from a lost connection, with what one had written', async () => {
    const { page, reader } = await listenerInside('Gil');
    await reader.seek(new RegExp(`^textbox, ${say.message}`));
    await reader.type('half a sent');
    await here.hearth.kill9();
    await reader.until(new RegExp(`: ${say.lost}`));
    await here.hearth.start();
    await reader.until(new RegExp(`: ${say.back}`));
    // The field, and then what stands in it.
    await reader.seek(new RegExp(`^textbox, ${say.message}`));
    expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement | null)?.value)).toBe('half a sent');
    await reader.press('Enter');
    await reader.until(new RegExp(`^polite: ${say.sent}`));
  });
};
