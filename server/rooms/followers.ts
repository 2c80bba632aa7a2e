import { LAG, followedBy, setFollowing } from '#shared/follow/follow.rules.ts';
import { followCues } from '#shared/follow/follow.capabilities.ts';
import { cue, type Cue } from '#shared/kernel/cue.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { goalOf } from '#shared/movement/goal.ts';
import type { Room } from '#shared/rooms/room.ts';

/** How often (ms) a way to someone who walks is found anew; how long one waits for whoever went through a portal. */
const REFIND = 600;
const PATIENCE = 10_000;

/** Walks those who follow after those they follow. */
export class Followers {
  readonly #room: Room;
  readonly #found = new Map<PersonId, number>();
  readonly #missing = new Map<PersonId, number>();

  constructor(room: Room) {
    this.#room = room;
  }

  /** FO2. Sets out after whoever has gone ahead. Answers what is told to those who have lost whom they followed. */
  walk(now: number): readonly Cue[] {
    const lost: Cue[] = [];
    for (const key of this.#room.facts.people.keys()) {
      const id = personId(key);
      const ahead = followedBy(this.#room, id);
      if (ahead === undefined) this.#forget(id);
      else if (this.#room.poseOf(ahead)) this.#after(id, ahead, now);
      else if (now - (this.#missing.get(id) ?? this.#noteMissing(id, now)) > PATIENCE) {
        setFollowing(this.#room, id, undefined);
        lost.push(cue(followCues.lost, undefined, [id]));
      }
    }
    return lost;
  }

  #after(id: PersonId, ahead: PersonId, now: number): void {
    this.#missing.delete(id);
    const [here, there] = [this.#room.poseOf(id), this.#room.poseOf(ahead)];
    if (!here || !there || Math.hypot(there.x - here.x, there.z - here.z) <= LAG) return;
    if (now - (this.#found.get(id) ?? -Infinity) < REFIND) return;
    const goal = goalOf(this.#room, id, { to: 'person', id: ahead });
    if (goal) this.#room.walks.goTo(id, goal, goal.face, now);
    this.#found.set(id, now);
  }

  #noteMissing(id: PersonId, now: number): number {
    this.#missing.set(id, now);
    return now;
  }

  #forget(id: PersonId): void {
    this.#found.delete(id);
    this.#missing.delete(id);
  }
}
