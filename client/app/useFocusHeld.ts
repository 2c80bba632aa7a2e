import { useEffect } from 'react';

const FOCUSABLE = 'button, a[href], input, textarea, select, summary, [tabindex]:not([tabindex="-1"])';

interface Held {
  readonly element: Element;
  readonly above: readonly Element[];
  /** Which of its list it was in, from the outermost list to the innermost. */
  readonly at: ReadonlyMap<Element, number>;
}

const held = (element: Element): Held => {
  const above: Element[] = [];
  const at = new Map<Element, number>();
  for (let child = element; child.parentElement; child = child.parentElement) {
    above.push(child.parentElement);
    at.set(child.parentElement, [...child.parentElement.children].indexOf(child));
  }
  return { element, above, at };
};

const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
const takes = (element: Element): HTMLElement | undefined =>
  [element, ...element.querySelectorAll(FOCUSABLE)].find((one): one is HTMLElement => one instanceof HTMLElement && one.matches(`${FOCUSABLE}, li[tabindex]`) && visible(one));

/** Where one is when what one was at has gone: on what stands in its place, else before it, else on the part of the page around. */
const besideIt = ({ above, at }: Held): HTMLElement | undefined => {
  for (const place of above.filter((one) => one.isConnected)) {
    if (!place.closest('main, section, nav, header, #panel')) return undefined;
    const index = at.get(place) ?? 0;
    const [after, before] = [place.children[index], place.children[index - 1]];
    for (const sibling of [after, before]) {
      const found = sibling && takes(sibling);
      if (found) return found;
    }
    if (place instanceof HTMLElement && place.matches('[tabindex]')) return place;
  }
  return undefined;
};

/**
 * Keeps one's place when what had focus goes: a request that was answered, someone who left. Whoever sees to it themselves
 * has done so by the next frame. A change of view takes the whole page, and is not meant.
 */
export const useFocusHeld = (): void => {
  useEffect(() => {
    let last: Held | undefined;
    const come = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? held(target) : undefined;
    };
    const go = (): void =>
      void requestAnimationFrame(() => {
        if (!last || last.element.isConnected) return;
        const was = last;
        last = undefined;
        if (document.activeElement === document.body) besideIt(was)?.focus({ preventScroll: true });
      });
    // An element that is removed is left without a word where nothing listens on it: the page's own changes tell, too.
    const watcher = new MutationObserver(() => {
      if (last && !last.element.isConnected) go();
    });
    document.addEventListener('focusin', come);
    document.addEventListener('focusout', go);
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', come);
      document.removeEventListener('focusout', go);
      watcher.disconnect();
    };
  }, []);
};
