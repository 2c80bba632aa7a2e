import type { Message } from '#shared/kernel/message.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { door as say } from './door.words.ts';

/** What one can do where the door is shut: try another link, ask again, load the page anew, or go to the first page. */
export type Way = 'link' | 'again' | 'reload' | 'home';

export interface Shut {
  readonly title: Message;
  readonly way: Way;
}

/** What a page says over each refusal at the door, and where it leads. A full room has a page of its own. */
const ways = {
  badLink: { title: say.badLink, way: 'link' },
  claimed: { title: say.claimed, way: 'link' },
  linkRevoked: { title: say.linkRevoked, way: 'link' },
  linkExpired: { title: say.linkExpired, way: 'link' },
  linkUsed: { title: say.linkUsed, way: 'link' },
  noCode: { title: say.noCode, way: 'link' },
  tooManyTries: { title: say.tooManyTries, way: 'reload' },
  banned: { title: say.banned, way: 'again' },
  removed: { title: say.removed, way: 'reload' },
  updated: { title: say.updated, way: 'reload' },
  stranger: { title: say.stranger, way: 'home' },
  tooManyTabs: { title: say.tooManyTabs, way: 'again' },
  noRoom: { title: say.noRoom, way: 'home' },
  badOrigin: { title: say.badOrigin, way: 'home' },
  unavailable: { title: say.unavailable, way: 'again' },
  full: { title: say.full, way: 'again' },
  malformed: { title: say.trouble, way: 'reload' },
  noName: { title: say.trouble, way: 'reload' },
  badLook: { title: say.trouble, way: 'reload' },
} as const satisfies Record<keyof typeof entryRefusals, Shut>;

const byCode: ReadonlyMap<string, Shut> = new Map((Object.keys(ways) as (keyof typeof ways)[]).map((key) => [entryRefusals[key].code, ways[key]]));

/** The page of a refusal at the door, also of one that this page has never heard of. */
export const shutBy = (code: string): Shut => byCode.get(code) ?? { title: say.trouble, way: 'reload' };
