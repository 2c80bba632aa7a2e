import { LAG, setFollowing } from '#shared/follow/follow.rules.ts';
import { followCues } from '#shared/follow/follow.capabilities.ts';
import { cue, type Cue } from '#shared/kernel/cue.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { goalOf } from '#shared/movement/goal.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
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

  /** FO2. Sets out after whoever has gone ahead. Answers what is told to those who cannot follow any more. */
  walk(now: number): readonly Cue[] {
    for (const id of [...this.#found.keys(), ...this.#missing.keys()]) if (!this.#room.following.has(id)) this.#forget(id);
    return [...this.#room.following].flatMap(([id, ahead]) => (this.#room.facts.people.has(id) ? this.#walk(id, ahead, now) : []));
  }

  #walk(id: PersonId, ahead: PersonId, now: number): readonly Cue[] {
    const end = (why: Cue): readonly Cue[] => {
      setFollowing(this.#room, id, undefined);
      return [why];
    };
    // FO6. Told as if it had been asked: a block shows itself to nobody.
    if (this.#room.relations.parted(id, ahead)) return end(cue(followCues.declined, undefined, [id], { by: callNameOf(this.#room, ahead), name: '' }));
    if (this.#room.poseOf(ahead)) this.#after(id, ahead, now);
    else if (now - (this.#missing.get(id) ?? this.#noteMissing(id, now)) > PATIENCE) return end(cue(followCues.lost, undefined, [id]));
    return [];
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
