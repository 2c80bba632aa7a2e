import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { grant, refusalKind, refuse } from '../kernel/refusal.ts';
import { outranks } from '../people/standing.ts';
import { venueName } from '../people/venues.ts';
import { drawCode, showCode, type Invitation } from './invitation.ts';

export const invitationRefusals = {
  tooHigh: refusalKind('invitation.tooHigh', 'A link makes people less than you are yourself. Only the owner makes stewards.'),
} as const;

export const invitationCues = {
  made: cueKind('invitation.made', { category: 'own', priority: 1, own: 'The link is made. Its code is {code}.', earcon: 'success' }),
  listed: cueKind('invitation.listed', { category: 'own', priority: 1, own: 'The links are listed.' }),
  revoked: cueKind('invitation.revoked', { category: 'own', priority: 1, own: 'The link is closed. Nobody comes in by it any more.' }),
} as const;

const YEAR = 31_622_400_000;

export const makeInvitation = defineCapability({
  id: 'invitation.make',
  label: 'Make a link',
  help: 'Invite people by a link, a short code or a picture to scan; for one or for many.',
  anchor: 'room',
  payload: z.strictObject({
    label: z.string().check(z.trim(), z.maxLength(60)),
    venue: z._default(venueName, ''),
    standing: z.enum(['guest', 'member', 'steward']),
    duties: z.array(z.enum(['facilitator', 'captioner', 'sponsor'])).check(z.maxLength(3)),
    uses: z.nullable(z.int().check(z.gte(1), z.lte(10_000))),
    /** How long it works, in milliseconds; null for ever. */
    lasts: z.nullable(z.number().check(z.gte(60_000), z.lte(YEAR))),
  }),
  durable: true,
  record: 'named',
  audited: true,
  permit: () => grant,
  accepts: (_room, actor, payload) => (outranks(actor.standing, payload.standing) ? grant : refuse(invitationRefusals.tooHigh)),
  apply: (_room, actor, payload, moment): Invitation => ({
    id: moment.newId(),
    code: drawCode(moment.chance),
    standing: payload.standing,
    duties: payload.duties,
    label: payload.label,
    venue: payload.venue,
    usesLeft: payload.uses ?? undefined,
    expiresAt: payload.lasts === null ? undefined : moment.at + payload.lasts,
    revokedAt: undefined,
    madeBy: actor.id,
    madeAt: moment.at,
  }),
  effects: (invitation) => [{ kind: 'invitation', invitation }],
  cues: (invitation, actor) => [cue(invitationCues.made, actor.id, 'self', { code: showCode(invitation.code) })],
  reasonOf: (payload) => [payload.standing, ...payload.duties].join(' '),
});

export const revokeInvitation = defineCapability({
  id: 'invitation.revoke',
  label: 'Close a link',
  help: 'Nobody comes in by it any more; whoever came by it stays who they are.',
  anchor: 'room',
  payload: z.strictObject({ id: z.string().check(z.maxLength(60)) }),
  durable: true,
  record: 'named',
  audited: true,
  permit: () => grant,
  apply: (_room, _actor, payload, moment) => ({ id: payload.id, at: moment.at }),
  effects: (outcome) => [{ kind: 'invitationRevoked', id: outcome.id, at: outcome.at }],
  cues: (_outcome, actor) => [cue(invitationCues.revoked, actor.id, 'self')],
  objectOf: (payload) => payload.id,
});

export const listInvitations = defineCapability({
  id: 'invitation.list',
  label: 'See links',
  help: 'Every link that was made, what it makes people, and whether it still works.',
  anchor: 'room',
  payload: z.strictObject({}),
  ephemeral: true,
  record: 'none',
  asks: 'invitations',
  permit: () => grant,
  apply: () => undefined,
  cues: (_outcome, actor) => [cue(invitationCues.listed, actor.id, 'self')],
});
