/** The people of a drill, and what each does next. */
import { enterBy, isInside, untilIn, visitOf } from '#test/support/visitors.ts';
import { auditReply, invitationsReply, type AuditReply, type InvitationReply } from '#shared/invitations/replies.ts';
import type { Connection, Hearth, Result } from '#client/net/hearth.ts';
import type { Own } from '#shared/kernel/capability.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import type { Layout } from '#shared/rooms/layout.ts';

export interface Drilled {
  readonly name: string;
  readonly id: PersonId;
  readonly visit: Hearth;
  /** What says who one is, over HTTP. */
  readonly token: string;
  /** A seat that nobody else asks for; none where the room has too few. */
  readonly seat: string | undefined;
}

/** In place of what only oneself knows, until the server has told it anew. */
const untold: Own = { muted: [], blocked: [] };

/** Resolves once one is inside and has been told what only oneself knows; answers how the visit stands. */
export const isBack = async ({ visit }: Pick<Drilled, 'visit'>, timeout?: number): Promise<Connection['status']> => {
  const status = await isInside(visit, timeout);
  if (status === 'here') await untilIn(visit, 'one’s own mutes and blocks', () => visit.store.current.own !== untold, timeout);
  return status;
};

/** Comes in by a link. Lines, settings, mutes and blocks must be told anew after every loss: none counts that the server no longer tells. */
export const comeIn = async (url: string, link: string, layout: Layout, name: string, seat?: string): Promise<Drilled> => {
  const token = await enterBy(url, link, name);
  const visit = visitOf(url, layout, token);
  visit.store.subscribe(() => {
    if (visit.store.current.connection.status !== 'here') [visit.store.current.lines, visit.store.current.own, visit.store.current.kept] = [[], untold, undefined];
  });
  await visit.join();
  if ((await isInside(visit)) !== 'here') throw new Error(`${name} was not let into the room.`);
  return { name, id: personId(visit.store.current.you ?? ''), visit, token, seat };
};

const listOf = async <T>(asked: Promise<Result>, read: (reply: unknown) => T): Promise<T> => {
  const result = await asked;
  if (!result.accepted) throw new Error(`The list was not given: ${result.refusal.code}.`);
  return read(result.reply);
};

export const linksOf = (steward: Drilled): Promise<readonly InvitationReply[]> => listOf(steward.visit.perform('invitation.list', {}), (reply) => invitationsReply.parse(reply));
export const auditOf = (steward: Drilled): Promise<AuditReply> => listOf(steward.visit.perform('audit.read', {}), (reply) => auditReply.parse(reply));

/** The owner, stewards, guests, and someone who only watches. */
export interface Crowd {
  readonly owner: Drilled;
  readonly stewards: readonly Drilled[];
  readonly guests: readonly Drilled[];
  readonly watcher: Drilled;
  readonly all: readonly Drilled[];
}

export const gather = async (url: string, links: { readonly owner: string; readonly guests: string }, layout: Layout, count: number): Promise<Crowd> => {
  const seats = layout.seatGroups.flatMap((group) => group.seats.map(({ id }) => id));
  const owner = await comeIn(url, links.owner, layout, 'Owner');
  const made = await owner.visit.perform('invitation.make', { label: 'Stewards', standing: 'steward', duties: [], uses: null, lasts: null });
  const link = (await linksOf(owner)).find(({ label }) => label === 'Stewards')?.link;
  if (!made.accepted || link === undefined) throw new Error('The owner could not make a link for stewards.');
  const stewards: Drilled[] = [];
  for (let at = 0; at < Math.max(1, Math.round(count / 12)); at++) stewards.push(await comeIn(url, link, layout, `Steward ${at}`));
  const guests: Drilled[] = [];
  for (let at = 0; guests.length + stewards.length + 1 < count; at++) guests.push(await comeIn(url, links.guests, layout, `Guest ${at}`, seats[at]));
  const watcher = await comeIn(url, links.guests, layout, 'Watcher');
  return { owner, stewards, guests, watcher, all: [owner, ...stewards, ...guests, watcher] };
};

export const leaveAll = ({ all }: Crowd): void => {
  for (const { visit } of all) visit.leave();
};
