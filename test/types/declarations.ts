/** Checked by `tsc -p test`: each line marked must not compile. A marked line that did would be an error itself. */
import * as z from 'zod/mini';
import { defineCapability } from '#shared/kernel/capability.ts';
import { personId, type PersonId, type SeatId } from '#shared/kernel/ids.ts';
import { grant } from '#shared/kernel/refusal.ts';
import { controls2d, type Control } from '#client/view-2d/controls.ts';
import type { CapabilityId, Payload } from '#shared/registry.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import { seatById } from '#shared/seats/seats.rules.ts';

const right = {
  id: 'test.nod',
  label: 'Nod',
  help: 'Agree without words.',
  anchor: 'self',
  payload: z.strictObject({ times: z.number() }),
  record: 'none',
  permit: () => grant,
} as const;

export const fine = defineCapability({ ...right, apply: (_room, _actor, payload) => payload.times + 1 });

// @ts-expect-error a permit sees the room as a view: it cannot write
export const writingPermit = defineCapability({ ...right, permit: (room, actor) => { room.facts.hands.delete(actor.id); return grant; }, apply: () => undefined });
// @ts-expect-error a refusal is made by refuse(), with its kind
export const looseRefusal = defineCapability({ ...right, permit: () => ({ granted: false, refusal: { code: 'test.no', values: {} } }), apply: () => undefined });
// @ts-expect-error cues are cues, not their names
export const wrongCues = defineCapability({ ...right, apply: () => undefined, cues: () => ['hand.raised'] });
// @ts-expect-error the payload has no `often`
export const wrongPayload = defineCapability({ ...right, apply: (_room, _actor, payload) => payload.often });
// @ts-expect-error there is no such rate
export const wrongRate = defineCapability({ ...right, rate: 'hourly', apply: () => undefined });
// @ts-expect-error a permit is granted or a refusal, never a boolean
export const wrongPermit = defineCapability({ ...right, permit: () => true, apply: () => undefined });
// @ts-expect-error there is no such place in space
export const wrongAnchor = defineCapability({ ...right, anchor: 'moon', apply: () => undefined });
// @ts-expect-error what the activity log keeps is one of three
export const wrongRecord = defineCapability({ ...right, record: 'all', apply: () => undefined });
const { help: _help, ...helpless } = right;
// @ts-expect-error every capability explains itself
export const withoutHelp = defineCapability({ ...helpless, apply: () => undefined });
// @ts-expect-error a rule mutates the room's facts, so the outcome of apply is what cues read
export const wrongOutcome = defineCapability({ ...right, apply: () => 1, cues: (outcome: string) => (outcome === '' ? [] : []) });

export const readsOnly = (room: RoomView, id: PersonId): void => {
  const person = room.facts.people.get(id);
  // @ts-expect-error a mirror of the state is never written to
  if (person) person.name = 'Eve';
  // @ts-expect-error nor its collections
  room.facts.hands.delete(id);
  // @ts-expect-error nor a number of it
  room.facts.nextHand = 7;
  // @ts-expect-error nor are people walked about by whoever only looks
  room.walks.stop(id, 0);
  // @ts-expect-error a person is no key for seats' ids
  void seatById(room, id);
};

// @ts-expect-error a plain string is nobody
export const nobody: PersonId = 'ana';
// @ts-expect-error a person is no seat
export const seat: SeatId = personId('ana');

// @ts-expect-error a seat is told by its id, never by a number
export const numberedSeat: Payload<'seat.sit'> = { seat: 4 };
// @ts-expect-error nothing else can be asked of a seat
export const seatAndMore: Payload<'seat.sit'> = { seat: 'hearth-1', now: true };
export const anySeat: Payload<'seat.sit'> = {};
// @ts-expect-error there is no such capability
export const flight: Payload<'move.fly'> = {};

export const payload: Payload<'move.goTo'> = { to: 'spot', x: 1, z: 2 };
// @ts-expect-error a spot has two coordinates
export const halfSpot: Payload<'move.goTo'> = { to: 'spot', x: 1 };
const { 'chat.say': _say, ...withoutChat } = controls2d;
export const whole = { ...withoutChat, 'chat.say': { at: 'chat' } } as const satisfies Record<CapabilityId, Control>;
// @ts-expect-error a table that leaves a capability out
export const lacking = withoutChat satisfies Record<CapabilityId, Control>;
// @ts-expect-error a table that offers what nobody can do
export const inventing = { ...whole, 'move.fly': { at: 'tray', icon: 'chair' } } as const satisfies Record<CapabilityId, Control>;
// @ts-expect-error a place that the view does not have
export const misplaced = { ...withoutChat, 'chat.say': { at: 'ceiling' } } as const satisfies Record<CapabilityId, Control>;
