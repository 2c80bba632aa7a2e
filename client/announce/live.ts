/** Puts a sentence into the page's live region. The same sentence twice is heard twice: its text differs by a trailing space. */
export const speak = (text: string, urgency: 'polite' | 'assertive'): void => {
  // An open dialog has an outlet of its own: regions outside it are silent while it is modal.
  const outlets = document.querySelectorAll<HTMLElement>(`[data-outlet="${urgency}"]`);
  const region = outlets[outlets.length - 1] ?? document.getElementById(`announce-${urgency}`);
  if (region) region.textContent = region.textContent === text ? `${text}\u00a0` : text;
};
