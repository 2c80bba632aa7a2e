import type { PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { Room } from '#shared/rooms/room.ts';
import { errorDetails, log } from '../host/log.ts';
import type { ModerationStorage } from '../storage/moderation.ts';
import type { Storage } from '../storage/storage.ts';
import type { Presences, Wire } from './presences.ts';

const SHOWN = 100;

/** What was said, as each may read it: lines across a block, or of someone muted, are left out. */
export class Lines {
  readonly #id: RoomId;
  readonly #room: Room;
  readonly #storage: Pick<Storage, 'lastLines'> & Pick<ModerationStorage, 'blocksOf'>;
  readonly #presences: Presences;

  constructor(id: RoomId, room: Room, storage: Pick<Storage, 'lastLines'> & Pick<ModerationStorage, 'blocksOf'>, presences: Presences) {
    [this.#id, this.#room, this.#storage, this.#presences] = [id, room, storage, presences];
  }

  /** For a tab that has just come in: one's blocks and mutes, and the last lines. One is in the room even where these cannot be read. */
  async welcome(id: PersonId, wire: Wire): Promise<void> {
    try {
      for (const { blocker, blocked, kind } of await this.#storage.blocksOf(id)) this.#room.relations.set(kind, blocker, blocked, true);
      wire.own(this.#room.relations.own(id));
      await this.#send(id, [wire]);
    } catch (error) {
      log('lines.failed', errorDetails(error));
    }
  }

  /** Someone's blocks or mutes have changed: what they may read is sent again. */
  again(people: readonly PersonId[]): void {
    for (const id of people) {
      const wires = this.#presences.find(id)?.wires;
      if (!wires) continue;
      for (const wire of wires) wire.own(this.#room.relations.own(id));
      void this.#send(id, wires).catch((error: unknown) => log('lines.failed', errorDetails(error)));
    }
  }

  async #send(id: PersonId, wires: Iterable<Wire>): Promise<void> {
    const lines = await this.#storage.lastLines(this.#id, SHOWN);
    const readable = lines.filter((line) => this.#room.relations.reaches(line.by, id));
    for (const wire of wires) wire.lines(readable);
  }
}
