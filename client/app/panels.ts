import { flushSync } from 'react-dom';
import { createStore } from '#client/net/store.ts';

export type Panel = 'people' | 'chat' | 'places' | 'log';

/** Which panel lies beside the picture. Kept over a change of view, as the draft is. */
export const panels = createStore<{ open: Panel | undefined }>({ open: undefined });

/** Opens a panel, or with `undefined` closes the one that is open. */
export const showPanel = (open: Panel | undefined): void => {
  panels.current.open = open;
  panels.changed();
};

/** Opens the chat and brings focus to its field. */
export const showChatField = (): void => {
  flushSync(() => showPanel('chat'));
  document.querySelector<HTMLElement>('#panel [data-focus-key="chat"]')?.focus();
};
