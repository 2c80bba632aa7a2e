import type { Kysely } from 'kysely';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import type { Tables } from './tables.ts';

/** An act of someone with power over others, as the product can never edit it. */
export interface AuditEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Absent where the server or a command line acted. */
  readonly actor: PersonId | undefined;
  /** What was done, such as `ban` or `standing.set`. */
  readonly act: string;
  /** Whom or what it was done to: an id, never content. */
  readonly object: string | undefined;
  readonly reason: string;
  /** Where: a room's id, or `campus`. */
  readonly scope: string;
}

/** Newest first; `before` is the last entry of the page before. */
export interface AuditPage {
  readonly limit: number;
  readonly before?: { readonly at: number; readonly id: string };
}

export interface AuditStorage {
  /** Adds an entry for good: the database itself refuses to change or remove it. */
  appendAudit(entry: AuditEntry): Promise<void>;
  audit(page: AuditPage): Promise<readonly AuditEntry[]>;
}

export const rowOfAudit = ({ id, at, act, reason, scope, actor, object }: AuditEntry): Tables['audit'] => ({ id, at, actor: actor ?? null, act, object: object ?? null, reason, scope });

export const auditStorage = (db: Kysely<Tables>): AuditStorage => ({
  appendAudit: async (entry) => {
    await db.insertInto('audit').values(rowOfAudit(entry)).execute();
  },
  audit: async ({ limit, before }) => {
    let query = db.selectFrom('audit').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
    if (before) query = query.where((e) => e.or([e('at', '<', before.at), e.and([e('at', '=', before.at), e('id', '<', before.id)])]));
    const rows = await query.execute();
    return rows.map(({ id, at, actor, act, object, reason, scope }) => ({
      id, at: Number(at), actor: actor === null ? undefined : personId(actor), act, object: object ?? undefined, reason, scope,
    }));
  },
});
