import * as z from 'zod/mini';
import { defineCapability, type Actor } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { aPersonId } from '../kernel/idSchemas.ts';
import type { PersonId } from '../kernel/ids.ts';
import { message } from '../kernel/message.ts';
import { andThen, grant, refusalKind, refuse, type Permit, type Refusal } from '../kernel/refusal.ts';
import { entryRefusals } from '../people/entry.ts';
import { peopleRefusals } from '../people/people.capabilities.ts';
import { callNameOf } from '../people/people.rules.ts';
import { outranks, standings } from '../people/standing.ts';
import type { Standing } from '../kernel/capability.ts';
import type { RoomView } from '../rooms/room.ts';

export const moderationRefusals = {
  yourself: refusalKind('moderation.yourself', 'This is for other people: it cannot be done to yourself.'),
  outranked: refusalKind('moderation.outranked', 'You cannot do this to {name}: their standing is yours or above. Someone above them can.'),
  tooHigh: refusalKind('moderation.tooHigh', 'You can make people less than you are yourself. Only the owner makes stewards.'),
  onlyForNow: refusalKind('moderation.onlyForNow', 'A facilitator removes for now. Ask a steward to keep someone out for longer.'),
  mutedAlready: refusalKind('moderation.mutedAlready', 'You have muted {name} already.'),
  notMuted: refusalKind('moderation.notMuted', 'You have not muted {name}.'),
  blockedAlready: refusalKind('moderation.blockedAlready', 'You have blocked {name} already.'),
  notBlocked: refusalKind('moderation.notBlocked', 'You have not blocked {name}.'),
} as const;

export const moderationCues = {
  removed: cueKind('moderation.removed', { category: 'own', priority: 0, reachesAll: true, others: 'You were removed by {by}. {reason, select, none {} other {{reason}}}' }),
  wasRemoved: cueKind('moderation.wasRemoved', { category: 'people', priority: 2, reachesAll: true, own: '{name} was removed.', others: '{by} removed {name}.' }),
  muted: cueKind('moderation.muted', { category: 'own', priority: 1, own: 'You have muted {name}. They are not told.' }),
  unmuted: cueKind('moderation.unmuted', { category: 'own', priority: 1, own: 'You hear {name} again.' }),
  blocked: cueKind('moderation.blocked', { category: 'own', priority: 1, own: 'You have blocked {name}: you hear and read nothing of each other. They are not told.' }),
  unblocked: cueKind('moderation.unblocked', { category: 'own', priority: 1, own: 'You have ended the block of {name}.' }),
  letBack: cueKind('moderation.letBack', { category: 'own', priority: 1, own: 'The ban has ended. They may come in again.' }),
  audit: cueKind('moderation.audit', { category: 'own', priority: 1, own: 'The audit list is open.' }),
  standing: cueKind('people.standingChanged', { category: 'people', priority: 1, own: '{name} is {standing} now.', others: '{name} is {standing} now.' }),
} as const;

/** A removal as it was decided. */
export interface Removal {
  readonly person: PersonId;
  readonly for: keyof typeof removals;
  readonly reason: string;
  readonly link: boolean;
  /** The names of whoever is removed and of whoever decided it. */
  readonly name: string;
  readonly by: string;
  readonly at: number;
  readonly ban: string;
}

/** How long a removal lasts, in milliseconds. */
export const removals = { now: 0, hour: 3_600_000, day: 86_400_000, week: 604_800_000, good: Infinity } as const;
export const removalNames = Object.keys(removals) as readonly (keyof typeof removals)[];

const standingWords: Record<Standing, ReturnType<typeof message>> = {
  guest: message('standing.guest', 'a guest'),
  member: message('standing.member', 'a member'),
  steward: message('standing.steward', 'a steward'),
  owner: message('standing.owner', 'the owner'),
};

const person = aPersonId;
const someone = z.strictObject({ person });

const standingOf = (room: RoomView, id: PersonId): Standing => standings.find((one) => one === room.facts.people.get(id)?.standing) ?? 'guest';

