import ical, { ICalCalendarMethod } from 'ical-generator';
import { USUAL_COMPANY, type Plan } from '#shared/rituals/calendar.ts';
import { MINUTE } from '#shared/rituals/run.ts';
import { estimate } from '#shared/rituals/script.ts';

export interface CalendarPlace {
  readonly community: string;
  /** The room's name. */
  readonly room: string;
  /** Where Hearth is reached, such as https://hearth.example.org. */
  readonly base: string;
}

/**
 * RI32. A planned ritual as an iCalendar file (RFC 5545), in universal time, so that each calendar shows it in its reader's. Whoever takes
 * a later file of it has one event, changed: its UID stays and its SEQUENCE grows. It has no words of ours, for we do not know its reader's language.
 */
export const calendarFile = ({ id, revision, script, room, at, changedAt }: Plan, { community, room: name, base }: CalendarPlace): string => {
  const url = `${base}/r/${room}`;
  const file = ical({ prodId: { company: 'Hearth', product: 'Hearth', language: 'EN' }, method: ICalCalendarMethod.PUBLISH });
  file.createEvent({
    id: `${id}@${new URL(base).hostname}`, sequence: revision - 1, stamp: new Date(changedAt),
    start: new Date(at), end: new Date(at + Math.max(1, Math.round(estimate(script, USUAL_COMPANY))) * MINUTE),
    summary: script.title, location: `${community}, ${name}`, description: [script.purpose, url].filter(Boolean).join('\n\n'), url,
  });
  return file.toString();
};
