/** Someone at a board, by the real SDK and no browser: what the server tells them is what is true. */
import { Client, type Room as ColyseusRoom } from 'colyseus.js';
import type { BoardAct } from '#client/boards/acts.ts';
import { BOARD_PROTOCOL } from '#shared/boards/board.registry.ts';
import { Board } from '#shared/boards/board.state.ts';
import { SIGN_TYPE } from '#shared/boards/hands.codec.ts';
import type { Answer } from '#shared/kernel/command.ts';
import type { View } from '#shared/kernel/view.ts';
import { tokenBy } from './witness.ts';

/** How long (ms) something may take to be told. */
const PATIENCE = 15_000;

export interface BoardWitness {
  board(): View<Board>;
  /** Does some acts, one after the other. Throws where one is refused. */
  perform(acts: readonly BoardAct[]): Promise<void>;
  /** Waits until what the server told of the board makes `predicate` true. */
  until(what: string, predicate: (board: View<Board>) => boolean): Promise<void>;
  /** The copies that are kept of it. */
  copies(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  leave(): Promise<void>;
}

/** Comes to a board by a link. */
export const boardWitness = async (url: string, link: string, name: string, board: string): Promise<BoardWitness> => boardWitnessBy(url, await tokenBy(url, link, name), board);

/** Comes to a board as someone who is known. */
export const boardWitnessBy = async (url: string, tab: string, board: string): Promise<BoardWitness> => {
  const client = new Client(url, { headers: { origin: url } });
  const room: ColyseusRoom<unknown, Board> = await client.joinById<Board>(board, { protocol: BOARD_PROTOCOL, tab }, Board);
  room.reconnection.enabled = false;
  for (const type of ['welcome', 'own', 'cues', 'ended']) room.onMessage(type, () => undefined);
  room.onMessage(SIGN_TYPE, () => undefined);
  await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()));
  const told = (): View<Board> => room.state as unknown as View<Board>;
  const ask = async ({ id, payload }: BoardAct): Promise<unknown> => {
    const answer = await room.request<unknown, Answer>('command', { id, key: crypto.randomUUID(), payload });
    if (!answer.accepted) throw new Error(`${id}: ${answer.refusal.code}`);
    return 'reply' in answer ? answer.reply : undefined;
  };
  return {
    board: told,
    perform: async (acts) => {
      for (const act of acts) await ask(act);
    },
    until: async (what, predicate) => {
      if (predicate(told())) return;
      await new Promise<void>((resolve, reject) => {
        const look = (): void => {
          if (!predicate(told())) return;
          clearTimeout(timer);
          room.onStateChange.remove(look);
          resolve();
        };
        const timer = setTimeout(() => {
          room.onStateChange.remove(look);
          reject(new Error(`The board never told: ${what}`));
        }, PATIENCE);
        room.onStateChange(look);
      });
    },
    copies: async () => (await ask({ id: 'board.copies', payload: {} })) as readonly { readonly id: string; readonly name: string }[],
    leave: async () => void (await room.leave(true)),
  };
};
