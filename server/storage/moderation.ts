import type { Kysely, Selectable } from 'kysely';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import type { Tables } from './tables.ts';

/** Someone, or everyone who came by a link, must stay out. Times are milliseconds since 1970. */
export interface Ban {
  readonly id: string;
  readonly person: PersonId | undefined;
  readonly invitation: string | undefined;
  /** Absent: for good. */
  readonly until: number | undefined;
  readonly reason: string;
  /** Absent where a command line did it. */
  readonly by: PersonId | undefined;
  readonly at: number;
  readonly liftedAt: number | undefined;
}

/** `mute`: I do not hear them. `block`: neither of us meets the other. */
export type BlockKind = 'mute' | 'block';

export interface Block {
  readonly blocker: PersonId;
  readonly blocked: PersonId;
  readonly kind: BlockKind;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface ModerationStorage {
  ban(ban: Ban): Promise<void>;
  /** Answers false where there is none, or it was lifted before. */
  liftBan(id: string, at: number): Promise<boolean>;
  /** The bans in force at `now` that keep this person out, by who they are or by the link they hold or came by. */
  bansOn(person: PersonId | undefined, invitation: string | undefined, now: number): Promise<readonly Ban[]>;
  /** All bans in force at `now`, newest first; at most 500. */
  bansInForce(now: number): Promise<readonly Ban[]>;
  setBlock(blocker: PersonId, blocked: PersonId, kind: BlockKind, on: boolean, at: number): Promise<void>;
  /** What this person muted and blocked, and who blocked them; never who muted them. */
  blocksOf(person: PersonId): Promise<readonly Block[]>;
}

const optional = (value: number | null): number | undefined => (value === null ? undefined : Number(value));
const optionalPerson = (value: string | null): PersonId | undefined => (value === null ? undefined : personId(value));

const banOfRow = (row: Selectable<Tables['ban']>): Ban => ({
  id: row.id,
  person: optionalPerson(row.person),
  invitation: row.invitation ?? undefined,
  until: optional(row.until),
  reason: row.reason,
  by: optionalPerson(row.by),
  at: Number(row.at),
  liftedAt: undefined,
});

export const moderationStorage = (db: Kysely<Tables>): ModerationStorage => ({
  ban: async ({ id, person, invitation, until, reason, by, at, liftedAt }) => {
    const row = { id, person: person ?? null, invitation: invitation ?? null, until: until ?? null, reason, by: by ?? null, at, lifted_at: liftedAt ?? null };
    await db.insertInto('ban').values(row).execute();
  },
  liftBan: async (id, at) => {
    const { numUpdatedRows } = await db.updateTable('ban').set({ lifted_at: at }).where('id', '=', id).where('lifted_at', 'is', null).executeTakeFirst();
    return numUpdatedRows === 1n;
  },
  bansOn: async (person, invitation, now) => {
    const rows = await db
      .selectFrom('ban')
      .selectAll()
      .where('lifted_at', 'is', null)
      .where((e) => e.or([e('until', 'is', null), e('until', '>', now)]))
      // Nothing equals null: what is absent matches no ban.
      .where((e) => e.or([e('person', '=', person ?? null), e('invitation', '=', invitation ?? null)]))
      .orderBy('at')
      .execute();
    return rows.map(banOfRow);
  },
  bansInForce: async (now) => {
    const rows = await db.selectFrom('ban').selectAll().where('lifted_at', 'is', null).where((e) => e.or([e('until', 'is', null), e('until', '>', now)])).orderBy('at', 'desc').limit(500).execute();
    return rows.map(banOfRow);
  },
  setBlock: async (blocker, blocked, kind, on, at) => {
    if (on) await db.insertInto('block').values({ blocker, blocked, kind, at }).onConflict((c) => c.doNothing()).execute();
    else await db.deleteFrom('block').where('blocker', '=', blocker).where('blocked', '=', blocked).where('kind', '=', kind).execute();
  },
  blocksOf: async (person) => {
    const rows = await db
      .selectFrom('block')
      .selectAll()
      .where((e) => e.or([e('blocker', '=', person), e.and([e('blocked', '=', person), e('kind', '=', 'block')])]))
      .orderBy('at')
      .execute();
    return rows.map((row) => ({ blocker: personId(row.blocker), blocked: personId(row.blocked), kind: row.kind as BlockKind, at: Number(row.at) }));
  },
});
