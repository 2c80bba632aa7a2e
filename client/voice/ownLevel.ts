/** How loud one is oneself (RMS), as the microphone hears it many times a second: apart from the page's state, so that nothing else looks. */
import { createStore } from '#client/net/store.ts';

export const ownLevel = createStore({ level: 0 });

export const tellOwnLevel = (level: number): void => {
  if (level === ownLevel.current.level) return;
  ownLevel.current.level = level;
  ownLevel.changed();
};
