/** RI33. Notifications of the browser's own, for whoever asked for them: what they are told of starts while Hearth is open and out of sight. */
import type { Hearth } from '#client/net/hearth.ts';
import type { Words } from '#client/app/words.ts';
import { planned as say } from './planned.words.ts';

const KEY = 'hearth.notify';

export const canNotify = (): boolean => 'Notification' in window && isSecureContext;

export const wantsNotices = (): boolean => {
  try {
    return canNotify() && Notification.permission === 'granted' && localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
};

/** Asks the browser, where it has to be asked. Whether it shows them from now on. */
export const wantNotices = async (wanted: boolean): Promise<boolean> => {
  const is = wanted && (await Notification.requestPermission().catch(() => 'denied')) === 'granted';
  try {
    if (is) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // Where nothing may be kept it is asked again next time.
  }
  return is;
};

/** Of which titles somebody is told, by the room that they are planned for; it is asked when they start, and the plan is gone. */
const asked = new WeakMap<Hearth, Set<string>>();
export const noteAsked = (hearth: Hearth, plans: readonly { readonly title: string; readonly isAsked: boolean }[], words: Words): void => {
  const known = asked.get(hearth);
  const mine = known ?? new Set<string>();
  // Those that are there no longer stay.
  for (const { title, isAsked } of plans.toSorted((a, b) => Number(a.isAsked) - Number(b.isAsked)))
    if (isAsked) mine.add(title);
    else mine.delete(title);
  if (known) return;
  asked.set(hearth, mine);
  hearth.onCue(({ kind, values }) => {
    const title = String(values['title'] ?? '');
    const isHere = kind === 'ritual.started' && mine.has(title);
    if ((kind !== 'ritual.begun' && !isHere) || !document.hidden || !wantsNotices()) return;
    try {
      new Notification(title, { body: words(say.noticeBody, { room: values['room'] ?? hearth.layout.name }), tag: 'hearth.ritual' });
    } catch {
      // Some phones show them by a worker alone. It is said and in the log all the same.
    }
  });
};
