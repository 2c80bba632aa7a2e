import { cue, type Cue } from '#shared/kernel/cue.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { goalOf } from '#shared/movement/goal.ts';
import { movementCues } from '#shared/movement/movement.capabilities.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { describePlace, placeCue } from '#shared/place/describe.ts';
import type { Room } from '#shared/rooms/room.ts';
import { seatCues } from '#shared/seats/seats.capabilities.ts';
import { seatOf, sitDown } from '#shared/seats/seats.rules.ts';

const REFIND_PATH = 700;

/** SE4, MO4. What happens at the end of a way: one sits, or is there; and whoever was walked up to hears of it. */
export const arrive = (room: Room, id: PersonId): readonly Cue[] => {
  const approached = room.approaches.get(id);
  room.approaches.delete(id);
  const name = callNameOf(room, id);
  if (seatOf(room, id)) {
    const seat = sitDown(room, id);
    return seat ? [cue(seatCues.sat, id, 'room', { seat: seat.name, name })] : [];
  }
  const arrived = cue(movementCues.arrived, id, 'self', { place: placeCue(describePlace(room, id), 'you') });
  return approached ? [arrived, cue(movementCues.approached, id, [approached], { name })] : [arrived];
};

/** Finds the way again, now and then, for whoever walks up to someone who moves. */
export class Approaches {
  readonly #room: Room;
  #foundAt = 0;

  constructor(room: Room) {
    this.#room = room;
  }

  refind(now: number): void {
    if (now - this.#foundAt < REFIND_PATH) return;
    this.#foundAt = now;
    for (const [id, target] of this.#room.approaches) {
      if (!this.#room.walking(target)) continue;
      const goal = goalOf(this.#room, id, { to: 'person', id: target });
      if (goal) this.#room.walks.goTo(id, goal, goal.face, now);
    }
  }
}
