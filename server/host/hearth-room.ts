/** The Colyseus class of rooms: it carries messages between sockets and a RoomHost, and is hardened against every default that bites. */
import { Room as ColyseusRoom, ServerError, type AuthContext, type Client } from '@colyseus/core';
import { PAGE_CLOSED, type Answer } from '#shared/kernel/command.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { INPUT_TYPE, READY_TYPE, SEEN_TYPE } from '#shared/movement/input.codec.ts';
import type { RoomState } from '#shared/rooms/room.state.ts';
import { KEPT_AFTER_CLOSING, KEPT_AFTER_LOSS, type Wire } from '../rooms/presences.ts';
import type { Voice } from '../voice/open-voice.ts';
import type { RoomHost } from '../rooms/room-host.ts';
import type { Admitted, Doorway } from './doorway.ts';
import { ENDED, harden, mustSit, onFault } from './hardened.ts';
import { errorDetails, log } from './log.ts';
import { Outboxes, type Outbox } from './outbox.ts';
import { asEntryError } from './seats.ts';
import { Wheel } from './wheel.ts';

const TICK = 50;
const TICKS_A_FLUSH = 2;
const CONSENTED = 4000;
/** A client that reads nothing loses motion, which is absolute and may be dropped; never facts (bytes that wait in our memory). */
const BACKLOG = 16 * 1024;

type HearthClient = Client<{ auth: Admitted; userData: { wire: Wire; outbox: Outbox; left: boolean } }>;

/** The Colyseus class of one room: the seats of a host, given out by a doorway. */
export const roomClass = (host: RoomHost, doorway: Doorway, voice: Voice): (new () => HearthRoom) =>
  class extends HearthRoom {
    static override onAuth(_token: string, options: unknown, context: AuthContext): Promise<Admitted> {
      return doorway.admit(host, options, context);
    }

    protected override get host(): RoomHost {
      return host;
    }

    protected override get doorway(): Doorway {
      return doorway;
    }

    protected override get voice(): Voice {
      return voice;
    }
  };

export abstract class HearthRoom extends ColyseusRoom<{ state: RoomState; client: HearthClient }> {
  #ticks = 0;
  #wheel: Wheel | undefined;
  readonly #outboxes = new Outboxes();

  protected abstract get host(): RoomHost;
  protected abstract get doorway(): Doorway;
  protected abstract get voice(): Voice;

  override onCreate(): void {
    harden(this);
    this.roomId = this.host.id;
    this.state = this.host.facts;
    this.onMessage('command', (client: HearthClient, message: unknown) => this.#command(client, message));
    // An ordinary message can name these handlers too.
    this.onMessageBytes(INPUT_TYPE, (client: HearthClient, bytes: unknown) => {
      if (bytes instanceof Uint8Array) this.host.steer(this.#idOf(client), bytes);
    });
    this.onMessageBytes(SEEN_TYPE, (client: HearthClient, bytes: unknown) => {
      if (client.userData && bytes instanceof Uint8Array) this.host.motion.seen(client.userData.wire, bytes);
    });
    this.onMessage(READY_TYPE, (client: HearthClient) => {
      if (client.userData) this.host.ready(this.#idOf(client), client.userData.wire);
    });
    this.onMessage('audio', (client: HearthClient, wants: unknown) => {
      if (!client.userData || !this.host.has(this.#idOf(client))) return;
      if (wants === true) this.voice.ask(this.host, this.#idOf(client), client.userData.wire);
      else this.voice.left(client.userData.wire);
    });
    this.onMessage('signals', (client: HearthClient, raw: unknown) => {
      if (client.userData && this.host.has(this.#idOf(client))) this.voice.signal(this.host, client.userData.wire, raw);
    });
    // Anything else is dropped: an unknown type would otherwise close the socket of an honest old tab.
    this.onMessage('*', () => undefined);
    this.setTimestep(() => this.#tick(), TICK);
    this.#wheel = new Wheel((turn) => this.#spoke(turn));
    this.clock.setInterval(() => void this.host.save().catch((error: unknown) => log('snapshot.failed', errorDetails(error))), 2_000);
  }

  override async onJoin(client: HearthClient): Promise<void> {
    const { auth } = client;
    if (!auth || !this.doorway.isTheirs(client.sessionId, auth)) throw new ServerError(401, entryRefusals.stranger.code);
    const outbox = this.#outboxes.open((heard) => client.send('cues', heard));
    const wire: Wire = {
      cue: (heard) => outbox.put(heard),
      lines: (lines) => client.send('lines', lines),
      own: (own) => client.send('own', own),
      settings: (kept) => client.send('settings', kept),
      voice: (news) => client.send('voice', news),
      audio: (seat) => client.send('audio', seat),
      signals: (news) => client.send('signals', news),
      through: (to) => client.send('through', to),
      end: (refusal) => {
        outbox.empty();
        client.send('ended', refusal);
        client.leave(ENDED);
      },
      welcome: (welcome) => client.send('welcome', welcome),
      motion: (frame) => {
        const socket = client.ref as { bufferedAmount?: number } | undefined;
        if ((socket?.bufferedAmount ?? 0) >= BACKLOG) return false;
        client.raw(frame);
      },
    };
    client.userData = { wire, outbox, left: false };
    try {
      const refusal = this.host.refusalFor(auth.profile.id) ?? entryRefusals.full;
      if (!(await this.host.enter(auth.profile, wire, auth.handshake))) throw new ServerError(409, refusal.code);
    } catch (error) {
      this.#outboxes.close(outbox);
      throw asEntryError(error);
    }
    mustSit(this, client);
    // It may have gone while its lines were read: then nobody else will take its place down.
    if (client.userData.left) this.host.leave(auth.profile.id, wire, KEPT_AFTER_LOSS);
  }

  override onLeave(client: HearthClient, code?: number): void {
    const { auth, userData } = client;
    if (!auth || !userData) return;
    userData.left = true;
    this.#outboxes.close(userData.outbox);
    this.voice.left(userData.wire);
    const keptFor = code === CONSENTED ? 0 : code === PAGE_CLOSED ? KEPT_AFTER_CLOSING : KEPT_AFTER_LOSS;
    this.host.leave(auth.profile.id, userData.wire, keptFor);
  }

  /** What people are still to hear goes out before their sockets close. */
  override onBeforeShutdown(): void {
    this.#outboxes.empty();
    super.onBeforeShutdown();
  }

  override onDispose(): void {
    this.#wheel?.stop();
  }

  override onUncaughtException(error: Error, where: string): void {
    onFault(error, where);
  }

  #idOf(client: HearthClient): PersonId {
    const id = client.auth?.profile.id;
    if (!id) throw new Error('A client without a person sent a message.');
    return id;
  }

  async #command(client: HearthClient, message: unknown): Promise<Answer> {
    const answer = await this.host.command(this.#idOf(client), message);
    // What one hears of one's own act comes before the answer.
    client.userData?.outbox.empty();
    return answer;
  }

  /** A fault of ours costs one turn, and not the wheel. */
  #spoke(turn: number): void {
    try {
      this.host.spoke(turn);
      this.#outboxes.turn(turn);
    } catch (error) {
      log('room.crashed', { where: 'spoke', ...errorDetails(error) });
    }
  }

  #tick(): void {
    this.host.tick();
    if (++this.#ticks % TICKS_A_FLUSH === 0) this.host.flush(() => this.broadcastPatch());
  }
}
