import type { AuditReply } from '#shared/invitations/replies.ts';
import { personId } from '#shared/kernel/ids.ts';
import type { Store } from '../storage/storage.ts';

const SHOWN = 200;

/** The audit list as a steward reads it, newest first, with names for ids; and who cannot come in at `now`. */
export const readAuditList = async (storage: Store, now: number): Promise<AuditReply> => {
  const names = new Map<string, string>();
  const nameOf = async (id: string | undefined): Promise<string> => {
    if (id === undefined) return '';
    const known = names.get(id) ?? (await storage.findPerson(personId(id)))?.name ?? '';
    names.set(id, known);
    return known;
  };
  const acts = [];
  for (const { at, actor, act, object, reason } of await storage.audit({ limit: SHOWN })) acts.push({ at, name: await nameOf(actor), act, object: await nameOf(object), reason });
  const bans = [];
  for (const { id, person, at, until, reason } of await storage.bansInForce(now)) bans.push({ id, name: await nameOf(person), at, until: until ?? null, reason });
  return { acts, bans };
};
