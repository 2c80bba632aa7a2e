import { setFollowing } from '../follow/follow.rules.ts';
import type { PersonId, RoomId } from '../kernel/ids.ts';
import type { Pose } from '../movement/move.ts';
import type { Layout, Portal } from '../rooms/layout.ts';
import type { Room, RoomView } from '../rooms/room.ts';

/** How near (m) to a portal one is in it. */
export const REACH = 1.5;

export const portalOf = (layout: Layout, id: string): Portal | undefined => layout.portals.find((portal) => portal.id === id);

/** PO2. Whether a room of the campus has no free place; one that is not known of counts as free. */
export const isFull = (room: RoomView, id: RoomId): boolean => {
  const elsewhere = room.facts.elsewhere.get(id);
  return elsewhere !== undefined && elsewhere.count >= elsewhere.cap;
};

/** Other rooms that have a place, by name. */
export const roomsWithPlace = (room: RoomView, but: RoomId): readonly string[] =>
  [...room.facts.elsewhere].filter(([id, { count, cap }]) => id !== but && count < cap).map(([, { name }]) => name);

/** PO4. Where someone who comes from a room stands; `undefined` where no portal leads there. */
export const arrivalFrom = (layout: Layout, from: string | undefined): Pose | undefined => layout.portals.find(({ to }) => to === from)?.arrive;

/** PO1, FO3. Forgets what someone was about to do at the end of their way, and whom they followed. */
export const forgetIntents = (room: Room, id: PersonId): void => {
  room.approaches.delete(id);
  room.passages.delete(id);
  setFollowing(room, id, undefined);
};

/** PO1. Where someone who has arrived passes to now; `undefined` for whoever stays. */
export const passageOf = (room: Room, id: PersonId): RoomId | undefined => {
  const portal = portalOf(room.layout, room.passages.get(id) ?? '');
  const pose = room.poseOf(id);
  room.passages.delete(id);
  return portal && pose && Math.hypot(pose.x - portal.x, pose.z - portal.z) <= REACH ? portal.to : undefined;
};
