/** What a page measures: whether it fits, and whether its words stay whole, also where they are enlarged or spaced out. */
import type { Page } from 'playwright-core';

/** What does not fit is reached by scrolling sideways, which WCAG 1.4.10 forbids. */
export const sideways = async (page: Page): Promise<readonly string[]> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`scrolls ${over} px sideways`] : [];
};

interface Inside {
  readonly measures: {
    clipped(): readonly string[];
    overlapping(): readonly string[];
    stuck(): readonly string[];
    blanked(): readonly string[];
  };
}

/** Runs in the page. */
const install = (): void => {
  if ('measures' in globalThis) return;
  /** What is cut or covered on purpose, or not there for eyes. */
  const APART = '.visually-hidden, .skip-link, [aria-hidden="true"], [inert], svg, script, style, textarea';
  const textNodes = (): readonly { readonly text: string; readonly parent: Element; readonly lines: readonly DOMRect[] }[] => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || (node.textContent ?? '').trim() === '' || parent.closest(APART)) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push({ text: (node.textContent ?? '').trim().slice(0, 50), parent, lines: [...range.getClientRects()].filter(({ width }) => width > 2) });
    }
    return found;
  };
  /** What of a line is in sight: a scroller shows a part of what it holds. */
  const seen = (element: Element, line: DOMRect): DOMRect => {
    let [left, top, right, bottom] = [line.left, line.top, line.right, line.bottom];
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowY, overflowX } = getComputedStyle(at);
      if (overflowY === 'visible' && overflowX === 'visible') continue;
      const box = at.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const layerOf = (element: Element): Element => {
    for (let at: Element | null = element; at; at = at.parentElement) if (getComputedStyle(at).position !== 'static' && getComputedStyle(at).position !== 'relative') return at;
    return document.body;
  };
  const holds = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
  Object.assign(globalThis, {
    measures: {
      clipped: () =>
        textNodes().flatMap(({ text, parent, lines }) => {
          for (let frame: Element | null = parent; frame && frame !== document.body; frame = frame.parentElement) {
            const { overflowX, overflowY, position, clipPath } = getComputedStyle(frame);
            if (clipPath !== 'none') return [];
            const box = frame.getBoundingClientRect();
            // A descender's line box is a matter of some pixels.
            const isCut = lines.some((line) =>
              (holds(overflowX) && (line.left < box.left - 1.5 || line.right > box.right + 1.5)) ||
              (holds(overflowY) && (line.top < box.top - line.height / 4 || line.bottom > box.bottom + line.height / 4)));
            if (isCut) return [`‘${text}’ is cut off by ${frame.tagName.toLowerCase()}.${frame.getAttribute('class') ?? ''}`];
            if (overflowY === 'auto' || overflowY === 'scroll' || position === 'fixed') return [];
          }
          return [];
        }),
      overlapping: () => {
        const words = textNodes().flatMap(({ text, parent, lines }) => {
          const layer = layerOf(parent);
          return getComputedStyle(layer).clipPath === 'none' ? lines.map((line) => ({ text, box: seen(parent, line), layer })) : [];
        });
        // What is larger than a face is there to be seen whole.
        const pictures = [...document.querySelectorAll('svg, img')]
          .map((one) => ({ text: `the picture ${one.getAttribute('class') ?? ''}`, whole: one.getBoundingClientRect(), box: seen(one, one.getBoundingClientRect()), layer: layerOf(one) }))
          .filter(({ whole }) => Math.min(whole.width, whole.height) > 96);
        return words.flatMap((one, at) =>
          [...words.slice(at + 1), ...pictures].flatMap((other) => {
            if (one.layer !== other.layer) return [];
            const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
            const tall = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
            return wide > 3 && tall > Math.min(one.box.height, other.box.height) * 0.4 ? [`‘${one.text}’ lies on ‘${other.text}’`] : [];
          }));
      },
      stuck: () =>
        [...document.querySelectorAll('body *')]
          .filter((one) => getComputedStyle(one).position === 'sticky' && !one.closest('[role="dialog"]') && one.getBoundingClientRect().height > innerHeight / 4)
          .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} stays over a quarter of the window`),
      blanked: () => {
        const probe = document.createElement('i');
        probe.style.color = 'Canvas';
        document.body.append(probe);
        const { color: canvas } = getComputedStyle(probe);
        probe.remove();
        const words = [...textNodes(), ...[...document.querySelectorAll('.skip-link')].map((parent) => ({ text: parent.textContent, parent }))];
        return words.flatMap(({ text, parent }) => {
          const { color, forcedColorAdjust } = getComputedStyle(parent) as CSSStyleDeclaration & { readonly forcedColorAdjust: string };
          return color === canvas && forcedColorAdjust !== 'none' ? [`‘${text}’ has the colour that lies under it`] : [];
        });
      },
    },
  });
};

const measured = async (page: Page, what: keyof Inside['measures']): Promise<readonly string[]> => {
  await page.evaluate(install);
  return page.evaluate((name) => [...new Set((globalThis as unknown as Inside).measures[name]())], what);
};

/** What does not fit as the page stands. */
export const misfits = async (page: Page): Promise<readonly string[]> => [...(await sideways(page)), ...(await measured(page, 'clipped')), ...(await measured(page, 'overlapping'))];

/** What stays in sight while the page scrolls covers what one reads, where there is little room. */
export const stuck = (page: Page): Promise<readonly string[]> => measured(page, 'stuck');

/** In forced colours a browser lays the page's colour under each text, whatever is behind it: what has that colour itself is not seen, which axe does not know. */
export const blanked = (page: Page): Promise<readonly string[]> => measured(page, 'blanked');

/** The distances of WCAG 1.4.12 between lines, letters, words and paragraphs; or none again. A sheet of the document's own, which our policy allows. */
const spaceText = (page: Page, isSpaced: boolean): Promise<void> =>
  page.evaluate((on) => {
    const sheet = new CSSStyleSheet();
    if (on) sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = on ? [sheet] : [];
  }, isSpaced);

/** What does not fit any more with more distance between letters and lines. */
export const misfitsSpaced = async (page: Page): Promise<readonly string[]> => {
  await spaceText(page, true);
  const found = await misfits(page);
  await spaceText(page, false);
  return found.map((one) => `with spaced text ${one}`);
};
