import { afterFocusReturned } from '#client/ui/afterFocus.ts';

const arrive = (from: 'nowhere' | 'anywhere'): boolean => {
  if (from === 'nowhere' && document.activeElement !== document.body) return true;
  // A rehearsal lies over the room, and over a ritual that is held there.
  const panel = document.getElementById('rehearsal') ?? document.getElementById('ritual');
  panel?.focus({ preventScroll: true });
  return panel !== null;
};

/** Focus for whoever's dialog has left none, or for whoever has just begun it and runs it now: the ritual, as soon as it is there. */
export const toRitual = (from: 'nowhere' | 'anywhere' = 'nowhere'): void => afterFocusReturned(() => {
  if (arrive(from)) return;
  const watcher = new MutationObserver(() => {
    if (arrive(from)) watcher.disconnect();
  });
  watcher.observe(document.body, { childList: true, subtree: true });
});
