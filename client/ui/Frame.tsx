import { useEffect, useSyncExternalStore, type ReactNode } from 'react';

const shortBelow = 38;
/** Room2d.module.css lays the chat beside the room from here on. */
const wideFrom = 72;
/** As in TopBar.module.css. */
const narrowBelow = 30;

/**
 * Tells the page's styles what there is room for, in rem of now: `data-short` on <html> while the window is under 38rem tall,
 * for sticky things must then lie still; `data-wide` from 72rem in width, `data-narrow` under 30rem.
 */
const useRoominess = (): void => {
  useEffect(() => {
    const root = document.documentElement;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(root).fontSize);
      root.toggleAttribute('data-short', window.innerHeight < shortBelow * rem);
      root.toggleAttribute('data-wide', root.clientWidth >= wideFrom * rem);
      root.toggleAttribute('data-narrow', root.clientWidth < narrowBelow * rem);
    };
    // The page's own height changes with the text size, which no resize event tells.
    const watcher = new ResizeObserver(measure);
    watcher.observe(root);
    // A line of text: the 3D page keeps its height when the text grows.
    const line = document.getElementById('announce-polite');
    if (line) watcher.observe(line);
    window.addEventListener('resize', measure);
    measure();
    return () => {
      watcher.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, []);
};

const subscribe = (changed: () => void): (() => void) => {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributeFilter: ['data-narrow'] });
  return () => watcher.disconnect();
};

/** Whether the page is as narrow as a phone, with the text as large as it is: for what is laid out in another order then, which styles cannot do. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => document.documentElement.hasAttribute('data-narrow'));

/** The outermost element of a page: the container that every layout is measured against. */
export function Frame({ children }: { readonly children: ReactNode }) {
  useRoominess();
  return <div className="frame">{children}</div>;
}
