/** Goes through a screen by Tab and arrows, and says what a person who presses keys cannot reach, name, see or leave. */
import type { Page } from 'playwright-core';
import { settled } from './page.ts';

interface Stop {
  readonly id: number;
  readonly what: string;
  readonly against: readonly string[];
  /** Of a group that is one tab stop: what one presses to move in it, onwards and back. */
  readonly arrows: readonly string[];
  /** The field in which one stays while a list's item is active. */
  readonly field?: number;
}
interface Crawler {
  expected(): readonly Stop[];
  /** What has focus, judged; nothing for the page itself. */
  stop(): Stop | undefined;
  sizes(): readonly string[];
  /** A screen is new: nothing of it is known. */
  begin(): void;
  /** From now on what has focus is judged before each Tab is let to it; but not before the first, where it has been seen to. */
  walk(isSeenTo: boolean): void;
  /** What was judged so since; and whether the last of it is to be seen to, so that further presses were kept from the page. */
  walked(): Walked;
}
interface Walked {
  readonly stops: readonly (Stop | undefined)[];
  readonly isHeld: boolean;
}
interface Inside {
  readonly crawler: Crawler;
}

/** Runs in the page: what it knows of its elements outlasts a call. */
const install = (): void => {
  if ('crawler' in globalThis) return;
  const ids = new Map<Element, number>();
  const idOf = (element: Element): number => {
    const id = ids.get(element) ?? ids.size + 1;
    ids.set(element, id);
    return id;
  };
  const composites = '[role="toolbar"], [role="radiogroup"], [role="listbox"], [role="menu"], [role="tablist"]';
  const scope = (): Element => [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"]')].findLast((one) => one.checkVisibility() && !one.closest('[aria-hidden="true"], [inert]')) ?? document.body;
  const isThere = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0 && !element.closest('[aria-hidden="true"], [inert], [hidden]') && !element.matches(':disabled');
  };
  const textsOf = (list: string | null): string => (list ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const nameOf = (element: Element): string => {
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' ') : '';
    const own = element.matches('input, textarea, select') ? '' : (element as HTMLElement).innerText ?? element.textContent ?? '';
    return (textsOf(element.getAttribute('aria-labelledby')) || element.getAttribute('aria-label') || labels || own || element.getAttribute('title') || '').replace(/\s+/g, ' ').trim();
  };
  const whatIs = (element: Element): string => `${element.getAttribute('role') ?? element.tagName.toLowerCase()} "${nameOf(element).slice(0, 50)}"`;
  /** What one sees and presses: for a native radio or box that is its label. */
  const seenAs = (element: Element): Element => {
    const { width, height } = element.getBoundingClientRect();
    const label = element.matches('input') ? element.closest('label') : null;
    return label && (width < 24 || height < 24 || getComputedStyle(element).opacity === '0') ? label : element;
  };
  const pressable = 'a[href], button, input:not([type="hidden"]), textarea, select, summary, [tabindex]:not([tabindex="-1"]), [role="option"], [role="menuitem"], [role="tab"]';
  const outlined = (element: Element, pseudo?: string): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  /** The element, what stands for it, or what is drawn around it; an item that is only active, not focused, shows it by itself. */
  const showsFocus = (element: Element): boolean => {
    const around = [element, seenAs(element), element.parentElement, element.parentElement?.parentElement, ...element.querySelectorAll('*'), ...(element.closest('label')?.querySelectorAll('*') ?? [])];
    return around.some((one) => one && (outlined(one) || outlined(one, '::after') || outlined(one, '::before')));
  };
  const hides = (element: Element): string | undefined => {
    const seen = seenAs(element);
    const box = seen.getBoundingClientRect();
    const [left, right, top, bottom] = [Math.max(box.left, 0), Math.min(box.right, innerWidth), Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right <= left || bottom <= top) return 'is out of sight';
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    for (const [at, px, py] of [['centre', x, y], ['top', x, top + 3], ['bottom', x, bottom - 3], ['left', left + 3, y], ['right', right - 3, y]] as const) {
      const hit = document.elementFromPoint(px, py);
      // Where the window ends, what lies at its edge may be the rounded corner of what holds it.
      const isOwn = hit !== null && (seen.contains(hit) || hit.contains(seen) || hit.closest('label')?.contains(element));
      if (!isOwn) return `is covered at its ${at} by ${hit ? `${hit.tagName.toLowerCase()}.${hit.getAttribute('class') ?? ''}` : 'nothing'}`;
    }
    return undefined;
  };
  const arrowsOf = (element: Element): readonly string[] => {
    const group = element.closest(composites);
    if (!group || element.matches('input')) return [];
    // Arrows choose at once there, as among native radios; browsers and react-aria see to it.
    if (group.matches('[role="tablist"]')) return [];
    return group.matches('[role="menu"], [role="listbox"], [aria-orientation="vertical"]') ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft'];
  };
  const toStop = (element: Element, against: readonly string[]): Stop => ({ id: idOf(element), what: whatIs(element), against, arrows: arrowsOf(element) });
  const passed: (Stop | undefined)[] = [];
  const known = new Set<number>();
  let [isHeld, isLetGo] = [false, false];
  const crawler: Crawler = {
    expected: () =>
      [...scope().querySelectorAll(pressable)]
        .filter((element) => isThere(element))
        // One tab stop each, of which the browser knows: the chosen radio and tab stand for the others.
        .filter((element) => !element.matches('input[type="radio"]:not(:checked), [role="tab"]:not([aria-selected="true"])'))
        .map((element) => toStop(element, [])),
    stop: () => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return undefined;
      const active = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '');
      const element = active ?? focused;
      const against = [
        ...(nameOf(element) === '' ? ['has no name'] : []),
        ...(active === null && !showsFocus(element) ? ['shows no focus'] : []),
        ...[hides(element)].flatMap((one) => one ?? []),
      ];
      return { ...toStop(element, against), ...(active && { field: idOf(focused) }) };
    },
    sizes: () => {
      const all = [...scope().querySelectorAll(pressable)].filter(isThere).filter((one) => !one.matches('[role="region"], section, ol, ul, main, [role="dialog"]'));
      const boxes = all.map((one) => seenAs(one).getBoundingClientRect());
      return all.flatMap((one, at) => {
        const { width = 0, height = 0, left = 0, top = 0 } = boxes[at] ?? {};
        const what = `${whatIs(one)} is ${Math.round(width)} × ${Math.round(height)} px`;
        if (one.matches('#controls button, form button[type="submit"]') && document.documentElement.dataset['density'] !== 'compact' && height < 43.5) return [`${what}, a main button`];
        if ((width >= 23.5 && height >= 23.5) || (one.matches('a') && getComputedStyle(one).display === 'inline')) return [];
        const [x, y] = [left + width / 2, top + height / 2];
        const isCrowded = boxes.some((other, index) => index !== at && !one.contains(all[index] ?? null) && !all[index]?.contains(one) && x + 12 > other.left && x - 12 < other.right && y + 12 > other.top && y - 12 < other.bottom);
        return isCrowded ? [`${what}, with another beside it`] : [];
      });
    },
    begin: () => known.clear(),
    walk: (isSeenTo) => {
      [passed.length, isHeld, isLetGo] = [0, false, isSeenTo];
    },
    walked: () => ({ stops: [...passed], isHeld }),
  };
  addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    if (isLetGo) return void (isLetGo = false);
    if (!isHeld) {
      const stop = crawler.stop();
      passed.push(stop);
      isHeld = stop !== undefined && (stop.against.length > 0 || stop.what.startsWith('menuitem') || (!known.has(stop.id) && (stop.arrows.length > 0 || stop.what.startsWith('combobox'))));
      if (stop) known.add(stop.id);
    }
    if (!isHeld) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  Object.assign(globalThis, { crawler });
};

