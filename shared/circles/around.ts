import type { PersonId } from '../kernel/ids.ts';
import { nearAndElsewhere, sayDistance, zoneAt } from '../place/describe.ts';
import type { RoomView } from '../rooms/room.ts';
import { circlesOf, matesOf, type Gathering } from './circles.rules.ts';

/** PL3. Those in one's circle, those near but not in it, and the rest; nearest first, and nobody twice. */
export const around = (room: RoomView, me: PersonId): { readonly together: readonly PersonId[]; readonly near: readonly PersonId[]; readonly elsewhere: readonly PersonId[] } => {
  const mates = new Set(matesOf(room, me));
  const { near, elsewhere } = nearAndElsewhere(room, me);
  const others = (people: readonly PersonId[]): readonly PersonId[] => people.filter((id) => !mates.has(id));
  return { together: [...near, ...elsewhere].filter((id) => mates.has(id)), near: others(near), elsewhere: others(elsewhere) };
};

export interface CircleAway extends Gathering {
  /** To its rim, as said; 0 where one has no place. */
  readonly metres: number;
  /** Within hearing of where one stands. */
  readonly near: boolean;
}

/** The circles of a room but one's own, nearest first. */
export const circlesAround = (room: RoomView, me: PersonId): readonly CircleAway[] => {
  const pose = room.poseOf(me);
  const hears = pose ? (zoneAt(room, pose.x, pose.z)?.hearing.in ?? 0) : 0;
  return circlesOf(room)
    .filter(({ members }) => !members.includes(me))
    .map((circle) => ({ circle, away: pose ? Math.max(0, Math.hypot(circle.x - pose.x, circle.z - pose.z) - circle.rim) : Infinity }))
    .toSorted((a, b) => a.away - b.away)
    .map(({ circle, away }) => ({ ...circle, metres: pose ? sayDistance(away) : 0, near: away <= hears }));
};
