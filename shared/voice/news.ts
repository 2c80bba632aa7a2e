import { personId, type PersonId } from '../kernel/ids.ts';

/** One stay of one person in a room's audio: the person, and a lot that is drawn anew for each stay. */
export type Address = `${string}~${string}`;

export const addressOf = (id: PersonId, lot: string): Address => `${id}~${lot}`;
export const isAddress = (text: string): text is Address => /^[^~]+~[^~]+$/.test(text);
export const personAt = (address: Address): PersonId => personId(address.slice(0, address.indexOf('~')));

/** Whom one hears, and by whom one is heard (VO12). */
export interface Hearing {
  readonly hear: ReadonlySet<Address>;
  readonly heardBy: ReadonlySet<Address>;
}
export const silence: Hearing = { hear: new Set(), heardBy: new Set() };

interface Change {
  readonly come: readonly Address[];
  readonly gone: readonly Address[];
}
/** What is new of it, as it travels. `isWhole`: what was known before counts no more. */
export interface VoiceNews {
  readonly isWhole: boolean;
  readonly hear: Change;
  readonly heardBy: Change;
}

const changed = (before: ReadonlySet<Address>, { come, gone }: Change): ReadonlySet<Address> => {
  const after = new Set(before);
  for (const address of gone) after.delete(address);
  for (const address of come) after.add(address);
  return after;
};
const change = (before: ReadonlySet<Address>, after: ReadonlySet<Address>): Change => ({ come: [...after].filter((one) => !before.has(one)), gone: [...before].filter((one) => !after.has(one)) });

/** What one knows once the news is read. */
export const afterNews = (before: Hearing, { isWhole, hear, heardBy }: VoiceNews): Hearing => {
  const known = isWhole ? silence : before;
  return { hear: changed(known.hear, hear), heardBy: changed(known.heardBy, heardBy) };
};

/** What there is to tell whoever knows `before`; `undefined` where it is all the same. Before anything was told, all of it. */
export const newsOf = (before: Hearing | undefined, after: Hearing): VoiceNews | undefined => {
  const { hear, heardBy } = before ?? silence;
  const news = { isWhole: before === undefined, hear: change(hear, after.hear), heardBy: change(heardBy, after.heardBy) };
  return before && [news.hear, news.heardBy].every(({ come, gone }) => come.length + gone.length === 0) ? undefined : news;
};
