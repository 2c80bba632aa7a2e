import type { Kysely, Selectable } from 'kysely';
import type { Standing } from '#shared/kernel/capability.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import type { Duty } from './storage.ts';
import type { Tables } from './tables.ts';

/** A link by which people come, and what it makes of them. Times are milliseconds since 1970. */
export interface Invitation {
  readonly id: string;
  /** What one types instead of the link; unique. */
  readonly code: string;
  readonly standing: Standing;
  readonly duties: readonly Duty[];
  /** Absent: as often as one likes. */
  readonly usesLeft: number | undefined;
  /** Absent: never. */
  readonly expiresAt: number | undefined;
  readonly revokedAt: number | undefined;
  /** Absent where a command line made it. */
  readonly madeBy: PersonId | undefined;
  readonly madeAt: number;
  /** What its maker calls it. */
  readonly label: string;
}

export interface InvitationStorage {
  /** Answers false, and keeps nothing, where the id or the code is taken. */
  makeInvitation(invitation: Invitation): Promise<boolean>;
  /** All of them, expired and revoked ones too, newest first. */
  invitations(): Promise<readonly Invitation[]>;
  findInvitation(idOrCode: string): Promise<Invitation | undefined>;
  /**
   * Takes one use, and answers the invitation as it is then; `undefined` where it is unknown, used up, expired or
   * revoked at `now`. Of many at once, exactly as many succeed as uses were left.
   */
  useInvitation(id: string, now: number): Promise<Invitation | undefined>;
  /** Answers false where there is none, or it was revoked before. */
  revokeInvitation(id: string, at: number): Promise<boolean>;
}

const optional = (value: number | null): number | undefined => (value === null ? undefined : Number(value));

const invitationOfRow = (row: Selectable<Tables['invitation']>): Invitation => ({
  id: row.id,
  code: row.code,
  standing: row.standing as Standing,
  duties: JSON.parse(row.duties) as Duty[],
  usesLeft: optional(row.uses_left),
  expiresAt: optional(row.expires_at),
  revokedAt: optional(row.revoked_at),
  madeBy: row.made_by === null ? undefined : personId(row.made_by),
  madeAt: Number(row.made_at),
  label: row.label,
});

export const invitationStorage = (db: Kysely<Tables>): InvitationStorage => ({
  makeInvitation: async (invitation) => {
    const { id, code, standing, label } = invitation;
    const row = {
      id, code, standing, label,
      duties: JSON.stringify(invitation.duties),
      uses_left: invitation.usesLeft ?? null,
      expires_at: invitation.expiresAt ?? null,
      revoked_at: invitation.revokedAt ?? null,
      made_by: invitation.madeBy ?? null,
      made_at: invitation.madeAt,
    };
    const { numInsertedOrUpdatedRows } = await db.insertInto('invitation').values(row).onConflict((c) => c.doNothing()).executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  invitations: async () => (await db.selectFrom('invitation').selectAll().orderBy('made_at', 'desc').orderBy('id').execute()).map(invitationOfRow),
  findInvitation: async (idOrCode) => {
    const row = await db.selectFrom('invitation').selectAll().where((e) => e.or([e('id', '=', idOrCode), e('code', '=', idOrCode)])).executeTakeFirst();
    return row && invitationOfRow(row);
  },
  useInvitation: async (id, now) => {
    const row = await db
      .updateTable('invitation')
      .set((e) => ({ uses_left: e('uses_left', '-', 1) }))
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))
      .where((e) => e.or([e('uses_left', 'is', null), e('uses_left', '>', 0)]))
      .returningAll()
      .executeTakeFirst();
    return row && invitationOfRow(row);
  },
  revokeInvitation: async (id, at) => {
    const { numUpdatedRows } = await db.updateTable('invitation').set({ revoked_at: at }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
    return numUpdatedRows === 1n;
  },
});
