/** The way to a seat: the door is asked over HTTP, and a seat granted is taken over a socket. The SDK's own Client carries sign-in and more transports besides. */
import { Room as ColyseusRoom } from 'colyseus.js';
import type { Schema } from '@colyseus/schema';
import { RoomState } from '#shared/rooms/room.state.ts';

export type JoinedRoom = ColyseusRoom<unknown, RoomState>;

/** What `server/host/seats.ts` answers. */
type Reply = { readonly processId: string; readonly roomId: string; readonly sessionId: string } | { readonly error: string };

/** Takes a seat in a room, or at a board, whose state is of this class. Throws an error that says the refusal, or that nobody could be asked. */
export const takeSeat = async <S extends Schema = RoomState>(room: string, handshake: object, state: new () => S = RoomState as unknown as new () => S): Promise<ColyseusRoom<unknown, S>> => {
  const response = await fetch(`${location.origin}/matchmake/joinById/${room}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(handshake) });
  const reply = (await response.json()) as Reply;
  if ('error' in reply) throw new Error(reply.error);
  const { processId, roomId, sessionId } = reply;
  const joined: ColyseusRoom<unknown, S> = new ColyseusRoom(room, state);
  joined.roomId = roomId;
  joined.sessionId = sessionId;
  return new Promise((resolve, reject) => {
    const fail = (_code: number, message?: string): void => reject(new Error(message));
    joined.onError.once(fail);
    joined['onJoin'].once(() => {
      joined.onError.remove(fail);
      resolve(joined);
    });
    joined.connect(`${location.origin.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`, reply);
  });
};
