import type { CircleId, ObjectId, PersonId } from '../kernel/ids.ts';
import type { RoomView } from '../rooms/room.ts';
import { besideEdge, metresToEdge, within } from './grid.ts';
import { headingTo, type Pose } from './move.ts';

/** How far from someone one stops: near enough to talk, not upon them. */
const BESIDE_PERSON = 1.3;
/** How far from a circle's rim one stands to listen. */
const BESIDE_CIRCLE = 1;
/** How far from an object's edge. */
const BESIDE_OBJECT = 0.8;

export type Goal = { readonly to: 'person'; readonly id: PersonId } | { readonly to: 'object'; readonly id: ObjectId } | { readonly to: 'circle'; readonly id: CircleId } | { readonly to: 'spot'; readonly x: number; readonly z: number };

const beside = (from: Pose, target: { x: number; z: number }, distance: number): { x: number; z: number; face: number } => {
  const away = Math.hypot(from.x - target.x, from.z - target.z);
  const share = away < 0.01 ? 0 : Math.min(1, distance / away);
  const spot = away < 0.01 ? { x: target.x, z: target.z + distance } : { x: target.x + (from.x - target.x) * share, z: target.z + (from.z - target.z) * share };
  return { ...spot, face: headingTo(spot, target) };
};

/** MO4. Where a walk to the goal ends and which way one faces there; `undefined` where the room has no such goal. */
export const goalOf = (room: RoomView, me: PersonId, goal: Goal): { x: number; z: number; face: number | undefined } | undefined => {
  const from = room.poseOf(me);
  if (!from) return undefined;
  if (goal.to === 'spot') return { x: goal.x, z: goal.z, face: undefined };
  if (goal.to === 'person') {
    const there = room.poseOf(goal.id);
    return there && beside(from, there, BESIDE_PERSON);
  }
  if (goal.to === 'circle') {
    const circle = room.facts.circles.get(goal.id);
    return circle && beside(from, circle, circle.rim + BESIDE_CIRCLE);
  }
  const thing = room.layout.objects.find((candidate) => candidate.id === goal.id && candidate.destination);
  if (!thing) return undefined;
  if (!thing.solid) return beside(from, thing, BESIDE_OBJECT);
  const [dx, dz] = [from.x - thing.x, from.z - thing.z];
  const isNear = !within(thing.solid, dx, dz) && metresToEdge(thing.solid, dx, dz) <= BESIDE_OBJECT;
  const off = isNear ? { x: dx, z: dz } : besideEdge(thing.solid, dx, dz, BESIDE_OBJECT);
  const spot = { x: thing.x + off.x, z: thing.z + off.z };
  return { ...spot, face: headingTo(spot, thing) };
};
