/** How much a browser fetches before a room can be used, and how long that takes: cold, over loopback. */
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { findLivekit } from '#server/voice/livekit/supervisor.ts';
import { launch } from '#test/support/chromium.ts';
import { startHearth, type TestHearth } from '#test/support/hearth.ts';
import { admit, visitor, type View } from '#test/support/page.ts';
import { mostScript } from '#test/support/scripts.ts';
import { atMost, percentile, tableOf, type Bench, type Row } from '../bench.ts';

const kb = (bytes: number): number => bytes / 1024;

interface Visit {
  /** Gzipped, whatever the server sends, so that a proxy's choice does not matter (bytes). */
  readonly scripts: ReadonlyMap<string, number>;
  readonly styles: number;
  /** Fonts come compressed (bytes). */
  readonly fonts: number;
  /** From the start of the navigation until the room can be used (ms). */
  readonly ms: number;
}

/** What can be used: the room's name, where one stands; in 3D a drawn picture, whose things have their places. */
const usable: Readonly<Record<View, () => boolean>> = {
  '2d': () => document.querySelector('#room-title') !== null && document.querySelector('#room strong')?.textContent !== '' && document.querySelector('#controls button') !== null,
  '3d': () => document.querySelector('canvas') !== null && (document.querySelector('[data-target]')?.getBoundingClientRect().x ?? 0) !== 0,
};

const visit = async (browser: Browser, hearth: TestHearth, view: View): Promise<Visit> => {
  const nia = await visitor(browser, hearth, { viewport: { width: 1280, height: 800 } });
  await admit(nia, hearth, 'Nia', view);
  const scripts = new Map<string, number>();
  const waiting: Promise<unknown>[] = [];
  let [styles, fonts] = [0, 0];
  nia.page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    const take = (add: (body: Buffer) => void): void => void waiting.push(response.body().then(add, () => undefined));
    if (path.endsWith('.js')) take((body) => scripts.set(path, gzipSync(body, { level: 9 }).length));
    if (path.endsWith('.css')) take((body) => (styles += gzipSync(body, { level: 9 }).length));
    if (path.endsWith('.woff2')) take((body) => (fonts += body.length));
  });
  await nia.page.goto('/r/commons', { waitUntil: 'commit' });
  await nia.page.waitForFunction(usable[view], undefined, { polling: 'raf' });
  const ms = await nia.page.evaluate(() => performance.now());
  // The worker that lights a room is fetched meanwhile.
  if (view === '3d') await nia.page.locator('[data-drawn] canvas').waitFor({ timeout: 60_000 });
  await Promise.all(waiting);
  await nia.context.close();
  return { scripts, styles, fonts, ms };
};

/** What voice adds, where it is carried: fetched once the room can be used (bytes by script, gzipped). */
const voiceScripts = async (browser: Browser, known: ReadonlyMap<string, number> | undefined): Promise<ReadonlyMap<string, number>> => {
  const hearth = await startHearth(undefined, { VOICE: 'livekit' });
  try {
    const nia = await visitor(browser, hearth);
    await admit(nia, hearth, 'Nia', '2d');
    const scripts = new Map<string, number>();
    const last = nia.page.waitForResponse(/\/livekit-[^/]*\.js$/);
    nia.page.on('response', (response) => {
      const path = new URL(response.url()).pathname;
      if (path.endsWith('.js') && !known?.has(path)) void response.body().then((body) => scripts.set(path, gzipSync(body, { level: 9 }).length), () => undefined);
    });
    await nia.page.goto('/r/commons');
    await (await last).body();
    await nia.page.locator('#controls [data-focus-key="voice.on"] button').waitFor();
    await nia.context.close();
    return scripts;
  } finally {
    await hearth.remove();
  }
};

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

export const size: Bench = {
  about: 'what a browser fetches before a room can be used, gzipped, and how long that takes, cold, over loopback.',
  goals: [atMost('kb_gz_2d', mostScript.flat), atMost('kb_gz_3d_added', mostScript.deep), atMost('ms_usable_2d', 1_500), atMost('ms_usable_3d', 4_000)],
  run: async ({ quick, note }) => {
    const hearth = await startHearth();
    const browser = await launch();
    try {
      // The first visit pays for the server's and the browser's own start.
      await visit(browser, hearth, '2d');
      const visits: Record<View, Visit[]> = { '2d': [], '3d': [] };
      for (const view of ['2d', '3d'] as const) {
        for (let run = 0; run < (quick ? 3 : 7); run++) visits[view].push(await visit(browser, hearth, view));
        note(`${view.toUpperCase()} can be used after ${visits[view].map(({ ms }) => Math.round(ms)).join(', ')} ms.`);
      }
      const [flat, deep] = [visits['2d'][0], visits['3d'][0]];
      const added = [...(deep?.scripts ?? [])].filter(([path]) => !flat?.scripts.has(path));
      const hasLivekit = findLivekit() !== undefined;
      if (!hasLivekit) note('There is no LiveKit server here (npm run livekit gets one): what voice adds is not measured.');
      const voice = hasLivekit ? await voiceScripts(browser, flat?.scripts) : new Map<string, number>();
      const figures = {
        kb_gz_2d: kb(sum(flat?.scripts.values() ?? [])),
        kb_gz_3d_added: kb(sum(added.map(([, bytes]) => bytes))),
        ...(hasLivekit && { kb_gz_voice: kb(sum(voice.values())) }),
        kb_gz_css: kb(flat?.styles ?? 0),
        kb_fonts: kb(flat?.fonts ?? 0),
        ms_usable_2d: percentile(visits['2d'].map(({ ms }) => ms), 0.5) ?? NaN,
        ms_usable_3d: percentile(visits['3d'].map(({ ms }) => ms), 0.5) ?? NaN,
      };
      const rows: Row[] = [...(flat?.scripts ?? []), ...added, ...voice].map(([path, bytes]) => ({ script: path, 'KB gz': kb(bytes), for: flat?.scripts.has(path) ? '2D' : voice.has(path) ? 'voice' : '3D' }));
      return { figures, rows, table: [...tableOf(rows), '', '  Times are the median, from the start of the navigation, in software WebGL where there is no other.'] };
    } finally {
      await browser.close();
      await hearth.remove();
    }
  },
};
