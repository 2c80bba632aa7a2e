/** Someone at a board, by the real SDK and no browser: what the server tells them is what is true. */
import { Client, type Room as ColyseusRoom } from 'colyseus.js';
import type { BoardAct } from '#client/boards/acts.ts';
import { BOARD_PROTOCOL } from '#shared/boards/board.registry.ts';
import { Board } from '#shared/boards/board.state.ts';
import { SIGN_TYPE } from '#shared/boards/hands.codec.ts';
import type { Answer } from '#shared/kernel/command.ts';
import type { View } from '#shared/kernel/view.ts';
import { tokenBy } from './witness.ts';

export interface BoardWitness {
  board(): View<Board>;
  /** Does some acts, one after the other. Throws where one is refused. */
  perform(acts: readonly BoardAct[]): Promise<void>;
  leave(): Promise<void>;
}

/** Comes to a board by a link. */
export const boardWitness = async (url: string, link: string, name: string, board: string): Promise<BoardWitness> => {
  const client = new Client(url, { headers: { origin: url } });
  const room: ColyseusRoom<unknown, Board> = await client.joinById<Board>(board, { protocol: BOARD_PROTOCOL, tab: await tokenBy(url, link, name) }, Board);
  room.reconnection.enabled = false;
  for (const type of ['welcome', 'own', 'cues', 'ended']) room.onMessage(type, () => undefined);
  room.onMessage(SIGN_TYPE, () => undefined);
  await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()));
  return {
    board: () => room.state as unknown as View<Board>,
    perform: async (acts) => {
      for (const { id, payload } of acts) {
        const answer = await room.request<unknown, Answer>('command', { id, key: crypto.randomUUID(), payload });
        if (!answer.accepted) throw new Error(`${id}: ${answer.refusal.code}`);
      }
    },
    leave: async () => void (await room.leave(true)),
  };
};
