import { showChatField } from '#client/app/panels.ts';

const field = (): HTMLElement | null => document.querySelector('textarea[data-focus-key="chat"]');

/** Brings focus to the message field; in 3D the chat is opened for it. */
export const writeToRoom = (): void => {
  const there = field();
  if (there) there.focus();
  else showChatField();
};
