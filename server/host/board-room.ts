/** The Colyseus class of boards: it carries messages between sockets and a BoardHost, hardened like that of rooms. */
import { ClientState, Room as ColyseusRoom, ServerError, type AuthContext, type Client } from '@colyseus/core';
import type { Board } from '#shared/boards/board.state.ts';
import type { Answer } from '#shared/kernel/command.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import type { BoardHost, BoardWire } from '../boards/board-host.ts';
import type { Admitted, Doorway } from './doorway.ts';
import { ENDED, harden, NEVER_SAT, onFault, TIME_TO_SIT } from './hardened.ts';
import { errorDetails, log } from './log.ts';
import { asEntryError } from './seats.ts';

const TICK = 50;
const SAVE_EVERY = 1_000;

type BoardClient = Client<{ auth: Admitted; userData: { wire: BoardWire } }>;

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
  protected abstract get host(): BoardHost;
  protected abstract get doorway(): Doorway;

  override onCreate(): void {
    harden(this);
    this.roomId = this.host.id;
    this.state = this.host.facts;
    this.onMessage('command', (client: BoardClient, message: unknown) => this.#command(client, message));
    this.onMessage('*', () => undefined);
    this.setTimestep(() => {
      this.host.tick();
      this.host.flush(() => this.broadcastPatch());
    }, TICK);
    this.clock.setInterval(() => void this.host.save().catch((error: unknown) => log('board.failed', errorDetails(error))), SAVE_EVERY);
  }

  override onJoin(client: BoardClient): void {
    const { auth } = client;
    if (!auth || !this.doorway.isTheirs(client.sessionId, auth)) throw new ServerError(401, entryRefusals.stranger.code);
    const wire: BoardWire = {
      cue: (heard) => client.send('cues', [heard]),
      own: (own) => client.send('own', own),
      welcome: (welcome) => client.send('welcome', welcome),
      end: (refusal) => {
        client.send('ended', refusal);
        client.leave(ENDED);
      },
    };
    client.userData = { wire };
    try {
      const refusal = this.host.refusalFor(auth.profile.id) ?? entryRefusals.full;
      if (!this.host.enter(auth.profile, wire, auth.handshake)) throw new ServerError(409, refusal.code);
    } catch (error) {
      throw asEntryError(error);
    }
    this.clock.setTimeout(() => {
      if (client.state === ClientState.JOINING) client.leave(NEVER_SAT);
    }, TIME_TO_SIT);
  }

  override onLeave(client: BoardClient): void {
    if (client.auth && client.userData) this.host.leave(client.auth.profile.id, client.userData.wire);
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
