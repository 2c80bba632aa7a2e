/** What people say stands over their heads in the picture, for whoever may read it and for nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Figures } from '#client/view-3d/Scene.tsx';
import { waitHeard } from '#test/support/heard.ts';
import { enter, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';
import { witness, type Witness } from '#test/support/witness.ts';

const here = setUp();
let wanda: Witness;

beforeAll(async () => {
  wanda = await witness(here.hearth.url, here.hearth.guestLink, 'Wanda');
  // Across the fire from where one arrives.
  await wanda.perform('move.goTo', { to: 'spot', x: 0.5, z: -4.5 });
  await wanda.until('that she is across the fire', (one) => (one.pose('Wanda')?.z ?? 0) < -4);
});
afterAll(() => wanda?.leave());

interface Drawn extends HTMLCanvasElement {
  figures?(): Figures;
}
const figures = (page: Page): Promise<Figures | undefined> => page.evaluate(() => document.querySelector<Drawn>('canvas')?.figures?.());
/** What stood over heads, each once, in the order in which it came: a slow machine looks too late at what stands for seconds. */
const watch = async (page: Page): Promise<void> => {
  await expect.poll(async () => (await figures(page))?.furnished, { timeout: 60_000 }).toBe(true);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    setInterval(() => {
      for (const text of document.querySelector<Drawn>('canvas')?.figures?.().captions ?? []) if (!seen.includes(text)) seen.push(text);
    }, 30);
  });
};
const seen = (page: Page): Promise<readonly string[]> => page.evaluate(() => (globalThis as unknown as { seen: readonly string[] }).seen);
const over = async (page: Page): Promise<readonly string[] | undefined> => (await figures(page))?.captions;
/** A room in 3D, drawn and watched, with Wanda in the picture. */
const inPicture = async (name: string) => {
  // Reduced motion draws only what changes, and spares the machine.
  const one = await visitor(here.browser, here.hearth, { reducedMotion: 'reduce', viewport: { width: 640, height: 480 } });
  await enter(one, here.hearth, name, '3d');
  await watch(one.page);
  return one;
};
const change = async (page: Page, to: Readonly<Record<string, string>>): Promise<void> => {
  await page.evaluate((values) => localStorage.setItem('hearth.settings', JSON.stringify({ ...JSON.parse(localStorage.getItem('hearth.settings') ?? '{}'), ...values })), to);
  await page.reload();
  await watch(page);
};

test('CH10 what is said to the room stands over whoever says it, changes with it and goes with it; what is for one, over them for that one alone', async () => {
  const [nia, oona] = [await inPicture('Nia'), await inPicture('Oona')];
  const [early, late, secret] = ['the fire is lit', 'the fire is out, so let us wait a while before we begin', 'for you alone, and for quite some time'];
  await wanda.perform('chat.say', { text: early });
  await expect.poll(() => seen(nia.page)).toContain(early);
  await expect.poll(() => seen(oona.page)).toContain(early);

  await wanda.perform('chat.say', { text: `${early} again` });
  const said = () => String(wanda.cues.findLast(({ kind }) => kind === 'chat.said')?.values['line']);
  await wanda.until('the second message', ({ cues }) => cues.some(({ values }) => values['text'] === `${early} again`));
  await wanda.perform('chat.edit', { line: said(), text: late });
  await expect.poll(() => seen(nia.page)).toContain(late);
  await wanda.perform('chat.remove', { line: said() });
  await expect.poll(() => over(nia.page)).toEqual([]);

  await wanda.perform('chat.say', { text: secret, to: { kind: 'person', person: wanda.who('Nia') ?? wanda.id } });
  await expect.poll(() => seen(nia.page)).toContain(`To you: ${secret}`);
  // Gone by itself, although nothing else asks for a frame.
  await expect.poll(() => over(nia.page), { timeout: 20_000 }).toEqual([]);
  await wanda.perform('gesture.clap', {});
  await expect.poll(() => seen(oona.page)).toContain('claps');
  expect((await seen(oona.page)).join()).not.toContain(secret);
  await nia.guard.clean();
  await oona.guard.clean();
}, 240_000);

test('captions over heads can be turned off, and the chat keeps what was said', async () => {
  const { page, guard } = await inPicture('Nell');
  await change(page, { captions: 'off' });
  await wanda.perform('chat.say', { text: 'is anybody there' });
  await waitHeard(page, /^New message from Wanda/);
  await wanda.perform('gesture.wave', {});
  await waitHeard(page, /^Wanda waves/);
  expect(await seen(page)).toEqual([]);
  await change(page, { captions: 'on', textSize: '200' });
  await wanda.perform('chat.say', { text: 'and now' });
  await expect.poll(() => seen(page)).toEqual(['and now']);
  await guard.clean();
}, 240_000);
