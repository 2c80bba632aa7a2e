import type { Line } from '#shared/chat/chat.ts';
import type { LineId, PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { Standing } from '#shared/kernel/capability.ts';
import type { Effect } from '#shared/kernel/effect.ts';
import type { Duty } from '#shared/people/standing.ts';
import type { AuditEntry, AuditStorage } from './audit.ts';
import type { BoardImageStorage } from './board-images.ts';
import type { BoardStorage } from './boards.ts';
import type { CalendarStorage } from './calendar.ts';
import type { InvitationStorage } from './invitations.ts';
import type { JournalEntry, JournalStorage } from './journal.ts';
import type { ModerationStorage } from './moderation.ts';
import type { RunStorage } from './runs.ts';

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
  /** What recovery and `npm run replay` need of it. A fact with an entry may be committed again: it counts once. */
  readonly journal?: JournalEntry | undefined;
  /** What else it changes for good, in the same transaction. */
  readonly effects?: readonly Effect[];
  readonly audit?: AuditEntry | undefined;
}

export interface Profile {
  readonly id: PersonId;
  readonly name: string;
  readonly callMe: string;
  readonly pronouns: string;
  readonly standing: Standing;
  readonly look: string;
  /** Absent on saving: what is stored stays. */
  readonly duties?: readonly Duty[];
  /** Where they sit together with others, by name; empty for nowhere. Absent on saving: what is stored stays. */
  readonly venue?: string;
  /** VO17. Who holds them muted, by name. Saving leaves it as it is. */
  readonly heldBy?: string;
  /** The invitation by which they came. Absent on saving: what is stored stays. */
  readonly cameBy?: string;
}

/** A room's live state as it was kept, and the last journal entry that it includes; 0 for none. */
export interface KeptSnapshot {
  readonly at: number;
  readonly state: string;
  readonly journal?: number;
}

/** As many facts as are stored in well under the bound of a commit, on a busy machine too. */
export const FACTS_A_COMMIT = 1_000;

/** A place in what was said: a line and its time. */
export interface Before {
  readonly at: number;
  readonly line: LineId;
}

/** What a room and the door need. Each call that writes is durable when it resolves, and rejects when it is not. */
export interface Storage {
  /**
   * Stores facts, all or none. Commits of one room must not overlap. Rejects within 2 s when it cannot (disk full,
   * database gone); the next one may succeed without a restart. Whoever has more than FACTS_A_COMMIT waiting hands
   * them over in parts, or the same batch might be too long for its bound each time.
   */
  commit(facts: readonly Fact[]): Promise<void>;
  /** The last `count` lines of a room, oldest first, whomever they are for: for the room's own memory. */
  lastLines(room: RoomId, count: number): Promise<readonly Line[]>;
  /** CH6. The last `count` lines that someone may read in a room (their own with one person in any), oldest first; the newest, or those before one. */
  linesFor(reader: PersonId, room: RoomId, count: number, before?: Before): Promise<readonly Line[]>;
  /** CH9. Forgets what was said to rooms before one time, and to circles and single people before another. How many. */
  forgetLines(before: { readonly room: number; readonly others: number }): Promise<number>;
  /** `journal` is the number of the last journal entry that `state` includes. */
  saveSnapshot(room: RoomId, at: number, state: string, journal?: number): Promise<void>;
  loadSnapshot(room: RoomId): Promise<KeptSnapshot | undefined>;
  savePerson(person: Profile, at: number): Promise<void>;
  findPerson(id: PersonId): Promise<Profile | undefined>;
  /** PE9. What someone keeps of how they see, hear and press, as this or an earlier version stored it; `undefined` for nothing. */
  settingsOf(id: PersonId): Promise<unknown>;
  /** The names of everyone with standing, whom nobody may pass for. */
  namesOf(standings: readonly Standing[]): Promise<readonly { readonly id: PersonId; readonly name: string }[]>;
  setting(key: string): Promise<string | undefined>;
  /** Stores a setting unless it is set; returns what is stored now. Of two at once, one wins. */
  settleSetting(key: string, value: string): Promise<string>;
  activities(room: RoomId): Promise<readonly Activity[]>;
  close(): Promise<void>;
}

/** What changes of people and settings beside what they say of themselves. */
export interface PeopleStorage {
  /** Whether there is such a person. */
  setStanding(id: PersonId, standing: Standing, at: number): Promise<boolean>;
  setDuties(id: PersonId, duties: readonly Duty[], at: number): Promise<boolean>;
  /** Forgets guests who came in before `before` (ms since 1970); what they said stays under their name. How many. */
  forgetGuests(before: number): Promise<number>;
  /** Forgets everyone who came by an invitation, with what they said: for the companions of an earlier start. */
  forgetAllBy(invitation: string): Promise<void>;
  /** Forgets a setting if it still has this value; whether it had. */
  forgetSetting(key: string, value: string): Promise<boolean>;
}

/** Everything Hearth keeps. */
export interface Store extends Storage, PeopleStorage, JournalStorage, InvitationStorage, ModerationStorage, AuditStorage, BoardStorage, BoardImageStorage, CalendarStorage, RunStorage {}
/** What a room asks of it. */
export type RoomStorage = Storage & Pick<ModerationStorage, 'blocksOf'> & Pick<RunStorage, 'keepRun'> & JournalStorage;
