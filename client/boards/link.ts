/** One visit to one board: the connection, what it mirrors, and the way to ask for things. */
import type { Room as ColyseusRoom } from 'colyseus.js';
import type { BoardOwn, BoardView } from '#shared/boards/board.ts';
import { BOARD_PROTOCOL, type BoardCapabilityId } from '#shared/boards/board.registry.ts';
import { Board } from '#shared/boards/board.state.ts';
import { SIGN_TYPE } from '#shared/boards/hands.codec.ts';
import type { Actor } from '#shared/kernel/capability.ts';
import type { Answer } from '#shared/kernel/command.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { View } from '#shared/kernel/view.ts';
import { finalRefusals, refusalOf } from '#client/net/refusals.ts';
import { Listeners } from '#client/net/listeners.ts';
import { newId } from '#client/net/newId.ts';
import { Retry } from '#client/net/retry.ts';
import { takeSeat } from '#client/net/seat.ts';
import { createStore } from '#client/net/store.ts';
import type { BoardAct } from './acts.ts';

export interface BoardState {
  status: 'joining' | 'here' | 'lost' | 'ended';
  refusal: Refusal | undefined;
  actor: Actor | undefined;
  board: View<Board>;
  own: BoardOwn;
  /** Rises with every patch: what is read of the board is read anew. */
  version: number;
  /** Rises with everything that is told, of oneself too. */
  revision: number;
}
interface Welcome extends Pick<Actor, 'standing' | 'duties'> {
  readonly you: PersonId;
  readonly epoch: string;
  readonly number: number;
}

const offline: Answer = { accepted: false, refusal: { code: 'client.offline', values: {} } };

export class BoardLink {
  readonly id: string;
  readonly store = createStore<BoardState>({ status: 'joining', refusal: undefined, actor: undefined, board: new Board() as unknown as View<Board>, own: { ballot: [], mine: [] }, version: 0, revision: 0 });
  readonly #tab: string | undefined;
  readonly #retry = new Retry();
  readonly #cueListeners = new Listeners<[cue: HeardCue]>();
  readonly #handListeners = new Listeners<[frame: Uint8Array]>();
  #room: ColyseusRoom<unknown, Board> | undefined;
  #retrying: number | undefined;
  #heard: { epoch: string; number: number } | undefined;
  #closed = false;

  constructor(id: string, tab: string | undefined) {
    [this.id, this.#tab] = [id, tab];
  }

  /** The board as rules read it, from here. */
  get view(): BoardView {
    const { board, own, actor } = this.store.current;
    return {
      board,
      owns: (by, element) => by === actor?.id && (own.mine.includes(element) || board.elements.get(element)?.author === by),
      ballotOf: (by) => (by === actor?.id ? own.ballot : []),
    };
  }

  /** Tells of each cue once. Answers how to be told no more. */
  readonly onCue = this.#cueListeners.add;
  /** Tells of each frame of others' hands. */
  readonly onHands = this.#handListeners.add;

  async join(): Promise<void> {
    try {
      const room = await takeSeat(this.id, { protocol: BOARD_PROTOCOL, ...(this.#tab === undefined ? {} : { tab: this.#tab }), ...(this.#heard ? { heard: this.#heard } : {}) }, Board);
      if (this.#closed) return void room.leave(true);
      this.#attend(room);
    } catch (error) {
      if (this.#closed) return;
      const refusal = refusalOf(error);
      if (finalRefusals.has(refusal.code)) this.#set({ status: 'ended', refusal });
      else this.#later();
    }
  }

  /** BO24. Shows the others what one's hand does; what does not get there is not missed. */
  sign(bytes: Uint8Array): void {
    if (this.#room?.connection.isOpen) this.#room.sendBytes(SIGN_TYPE, bytes);
  }

  async perform<Id extends BoardCapabilityId>({ id, payload }: BoardAct<Id>): Promise<Answer> {
    const room = this.#room;
    if (!room?.connection.isOpen) return offline;
    try {
      return (await room.request('command', { id, key: newId(), payload })) as Answer;
    } catch {
      return offline;
    }
  }

  leave(): void {
    this.#closed = true;
    window.clearTimeout(this.#retrying);
    void this.#room?.leave(true);
  }

  #attend(room: ColyseusRoom<unknown, Board>): void {
    this.#room = room;
    room.reconnection.enabled = false;
    room.onMessage('welcome', ({ you, epoch, number, standing, duties }: Welcome) => {
      if (this.#heard?.epoch !== epoch) this.#heard = { epoch, number };
      this.#set({ actor: { id: you, standing, duties, own: { muted: [], blocked: [] } } });
    });
    room.onMessage('own', (own: BoardOwn) => this.#set({ own }));
    room.onMessage('cues', (heard: readonly HeardCue[]) => {
      for (const one of heard) {
        if (this.#heard && one.number <= this.#heard.number) continue;
        if (this.#heard) this.#heard.number = one.number;
        this.#cueListeners.tell(one);
      }
    });
    room.onMessage(SIGN_TYPE, (frame: Uint8Array) => this.#handListeners.tell(frame));
    room.onMessage('ended', (refusal: Refusal) => {
      this.#closed = true;
      this.#set({ status: 'ended', refusal });
    });
    room.onStateChange((board) => {
      this.#retry.reset();
      this.#set({ status: 'here', board: board as unknown as View<Board>, version: this.store.current.version + 1 });
    });
    room.onLeave(() => {
      if (this.#room !== room) return;
      this.#room = undefined;
      if (!this.#closed) this.#later();
    });
  }

  #later(): void {
    this.#set({ status: 'lost' });
    this.#retrying = window.setTimeout(() => void this.join(), this.#retry.next());
  }

  #set(change: Partial<BoardState>): void {
    Object.assign(this.store.current, change, { revision: this.store.current.revision + 1 });
    this.store.changed();
  }
}
