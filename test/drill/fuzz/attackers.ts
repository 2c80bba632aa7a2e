/** Sockets inside the room that send frames as fast as one may, and come in again when they are cut off. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { Protocol } from '@colyseus/core';
import type { Door } from '#test/server/opened.ts';
import { frame } from './frames.ts';
import type { Chance } from './junk.ts';

/** Below the 60 in a second after which one is cut off: what is sent shall be read. */
const A_SECOND = 55;

/** Takes a seat and acknowledges it; `undefined` where that did not work this time. */
const comeIn = async (door: Door, tab: string): Promise<WebSocket | undefined> => {
  const seat = await door.seat({ tab });
  if (seat.sessionId === undefined) return undefined;
  const socket = door.sit(seat);
  const isIn = await Promise.race([once(socket, 'message').then(() => true, () => false), once(socket, 'close').then(() => false)]);
  if (!isIn) return undefined;
  // What comes is read and forgotten: an attacker who does not read is another test's.
  socket.on('message', () => undefined);
  socket.send(Uint8Array.of(Protocol.JOIN_ROOM));
  return socket;
};

export interface Attack {
  /** Cases that were sent so far. */
  sent(): number;
  /** How often an attacker had to come in again. */
  returns(): number;
  readonly done: Promise<void>;
}

/** Sends `cases` frames by so many attackers. */
export const attack = (door: Door, attackers: number, cases: number, chance: Chance): Attack => {
  let [sent, returns] = [0, 0];
  const one = async (number: number): Promise<void> => {
    const tab = await door.enter(`Attacker ${number}`);
    let socket: WebSocket | undefined;
    while (sent < cases) {
      if (socket?.readyState !== 1) {
        socket?.terminate();
        socket = await comeIn(door, tab).catch(() => undefined);
        returns++;
      }
      const began = performance.now();
      for (let left = A_SECOND; left > 0 && socket?.readyState === 1 && sent < cases; left--) {
        socket.send(frame(chance));
        sent++;
        // In small pieces, so that the one who notices nothing is not this process's own slowness.
        if (left % 11 === 0) await wait(0);
      }
      await wait(Math.max(50, 1_050 - (performance.now() - began)));
    }
    socket?.close(4000);
  };
  return { sent: () => sent, returns: () => returns - attackers, done: Promise.all(Array.from({ length: attackers }, (_, number) => one(number))).then(() => undefined) };
};