/** ST2. Whether someone may act upon somebody else here. */
export const mayActUpon = (room: RoomView, actor: Actor, target: PersonId): Permit => {
  if (target === actor.id) return refuse(moderationRefusals.yourself);
  if (!room.facts.people.has(target)) return refuse(peopleRefusals.notHere);
  // A facilitator's duty stands in for standing, but only over guests and members.
  const asStanding: Standing = actor.duties.includes('facilitator') && !outranks(actor.standing, 'member') ? 'steward' : actor.standing;
  return outranks(asStanding, standingOf(room, target)) ? grant : refuse(moderationRefusals.outranked, { name: callNameOf(room, target) });
};

export const remove = defineCapability({
  id: 'people.remove',
  label: 'Remove',
  help: 'Send someone out: for now, for a time or for good. They are told by whom and why.',
  anchor: 'person',
  payload: z.strictObject({
    person,
    for: z.enum(['now', 'hour', 'day', 'week', 'good']),
    reason: z.string().check(z.trim(), z.maxLength(200)),
    /** Close the link they came by, too. */
    link: z.boolean(),
  }),
  scope: 'campus',
  durable: true,
  record: 'named',
  audited: true,
  permit: () => grant,
  accepts: (room, actor, payload) => andThen(mayActUpon(room, actor, payload.person), () => {
    const stewards = outranks(actor.standing, 'member');
    return stewards || (payload.for === 'now' && !payload.link) ? grant : refuse(moderationRefusals.onlyForNow);
  }),
  apply: (room, actor, payload, moment): Removal => ({ ...payload, name: callNameOf(room, payload.person), by: callNameOf(room, actor.id), at: moment.at, ban: moment.newId() }),
  effects: (outcome, actor) => [
    ...(outcome.for === 'now' ? [] : [{ kind: 'ban' as const, id: outcome.ban, person: outcome.person, by: actor.id, at: outcome.at, until: outcome.for === 'good' ? null : outcome.at + removals[outcome.for], reason: outcome.reason }]),
    ...(outcome.link ? [{ kind: 'linkOf' as const, person: outcome.person, at: outcome.at }] : []),
  ],
  cues: (outcome, actor, room) => [
    cue(moderationCues.removed, actor.id, [outcome.person], { by: outcome.by, reason: outcome.reason || 'none' }),
    cue(moderationCues.wasRemoved, actor.id, ([...room.facts.people.keys()] as PersonId[]).filter((id) => id !== outcome.person), { by: outcome.by, name: outcome.name }),
  ],
  objectOf: (payload) => payload.person,
  reasonOf: (payload) => `${payload.for}: ${payload.reason}`,
});

/** What a removal says to whoever is removed. */
export const removalRefusal = ({ for: lasts, by, reason, at }: Removal): Refusal => ({
  code: (lasts === 'now' ? entryRefusals.removed : entryRefusals.banned).code,
  values: { by, reason: reason || 'none', ...(lasts === 'now' ? {} : { forever: lasts === 'good' ? 'yes' : 'no', until: lasts === 'good' ? 0 : at + removals[lasts] }) },
});

export const letBack = defineCapability({
  id: 'people.letBack',
  label: 'End a ban',
  help: 'Let someone come in again before their ban ends.',
  anchor: 'room',
  payload: z.strictObject({ ban: z.string().check(z.maxLength(60)) }),
  scope: 'campus',
  durable: true,
  record: 'named',
  audited: true,
  permit: () => grant,
  apply: (_room, _actor, payload, moment) => ({ ban: payload.ban, at: moment.at }),
  effects: (outcome) => [{ kind: 'banLifted', id: outcome.ban, at: outcome.at }],
  cues: (_outcome, actor) => [cue(moderationCues.letBack, actor.id, 'self')],
  objectOf: (payload) => payload.ban,
});

