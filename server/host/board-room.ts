/** The Colyseus class of boards: it carries messages between sockets and a BoardHost, hardened like that of rooms. */
import { Room as ColyseusRoom, ServerError, type AuthContext, type Client } from '@colyseus/core';
import type { Board } from '#shared/boards/board.state.ts';
import { SIGN_TYPE } from '#shared/boards/hands.codec.ts';
import type { Answer } from '#shared/kernel/command.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import type { BoardHost, BoardWire } from '../boards/board-host.ts';
import type { Admitted, Doorway } from './doorway.ts';
import { ENDED, harden, mustSit, onFault } from './hardened.ts';
import { errorDetails, log } from './log.ts';
import { Outboxes, type Outbox } from './outbox.ts';
import { asEntryError } from './seats.ts';

const TICK = 50;
const SAVE_EVERY = 1_000;

type BoardClient = Client<{ auth: Admitted; userData: { wire: BoardWire; outbox: Outbox } }>;

/** The Colyseus class of one board. */
export const boardClass = (host: BoardHost, doorway: Doorway): (new () => BoardRoom) =>
  class extends BoardRoom {
    static override onAuth(_token: string, options: unknown, context: AuthContext): Promise<Admitted> {
      return doorway.admit(host, options, context);
    }

    protected override get host(): BoardHost {
      return host;
    }

    protected override get doorway(): Doorway {
      return doorway;
    }
  };

export abstract class BoardRoom extends ColyseusRoom<{ state: Board; client: BoardClient }> {
  readonly #outboxes = new Outboxes();

  protected abstract get host(): BoardHost;
  protected abstract get doorway(): Doorway;

  override onCreate(): void {
    harden(this);
    this.roomId = this.host.id;
    this.state = this.host.facts;
    this.onMessage('command', (client: BoardClient, message: unknown) => this.#command(client, message));
    this.onMessageBytes(SIGN_TYPE, (client: BoardClient, bytes: unknown) => {
      const id = client.auth?.profile.id;
      if (id && client.userData && bytes instanceof Uint8Array) this.host.showHand(id, bytes);
    });
    this.onMessage('*', () => undefined);
    this.setTimestep(() => {
      this.host.tick();
      // What was said since the last tick is one message to each, and comes before the answer.
      this.#outboxes.empty();
      this.host.flush(() => this.broadcastPatch());
    }, TICK);
    this.clock.setInterval(() => void this.host.save().catch((error: unknown) => log('board.failed', errorDetails(error))), SAVE_EVERY);
  }

  override onJoin(client: BoardClient): void {
    const { auth } = client;
    if (!auth || !this.doorway.isTheirs(client.sessionId, auth)) throw new ServerError(401, entryRefusals.stranger.code);
    const outbox = this.#outboxes.open((heard) => client.send('cues', heard));
    const wire: BoardWire = {
      cue: (heard) => outbox.put(heard),
      hands: (frame) => client.sendBytes(SIGN_TYPE, frame),
      own: (own) => client.send('own', own),
      welcome: (welcome) => client.send('welcome', welcome),
      end: (refusal) => {
        outbox.empty();
        client.send('ended', refusal);
        client.leave(ENDED);
      },
    };
    client.userData = { wire, outbox };
    try {
      const refusal = this.host.refusalFor(auth.profile.id) ?? entryRefusals.full;
      if (!this.host.enter(auth.profile, wire, auth.handshake)) throw new ServerError(409, refusal.code);
    } catch (error) {
      this.#outboxes.close(outbox);
      throw asEntryError(error);
    }
    mustSit(this, client);
  }

  override onLeave(client: BoardClient): void {
    if (!client.auth || !client.userData) return;
    this.#outboxes.close(client.userData.outbox);
    this.host.leave(client.auth.profile.id, client.userData.wire);
  }

  override onUncaughtException(error: Error, where: string): void {
    onFault(error, where);
  }

  #command(client: BoardClient, message: unknown): Promise<Answer> {
    const id = client.auth?.profile.id;
    if (!id) throw new Error('A client without a person sent a message.');
    return this.host.command(id, message);
  }
}
