/** What every Colyseus room of ours needs against the defaults that bite (reference/colyseus.md §3). */
import { Encoder } from '@colyseus/schema';
import { ClientState, ServerError, type Client, type Room } from '@colyseus/core';
import { errorDetails, log } from './log.ts';

// Above this a joiner's state would be cut off in silence once a room has views; and the encoder's one buffer, which ws
// queues uncopied, would be overwritten under a slow reader (reference/colyseus.md §2, motion.md §6).
Encoder.BUFFER_SIZE = 1 << 20;
for (const name of ['encode', 'encodeAll'] as const) {
  const original = Encoder.prototype[name] as (...given: unknown[]) => Uint8Array;
  Object.defineProperty(Encoder.prototype, name, {
    value(this: Encoder, ...given: unknown[]) {
      return new Uint8Array(original.apply(this, given));
    },
  });
}

/** The host has ended the visit, and said why. */
export const ENDED = 4902;
/** A socket that does not take its seat within this (ms) is closed: what it is told meanwhile waits in our memory. */
const TIME_TO_SIT = 10_000;
/** Ours (4011 and up): the SDK does not take them for a lost connection. */
const NEVER_SAT = 4011;

export const harden = (room: Pick<Room, 'autoDispose' | 'maxClients' | 'maxMessagesPerSecond' | 'patchRate'>): void => {
  room.autoDispose = false;
  // The host counts people, exactly, and each one's connections: here one person's sockets could lock out everybody.
  room.maxClients = Infinity;
  room.maxMessagesPerSecond = 60;
  room.patchRate = null;
};

/** Closes a connection that does not sit down in time. */
export const mustSit = ({ clock }: Pick<Room, 'clock'>, client: Client): void =>
  void clock.setTimeout(() => {
    if (client.state === ClientState.JOINING) client.leave(NEVER_SAT);
  }, TIME_TO_SIT);

/** Without this in `onUncaughtException` a throwing handler shuts the whole process down. */
export const onFault = (error: Error, where: string): void => {
  // A refusal at the door is an answer, not a fault.
  if (!(error.cause instanceof ServerError)) log('room.crashed', { where, ...errorDetails(error) });
};
