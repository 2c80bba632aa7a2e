import type { Kysely, Selectable } from 'kysely';
import type { Invitation } from '#shared/invitations/invitation.ts';
import type { Standing } from '#shared/kernel/capability.ts';
import { personId } from '#shared/kernel/ids.ts';
import type { Duty } from '#shared/people/standing.ts';
import type { Tables } from './tables.ts';

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

export const rowOfInvitation = ({ id, code, standing, label, venue, duties, usesLeft, expiresAt, revokedAt, madeBy, madeAt }: Invitation): Tables['invitation'] => ({
  id, code, standing, label, venue,
  duties: JSON.stringify(duties),
  uses_left: usesLeft ?? null,
  expires_at: expiresAt ?? null,
  revoked_at: revokedAt ?? null,
  made_by: madeBy ?? null,
  made_at: madeAt,
});

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
  venue: row.venue,
});

export const invitationStorage = (db: Kysely<Tables>): InvitationStorage => ({
  makeInvitation: async (invitation) => {
    const { numInsertedOrUpdatedRows } = await db.insertInto('invitation').values(rowOfInvitation(invitation)).onConflict((c) => c.doNothing()).executeTakeFirst();
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
