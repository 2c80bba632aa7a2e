import * as z from 'zod/mini';
import type { Standing } from '#shared/kernel/capability.ts';
import { personId } from '#shared/kernel/ids.ts';
import type { RefusalKind } from '#shared/kernel/refusal.ts';
import { unpackLook } from '#shared/people/look.ts';
import { cleanName } from '#shared/people/people.rules.ts';
import type { Ambient } from '../host/ambient.ts';
import type { Profile, Storage } from '../storage/storage.ts';
import type { Identity } from './identity.ts';
import { entryRefusals } from '#shared/people/entry.ts';

const OWNER = 'owner';

/** What someone says of themselves on the way in. */
export const entrySchema = z.strictObject({
  invitation: z.string().check(z.maxLength(100)),
  name: z.string().check(z.maxLength(200)),
  callMe: z.string().check(z.maxLength(100)),
  pronouns: z.string().check(z.maxLength(100)),
  look: z.string().check(z.maxLength(40)),
  /** Bind this identity to the tab and leave the browser's own as it is. */
  tab: z.boolean(),
});
export type Entry = z.output<typeof entrySchema>;

export type Entered = { readonly ok: true; readonly person: Profile } | { readonly ok: false; readonly refusal: RefusalKind };

export const isClaimed = async (storage: Storage): Promise<boolean> => (await storage.setting(OWNER)) !== undefined;

/** Lets someone in by a link, as someone new. The owner's link works once: of two who open it, one becomes the owner. */
export const admit = async (storage: Storage, identity: Identity, ambient: Ambient, entry: Entry): Promise<Entered> => {
  const invitation = identity.readInvitation(entry.invitation);
  if (!invitation) return { ok: false, refusal: entryRefusals.badLink };
  const name = cleanName(entry.name, 40);
  if (name === '') return { ok: false, refusal: entryRefusals.noName };
  if (!unpackLook(entry.look)) return { ok: false, refusal: entryRefusals.badLook };
  const id = personId(ambient.newId());
  let standing: Standing = 'guest';
  if (invitation === 'owner') {
    if ((await storage.settleSetting(OWNER, id)) !== id) return { ok: false, refusal: entryRefusals.claimed };
    standing = 'owner';
  }
  const person: Profile = { id, name, callMe: cleanName(entry.callMe, 16), pronouns: cleanName(entry.pronouns, 30), standing, look: entry.look };
  await storage.savePerson(person, ambient.now());
  return { ok: true, person };
};

