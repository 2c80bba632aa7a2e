import { useEffect, useRef } from 'react';
import { useVisit } from '#client/app/context.tsx';

/** Lets the room sound, from the first touch or key on. Fetched only then: nobody waits for it. */
export const useAmbience = (): void => {
  const { hearth, page, view } = useVisit();
  const viewNow = useRef(view);
  useEffect(() => {
    viewNow.current = view;
  }, [view]);
  useEffect(() => {
    let stop: (() => void) | undefined;
    const ended = new AbortController();
    const begin = (): void => {
      if (!navigator.userActivation?.hasBeenActive) return;
      ended.abort();
      import('./ambience.ts').then(({ startAmbience }) => {
        if (!left) stop = startAmbience({ hearth, page }, () => viewNow.current);
      }, () => undefined);
    };
    let left = false;
    for (const kind of ['pointerup', 'keyup'] as const) addEventListener(kind, begin, { signal: ended.signal });
    begin();
    return () => {
      left = true;
      ended.abort();
      stop?.();
    };
  }, [hearth, page]);
};
