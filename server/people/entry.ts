import * as z from 'zod/mini';
import type { Refusal, RefusalKind } from '#shared/kernel/refusal.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { unpackLook } from '#shared/people/look.ts';
import { cleanName, distinctName } from '#shared/people/people.rules.ts';
import { outranks, type Duty } from '#shared/people/standing.ts';
import type { Ambient } from '../host/ambient.ts';
import type { Ban } from '../storage/moderation.ts';
import type { Profile } from '../storage/storage.ts';
import type { Identity } from './identity.ts';
import { OWNER, readLink, type DoorStorage, type Opened } from './links.ts';

/** How long (ms) a guest is known. */
export const GUEST_LASTS = 30 * 24 * 60 * 60 * 1000;

/** What someone says of themselves on the way in. */
export const entrySchema = z.strictObject({
  /** The secret part of a link, or a short code. */
  invitation: z.string().check(z.maxLength(100)),
  name: z.string().check(z.maxLength(200)),
  callMe: z.string().check(z.maxLength(100)),
  pronouns: z.string().check(z.maxLength(100)),
  look: z.string().check(z.maxLength(40)),
  /** Bind this identity to the tab and leave the browser's own as it is. */
  tab: z.boolean(),
});
export type Entry = z.output<typeof entrySchema>;

export type Entered = { readonly ok: true; readonly person: Profile } | { readonly ok: false; readonly refusal: Refusal };
const no = (kind: RefusalKind): Entered => ({ ok: false, refusal: { code: kind.code, values: {} } });

/** What a ban says to whoever it keeps out. */
export const banRefusal = ({ until, reason }: Ban): Refusal => ({
  code: entryRefusals.banned.code,
  values: { reason: reason || 'none', forever: until === undefined ? 'yes' : 'no', until: until ?? 0 },
});

/** Opens the link for one person: counts its use, or claims the house. Answers why not, where someone was faster. */
const use = async (storage: DoorStorage, opened: Opened, id: PersonId, now: number): Promise<RefusalKind | undefined> => {
  if (opened.kind === 'owner') return (await storage.settleSetting(OWNER, id)) === id ? undefined : entryRefusals.claimed;
  return (await storage.useInvitation(opened.invitation.id, now)) ? undefined : entryRefusals.linkUsed;
};

const standingOf = (opened: Opened): Pick<Profile, 'standing' | 'cameBy'> & { readonly duties: readonly Duty[] } =>
  opened.kind === 'owner'
    ? { standing: 'owner', duties: [] }
    : { standing: opened.invitation.standing, duties: opened.invitation.duties, cameBy: opened.invitation.id };

export type LinkSeen = { readonly ok: true; /** Where some of those meet who come by it; empty where it names no place. */ readonly venue: string } | { readonly ok: false; readonly refusal: Refusal };

/** What a link or a code is, before one comes in by it: why it lets nobody in now, else where it leads. It is not used by this. */
export const lookAtLink = async (storage: DoorStorage, identity: Identity, invitation: string, now: number): Promise<LinkSeen> => {
  const shut = (refusal: Refusal): LinkSeen => ({ ok: false, refusal });
  const read = await readLink(storage, identity, invitation, now);
  if (!read.ok) return shut({ code: read.refusal.code, values: {} });
  if (read.opened.kind === 'owner') return (await storage.setting(OWNER)) === undefined ? { ok: true, venue: '' } : shut({ code: entryRefusals.claimed.code, values: {} });
  const [closed] = await storage.bansOn(undefined, read.opened.invitation.id, now);
  return closed ? shut(banRefusal(closed)) : { ok: true, venue: read.opened.invitation.venue };
};

/** Lets someone in by a link or a code, as someone new. A browser whose own identity is banned brings nobody in. */
export const admit = async (storage: DoorStorage, identity: Identity, ambient: Ambient, entry: Entry, browser: PersonId | undefined): Promise<Entered> => {
  const now = ambient.now();
  const [ban] = browser === undefined ? [] : await storage.bansOn(browser, undefined, now);
  if (ban) return { ok: false, refusal: banRefusal(ban) };
  const read = await readLink(storage, identity, entry.invitation, now);
  if (!read.ok) return no(read.refusal);
  const { opened } = read;
  const [closed] = opened.kind === 'owner' ? [] : await storage.bansOn(undefined, opened.invitation.id, now);
  if (closed) return { ok: false, refusal: banRefusal(closed) };
  const name = cleanName(entry.name, 40);
  if (name === '') return no(entryRefusals.noName);
  if (!unpackLook(entry.look)) return no(entryRefusals.badLook);
  const id = personId(ambient.newId());
  const why = await use(storage, opened, id, now);
  if (why) return no(why);
  // Nobody passes for a member; whom one meets in the room is seen to there.
  const members = await storage.namesOf(['member', 'steward', 'owner']);
  const person: Profile = {
    id,
    name: distinctName(name, members.map((member) => member.name)),
    callMe: cleanName(entry.callMe, 16),
    pronouns: cleanName(entry.pronouns, 30),
    venue: '',
    look: entry.look,
    ...standingOf(opened),
  };
  await storage.savePerson(person, now);
  return { ok: true, person };
};

/** Someone known opens a link that makes them more than they are: they become that. A link for less changes nothing, and is not used up. */
export const welcomeBack = async (storage: DoorStorage, identity: Identity, ambient: Ambient, known: Profile, invitation: string): Promise<Entered> => {
  const read = await readLink(storage, identity, invitation, ambient.now());
  if (!read.ok) return no(read.refusal);
  const offered = standingOf(read.opened);
  const held = known.duties ?? [];
  const duties = [...new Set([...held, ...offered.duties])];
  if (!outranks(offered.standing, known.standing) && duties.length === held.length) return { ok: true, person: known };
  const why = await use(storage, read.opened, known.id, ambient.now());
  if (why) return no(why);
  const person: Profile = { ...known, duties, standing: outranks(offered.standing, known.standing) ? offered.standing : known.standing };
  await storage.savePerson(person, ambient.now());
  return { ok: true, person };
};
