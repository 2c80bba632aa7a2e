/**
 * Runs once a dialog is gone and has given focus back, two frames later. Before that it would hold focus; within them it
 * would take focus from the next dialog, and a key pressed just then would reach nobody.
 */
export const afterFocusReturned = (run: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(run));
