/** The only Colyseus Room class: it carries messages between sockets and a RoomHost, and is hardened against every default that bites. */
import { Encoder } from '@colyseus/schema';
import { Room as ColyseusRoom, ServerError, type AuthContext, type Client } from '@colyseus/core';
import type { Answer } from '#shared/kernel/command.ts';
import { handshakeSchema, type Handshake } from '#shared/kernel/command.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { READY_TYPE, WALKS_TYPE } from '#shared/movement/walk.codec.ts';
import { PROTOCOL } from '#shared/registry.ts';
import type { RoomState } from '#shared/rooms/room.state.ts';
import { cookieOf, type Identity } from '../people/identity.ts';
import { KEPT_AFTER_CLOSING, KEPT_AFTER_LOSS, type RoomHost, type Wire } from '../rooms/room-host.ts';
import type { Profile, Storage } from '../storage/storage.ts';
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

const TICK = 50;
const TICKS_A_FLUSH = 2;
const CONSENTED = 4000;
const GOING_AWAY = 1001;
/** A client that reads nothing loses motion, which is absolute and may be dropped; never facts. */
const BACKLOG = 64 * 1024;

export interface RoomServices {
  readonly identity: Identity;
  readonly storage: Storage;
  readonly hosts: ReadonlyMap<string, RoomHost>;
  /** Which person asked for a seat, so that nobody else can sit on it. */
  readonly isAllowedOrigin: (headers: Headers) => boolean;
}

interface Admitted {
  readonly profile: Profile;
  readonly handshake: Handshake;
}
type HearthClient = Client<{ auth: Admitted; userData: { wire: Wire; left: boolean } }>;

/** What every room of this process shares; set once, before the first room. */
let services: RoomServices | undefined;
export const provide = (given: RoomServices): void => {
  services = given;
};
const provided = (): RoomServices => {
  if (!services) throw new Error('provide() comes before the first room.');
  return services;
};

export class HearthRoom extends ColyseusRoom<{ state: RoomState; client: HearthClient }> {
  #host!: RoomHost;
  #ticks = 0;

  static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<Admitted> {
    const { identity, storage, isAllowedOrigin } = provided();
    const headers = context.headers as Headers;
    if (!isAllowedOrigin(headers)) throw new ServerError(403, 'entry.badOrigin');
    const handshake = handshakeSchema.safeParse(options).data;
    if (!handshake) throw new ServerError(400, 'entry.malformed');
    if (handshake.protocol !== PROTOCOL) throw new ServerError(409, 'entry.updated');
    const id = identity.read(handshake.tab ?? cookieOf(headers.get('cookie')));
    const profile = id && (await storage.findPerson(id));
    if (!profile) throw new ServerError(401, 'entry.stranger');
    return { profile, handshake };
  }

  override onCreate(options: { room: string }): void {
    const host = provided().hosts.get(options.room);
    if (!host) throw new ServerError(404, 'entry.noRoom');
    this.#host = host;
    this.roomId = options.room;
    this.autoDispose = false;
    this.maxClients = host.room.layout.cap;
    this.maxMessagesPerSecond = 60;
    this.patchRate = null;
    this.state = host.facts;
    this.onMessage('command', (client: HearthClient, message: unknown) => this.#command(client, message));
    this.onMessageBytes(WALKS_TYPE, (client: HearthClient, bytes: Uint8Array) => this.#host.steer(this.#idOf(client), bytes));
    this.onMessage(READY_TYPE, (client: HearthClient) => {
      if (client.userData) this.#host.ready(this.#idOf(client), client.userData.wire);
    });
    // Anything else is dropped: an unknown type would otherwise close the socket of an honest old tab.
    this.onMessage('*', () => undefined);
    this.setTimestep(() => this.#tick(), TICK);
    this.clock.setInterval(() => void this.#host.save().catch((error: unknown) => log('snapshot.failed', errorDetails(error))), 2_000);
  }

  override async onJoin(client: HearthClient): Promise<void> {
    const { auth } = client;
    if (!auth) throw new ServerError(401, 'entry.stranger');
    const wire: Wire = {
      cue: (heard) => client.send('cue', heard),
      lines: (lines) => client.send('lines', lines),
      welcome: (welcome) => client.send('welcome', welcome),
      motion: (frame) => {
        const socket = client.ref as { bufferedAmount?: number } | undefined;
        if ((socket?.bufferedAmount ?? 0) < BACKLOG) client.raw(frame);
      },
    };
    client.userData = { wire, left: false };
    await this.#host.enter(auth.profile, wire, auth.handshake.heard);
    // It may have gone while its lines were read: then nobody else will take its place down.
    if (client.userData.left) this.#host.leave(auth.profile.id, wire, KEPT_AFTER_LOSS);
  }

  override onLeave(client: HearthClient, code?: number): void {
    const { auth, userData } = client;
    if (!auth || !userData) return;
    userData.left = true;
    const keptFor = code === CONSENTED ? 0 : code === GOING_AWAY ? KEPT_AFTER_CLOSING : KEPT_AFTER_LOSS;
    this.#host.leave(auth.profile.id, userData.wire, keptFor);
  }

  // Without this a throwing handler shuts the whole process down.
  override onUncaughtException(error: Error, where: string): void {
    log('room.crashed', { where, ...errorDetails(error) });
  }

  #idOf(client: HearthClient): PersonId {
    const id = client.auth?.profile.id;
    if (!id) throw new Error('A client without a person sent a message.');
    return id;
  }

  async #command(client: HearthClient, message: unknown): Promise<Answer> {
    return this.#host.command(this.#idOf(client), message);
  }

  #tick(): void {
    this.#host.tick();
    if (++this.#ticks % TICKS_A_FLUSH === 0) this.#host.flush(() => this.broadcastPatch());
  }
}
