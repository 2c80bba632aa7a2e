/** When a planned ritual is to begin, in words: the reader's own day, hour and language, and how far off it is. */
import { message } from '#shared/kernel/message.ts';
import type { Words } from '#client/app/words.ts';

const say = {
  day: message('when.day', '{day, select, today {today at {time}} tomorrow {tomorrow at {time}} other {{date}, {time}}}'),
  away: message('when.away', '{unit, select, now {in less than a minute} minute {in {count, plural, one {# minute} other {# minutes}}} hour {in {count, plural, one {# hour} other {# hours}}} other {in {count, plural, one {# day} other {# days}}}}'),
} as const;

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Such as "today at 10:10"; with its date from the day after tomorrow. */
export const dayWords = (words: Words, at: number, now: number): string => {
  const days = Math.round((dayOf(at) - dayOf(now)) / DAY);
  const date = new Intl.DateTimeFormat(words.tag, { weekday: 'long', day: 'numeric', month: 'long', ...(new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }) }).format(at);
  return words(say.day, { day: days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'date', date, time: words.time(at) });
};

/** Such as "in 25 minutes", never more than there are; days are those of the calendar. `undefined` once it is over. */
export const awayWords = (words: Words, at: number, now: number): string | undefined => {
  const left = at - now;
  if (left <= 0) return undefined;
  if (left < MINUTE) return words(say.away, { unit: 'now', count: 0 });
  if (left < 2 * HOUR) return words(say.away, { unit: 'minute', count: Math.floor(left / MINUTE) });
  if (left < 2 * DAY) return words(say.away, { unit: 'hour', count: Math.floor(left / HOUR) });
  return words(say.away, { unit: 'day', count: Math.round((dayOf(at) - dayOf(now)) / DAY) });
};

/** The zone that the reader's times are in, as they may know it. */
export const zoneName = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A moment as the browser's field for it has it, in the reader's time, and back; `undefined` for what is no moment. */
export const toField = (at: number): string => {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
};
export const fromField = (text: string): number | undefined => {
  const at = new Date(text).getTime();
  return text === '' || Number.isNaN(at) ? undefined : at;
};
