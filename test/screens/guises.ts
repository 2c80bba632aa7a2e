/** How screens are looked at: how wide, in which colours, which language, which way, how large. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Translation } from '#client/app/locales/locale.ts';
import type { TestHearth } from '#test/support/hearth.ts';
import { allMessages } from '#test/support/messages.ts';
import { visitor, type Visitor } from '#test/support/page.ts';
import { judgedIds, type ChapterId } from './chapters.ts';
import type { Company } from './company.ts';
import { rememberSockets } from './connection.ts';
import { inEnglish, type Names, type Stage } from './stage.ts';

export interface Guise extends Pick<BrowserContextOptions, 'colorScheme' | 'forcedColors' | 'locale'> {
  readonly width: number;
  readonly height: number;
  /** What is looked at in it. */
  readonly chapters: readonly ChapterId[];
  /** What the reader has set. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly dir?: 'rtl';
}

const flat = judgedIds.filter((id) => id !== 'picture');
const WIDE = { width: 1280, height: 800, chapters: judgedIds } as const;
const MIDDLE = { width: 768, height: 1024, chapters: flat } as const;
/** The picture on a phone is looked at 390 px wide, and the portrait of the look editor. */
const NARROW = { width: 320, height: 640, chapters: flat } as const;

export const guises: Readonly<Record<string, Guise>> = {
  'wide': WIDE,
  'wide-dark': { ...WIDE, colorScheme: 'dark' },
  'wide-forced': { ...WIDE, forcedColors: 'active' },
  'wide-spanish': { ...WIDE, locale: 'es' },
  'wide-right-to-left': { ...WIDE, dir: 'rtl' },
  'wide-text-200': { ...WIDE, settings: { textSize: '200' } },
  'wide-compact': { ...WIDE, chapters: flat, settings: { density: 'compact' } },
  'wide-contrast': { ...WIDE, chapters: flat, settings: { contrast: 'more' } },
  'middle': MIDDLE,
  'middle-dark': { ...MIDDLE, colorScheme: 'dark' },
  'middle-spanish': { ...MIDDLE, locale: 'es' },
  'phone': { width: 390, height: 844, chapters: ['join', 'picture'] },
  'phone-dark': { width: 390, height: 844, chapters: ['picture'], colorScheme: 'dark' },
  'narrow': NARROW,
  'narrow-dark': { ...NARROW, colorScheme: 'dark' },
  'narrow-forced': { ...NARROW, forcedColors: 'active' },
  'narrow-spanish': { ...NARROW, locale: 'es' },
  'narrow-right-to-left': { ...NARROW, dir: 'rtl' },
  'narrow-text-200': { ...NARROW, settings: { textSize: '200' } },
  'zoom-400': { ...NARROW, height: 256 },
};

/** What is written on things in a language, by their English words. */
const namesIn = async (locale: string | undefined): Promise<Names> => {
  if (locale === undefined) return inEnglish;
  const { messages } = JSON.parse(readFileSync(`client/app/locales/${locale}.json`, 'utf8')) as Translation;
  const english = await allMessages();
  const ids = new Map([...english].map(([id, text]) => [text, id]));
  return { text: (text) => messages[ids.get(text) ?? ''] ?? text };
};

let visitors = 0;

/** A browser in a guise, at the way in. Nothing moves in it, so that pictures of it are alike. */
export const lookIn = async (browser: Browser, hearth: TestHearth, company: Company, { width, height, settings, dir, chapters: _chapters, ...options }: Guise, names?: Names): Promise<{ readonly stage: Stage; readonly visiting: Visitor; close(): Promise<void> }> => {
  const visiting = await visitor(browser, hearth, { ...options, viewport: { width, height }, reducedMotion: 'reduce' });
  const { page, context } = visiting;
  await rememberSockets(context);
  await context.addInitScript((set) => location.protocol.startsWith('http') && localStorage.setItem('hearth.settings', set), JSON.stringify({ quality: 'B', ...settings }));
  if (dir) await context.addInitScript((way) => addEventListener('DOMContentLoaded', () => (document.documentElement.dir = way)), dir);
  await page.goto(hearth.guestLink);
  return {
    stage: { page, hearth, company, names: names ?? (await namesIn(options.locale)), name: `Nia ${++visitors}` },
    visiting,
    // One leaves at once: a closed tab keeps its place, and its seat, for a while.
    close: async () => {
      await page.evaluate(() => dispatchEvent(new Event('pagehide'))).catch(() => undefined);
      await context.close();
    },
  };
};
