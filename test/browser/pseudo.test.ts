/** In the pseudo-locale every string of ours stands in ⟦⟧: what does not was written past the messages. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pageKeys } from '#client/app/pageKeys.ts';
import { createWords } from '#client/app/words.ts';
import { capabilityIds, capabilityOf } from '#shared/registry.ts';
import { readLayouts } from '#server/rooms/layouts.ts';
import { setUp } from '#test/support/setup.ts';
import { chapterIds, visitScreens } from '#test/screens/chapters.ts';
import { ON_BOARD } from '#test/screens/board.ts';
import { GREETING, LONG, RIGHT_TO_LEFT } from '#test/screens/room.ts';
import type { Names } from '#test/screens/stage.ts';
import { companyIn, roomsOfCompany, SAID, withVoice } from '#test/screens/company.ts';
import { lookIn } from '#test/screens/guises.ts';
import { layoutTexts } from './layoutTexts.ts';

const here = setUp(roomsOfCompany, 'file', withVoice);

/** All that a page lets one read or hear. Key caps show keys, which have no translation. */
const textsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'placeholder', 'title', 'alt'];
    const texts = [document.title];
    for (const element of document.querySelectorAll('body, body *')) {
      if (element.closest('script, style, kbd')) continue;
      // Excalidraw has translations of its own.
      if (element.closest('.excalidraw')) continue;
      // The name of a language stands in that language.
      if (element.closest('[lang]') !== document.documentElement) continue;
      for (const name of spoken) texts.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
    }
    return texts.filter((text) => text.trim() !== '');
  });

/** The keys after the leader: they are read out as they are written on the keyboard. */
const keys = new Set([...capabilityIds.map((id) => capabilityOf(id).shortcut), ...Object.values<string | undefined>(pageKeys)]);
/** The browser writes dates, in the language behind the pseudo-locale. */
const date = /^\d{1,2} [A-Z][a-z]{2} \d{4}(,? \d{2}:\d{2})?$/;
/** Words of react-aria itself, which brings its own translations. */
const reactArias = ['Dismiss'];

/** What is left of a text without our strings and without what people and room authors wrote. */
const leftOf = (text: string, written: readonly string[]): string => {
  // A link's short code is drawn by chance.
  let rest = text.replace(/⟦[^⟦⟧]*⟧/gu, ' ').replace(/\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/g, ' ');
  for (const one of written) rest = rest.replaceAll(one, ' ');
  // What stands between a name and a time is no word.
  return rest.replace(/^[\s,·]+|\s+$/g, '');
};

test('nothing on any screen is hard-coded', { timeout: 240_000 }, async () => {
  const company = await companyIn(here.hearth);
  await company.ana.perform('chat.say', { text: 'Grüß Gott' });
  const words = createWords('en-XA');
  const names: Names = { text: (text) => words({ id: 'test', defaultMessage: text }) };
  const { stage, visiting: { page } } = await lookIn(here.browser, here.hearth, company, { width: 1280, height: 800, chapters: chapterIds, settings: { quality: 'E' } }, names);
  const written = [
    ...company.people.map((one) => one.facts.people.get(one.id)?.name ?? ''), ...SAID, `${SAID[0].slice(0, 40)}…`, `${SAID[1]} …`, 'Grüß Gott',
    stage.name, 'Hello', 'Riverside', 'Spring', 'xyzzy', 'Too much noise', GREETING, ...ON_BOARD, ...LONG, `${LONG[0].slice(0, 40)}…`, RIGHT_TO_LEFT, ...reactArias, ...[...readLayouts('assets/rooms').values()].flatMap(layoutTexts),
  ].filter(Boolean).sort((a, b) => b.length - a.length);
  await page.goto(here.hearth.guestLink.replace('/join#', '/join?locale=en-XA#'));
  const found: Record<string, readonly string[]> = {};
  let read = 0;
  await visitScreens(stage, async (screen) => {
    const texts = await textsOf(page);
    read += texts.filter((text) => text.includes('⟦')).length;
    const bare = texts.map((text) => leftOf(text, written)).filter((rest) => /\p{L}/u.test(rest) && !keys.has(rest) && !date.test(rest));
    if (bare.length > 0) found[screen] = [...new Set(bare)];
  });
  expect(found).toEqual({});
  expect(read).toBeGreaterThan(200);
  await company.leave();
});

test('a string that skipped the messages would be found', () => {
  expect(leftOf('⟦Gó tó ⟧Benedikt', ['Benedikt'])).toBe('');
  expect(leftOf('Go to Benedikt', ['Benedikt'])).toBe('Go to');
});
