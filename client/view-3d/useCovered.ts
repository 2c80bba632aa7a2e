import { useLayoutEffect, useState, type RefObject } from 'react';
import type { PlateBox } from './plates/overlap.ts';

/** How long (ms) after a change of the page it is measured. */
const SOON = 80;
const none: readonly PlateBox[] = [];

const rounded = ({ x, y, width, height }: DOMRect, from: DOMRect): PlateBox => ({ x: Math.round(x + width / 2 - from.x), y: Math.round(y + height / 2 - from.y), width: Math.round(width), height: Math.round(height) });

/** The outermost parts that stop the pointer; what lets it through can be looked through, too. */
const pieces = (element: Element): readonly Element[] =>
  [...element.children].flatMap((child) => (child.hasAttribute('data-through') ? [] : getComputedStyle(child).pointerEvents === 'none' ? pieces(child) : [child]));

const same = (a: readonly PlateBox[], b: readonly PlateBox[]): boolean =>
  a.length === b.length && a.every((one, i) => (['x', 'y', 'width', 'height'] as const).every((key) => one[key] === b[i]?.[key]));

/** What of the parts in `over` is laid over a picture, by its pixels; what lies beside or below it covers none. Measured when the page changes, never in a frame. */
export const useCovered = (picture: RefObject<HTMLElement | null>, over: RefObject<HTMLElement | null>): readonly PlateBox[] => {
  const [covered, setCovered] = useState(none);
  useLayoutEffect(() => {
    const { current } = over;
    const { current: seen } = picture;
    if (!current || !seen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const sizes = new ResizeObserver(() => later());
    const measure = (): void => {
      timer = undefined;
      const from = seen.getBoundingClientRect();
      const found = pieces(current);
      sizes.disconnect();
      for (const one of [seen, current, ...found]) sizes.observe(one);
      const boxes = found.map((one) => rounded(one.getBoundingClientRect(), from)).filter(({ width, height }) => width > 0 && height > 0);
      setCovered((was) => (same(was, boxes) ? was : boxes));
    };
    const later = (): void => {
      timer ??= setTimeout(measure, SOON);
    };
    const parts = new MutationObserver(later);
    parts.observe(current, { childList: true, subtree: true });
    measure();
    return () => {
      clearTimeout(timer);
      sizes.disconnect();
      parts.disconnect();
    };
  }, [picture, over]);
  return covered;
};
