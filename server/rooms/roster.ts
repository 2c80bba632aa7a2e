import { lower } from '#shared/hand/hand.rules.ts';
import type { Cue } from '#shared/kernel/cue.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { setFollowing } from '#shared/follow/follow.rules.ts';
import { leaveCircle } from '#shared/circles/circles.rules.ts';
import type { Availability } from '#shared/people/availability.ts';
import { arrivalFrom } from '#shared/portals/portals.rules.ts';
import { distinctName } from '#shared/people/people.rules.ts';
import { Person } from '#shared/people/person.state.ts';
import { comeIn } from '#shared/rituals/doing.ts';
import type { Room } from '#shared/rooms/room.ts';
import { freestSpawn } from '#shared/rooms/spawns.ts';
import { standUp } from '#shared/seats/seats.rules.ts';
import { COMPANIONS } from '../demo/companions.ts';
import type { Motion } from '../motion/motion.ts';
import type { Profile } from '../storage/storage.ts';
import { PersonIndexes } from './person-indexes.ts';

/** Who has a place in a room. */
export class Roster {
  readonly #room: Room;
  readonly #motion: Pick<Motion, 'enter' | 'leave'>;
  readonly #indexes = new PersonIndexes();

  constructor(room: Room, motion: Pick<Motion, 'enter' | 'leave'>) {
    [this.#room, this.#motion] = [room, motion];
  }

  /** Gives someone a place: a name nobody here has, a number, a spot to stand on; `from` is the room they come from. Answers what they are told of a ritual that is held here. */
  admit(id: PersonId, profile: Omit<Profile, 'id'> & { readonly availability?: Availability }, now: number, from?: string): readonly Cue[] {
    const { facts, walks } = this.#room;
    const others = [...facts.people.values()];
    const name = distinctName(profile.name, others.map((other) => other.name));
    const callMe = distinctName(profile.callMe || profile.name, others.map((other) => other.callMe || other.name));
    const { pronouns, standing, look, duties = [], venue = '', availability = this.#room.availabilities.get(id) ?? 'open' } = profile;
    const spawn = arrivalFrom(this.#room.layout, from) ?? freestSpawn(this.#room);
    const heldBy = this.#room.holds.get(id) ?? profile.heldBy ?? '';
    if (heldBy !== '') this.#room.holds.set(id, heldBy);
    const index = this.#indexes.take(now);
    facts.people.set(id, new Person({ index, name, callMe, pronouns, standing, duties: duties.join(' '), venue, availability, look, connected: true, seated: false, heldBy, companion: profile.cameBy === COMPANIONS }));
    walks.add(id, spawn, now);
    // FO5. Only a portal is come through behind someone.
    setFollowing(this.#room, id, from === undefined ? undefined : this.#room.following.get(id));
    this.#motion.enter(id, index);
    return comeIn(this.#room, id, now);
  }

  /** Takes someone's place, and all they held. Whether they had one. */
  remove(id: PersonId, now: number): boolean {
    const { facts, walks, approaches, passages, waiting } = this.#room;
    const person = facts.people.get(id);
    if (!person) return false;
    leaveCircle(this.#room, id);
    for (const other of facts.people.values()) if (other.guide === id) other.guide = '';
    standUp(this.#room, id);
    lower(facts, id);
    walks.remove(id);
    approaches.delete(id);
    passages.delete(id);
    waiting.delete(id);
    facts.people.delete(id);
    this.#indexes.free(person.index, now);
    this.#motion.leave(person.index);
    return true;
  }
}
