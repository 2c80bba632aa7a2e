import { personId } from '../kernel/ids.ts';
import type { Pose } from '../movement/move.ts';
import type { RoomView } from './room.ts';

/** Where whoever comes in stands: the spawn point furthest from the person nearest to it. */
export const freestSpawn = (room: RoomView): Pose => {
  const poses = [...room.facts.people.keys()].flatMap((id) => room.poseOf(personId(id)) ?? []);
  const freedom = (spawn: Pose): number => Math.min(Infinity, ...poses.map((pose) => Math.hypot(pose.x - spawn.x, pose.z - spawn.z)));
  return room.layout.spawns.reduce<Pose>((best, spawn) => (freedom(spawn) > freedom(best) ? spawn : best), room.layout.spawns[0] ?? { x: 0, z: 0, heading: 0 });
};
