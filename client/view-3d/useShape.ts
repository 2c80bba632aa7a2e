import { useLayoutEffect, useState, type RefObject } from 'react';

/** Up to this (rem) the 3D page is laid out for a phone; Room3d.module.css says the same. */
const NARROW = 48;

export interface Shape {
  /** As narrow as a phone, in the text size of now. */
  readonly narrow: boolean;
  /** Too low for a picture with everything laid over it. */
  readonly short: boolean;
}

/** What there is room for in a part of the page. */
export const useShape = (place: RefObject<HTMLElement | null>): Shape => {
  const [shape, setShape] = useState<Shape>({ narrow: false, short: false });
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => {
      const root = document.documentElement;
      const narrow = element.clientWidth <= NARROW * Number.parseFloat(getComputedStyle(root).fontSize);
      const short = root.hasAttribute('data-short');
      setShape((was) => (was.narrow === narrow && was.short === short ? was : { narrow, short }));
    };
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    // What is written grows with the text size, which nothing else tells.
    for (const written of element.querySelectorAll('main')) watcher.observe(written);
    measure();
    return () => watcher.disconnect();
  }, [place]);
  return shape;
};
