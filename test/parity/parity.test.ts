/** The parity matrix: each capability of the registry, by each of four means. `npm run parity` draws it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test, vi } from 'vitest';
import { boardWitness, type BoardWitness } from '#test/support/boardWitness.ts';
import { launch } from '#test/support/chromium.ts';
import { startHearth, type TestHearth } from '#test/support/hearth.ts';
import { roomsWithCaps } from '#test/support/room.ts';
import { witness, type Witness } from '#test/support/witness.ts';
import { cells } from './cells.ts';
import { columns } from './matrix.ts';
import { allIds, NOTICES } from './parts.ts';
import { closeStage, openStage, type Stage } from './stage.ts';

const names = { '3D pointer': 'Pia', '3D keyboard': 'Kay', '2D keyboard': 'Tom', '2D screen reader': 'Sam' } as const;

/** In sight of whoever comes in. */
const spot = { x: -1, z: 4.2 } as const;

vi.setConfig({ testTimeout: 60_000 });

let hearth: TestHearth;
let browser: Browser;
let wanda: Witness;
let olga: Witness;
let greta: Witness;
let nell: Witness;
let bea: BoardWitness;

beforeAll(async () => {
  // As if a LiveKit carried voices, which is not there: what is done and said does not depend on it.
  hearth = await startHearth((folder) => roomsWithCaps(folder, { garden: 1 }), { VOICE: 'auto', LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 's'.repeat(32) });
  browser = await launch(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']);
  olga = await witness(hearth.url, hearth.ownerLink, 'Olga');
  wanda = await witness(hearth.url, hearth.guestLink, 'Wanda');
  await wanda.perform('move.goTo', { to: 'spot', ...spot });
  // The Garden has one place, and it is taken.
  greta = await witness(hearth.url, hearth.guestLink, 'Greta', 'garden');
  await wanda.until('the Garden is full', ({ facts }) => facts.elsewhere.get('garden')?.count === 1);
  bea = await boardWitness(hearth.url, hearth.guestLink, 'Bea', NOTICES);
  // Out of the picture.
  nell = await witness(hearth.url, hearth.guestLink, 'Nell');
  await nell.perform('move.goTo', { to: 'object', id: 'west-bench' as never });
  await olga.perform('move.goTo', { to: 'object', id: 'east-bench' as never });
  await wanda.until('Wanda stands where she went', () => {
    const { x = 0, z = 0, speed = 1 } = wanda.pose('Wanda') ?? {};
    return speed === 0 && Math.hypot(x - spot.x, z - spot.z) < 0.3;
  });
});
afterAll(async () => {
  await wanda?.leave();
  await olga?.leave();
  await greta?.leave();
  await nell?.leave();
  await bea?.leave();
  await browser?.close();
  await hearth?.remove();
});

/** What a cell before left open is closed as a person does it: once it has opened, and holds focus; and what it lay over, then. */
const closed = async (page: Page): Promise<void> => {
  for (let isFirst = true; ; isFirst = false) {
    await page.waitForFunction(() => {
      const dialogs = [...document.querySelectorAll('[role="dialog"]')];
      return dialogs.length === 0 || dialogs.some((dialog) => dialog.contains(document.activeElement));
    });
    const top = await page.$('[role="dialog"]:focus-within');
    if (!top && !isFirst) return;
    await page.keyboard.press('Escape');
    await top?.waitForElementState('hidden');
  }
};

// One column after the other: a second picture drawn in software would slow the first one down.
for (const column of columns) {
  describe(column, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await openStage(browser, hearth, { wanda, olga, nell, bea }, names[column], column.startsWith('3D') ? '3d' : '2d');
    });
    afterAll(async () => {
      await stage?.guard.clean();
      if (stage) await closeStage(stage);
    });
    for (const id of allIds) {
      // Of some two thousand presses one to four come to nothing on a busy machine, each time others, and why is not known yet: once more, and a cell that fails twice has failed.
      test(id, { retry: 1 }, async ({ onTestFailed }) => {
        onTestFailed(async () => {
          await stage.page.screenshot({ path: `test-results/${column} ${id}.png` });
          // Where there are words only, this is what was there.
          console.error(await stage.page.locator('body').ariaSnapshot());
        });
        await closed(stage.page);
        await cells[id][column](stage);
      });
    }
  });
}