/** Which item of a list is active, where the focus is in a field that moves through it. */
const activeIn = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement?.getAttribute('role') === 'combobox' ? (document.activeElement.getAttribute('aria-activedescendant') ?? '') : undefined));

/** What is only active becomes so a frame or two after the key; at the end of a list, never. */
const activeAfter = (page: Page, before: string): Promise<void> =>
  page.evaluate(async (was) => {
    for (let frame = 0; frame < 6 && (document.activeElement?.getAttribute('aria-activedescendant') ?? '') === was; frame++) await new Promise(requestAnimationFrame);
  }, before);

/** Where focus is. What a list shows is scrolled to within a frame or two. */
const stopIn = async (page: Page): Promise<Stop | undefined> => {
  const stop = await page.evaluate(() => (globalThis as unknown as Inside).crawler.stop());
  if (!stop || stop.against.length === 0) return stop;
  await settled(page);
  return page.evaluate(() => (globalThis as unknown as Inside).crawler.stop());
};

/** So many presses are on their way at once: asked after each from here, a screen took most of its time in that. */
const TOGETHER = 9;

const walk = async (page: Page, isSeenTo: boolean): Promise<Walked> => {
  await page.evaluate((is) => (globalThis as unknown as Inside).crawler.walk(is), isSeenTo);
  await Promise.all(Array.from({ length: TOGETHER }, () => page.keyboard.press('Tab')));
  return page.evaluate(() => (globalThis as unknown as Inside).crawler.walked());
};

