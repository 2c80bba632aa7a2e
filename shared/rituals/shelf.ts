/** What is fetched of the calendar when somebody looks at it: what whoever runs rituals can start or change, and what one has asked for. */
import type { PersonId } from '../kernel/ids.ts';
import type { Room } from '../rooms/room.ts';
import type { Plan, SavedScript } from './calendar.ts';
import { comerOf } from './held.ts';

export interface Shelf {
  readonly scripts: readonly SavedScript[];
  /** The next one first. */
  readonly plans: readonly Plan[];
  /** RI33. The plans of whose start one is told. */
  readonly wishes: readonly string[];
}

/** RI34. Scripts are for whoever may run rituals. */
export const shelfFor = (room: Pick<Room, 'calendar' | 'facts' | 'layout' | 'poseOf' | 'walking'>, reader: PersonId): Shelf => {
  const { scripts, plans, wishes } = room.calendar;
  const runs = comerOf(room, reader).rank === 'runs';
  return {
    scripts: runs ? [...scripts.values()].toSorted((a, b) => b.changedAt - a.changedAt) : [],
    plans: runs ? [...plans.values()].toSorted((a, b) => a.at - b.at) : [],
    wishes: [...wishes].flatMap(([plan, people]) => (people.has(reader) ? [plan] : [])),
  };
};
