import type { PersonId } from '#shared/kernel/ids.ts';
import type { Availability } from '#shared/people/availability.ts';
import { Relations } from '#shared/moderation/relations.ts';
import { emptyCalendar, type Calendar } from '#shared/rituals/calendar.ts';
import type { Done } from '../host/dispatch.ts';
import type { RoomHost } from '../rooms/room-host.ts';

/** What the rooms of a campus share, and how one tells the others of what holds in all. */
export interface Ties {
  readonly relations: Relations;
  /** Who follows whom. */
  readonly following: Map<PersonId, PersonId>;
  /** How those want to be met who said so. */
  readonly availabilities: Map<PersonId, Availability>;
  /** Whose microphone is held off, and by whom: names. */
  readonly holds: Map<PersonId, string>;
  /** The rituals' times and scripts. */
  readonly calendar: Calendar;
  spread(from: RoomHost, done: Done): void;
}

/** Of a room without others. */
export const alone = (): Ties => ({ relations: new Relations(), following: new Map(), availabilities: new Map(), holds: new Map(), calendar: emptyCalendar(), spread: () => undefined });
