/** Long enough for a screen reader to take a sentence up before the region's next one. */
const APART = 150;

type Urgency = 'polite' | 'assertive';
const waiting: Record<Urgency, string[]> = { polite: [], assertive: [] };
const busy: Record<Urgency, boolean> = { polite: false, assertive: false };

/** Puts a sentence into the page's live region. The same sentence twice is heard twice: its text differs by a trailing space. */
const put = (text: string, urgency: Urgency): void => {
  // An open dialog has an outlet of its own: regions outside it are silent while it is modal.
  const outlets = document.querySelectorAll<HTMLElement>(`[data-outlet="${urgency}"]`);
  const region = outlets[outlets.length - 1] ?? document.getElementById(`announce-${urgency}`);
  if (region) region.textContent = region.textContent === text ? `${text}\u00a0` : text;
};

const next = (urgency: Urgency): void => {
  const text = waiting[urgency].shift();
  busy[urgency] = text !== undefined;
  if (text === undefined) return;
  put(text, urgency);
  setTimeout(() => next(urgency), APART);
};

/** Speaks a sentence, after those that were to be spoken before it. */
export const speak = (text: string, urgency: Urgency): void => {
  waiting[urgency].push(text);
  if (!busy[urgency]) next(urgency);
};