/** More than the longest screen has, and more than a group that one goes back in. */
const MOST = 400;
const MOST_IN_GROUP = 12;

/** What is wrong with a screen as it stands; nothing is pressed but Tab and arrows, and focus is where it was afterwards. */
export const crawl = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(install);
  await page.evaluate(() => (globalThis as unknown as Inside).crawler.begin());
  const before = await page.evaluateHandle(() => document.activeElement);
  const expected = await page.evaluate(() => (globalThis as unknown as Inside).crawler.expected());
  const found = new Set<string>(await page.evaluate(() => (globalThis as unknown as Inside).crawler.sizes()));
  const reached = new Set<number>();
  const take = (stop: Stop): boolean => {
    const isNew = !reached.has(stop.id);
    reached.add(stop.id);
    if (stop.field !== undefined) reached.add(stop.field);
    for (const one of stop.against) found.add(`${stop.what} ${one}`);
    return isNew;
  };
  const moveThrough = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      // Back from the end there is at first what was passed on the way; a group that goes round is known whole by then.
      for (let press = 0, known = 0; press < MOST && known < MOST_IN_GROUP; press++) {
        const active = await activeIn(page);
        await page.keyboard.press(key);
        if (active !== undefined) await activeAfter(page, active);
        const stop = await stopIn(page);
        if (!stop) break;
        if (take(stop)) known = 0;
        else if (key === keys[0]) break;
        else known++;
      }
    }
  };
  let known = 0;
  let presses = 0;
  // What a pointer or a change of page gave focus shows none; what a key gives it does.
  let isHeld = (await stopIn(page))?.what.startsWith('menuitem') === true;
  let [isSeenTo, isMenu] = [true, false];
  // Once around: what was passed before, twice in a row, is where one began.
  while (presses < MOST && known < 2 && !isMenu) {
    if (isHeld) {
      const stop = await stopIn(page);
      isMenu = stop?.what.startsWith('menuitem') === true;
      known = stop && take(stop) ? 0 : known + 1;
      if (stop && known === 0 && stop.arrows.length > 0) await moveThrough(stop.arrows);
      else if (stop && known === 0 && /^combobox/.test(stop.what)) await moveThrough(['ArrowDown']);
      presses++;
      if (isMenu) break;
    }
    const walked = await walk(page, isSeenTo || isHeld);
    isSeenTo = false;
    // What is to be seen to is judged once more, when the page is settled.
    for (const stop of walked.isHeld ? walked.stops.slice(0, -1) : walked.stops) {
      if (stop) known = take(stop) ? 0 : known + 1;
      else if (presses > 0) known++;
      presses++;
      if (known >= 2) break;
    }
    isHeld = walked.isHeld;
  }
  if (presses >= MOST) found.add('Tab does not come around');
  // A notice goes by itself, with what is in it.
  const there = new Set((await page.evaluate(() => (globalThis as unknown as Inside).crawler.expected())).map(({ id }) => id));
  for (const { id, what } of expected) if (there.has(id) && !reached.has(id)) found.add(`${what} is not reached`);
  await before.evaluate((element) => {
    if (element instanceof HTMLElement && element !== document.body) element.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  return [...found];
};
