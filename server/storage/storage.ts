import type { Line } from '#shared/chat/chat.ts';
import type { PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { Standing } from '#shared/kernel/capability.ts';

/** One thing that happened, as the activity log keeps it: never its content. `actor` is absent where the record is anonymous. */
export interface Activity {
  readonly at: number;
  readonly actor: PersonId | undefined;
  readonly capability: string;
  readonly object: string | undefined;
  readonly room: RoomId;
}
/** What one command leaves behind; a batch of them is one transaction. */
export interface Fact {
  readonly activity: Activity | undefined;
  readonly line: Line | undefined;
  readonly room: RoomId;
}

export interface Profile {
  readonly id: PersonId;
  readonly name: string;
  readonly callMe: string;
  readonly pronouns: string;
  readonly standing: Standing;
  readonly look: string;
}

/** Everything Hearth keeps. Each call that writes is durable when it resolves, and rejects when it is not. */
export interface Storage {
  commit(facts: readonly Fact[]): Promise<void>;
  /** The last `count` lines of a room, oldest first. */
  lastLines(room: RoomId, count: number): Promise<readonly Line[]>;
  saveSnapshot(room: RoomId, at: number, state: string): Promise<void>;
  loadSnapshot(room: RoomId): Promise<{ readonly at: number; readonly state: string } | undefined>;
  savePerson(person: Profile, at: number): Promise<void>;
  findPerson(id: PersonId): Promise<Profile | undefined>;
  /** The names of everyone with standing, whom nobody may pass for. */
  namesOf(standings: readonly Standing[]): Promise<readonly { readonly id: PersonId; readonly name: string }[]>;
  setting(key: string): Promise<string | undefined>;
  /** Stores a setting unless it is set; returns what is stored now. Of two at once, one wins. */
  settleSetting(key: string, value: string): Promise<string>;
  activities(room: RoomId): Promise<readonly Activity[]>;
  close(): Promise<void>;
}
