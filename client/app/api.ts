/**
 * The few questions asked over HTTP, before a room is joined. What our server answers is taken at its word once it has the
 * shape of an answer at all: a proxy's page of its own has not.
 */
import type { Layout } from '#shared/rooms/layout.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Entry } from '#client/join/entry.ts';
import type { Coming } from '#shared/rituals/coming.ts';
import { packLook } from '#shared/people/look.ts';
import { isRecord, isText } from './shape.ts';

export interface Me {
  readonly community: string;
  readonly inside: { readonly count: number; readonly names: readonly string[] };
  /** Whether voices are carried at all. */
  readonly voice?: boolean;
  readonly knownAs?: { readonly id: string; readonly name: string; readonly look: string; readonly venue?: string };
}
const isMe = (given: unknown): given is Me => isRecord(given) && isText(given['community']) && isRecord(given['inside']);

/** Whether one came in, or may; the tab's own identity where it is not the browser's; and where others meet, of a link that names a place. */
export type EnterAnswer = { readonly ok: true; readonly tab?: string | undefined; readonly venue?: string | undefined; /** What is planned, of a link that lets in. */ readonly coming?: readonly Coming[] } | { readonly ok: false; readonly refusal: Refusal };
const isEntered = (given: unknown): given is EnterAnswer => isRecord(given) && (given['ok'] === true || (given['ok'] === false && isRecord(given['refusal']) && isText(given['refusal']['code'])));

const unreachable: EnterAnswer = { ok: false, refusal: { code: 'client.offline', values: {} } };

/** Who this browser, or this tab, is; `undefined` when Hearth cannot be reached. */
export const askMe = async (tab: string | undefined): Promise<Me | undefined> => {
  try {
    const response = await fetch('/api/me', tab === undefined ? {} : { headers: { authorization: `Bearer ${tab}` } });
    const me: unknown = await response.json();
    return isMe(me) ? me : undefined;
  } catch {
    return undefined;
  }
};

/** Comes in by an invitation. With `bindToTab` the browser stays who it is, and only this tab is someone new. */
export const enter = async (invitation: string, entry: Entry, bindToTab: boolean): Promise<EnterAnswer> => {
  const { name, callMe, pronouns, look } = entry;
  try {
    const response = await fetch('/api/enter', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ invitation, name, callMe, pronouns, look: packLook(look), tab: bindToTab }),
    });
    const answer: unknown = await response.json();
    return isEntered(answer) ? answer : unreachable;
  } catch {
    return unreachable;
  }
};

/** Someone known opens a link: it may make them more than they are. */
export const welcome = async (invitation: string, tab: string | undefined): Promise<EnterAnswer> => {
  try {
    const response = await fetch('/api/welcome', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(tab === undefined ? {} : { authorization: `Bearer ${tab}` }) },
      body: JSON.stringify({ invitation }),
    });
    const answer: unknown = await response.json();
    return isEntered(answer) ? answer : unreachable;
  } catch {
    return unreachable;
  }
};

/** Why an invitation lets nobody in; else where some of those meet who come by it, as far as anybody could be asked. */
export const askLink = async (invitation: string): Promise<{ readonly refusal: Refusal } | { readonly venue: string; readonly coming?: readonly Coming[] | undefined }> => {
  try {
    const response = await fetch('/api/link', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ invitation }) });
    const answer: unknown = await response.json();
    if (!isEntered(answer)) return { venue: '' };
    return answer.ok ? { venue: answer.venue ?? '', coming: answer.coming } : { refusal: answer.refusal };
  } catch {
    return { venue: '' };
  }
};

/** A room of the campus, and how full it is. */
export interface Fullness {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly cap: number;
}

/** How full every room is; none when Hearth cannot be reached. */
export const askRooms = async (): Promise<readonly Fullness[]> => {
  try {
    const answer: unknown = await (await fetch('/api/rooms')).json();
    return isRecord(answer) && Array.isArray(answer['rooms']) ? (answer['rooms'] as readonly Fullness[]) : [];
  } catch {
    return [];
  }
};

/** A room's layout; 'missing' where there is no such room, `undefined` when Hearth cannot be reached. */
export const askLayout = async (room: string): Promise<Layout | 'missing' | undefined> => {
  try {
    const response = await fetch(`/api/rooms/${encodeURIComponent(room)}`);
    if (response.status === 404) return 'missing';
    // The server has parsed it by its schema (shared/rooms/layout.ts), and filled in what is usual.
    const layout: unknown = await response.json();
    return isRecord(layout) && isText(layout['id']) ? (layout as unknown as Layout) : undefined;
  } catch {
    return undefined;
  }
};
