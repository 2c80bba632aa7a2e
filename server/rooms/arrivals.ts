import { joinedCues } from '#shared/circles/circles.cues.ts';
import { enterBySeat } from '#shared/circles/circles.rules.ts';
import { followedBy } from '#shared/follow/follow.rules.ts';
import { cue, type Cue } from '#shared/kernel/cue.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { goalOf } from '#shared/movement/goal.ts';
import { movementCues } from '#shared/movement/movement.capabilities.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { describePlace, placeCue } from '#shared/place/describe.ts';
import type { Room } from '#shared/rooms/room.ts';
import { seatCues } from '#shared/seats/seats.capabilities.ts';
import { seatOf, sitDown } from '#shared/seats/seats.rules.ts';

/** How often (ms) a way to someone who walks is found anew, and how far (m) they must have moved. */
const REFIND_PATH = 700;
const MOVED = 0.25;

/** SE4, MO4. What happens at the end of a way: one sits, or is there; and whoever was walked up to hears of it. */
export const arrive = (room: Room, id: PersonId): readonly Cue[] => {
  const approached = room.approaches.get(id);
  room.approaches.delete(id);
  const name = callNameOf(room, id);
  if (seatOf(room, id)) {
    const seat = sitDown(room, id);
    const entered = enterBySeat(room, id);
    return [...(seat ? [cue(seatCues.sat, id, 'room', { seat: seat.name, name })] : []), ...(entered ? joinedCues(room, id, entered) : [])];
  }
  // FO2. Whoever follows arrives at every halt of the other, which is not worth a word.
  if (followedBy(room, id) !== undefined) return [];
  const arrived = cue(movementCues.arrived, id, 'self', { place: placeCue(describePlace(room, id), 'you') });
  return approached ? [arrived, cue(movementCues.approached, id, [approached], { name })] : [arrived];
};

interface Found {
  /** Where the other was when the way was found. */
  readonly x: number;
  readonly z: number;
  readonly at: number;
}

/** Finds the way again for whoever walks up to someone who moves: now and then while they walk, and once when they stop. */
export class Approaches {
  readonly #room: Room;
  readonly #found = new Map<PersonId, Found>();

  constructor(room: Room) {
    this.#room = room;
  }

  refind(now: number): void {
    for (const id of this.#found.keys()) if (!this.#room.approaches.has(id)) this.#found.delete(id);
    for (const [id, target] of this.#room.approaches) {
      const there = this.#room.poseOf(target);
      if (!there) continue;
      const found = this.#found.get(id);
      const moved = found && Math.hypot(there.x - found.x, there.z - found.z) > MOVED;
      const due = found && (!this.#room.walking(target) || now - found.at >= REFIND_PATH);
      const goal = moved && due ? goalOf(this.#room, id, { to: 'person', id: target }) : undefined;
      if (goal) this.#room.walks.goTo(id, goal, goal.face, now);
      if (!found || goal) this.#found.set(id, { x: there.x, z: there.z, at: now });
    }
  }
}
