import { useLayoutEffect, useState, type RefObject } from 'react';

/** Under this (rem) the 3D page is laid out for a phone; Room3d.module.css says the same. */
const NARROW = 48;

/** Whether a part of the page is as narrow as a phone, in the text size of now. */
export const useNarrow = (place: RefObject<HTMLElement | null>): boolean => {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setNarrow(element.clientWidth < NARROW * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    measure();
    return () => watcher.disconnect();
  }, [place]);
  return narrow;
};
