import type { Actor, Moment } from '#shared/kernel/capability.ts';
import type { Cue } from '#shared/kernel/cue.ts';
import { commandSchema, type Answer, type Command } from '#shared/kernel/command.ts';
import { dispatchRefusals, refuse, type Permit, type RefusalKind } from '#shared/kernel/refusal.ts';
import type { Effect } from '#shared/kernel/effect.ts';
import { capabilityOf, isCapabilityId, permitOf, type AnyCapability } from '#shared/registry.ts';
import type { Room } from '#shared/rooms/room.ts';
import type { Rates } from './rates.ts';

/** What a granted command did, before anybody hears of it. */
export interface Done {
  readonly capability: AnyCapability;
  readonly actor: Actor;
  readonly outcome: unknown;
  readonly object: string | undefined;
  /** For the audit list; absent where the capability is not audited. */
  readonly reason: string | undefined;
  /** What must be stored before the answer. */
  readonly effects: readonly Effect[];
  /** Changes a room once the effects are stored: the one it was done in; of what holds in the whole campus, each. */
  settle(room: Room): void;
  cues(): readonly Cue[];
}
export type Dispatched = { readonly done: Done } | { readonly refused: Answer & { accepted: false } };

const no = (permit: Permit & { granted: false }): Dispatched => ({ refused: { accepted: false, refusal: permit.refusal } });
const noBecause = (kind: RefusalKind): Dispatched => no(refuse(kind));

/** Reads the envelope of a command; `undefined` for anything that is not one. */
export const readCommand = (raw: unknown): Command | undefined => commandSchema.safeParse(raw).data;

/**
 * The one door: looks the capability up, parses the payload, checks rate, standing, `permit`, `accepts` and `guard`, then applies. All
 * checks precede the first write, so a refusal changes nothing.
 */
export const dispatch = (room: Room, actor: Actor, command: Command, moment: Moment, rates: Pick<Rates, 'take'>): Dispatched => {
  if (!isCapabilityId(command.id)) return noBecause(dispatchRefusals.unknown);
  const capability = capabilityOf(command.id);
  const parsed = capability.payload.safeParse(command.payload);
  if (!parsed.success) return noBecause(dispatchRefusals.malformed);
  if (!rates.take(capability.rate, moment.at)) return noBecause(capability.rate === 'chat' ? dispatchRefusals.chatTooFast : dispatchRefusals.tooFast);
  const permit = permitOf(room, actor, command.id);
  if (!permit.granted) return no(permit);
  const accepts = capability.accepts?.(room, actor, parsed.data);
  if (accepts && !accepts.granted) return no(accepts);
  const guard = capability.guard?.(room, actor, parsed.data);
  if (guard && !guard.granted) return no(guard);
  const outcome = capability.apply(room, actor, parsed.data, moment);
  return {
    done: {
      capability,
      actor,
      outcome,
      object: capability.objectOf?.(parsed.data),
      reason: capability.audited ? (capability.reasonOf?.(parsed.data) ?? '') : undefined,
      effects: capability.effects?.(outcome, actor) ?? [],
      settle: (there) => capability.settle?.(there, outcome, actor),
      cues: () => capability.cues?.(outcome, actor, room) ?? [],
    },
  };
};
