import type * as z from 'zod/mini';
import type { Actor, Capability, Moment } from '#shared/kernel/capability.ts';
import type { Cue } from '#shared/kernel/cue.ts';
import { commandSchema, type Answer, type Command } from '#shared/kernel/command.ts';
import { dispatchRefusals, refuse, type Permit, type RefusalKind } from '#shared/kernel/refusal.ts';
import type { Effect } from '#shared/kernel/effect.ts';
import { capabilityOf, isCapabilityId, permitOf, type AnyCapability } from '#shared/registry.ts';
import { isRitualCapabilityId, ritualCapabilityOf, ritualPermit, type AnyRitualCapability } from '#shared/rituals/ritual.registry.ts';
import type { Room } from '#shared/rooms/room.ts';
import type { Rates } from './rates.ts';

/** The capabilities of one kind of state: what there is, who may, and what is said of a payload that cannot be read. */
export interface Catalogue<Held, One extends AnyHeld<Held>> {
  find(id: string): One | undefined;
  permit(held: Held, actor: Actor, capability: One): Permit;
  malformed(error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): Permit & { granted: false };
}
// Methods are bivariant: what a capability's checks read is part of what is held.
type AnyHeld<Held> = Capability<string, z.ZodMiniType, unknown, Held, Held>;

/** What is done in a room: all that one page knows from its start, and what it fetches when there is a ritual. */
export type RoomCapability = AnyCapability | AnyRitualCapability;

/** What a granted command did, before anybody hears of it. */
export interface Done<Held = Room, One = RoomCapability> {
  readonly capability: One;
  readonly actor: Actor;
  readonly outcome: unknown;
  readonly object: string | undefined;
  /** For the audit list; absent where the capability is not audited. */
  readonly reason: string | undefined;
  /** What must be stored before the answer. */
  readonly effects: readonly Effect[];
  /** Changes a room once the effects are stored: the one it was done in; of what holds in the whole campus, each. */
  settle(room: Held): void;
  cues(): readonly Cue[];
  /** In the other rooms of the campus. */
  beyond(): readonly Cue[];
}
export type Dispatched<Held = Room, One = RoomCapability> = { readonly done: Done<Held, One> } | { readonly refused: Answer & { accepted: false } };

const no = (permit: Permit & { granted: false }): { readonly refused: Answer & { accepted: false } } => ({ refused: { accepted: false, refusal: permit.refusal } });
const noBecause = (kind: RefusalKind) => no(refuse(kind));

/** Reads the envelope of a command; `undefined` for anything that is not one. */
export const readCommand = (raw: unknown): Command | undefined => commandSchema.safeParse(raw).data;

/**
 * The one door: looks the capability up, parses the payload, checks rate, standing, `permit`, `accepts` and `guard`, then applies. All
 * checks precede the first write, so a refusal changes nothing.
 */
export const dispatchBy = <Held, One extends AnyHeld<Held>>(catalogue: Catalogue<Held, One>, room: Held, actor: Actor, command: Command, moment: Moment, rates: Pick<Rates, 'take'>): Dispatched<Held, One> => {
  const capability = catalogue.find(command.id);
  if (!capability) return noBecause(dispatchRefusals.unknown);
  const parsed = capability.payload.safeParse(command.payload);
  if (!parsed.success) return no(catalogue.malformed(parsed.error));
  if (!rates.take(capability.rate, moment.at)) return noBecause(capability.rate === 'chat' ? dispatchRefusals.chatTooFast : dispatchRefusals.tooFast);
  const permit = catalogue.permit(room, actor, capability);
  if (!permit.granted) return no(permit);
  const accepts = capability.accepts?.(room, actor, parsed.data);
  if (accepts && !accepts.granted) return no(accepts);
  const guard = capability.guard?.(room, actor, parsed.data, moment.at);
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
      beyond: () => capability.beyond?.(outcome) ?? [],
    },
  };
};

/** What is done in rooms under this id; `undefined` for what is not. */
export const roomCapability = (id: string): RoomCapability | undefined => (isCapabilityId(id) ? capabilityOf(id) : isRitualCapabilityId(id) ? ritualCapabilityOf(id) : undefined);

const ofRooms: Catalogue<Room, RoomCapability> = {
  find: roomCapability,
  permit: (room, actor, { id }) => (isRitualCapabilityId(id) ? ritualPermit(room, actor, id) : permitOf(room, actor, id)),
  malformed: () => refuse(dispatchRefusals.malformed),
};
/** The door of rooms. */
export const dispatch = (room: Room, actor: Actor, command: Command, moment: Moment, rates: Pick<Rates, 'take'>): Dispatched => dispatchBy(ofRooms, room, actor, command, moment, rates);