const relation = <const Id extends string>(declared: { id: Id; label: string; help: string; undo: string; kind: 'mute' | 'block'; on: boolean }) =>
  defineCapability({
    id: declared.id,
    label: declared.label,
    help: declared.help,
    undo: declared.undo,
    anchor: 'person',
    payload: someone,
    scope: 'campus',
    durable: true,
    record: 'none',
    permit: () => grant,
    accepts: (room, actor, payload) => {
      if (payload.person === actor.id) return refuse(moderationRefusals.yourself);
      const held = (declared.kind === 'mute' ? actor.own.muted : actor.own.blocked).includes(payload.person);
      if (held === declared.on) {
        const kinds = declared.kind === 'mute' ? [moderationRefusals.notMuted, moderationRefusals.mutedAlready] : [moderationRefusals.notBlocked, moderationRefusals.blockedAlready];
        const kind = kinds[declared.on ? 1 : 0];
        if (kind) return refuse(kind, { name: callNameOf(room, payload.person) });
      }
      // A block is ended from afar, too: the person need not be here.
      return !declared.on || room.facts.people.has(payload.person) ? grant : refuse(peopleRefusals.notHere);
    },
    apply: (_room, _actor, payload, moment) => ({ person: payload.person, at: moment.at }),
    settle: (room, outcome, actor) => room.relations.set(declared.kind, actor.id, outcome.person, declared.on),
    effects: (outcome, actor) => [{ kind: 'relation', from: actor.id, to: outcome.person, relation: declared.kind, on: declared.on, at: outcome.at }],
    cues: (outcome, actor, room) => {
      const kind = declared.kind === 'mute' ? (declared.on ? moderationCues.muted : moderationCues.unmuted) : declared.on ? moderationCues.blocked : moderationCues.unblocked;
      return [cue(kind, actor.id, 'self', { name: callNameOf(room, outcome.person) })];
    },
  });

export const mute = relation({ id: 'people.mute', undo: 'people.unmute', label: 'Mute for me', help: 'Hear and read nothing more of someone. Only for you; they are not told.', kind: 'mute', on: true });
export const unmute = relation({ id: 'people.unmute', undo: 'people.mute', label: 'Hear again', help: 'End muting someone for you.', kind: 'mute', on: false });
export const block = relation({ id: 'people.block', undo: 'people.unblock', label: 'Block', help: 'You and someone hear and read nothing of each other, until you end it. They are not told.', kind: 'block', on: true });
export const unblock = relation({ id: 'people.unblock', undo: 'people.block', label: 'End block', help: 'End your block of someone.', kind: 'block', on: false });

export const setStanding = defineCapability({
  id: 'people.standing',
  label: 'Change standing',
  help: 'Make someone a guest, a member or a steward, and give or take duties.',
  anchor: 'person',
  payload: z.strictObject({ person, standing: z.enum(['guest', 'member', 'steward']), duties: z.array(z.enum(['facilitator', 'captioner', 'sponsor'])).check(z.maxLength(3)) }),
  scope: 'campus',
  durable: true,
  record: 'named',
  audited: true,
  permit: () => grant,
  accepts: (room, actor, payload) => andThen(mayActUpon(room, actor, payload.person), () => (outranks(actor.standing, payload.standing) ? grant : refuse(moderationRefusals.tooHigh))),
  apply: (room, _actor, payload) => ({ ...payload, name: callNameOf(room, payload.person) }),
  settle: (room, outcome) => {
    const held = room.facts.people.get(outcome.person);
    if (held) [held.standing, held.duties] = [outcome.standing, outcome.duties.join(' ')];
  },
  effects: (outcome) => [{ kind: 'standing', person: outcome.person, standing: outcome.standing, duties: outcome.duties }],
  cues: (outcome, actor) => [cue(moderationCues.standing, actor.id, [actor.id, outcome.person], { name: outcome.name, standing: standingWords[outcome.standing] })],
  objectOf: (payload) => payload.person,
  reasonOf: (payload) => [payload.standing, ...payload.duties].join(' '),
});

export const readAudit = defineCapability({
  id: 'audit.read',
  label: 'Read the audit list',
  help: 'What stewards and facilitators did, newest first. Nobody can change it.',
  anchor: 'room',
  payload: z.strictObject({ before: z.optional(z.number()) }),
  ephemeral: true,
  record: 'none',
  asks: 'audit',
  permit: () => grant,
  apply: (_room, _actor, payload) => payload,
  cues: (_outcome, actor) => [cue(moderationCues.audit, actor.id, 'self')],
});
