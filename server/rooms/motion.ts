import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { encodeWalks, type WalkRecord } from '#shared/movement/walk.codec.ts';
import type { Room } from '#shared/rooms/room.ts';

/** Which walks have been sent: a record goes out only when the walk has changed. */
export class Motion {
  readonly #room: Room;
  readonly #startedAt: number;
  readonly #sent = new Map<PersonId, number>();

  constructor(room: Room, startedAt: number) {
    this.#room = room;
    this.#startedAt = startedAt;
  }

  /** Everyone's walk, for a connection that begins to read. */
  snapshot(now: number): Uint8Array {
    return encodeWalks(now - this.#startedAt, this.#people().flatMap((id) => this.#record(id) ?? []));
  }

  /** What has changed since the last call; `undefined` for nothing. */
  changes(now: number): Uint8Array | undefined {
    const changed = this.#people().flatMap((id) => {
      const version = this.#room.walks.walkOf(id)?.version;
      if (version === undefined || this.#sent.get(id) === version) return [];
      this.#sent.set(id, version);
      return this.#record(id) ?? [];
    });
    return changed.length > 0 ? encodeWalks(now - this.#startedAt, changed) : undefined;
  }

  forget(id: PersonId): void {
    this.#sent.delete(id);
  }

  #people(): readonly PersonId[] {
    return [...this.#room.facts.people.keys()].map(personId);
  }

  #record(id: PersonId): WalkRecord | undefined {
    const walk = this.#room.walks.walkOf(id);
    const person = this.#room.facts.people.get(id);
    return walk && person && { index: person.index, x: walk.x, z: walk.z, heading: walk.heading, speed: walk.speed };
  }
}
