/** What it costs a browser to play voices: by plain elements, and by our own graph, in the same run. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { builtPage } from '#test/support/builtPage.ts';
import { launch } from '#test/support/chromium.ts';
import { WITH_SOUND } from '#test/support/tones.ts';
import { percentile } from '../bench.ts';
import type { MixPage, Way } from './mix/page.ts';

interface CpuSession {
  send(method: 'SystemInfo.getProcessInfo'): Promise<{ readonly processInfo: readonly { readonly id: number; readonly cpuTime: number }[] }>;
}

/** Two browsers of one machine find each other by their addresses: nobody resolves made-up names here. */
const OPEN = [...WITH_SOUND, '--disable-features=WebRtcHideLocalIpsWithMdns'];
const ways: readonly Way[] = ['silent', 'plain', 'ours', 'around'];

const inPage = (page: Page) => ({
  speak: (count: number) => page.evaluate((given) => (window as unknown as { mix: MixPage }).mix.speak(given), count),
  hear: (offer: string) => page.evaluate((given) => (window as unknown as { mix: MixPage }).mix.hear(given), offer),
  take: (answer: string) => page.evaluate((given) => (window as unknown as { mix: MixPage }).mix.take(given), answer),
  play: (way: Way) => page.evaluate((given) => (window as unknown as { mix: MixPage }).mix.play(given), way),
  heard: () => page.evaluate(() => (window as unknown as { mix: MixPage }).mix.heard()),
});

/** The processor's time of all of a browser's processes (s). */
const cpuOf = async (session: CpuSession): Promise<number> => (await session.send('SystemInfo.getProcessInfo')).processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);

const opened = async (url: string): Promise<{ readonly browser: Browser; readonly page: ReturnType<typeof inPage> }> => {
  const browser = await launch(OPEN);
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'mix' in window);
  return { browser, page: inPage(page) };
};

/** Percent of a core that a browser takes which hears so many voices, by the way it plays them: the median of some turns, so that what else the machine does falls on each alike. */
export const measureMix = async (count: number, turns: number, seconds: number): Promise<Readonly<Record<Way, number>>> => {
  const served = await builtPage(join(import.meta.dirname, 'mix'));
  const [mouth, ear] = await Promise.all([opened(served.url), opened(served.url)]);
  try {
    await mouth.page.take(await ear.page.hear(await mouth.page.speak(count)));
    for (let tries = 0; (await ear.page.heard()) < count; tries++) {
      if (tries > 100) throw new Error(`Of ${count} voices ${await ear.page.heard()} came in.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const session = (await ear.browser.newBrowserCDPSession()) as unknown as CpuSession;
    const found: Record<Way, number[]> = { silent: [], plain: [], ours: [], around: [] };
    for (let turn = 0; turn < turns; turn++) {
      for (const way of ways) {
        await ear.page.play(way);
        await new Promise((resolve) => setTimeout(resolve, 700));
        const [before, begun] = [await cpuOf(session), performance.now()];
        await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
        found[way].push(((await cpuOf(session)) - before) / ((performance.now() - begun) / 1_000) * 100);
      }
    }
    return Object.fromEntries(ways.map((way) => [way, percentile(found[way], 0.5) ?? 0])) as Record<Way, number>;
  } finally {
    await Promise.all([mouth.browser.close(), ear.browser.close(), served.close()]);
  }
};
