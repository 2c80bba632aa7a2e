/** What lists that were asked for look like on the wire; the client reads them by these schemas. */
import * as z from 'zod/mini';

const duty = z.enum(['facilitator', 'captioner', 'sponsor']);
const moment = z.nullable(z.number());

export const invitationReply = z.object({
  id: z.string(),
  code: z.string(),
  /** The whole address to open. */
  link: z.string(),
  standing: z.enum(['guest', 'member', 'steward', 'owner']),
  duties: z.array(duty),
  label: z.string(),
  venue: z.string(),
  usesLeft: moment,
  expiresAt: moment,
  revokedAt: moment,
  madeAt: z.number(),
});
export const invitationsReply = z.array(invitationReply);
export type InvitationReply = z.output<typeof invitationReply>;

export const auditReply = z.object({
  acts: z.array(z.object({ at: z.number(), name: z.string(), act: z.string(), object: z.string(), reason: z.string() })),
  bans: z.array(z.object({ id: z.string(), name: z.string(), at: z.number(), until: moment, reason: z.string() })),
});
export type AuditReply = z.output<typeof auditReply>;
