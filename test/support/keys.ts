/** Moving about a page by keys alone, and what focus is on. */
import type { Page } from 'playwright-core';

const nameOfFocused = (): string => {
  const it = document.activeElement;
  if (!(it instanceof HTMLElement) || it === document.body) return '';
  const texts = (ids: string | null): string => (ids ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const labels = 'labels' in it ? [...((it as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' ') : '';
  return (texts(it.getAttribute('aria-labelledby')) || it.getAttribute('aria-label') || labels || it.textContent || '').replace(/\s+/g, ' ').trim();
};

/** The accessible name of what has focus, near enough for finding it. */
export const focused = (page: Page): Promise<string> => page.evaluate(nameOfFocused);

/** Presses a key until focus is on something of that name. Fails when it comes around without finding it. */
export const keyTo = async (page: Page, key: string, pattern: RegExp, most = 80): Promise<string> => {
  const passed: string[] = [];
  for (let press = 0; press < most; press++) {
    const name = await focused(page);
    if (pattern.test(name)) return name;
    passed.push(name);
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${pattern}. It passed: ${passed.join(' | ')}`);
};

export const tabTo = (page: Page, pattern: RegExp): Promise<string> => keyTo(page, 'Tab', pattern);

/** Goes to something by Tab, and presses it. */
export const press = async (page: Page, pattern: RegExp): Promise<void> => {
  await tabTo(page, pattern);
  await page.keyboard.press('Enter');
};
