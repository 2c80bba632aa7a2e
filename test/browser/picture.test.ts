/** What the 3D picture holds of the graphics card, when it draws, and what becomes of one that is lost. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Figures } from '#client/view-3d/Scene.tsx';
import { waitHeard } from '#test/support/heard.ts';
import { enter, inRoom, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';

const here = setUp();

interface Drawn extends HTMLCanvasElement {
  figures?(): Figures;
}

const figures = (page: Page): Promise<Figures | undefined> => page.evaluate(() => document.querySelector<Drawn>('canvas')?.figures?.());
const furnished = async (page: Page): Promise<void> => {
  // Baking a room is a second's work of a core of its own, and software draws the first frame.
  await expect.poll(async () => (await figures(page))?.furnished, { timeout: 60_000 }).toBe(true);
  await expect.poll(async () => (await figures(page))?.calls, { timeout: 30_000 }).toBeGreaterThan(8);
};
const change = async (page: Page, view: '2D' | '3D'): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(`Switch to the ${view}`);
  await page.getByRole('option', { name: `Switch to the ${view} view` }).waitFor();
  await page.keyboard.press('Enter');
  if (view === '3D') await furnished(page);
  else await page.locator('canvas').waitFor({ state: 'detached' });
};

/** What is left behind is left each time. */
const TIMES = 3;

test('leaving the 3D view time and again leaves nothing of it on the graphics card', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  // With all that it can draw.
  await nia.context.addInitScript(() => location.protocol.startsWith('http') && localStorage.setItem('hearth.settings', '{"quality":"C","outlines":"on"}'));
  await enter(nia, here.hearth, 'Nia', '3d');
  await furnished(page);
  await page.evaluate(() => Object.assign(globalThis, { canvases: [] }));
  const held: number[] = [];
  const smooth: (boolean | undefined)[] = [];
  for (let time = 0; time < TIMES; time++) {
    held.push((await figures(page))?.geometries ?? 0);
    smooth.push(await page.evaluate(() => document.querySelector('canvas')?.getContext('webgl2')?.getContextAttributes()?.antialias));
    await page.evaluate(() => (globalThis as unknown as { canvases: Drawn[] }).canvases.push(document.querySelector<Drawn>('canvas') as Drawn));
    await change(page, '2D');
    if (time < TIMES - 1) await change(page, '3D');
  }
  // The pinned quality stays, on a machine as slow as this and through every change: only above C are edges smoothed.
  expect(smooth).toEqual(Array.from({ length: TIMES }, () => false));
  // It can count: a room is more than a few things, and no more the last time than the first.
  expect(Math.min(...held)).toBeGreaterThan(10);
  expect(Math.max(...held) - Math.min(...held)).toBeLessThanOrEqual(3);
  const left = await page.evaluate(() => (globalThis as unknown as { canvases: Drawn[] }).canvases.map((canvas) => [canvas.figures?.().geometries, canvas.figures?.().textures]));
  expect(left).toEqual(Array.from({ length: TIMES }, () => [0, 0]));
  await nia.guard.clean();
}, 240_000);

test('a picture whose context is lost gives way to the 2D view, with the reason', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '3d');
  await furnished(page);
  await page.evaluate(() => document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext());
  await waitHeard(page, /^The 3D picture was lost\. You are in the 2D view; everything is here\.$/);
  await inRoom(page);
  expect(await page.locator('canvas').count()).toBe(0);
  await nia.guard.clean();
}, 120_000);

test('a browser without WebGL opens the 2D view, with the reason', async () => {
  const nia = await visitor(here.browser, here.hearth);
  const { page } = nia;
  await nia.context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await enter(nia, here.hearth, 'Nia', '3d');
  await waitHeard(page, /^3D could not start on this computer \(no WebGL\)\./);
  await nia.guard.clean();
});

test('with reduced motion nothing is drawn while nobody moves, and again when somebody does', async () => {
  const nia = await visitor(here.browser, here.hearth, { reducedMotion: 'reduce' });
  const { page } = nia;
  await enter(nia, here.hearth, 'Nia', '3d');
  await furnished(page);
  const counted = async (): Promise<number> => (await figures(page))?.frames ?? 0;
  /** How many pictures are drawn while the display shows ninety. */
  const drawn = async (): Promise<number> => {
    const before = await counted();
    await page.evaluate(async () => {
      for (let shown = 0; shown < 90; shown++) await new Promise(requestAnimationFrame);
    });
    return (await counted()) - before;
  };
  await expect.poll(drawn).toBe(0);
  await page.getByRole('button', { name: 'Look left' }).click();
  await expect.poll(counted).toBeGreaterThan(1);
  await expect.poll(drawn).toBe(0);
  await nia.guard.clean();
}, 120_000);
