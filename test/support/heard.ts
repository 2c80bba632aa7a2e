/** Records what a page says through its live regions, as a screen reader would take it up. */
import type { BrowserContext, Page } from 'playwright-core';

const listen = (): void => {
  const regions = '[data-live-announcer] > *, [data-outlet]';
  const say = (globalThis as unknown as { hearthHeard(text: string): void }).hearthHeard;
  new MutationObserver((changes) => {
    const spoken = new Set<Element>();
    for (const { target } of changes) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(regions);
      if (region) spoken.add(region);
    }
    for (const region of spoken) {
      // Of what waited in the same turn, the last is what is left to hear.
      const text = region.textContent?.trim() ?? '';
      if (text !== '') say(text);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
};

interface Ear {
  readonly texts: string[];
  readonly waiting: Set<() => void>;
}
const ears = new WeakMap<Page, Ear>();
const earOf = (page: Page): Ear => {
  const known = ears.get(page);
  if (known) return known;
  const fresh: Ear = { texts: [], waiting: new Set() };
  ears.set(page, fresh);
  return fresh;
};

/** Lets every page of a context be heard; call it before the first one opens. */
export const recordSpeech = async (context: BrowserContext): Promise<void> => {
  await context.exposeBinding('hearthHeard', ({ page }, text: string) => {
    const { texts, waiting } = earOf(page);
    texts.push(text);
    for (const look of [...waiting]) look();
  });
  await context.addInitScript(listen);
};

/** Everything a page has said, in order. */
export const heard = (page: Page): readonly string[] => earOf(page).texts;

/** Waits until the page says something that matches, counting from `since` (a former `heard(page).length`). */
export const waitHeard = async (page: Page, pattern: RegExp, since = 0, timeout = 15_000): Promise<string> => {
  const ear = earOf(page);
  const find = (): string | undefined => ear.texts.slice(since).find((text) => pattern.test(text));
  const now = find();
  if (now !== undefined) return now;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = find();
      if (found === undefined) return;
      clearTimeout(timer);
      ear.waiting.delete(look);
      resolve(found);
    };
    const timer = setTimeout(() => {
      ear.waiting.delete(look);
      reject(new Error(`Nothing said matches ${pattern}. Said: ${JSON.stringify(ear.texts.slice(since))}`));
    }, timeout);
    ear.waiting.add(look);
  });
};
