import { earlier } from '#shared/chat/chat.capabilities.ts';
import { KNOWN_LINES, LINES_A_PAGE, rememberLine, type Line } from '#shared/chat/chat.ts';
import type { Effect } from '#shared/kernel/effect.ts';
import type { PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { Room } from '#shared/rooms/room.ts';
import { errorDetails, log } from '../host/log.ts';
import type { ModerationStorage } from '../storage/moderation.ts';
import type { Before, Storage } from '../storage/storage.ts';
import type { Asked } from './lists.ts';
import type { Presences, Wire } from './presences.ts';

type LineStorage = Pick<Storage, 'lastLines' | 'linesFor' | 'settingsOf'> & Pick<ModerationStorage, 'blocksOf'>;

const askedSchema = earlier.payload;

/** What was said, as each may read it: lines across a block, or of someone muted, are left out. */
export class Lines {
  readonly #id: RoomId;
  readonly #room: Room;
  readonly #storage: LineStorage;
  readonly #presences: Presences;

  constructor(id: RoomId, room: Room, storage: LineStorage, presences: Presences) {
    [this.#id, this.#room, this.#storage, this.#presences] = [id, room, storage, presences];
  }

  /** For a tab that has just come in: one's settings, blocks and mutes, and the last lines. One is in the room even where these cannot be read. */
  async welcome(id: PersonId, wire: Wire): Promise<void> {
    try {
      for (const { blocker, blocked, kind } of await this.#storage.blocksOf(id)) this.#room.relations.set(kind, blocker, blocked, true);
      wire.settings((await this.#storage.settingsOf(id)) ?? null);
      wire.own(this.#room.relations.own(id));
      await this.#send(id, [wire]);
    } catch (error) {
      log('lines.failed', errorDetails(error));
    }
  }

  /** What follows for those whom an effect is about: their settings are told to each of their tabs, what they may read is sent again. */
  follow(effect: Effect): void {
    if (effect.kind === 'relation') this.#again(effect.relation === 'block' ? [effect.from, effect.to] : [effect.from]);
    if (effect.kind === 'settings') for (const wire of this.#presences.find(effect.person)?.wires ?? []) wire.settings(effect.settings);
  }

  #again(people: readonly PersonId[]): void {
    for (const id of people) {
      const wires = this.#presences.find(id)?.wires;
      if (!wires) continue;
      for (const wire of wires) wire.own(this.#room.relations.own(id));
      void this.#send(id, wires).catch((error: unknown) => log('lines.failed', errorDetails(error)));
    }
  }

  /** CH9. The page before a message. */
  async earlier({ actor, payload }: Asked): Promise<readonly Line[]> {
    const asked = askedSchema.safeParse(payload).data;
    return asked ? this.#read(actor, asked.before) : [];
  }

  /** CH7. Takes up what can still be changed after a restart. */
  async remember(): Promise<void> {
    for (const line of await this.#storage.lastLines(this.#id, KNOWN_LINES)) rememberLine(this.#room.lines, line);
  }

  /** CH6. What one may read, the newest page or that before a message. */
  async #read(id: PersonId, before?: Before): Promise<readonly Line[]> {
    const lines = await this.#storage.linesFor(id, this.#id, LINES_A_PAGE, before);
    return lines.filter((line) => this.#room.relations.reaches(line.by, id));
  }

  async #send(id: PersonId, wires: Iterable<Wire>): Promise<void> {
    const readable = await this.#read(id);
    for (const wire of wires) wire.lines(readable);
  }
}
