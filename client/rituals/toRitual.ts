import { afterFocusReturned } from '#client/ui/afterFocus.ts';

const arrive = (): boolean => {
  if (document.activeElement !== document.body) return true;
  const panel = document.getElementById('ritual');
  panel?.focus({ preventScroll: true });
  return panel !== null;
};

/** Focus for whoever's dialog has left none: the ritual, as soon as it is there. */
export const toRitual = (): void => afterFocusReturned(() => {
  if (arrive()) return;
  const watcher = new MutationObserver(() => {
    if (arrive()) watcher.disconnect();
  });
  watcher.observe(document.body, { childList: true, subtree: true });
});
