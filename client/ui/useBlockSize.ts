import { useLayoutEffect, type RefObject } from 'react';

/**
 * Tells the page's styles, as `--NAME` on <html> in px, how tall an element is while it is there. What sticks to the window
 * is taller where its words wrap, and what is scrolled to must come to lie clear of it (WCAG 2.4.11).
 */
export const useBlockSize = (element: RefObject<HTMLElement | null>, name: 'bar' | 'tray' | 'toast' | 'dock', isThere = true): void => {
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || !isThere) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty(`--${name}`, `${current.offsetHeight}px`));
    observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty(`--${name}`);
    };
  }, [element, name, isThere]);
};
