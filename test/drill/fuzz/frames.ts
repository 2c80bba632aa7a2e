/** Frames that a socket inside the room can send: random bytes, damaged messages, and commands that are well formed but meant ill. */
import { getMessageBytes, Protocol } from '@colyseus/core';
import { INPUT_TYPE, READY_TYPE, SEEN_TYPE } from '#shared/movement/input.codec.ts';
import { capabilityIds } from '#shared/registry.ts';
import { below, junk, junkText, mutated, oneOf, fields, type Chance } from './junk.ts';

const codes = [Protocol.ROOM_DATA, Protocol.ROOM_DATA_BYTES, Protocol.ROOM_REQUEST, Protocol.JOIN_ROOM, 11, 12, 14, 15, 16, 18, 19, 20, 22, 23] as const;

/** Our one message, as Colyseus packs it; it reuses the buffer, so this is a copy. */
const packed = (type: string, message: unknown): Uint8Array => Uint8Array.from(getMessageBytes.raw(Protocol.ROOM_DATA, type, message));

/** The same as a request, to be answered under a number. */
const asRequest = (frame: Uint8Array, number: number): Uint8Array => Uint8Array.of(Protocol.ROOM_REQUEST, number & 0x7f, ...frame.subarray(1));

const keyOf = (chance: Chance): string => `fuzz-${below(chance, 2 ** 30)}-${below(chance, 2 ** 30)}`;

/** What a payload could nearly be. One in fifty is what the capability asks for, if it asks for nothing. */
const payloadOf = (chance: Chance): unknown => {
  if (chance() < 0.02) return {};
  if (chance() < 0.4) return junk(chance);
  const payload: Record<string, unknown> = {};
  for (let left = 1 + below(chance, 3); left > 0; left--) payload[oneOf(chance, fields)] = junk(chance);
  return payload;
};

const command = (chance: Chance): unknown => {
  const draw = chance();
  if (draw < 0.1) return junk(chance);
  const id = draw < 0.85 ? (capabilityIds[below(chance, capabilityIds.length)] ?? '') : junk(chance);
  const key = chance() < 0.9 ? keyOf(chance) : junk(chance);
  return { id, key, payload: payloadOf(chance), ...(chance() < 0.05 ? { [junkText(chance)]: junk(chance) } : {}) };
};

const whole = (chance: Chance): Uint8Array => {
  const frame = packed('command', { id: capabilityIds[below(chance, capabilityIds.length)] ?? '', key: keyOf(chance), payload: {} });
  return oneOf(chance, [
    frame,
    asRequest(frame, below(chance, 128)),
    Uint8Array.of(Protocol.ROOM_DATA_BYTES, oneOf(chance, [INPUT_TYPE, SEEN_TYPE]), below(chance, 256), below(chance, 256)),
    Uint8Array.of(Protocol.ROOM_DATA, READY_TYPE),
  ]);
};

const random = (chance: Chance): Uint8Array => {
  const bytes = Uint8Array.from({ length: 1 + below(chance, chance() < 0.05 ? 2_000 : 24) }, () => below(chance, 256));
  if (chance() < 0.8) bytes[0] = oneOf(chance, codes);
  return bytes;
};

/** One case. A message that cannot be packed at all becomes random bytes. */
export const frame = (chance: Chance): Uint8Array => {
  const draw = chance();
  if (draw < 0.2) return random(chance);
  if (draw < 0.4) return mutated(chance, whole(chance));
  try {
    const made = packed(draw < 0.97 ? 'command' : junkText(chance).slice(0, 20), command(chance));
    return chance() < 0.7 ? asRequest(made, below(chance, 128)) : made;
  } catch {
    return random(chance);
  }
};
