import type { PersonId } from '../kernel/ids.ts';
import type { RoomState } from '../rooms/room.state.ts';
import type { Room } from '../rooms/room.ts';
import type { View } from '../kernel/view.ts';
import { Hand } from './hand.state.ts';

export const isRaised = (facts: View<RoomState>, id: PersonId): boolean => facts.hands.has(id);

/** HA1, HA2. The place in the queue, from 1; 0 while the hand is down. */
export const placeOf = (facts: View<RoomState>, id: PersonId): number => {
  const mine = facts.hands.get(id);
  if (!mine) return 0;
  let before = 0;
  for (const hand of facts.hands.values()) if (hand.order < mine.order) before++;
  return before + 1;
};

/** HA3. Everyone whose hand is up, in the order they raised it. */
export const handQueue = (facts: View<RoomState>): readonly PersonId[] =>
  [...facts.hands.entries()].sort(([, a], [, b]) => a.order - b.order).map(([id]) => id as PersonId);

/** HA1. Returns the place. */
export const raise = (facts: Room['facts'], id: PersonId, at: number): number => {
  facts.hands.set(id, new Hand({ order: facts.nextHand, raisedAt: at }));
  facts.nextHand += 1;
  return placeOf(facts, id);
};

/** HA4. */
export const lower = (facts: Room['facts'], id: PersonId): void => {
  facts.hands.delete(id);
};
