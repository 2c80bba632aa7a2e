/** Checked by `tsc -p test`: each line marked must not compile. A marked line that did would be an error itself. */
import * as z from 'zod/mini';
import { defineCapability } from '#shared/kernel/capability.ts';
import { personId, type PersonId, type SeatId } from '#shared/kernel/ids.ts';
import { grant } from '#shared/kernel/refusal.ts';
import type { CapabilityId, Payload } from '#shared/registry.ts';
import type { RoomView } from '#shared/rooms/room.ts';

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
export const wrongOutcome = defineCapability({ ...right, apply: () => 1, cues: (outcome: string) => [] });

export const readsOnly = (room: RoomView, id: PersonId): void => {
  const person = room.facts.people.get(id);
  // @ts-expect-error a mirror of the state is never written to
  if (person) person.name = 'Eve';
  // @ts-expect-error nor its collections
  room.facts.hands.delete(id);
};

// @ts-expect-error a plain string is nobody
export const nobody: PersonId = 'ana';
// @ts-expect-error a person is no seat
export const seat: SeatId = personId('ana');

export const payload: Payload<'move.goTo'> = { to: 'spot', x: 1, z: 2 };
// @ts-expect-error a spot has two coordinates
export const halfSpot: Payload<'move.goTo'> = { to: 'spot', x: 1 };
// @ts-expect-error a table that leaves a capability out
export const table = { 'hand.raise': 'tray' } as const satisfies Record<CapabilityId, string>;
