/** Moving about a page by keys alone, and what focus is on. */
import type { Page } from 'playwright-core';

/** So many presses are on their way at once. */
const TOGETHER = 8;

const nameOfFocused = (): string => {
  const it = document.activeElement;
  if (!(it instanceof HTMLElement) || it === document.body) return '';
  const texts = (ids: string | null): string => (ids ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const labels = 'labels' in it ? [...((it as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' ') : '';
  return (texts(it.getAttribute('aria-labelledby')) || it.getAttribute('aria-label') || labels || it.textContent || '').replace(/\s+/g, ' ').trim();
};

/** The accessible name of what has focus, near enough for finding it. */
export const focused = (page: Page): Promise<string> => page.evaluate(nameOfFocused);

interface Walk {
  /** What focus came upon that is sought, and what it was on before. */
  readonly passed: string[];
  found: string | undefined;
  look(): void;
  stop(): void;
}
type Walking = { walk?: Walk };

/** Runs in the page: from now on, a press of that key is kept from it once focus is on something of that name. */
const watch = (name: () => string, key: string, wanted: RegExp): void => {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== key) return;
    walk.look();
    if (walk.found === undefined) return void walk.passed.push(name());
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const walk: Walk = {
    passed: [], found: undefined,
    look: () => {
      const now = name();
      // A dialog is often called what its button does, and has focus first.
      if (document.activeElement?.getAttribute('role') !== 'dialog' && wanted.test(now)) walk.found ??= now;
    },
    stop: () => removeEventListener('keydown', press, true),
  };
  addEventListener('keydown', press, true);
  (globalThis as Walking).walk = walk;
};
/** Runs in the page: what has come of it, looked at once more where there are presses left. */
const outcome = (isLast: boolean): Pick<Walk, 'found' | 'passed'> => {
  const { walk } = globalThis as Walking;
  if (!walk) throw new Error('The page is another than that in which the keys were pressed.');
  if (!isLast) walk.look();
  if (isLast || walk.found !== undefined) walk.stop();
  return { found: walk.found, passed: walk.passed };
};

/**
 * Presses a key until focus is on something of that name. Fails when it comes around without finding it. The page itself looks where it is
 * before each press: asked from here, that took most of the time of whatever is reached by keys.
 */
export const keyTo = async (page: Page, key: string, pattern: RegExp, most = 80): Promise<string> => {
  await page.evaluate(`(${watch})(${nameOfFocused}, ${JSON.stringify(key)}, ${pattern})`);
  for (let left = most; ; left -= TOGETHER) {
    const { found, passed } = await page.evaluate(outcome, left <= 0);
    if (found !== undefined) return found;
    if (left <= 0) throw new Error(`${key} never came to ${pattern}. It passed: ${passed.join(' | ')}`);
    await Promise.all(Array.from({ length: Math.min(TOGETHER, left) }, () => page.keyboard.press(key)));
  }
};

export const tabTo = (page: Page, pattern: RegExp, most?: number): Promise<string> => keyTo(page, 'Tab', pattern, most);

/** Goes to something by Tab, and presses it. */
export const press = async (page: Page, pattern: RegExp): Promise<void> => {
  await tabTo(page, pattern);
  await page.keyboard.press('Enter');
};
