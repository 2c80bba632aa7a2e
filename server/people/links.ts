import { COMPANIONS } from '../demo/companions.ts';
import { drawCode, readCode, whyClosed, type Invitation } from '#shared/invitations/invitation.ts';
import type { InvitationReply } from '#shared/invitations/replies.ts';
import type { RefusalKind } from '#shared/kernel/refusal.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import type { Ambient } from '../host/ambient.ts';
import type { Store } from '../storage/storage.ts';
import type { Identity } from './identity.ts';

/** What coming in asks of storage. */
export type DoorStorage = Pick<Store, 'setting' | 'settleSetting' | 'forgetSetting' | 'findInvitation' | 'makeInvitation' | 'useInvitation' | 'bansOn' | 'namesOf' | 'savePerson'>;

/** The setting that names the owner, and what stands in the owner's link. */
export const OWNER = 'owner';
/** The setting that holds where the server was reached when it last started. */
export const ADDRESS = 'address';
const GUESTS = 'guests.link';

/** What a link opens: the house itself, once, or an invitation. */
export type Opened = { readonly kind: 'owner' } | { readonly kind: 'invitation'; readonly invitation: Invitation };
export type Read = { readonly ok: true; readonly opened: Opened } | { readonly ok: false; readonly refusal: RefusalKind };

const closed = { revoked: entryRefusals.linkRevoked, expired: entryRefusals.linkExpired, used: entryRefusals.linkUsed } as const;
const looksLikeCode = (text: string): boolean => /^[A-Z0-9]{8}$/.test(readCode(text)) && !text.includes('.');

/** Reads what stands behind `#` in a link, or a short code that someone typed. */
export const readLink = async (storage: DoorStorage, identity: Identity, text: string, now: number): Promise<Read> => {
  const id = identity.readLink(text);
  if (id === OWNER) return { ok: true, opened: { kind: 'owner' } };
  if (id === undefined && !looksLikeCode(text)) return { ok: false, refusal: entryRefusals.badLink };
  const invitation = await storage.findInvitation(id ?? readCode(text));
  if (!invitation) return { ok: false, refusal: id === undefined ? entryRefusals.noCode : entryRefusals.badLink };
  const why = whyClosed(invitation, now);
  return why ? { ok: false, refusal: closed[why] } : { ok: true, opened: { kind: 'invitation', invitation } };
};

/** The secret of the owner's link; `undefined` once someone has claimed it. */
export const ownerLink = async (storage: DoorStorage, identity: Identity): Promise<string | undefined> =>
  (await storage.setting(OWNER)) === undefined ? identity.linkTo(OWNER) : undefined;

/** The secret of the guests' link that the start prints: the one there is while it works, else a new one. */
export const guestLink = async (storage: DoorStorage, identity: Identity, ambient: Ambient): Promise<string> => {
  const known = await storage.setting(GUESTS);
  const invitation = known === undefined ? undefined : await storage.findInvitation(known);
  if (invitation && whyClosed(invitation, ambient.now()) === undefined) return identity.linkTo(invitation.id);
  if (known !== undefined) await storage.forgetSetting(GUESTS, known);
  const id = await storage.settleSetting(GUESTS, ambient.newId());
  const made = { id, code: drawCode(ambient.chance), standing: 'guest', duties: [], label: '', venue: '', madeAt: ambient.now() } as const;
  await storage.makeInvitation({ ...made, usesLeft: undefined, expiresAt: undefined, revokedAt: undefined, madeBy: undefined });
  return identity.linkTo(id);
};

/** Every link as a steward sees it, with the address to pass on; not that of the companions, by which no person comes. */
export const listLinks = async (storage: Pick<Store, 'invitations'>, identity: Identity, base: string): Promise<readonly InvitationReply[]> =>
  (await storage.invitations()).filter(({ id }) => id !== COMPANIONS).map(({ id, code, standing, duties, label, venue, usesLeft, expiresAt, revokedAt, madeAt }) => ({
    id, code, standing, label, venue, madeAt,
    duties: [...duties],
    link: `${base}/join#${identity.linkTo(id)}`,
    usesLeft: usesLeft ?? null,
    expiresAt: expiresAt ?? null,
    revokedAt: revokedAt ?? null,
  }));
