/** How loud one is oneself (RMS), as the microphone hears it many times a second: apart from the page's state, so that nothing else looks. */
import { createStore } from '#client/net/store.ts';

export const ownLevel = createStore({ level: 0 });

export const tellOwnLevel = (level: number): void => {
  if (level === ownLevel.current.level) return;
  ownLevel.current.level = level;
  ownLevel.changed();
};

/** The tests of a microphone that run now: whoever talks into one knows who hears it. */
export const tests = new Set<object>();
