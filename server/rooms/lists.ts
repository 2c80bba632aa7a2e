import type { Answer } from '#shared/kernel/command.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { dispatchRefusals, refuse } from '#shared/kernel/refusal.ts';
import { textsFor } from '#shared/rituals/held.ts';
import { shelfFor } from '#shared/rituals/shelf.ts';
import type { Room } from '#shared/rooms/room.ts';
import { roomCapability } from '../host/dispatch.ts';
import { errorDetails, log } from '../host/log.ts';
import type { Lines } from './lines.ts';

/** Who asks for a list, and for which part of it. */
export interface Asked {
  readonly actor: PersonId;
  readonly payload: unknown;
}

/** The lists that a capability may ask for, fetched for whoever may see them. */
export type Lists = Readonly<Record<'invitations' | 'audit', () => Promise<unknown>> & { lines?: (asked: Asked) => Promise<unknown>; texts?: (asked: Asked) => Promise<unknown>; shelf?: (asked: Asked) => Promise<unknown> }>;
export const noLists: Lists = { invitations: async () => [], audit: async () => [] };

/** The same, with those of one room. */
export const listsIn = (room: Room, lists: Lists, lines: Lines): Lists => ({
  ...lists, lines: (asked) => lines.earlier(asked), texts: async ({ actor }) => textsFor(room, actor), shelf: async ({ actor }) => shelfFor(room, actor),
});

/** An answer, with the list along that its capability asked for. */
export const withList = async (lists: Lists, id: string, asked: Asked, given: Answer): Promise<Answer> => {
  const asks = roomCapability(id)?.asks;
  if (!given.accepted || !asks || asks === 'copies') return given;
  try {
    return { accepted: true, reply: await lists[asks]?.(asked) };
  } catch (error) {
    log('list.failed', errorDetails(error));
    return { accepted: false, refusal: refuse(dispatchRefusals.crashed).refusal };
  }
};
