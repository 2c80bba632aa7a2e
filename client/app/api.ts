/** The few questions asked over HTTP, before a room is joined. Every answer is read by a schema, as from a stranger. */
import * as z from 'zod/mini';
import { layoutSchema, type Layout } from '#shared/rooms/layout.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Entry } from '#client/join/entry.ts';
import { packLook } from '#shared/people/look.ts';

const meSchema = z.object({
  community: z.string(),
  inside: z.object({ count: z.number(), names: z.array(z.string()) }),
  knownAs: z.optional(z.object({ id: z.string(), name: z.string(), look: z.string() })),
});
export type Me = z.output<typeof meSchema>;

const enteredSchema = z.union([
  z.object({ ok: z.literal(true), tab: z.optional(z.string()) }),
  z.object({ ok: z.literal(false), refusal: z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }) }),
]);

/** Whether one came in, and the tab's own identity where it is not the browser's. */
export type EnterAnswer = { readonly ok: true; readonly tab?: string | undefined } | { readonly ok: false; readonly refusal: Refusal };

const unreachable: EnterAnswer = { ok: false, refusal: { code: 'client.offline', values: {} } };

/** Who this browser, or this tab, is; `undefined` when Hearth cannot be reached. */
export const askMe = async (tab: string | undefined): Promise<Me | undefined> => {
  try {
    const response = await fetch('/api/me', tab === undefined ? {} : { headers: { authorization: `Bearer ${tab}` } });
    return meSchema.safeParse(await response.json()).data;
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
    return enteredSchema.safeParse(await response.json()).data ?? unreachable;
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
    return enteredSchema.safeParse(await response.json()).data ?? unreachable;
  } catch {
    return unreachable;
  }
};

const shutSchema = z.object({ ok: z.literal(false), refusal: z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }) });

/** Why an invitation lets nobody in; `undefined` where it would, or where nobody could be asked. */
export const askWhyShut = async (invitation: string): Promise<Refusal | undefined> => {
  try {
    const response = await fetch('/api/link', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ invitation }) });
    return shutSchema.safeParse(await response.json()).data?.refusal;
  } catch {
    return undefined;
  }
};

const roomsSchema = z.object({ rooms: z.array(z.object({ id: z.string(), name: z.string(), count: z.number(), cap: z.number() })) });
/** A room of the campus, and how full it is. */
export type Fullness = z.output<typeof roomsSchema>['rooms'][number];

/** How full every room is; none when Hearth cannot be reached. */
export const askRooms = async (): Promise<readonly Fullness[]> => {
  try {
    return roomsSchema.safeParse(await (await fetch('/api/rooms')).json()).data?.rooms ?? [];
  } catch {
    return [];
  }
};

/** A room's layout; 'missing' where there is no such room, `undefined` when Hearth cannot be reached. */
export const askLayout = async (room: string): Promise<Layout | 'missing' | undefined> => {
  try {
    const response = await fetch(`/api/rooms/${encodeURIComponent(room)}`);
    if (response.status === 404) return 'missing';
    return layoutSchema.safeParse(await response.json()).data;
  } catch {
    return undefined;
  }
};
