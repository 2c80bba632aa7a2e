/** `npm run gallery [-- VARIANT…]`: a picture of every screen in every variant, to be looked at beside `reference/interface/`. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { seatId } from '#shared/kernel/ids.ts';
import type { Translation } from '#client/app/locales/locale.ts';
import { openEverything, type Names } from '#test/browser/everything.ts';
import { launch } from '#test/support/chromium.ts';
import { startHearth, type TestHearth } from '#test/support/hearth.ts';
import { allMessages } from '#test/support/messages.ts';
import { visitor } from '#test/support/page.ts';
import { witness, type Witness } from '#test/support/witness.ts';

interface Variant extends Pick<BrowserContextOptions, 'colorScheme' | 'forcedColors' | 'locale'> {
  readonly width: number;
  readonly height: number;
  /** What the reader has set. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly dir?: 'rtl';
}

const WIDE = { width: 1280, height: 800 } as const;
const NARROW = { width: 320, height: 640 } as const;
const variants: Readonly<Record<string, Variant>> = {
  wide: WIDE,
  'wide-dark': { ...WIDE, colorScheme: 'dark' },
  'wide-forced': { ...WIDE, forcedColors: 'active' },
  'wide-spanish': { ...WIDE, locale: 'es' },
  'wide-right-to-left': { ...WIDE, dir: 'rtl' },
  'wide-text-200': { ...WIDE, settings: { textSize: '200' } },
  'wide-compact': { ...WIDE, settings: { density: 'compact' } },
  'wide-contrast': { ...WIDE, settings: { contrast: 'more' } },
  middle: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
  narrow: NARROW,
  'narrow-dark': { ...NARROW, colorScheme: 'dark' },
  'narrow-spanish': { ...NARROW, locale: 'es' },
};

/** What a button is called in a language, by its English words. */
const namesIn = async (locale: string | undefined): Promise<Names> => {
  if (locale === undefined) return { button: (label) => new RegExp(`^${label}`) };
  const { messages } = JSON.parse(readFileSync(`client/app/locales/${locale}.json`, 'utf8')) as Translation;
  const english = await allMessages();
  return { button: (label) => new RegExp(`^${messages[[...english].find(([, text]) => text === label)?.[0] ?? ''] ?? label}`) };
};

const photograph = async (browser: Browser, hearth: TestHearth, name: string, { width, height, settings, dir, ...options }: Variant): Promise<number> => {
  const folder = join('test-results/gallery', name);
  mkdirSync(folder, { recursive: true });
  const { page, context } = await visitor(browser, hearth, { ...options, viewport: { width, height }, reducedMotion: 'reduce' });
  if (settings) await context.addInitScript((set) => localStorage.setItem('hearth.settings', set), JSON.stringify(settings));
  if (dir) await context.addInitScript((way) => addEventListener('DOMContentLoaded', () => (document.documentElement.dir = way)), dir);
  await page.goto(hearth.guestLink);
  let count = 0;
  await openEverything(page, async (screen) => {
    await settled(page);
    await page.screenshot({ path: join(folder, `${String(++count).padStart(2, '0')} ${screen.replace(/[:,]/g, '')}.png`) });
  }, await namesIn(options.locale));
  await context.close();
  return count;
};

/** Fonts are there, and two frames have been drawn. */
const settled = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
};

/** A room with life in it: a circle at the fire, one who stands by, a hand, some words. */
const fill = async (hearth: TestHearth): Promise<readonly Witness[]> => {
  const names = ['Ana Conceição', 'Łukasz', 'Kwame', 'Nguyễn Thị Hoa', 'Yusuf'];
  const people: Witness[] = [];
  for (const name of names) people.push(await witness(hearth.url, hearth.guestLink, name));
  for (const [at, one] of people.slice(0, 4).entries()) await one.perform('seat.sit', { seat: seatId(`hearth-${at + 2}`) });
  await people[1]?.perform('hand.raise', {});
  await people[0]?.perform('chat.say', { text: 'Welcome. We start at ten past; come as you are.' });
  await people[3]?.perform('chat.say', { text: 'Is the board from last week still open?' });
  return people;
};

const main = async (): Promise<void> => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !Object.hasOwn(variants, name));
  if (unknown !== undefined) throw new Error(`There is no variant ${unknown}; there are: ${Object.keys(variants).join(', ')}.`);
  rmSync('test-results/gallery', { recursive: true, force: true });
  const hearth = await startHearth();
  const browser = await launch();
  try {
    const people = await fill(hearth);
    for (const [name, variant] of Object.entries(variants)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      process.stdout.write(`  … ${name}: ${await photograph(browser, hearth, name, variant)} pictures\n`);
    }
    for (const one of people) await one.leave();
    process.stdout.write('They are in test-results/gallery.\n');
  } finally {
    await browser.close();
    await hearth.remove();
  }
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
