/**
 * Gives people their places in LiveKit's rooms, and keeps what LiveKit does in step with what the rooms decide: who may
 * speak, who is sent out, and that nobody stands there under an address that is not theirs now.
 */
import { RoomServiceClient, TrackSource, TrackType, type WebhookEvent } from 'livekit-server-sdk';
import type { PersonId } from '#shared/kernel/ids.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { zoneAt } from '#shared/place/describe.ts';
import { byServer } from '#shared/voice/choice.ts';
import { audioRoomOf } from '#shared/voice/hearing.ts';
import { addressOf, isAddress, type Address } from '#shared/voice/news.ts';
import type { Ambient } from '../../host/ambient.ts';
import { errorDetails, log } from '../../host/log.ts';
import type { Wire } from '../../rooms/presences.ts';
import type { RoomHost } from '../../rooms/room-host.ts';
import { passTo } from './tokens.ts';

interface Seat {
  readonly host: RoomHost;
  readonly id: PersonId;
  readonly wire: Wire;
  readonly address: Address;
  readonly audioRoom: string;
  /** What their token lets them. */
  readonly maySpeak: boolean;
  /** The one track that they publish. */
  track: string | undefined;
}

export interface LivekitAccess {
  /** Where its API is asked. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** Where browsers go: an address, or a path of our own port. */
  readonly reachedAt: string;
}

type Api = Pick<RoomServiceClient, 'createRoom' | 'removeParticipant' | 'updateParticipant'>;

export class LivekitVoice {
  readonly #access: LivekitAccess;
  readonly #api: Api;
  readonly #ambient: Pick<Ambient, 'newId'>;
  readonly #seats = new Map<Address, Seat>();
  readonly #rooms = new Set<string>();
  refused = 0;
  #isFailing = false;

  constructor(access: LivekitAccess, ambient: Pick<Ambient, 'newId'>, api: Api = new RoomServiceClient(access.url, access.key, access.secret)) {
    [this.#access, this.#ambient, this.#api] = [access, ambient, api];
  }

  /** From here on a room carries voice. */
  attend(host: RoomHost): void {
    host.facts.voice = 'livekit';
    host.voices.attend({
      held: (id, isHeld) => void this.#hold(host, id, isHeld),
      moved: (id) => {
        const seat = this.#seatOf(host, id);
        if (seat && seat.audioRoom !== this.#audioRoomFor(host, id)) void this.#seat(host, id, seat.wire);
      },
    }, byServer);
  }

  /** A connection asks for a place; one of its person's other connections loses theirs. Whoever asks too often is refused, and counted. */
  async ask(host: RoomHost, id: PersonId, wire: Wire): Promise<void> {
    if (!host.allows(id, 'audio')) {
      this.refused++;
      return wire.audio({ none: 'tooFast' });
    }
    await this.#seat(host, id, wire);
  }

  /** A connection has ended, or wants its place no more. */
  left(wire: Wire): void {
    for (const seat of this.#seats.values()) if (seat.wire === wire) void this.#clear(seat);
  }

  /** What LiveKit tells: who came, who went, what they publish. */
  async hear(event: WebhookEvent): Promise<void> {
    const { participant, room, track } = event;
    if (!participant || !room || !isAddress(participant.identity)) return;
    const seat = this.#seats.get(participant.identity);
    // An old token opens the door again; whoever comes by one stands in nobody's list, and is sent out.
    if (seat?.audioRoom !== room.name) {
      if (event.event === 'participant_joined') await this.#quietly(this.#api.removeParticipant(room.name, participant.identity));
      return;
    }
    if (event.event === 'participant_joined') {
      seat.host.voices.join(seat.id, seat.address);
      // Their token may be from before they were held, or before that was ended.
      const maySpeak = !this.#isHeld(seat);
      if (!maySpeak || !seat.maySpeak) await this.#permit(seat, maySpeak);
    }
    if (event.event === 'participant_left' && seat.host.voices.addressOf(seat.id) === seat.address) seat.host.voices.leave(seat.id);
    if (event.event === 'track_unpublished' && track?.sid === seat.track) seat.track = undefined;
    if (event.event === 'track_published' && track) {
      const isVoice = track.type === TrackType.AUDIO && track.source === TrackSource.MICROPHONE && !track.mimeType.startsWith('video/');
      // The permission trusts a track's label.
      if (!isVoice || (seat.track !== undefined && seat.track !== track.sid)) {
        this.refused++;
        await this.#permit(seat, false);
      } else seat.track = track.sid;
    }
  }

  /** LiveKit has died and runs again, and knows nobody: everyone gets a new place. */
  async restarted(): Promise<void> {
    this.#rooms.clear();
    const before = [...this.#seats.values()];
    this.#seats.clear();
    for (const { host, id } of before) host.voices.leave(id);
    await Promise.all(before.map(({ host, id, wire }) => this.#seat(host, id, wire)));
  }

  async #seat(host: RoomHost, id: PersonId, wire: Wire): Promise<void> {
    const before = this.#seatOf(host, id);
    const audioRoom = this.#audioRoomFor(host, id);
    if (audioRoom === undefined) return;
    try {
      if (!this.#rooms.has(audioRoom)) await this.#api.createRoom({ name: audioRoom, emptyTimeout: 24 * 60 * 60, departureTimeout: 24 * 60 * 60 });
      this.#rooms.add(audioRoom);
      const address = addressOf(id, this.#ambient.newId());
      const maySpeak = !this.#isHeld({ host, id });
      const token = await passTo(this.#access, { audioRoom, address, name: callNameOf(host.room, id), maySpeak });
      this.#isFailing = false;
      // They may have gone while that was asked.
      if (!host.has(id)) return;
      this.#seats.set(address, { host, id, wire, address, audioRoom, maySpeak, track: undefined });
      if (before) await this.#clear(before);
      if (before && before.wire !== wire) before.wire.audio({ none: 'elsewhere' });
      wire.audio({ kind: 'livekit', url: this.#access.reachedAt, token, address });
    } catch (error) {
      // Said once: everyone asks again, every other second.
      if (!this.#isFailing) log('livekit.failed', errorDetails(error));
      this.#isFailing = true;
      wire.audio({ none: 'unavailable' });
    }
  }

  async #clear(seat: Seat): Promise<void> {
    this.#seats.delete(seat.address);
    if (seat.host.voices.addressOf(seat.id) === seat.address) seat.host.voices.leave(seat.id);
    await this.#quietly(this.#api.removeParticipant(seat.audioRoom, seat.address));
  }

  /** Takes somebody's permission to speak, or gives it back. */
  async #hold(host: RoomHost, id: PersonId, isHeld: boolean): Promise<void> {
    const seat = this.#seatOf(host, id);
    if (seat) await this.#permit(seat, !isHeld);
  }

  #permit({ audioRoom, address }: Seat, maySpeak: boolean): Promise<void> {
    const permission = { canSubscribe: true, canPublish: maySpeak, canPublishSources: maySpeak ? [TrackSource.MICROPHONE] : [], canPublishData: false };
    return this.#quietly(this.#api.updateParticipant(audioRoom, address, { permission }));
  }

  #isHeld({ host, id }: Pick<Seat, 'host' | 'id'>): boolean {
    return host.room.holds.has(id);
  }

  #seatOf(host: RoomHost, id: PersonId): Seat | undefined {
    for (const seat of this.#seats.values()) if (seat.host === host && seat.id === id) return seat;
    return undefined;
  }

  #audioRoomFor({ room }: RoomHost, id: PersonId): string | undefined {
    const pose = room.poseOf(id);
    const zone = pose && zoneAt(room, pose.x, pose.z);
    return zone && audioRoomOf(room.layout, zone);
  }

  /** Whoever is asked for may have gone already. */
  async #quietly(asked: Promise<unknown>): Promise<void> {
    await asked.catch((error: unknown) => {
      if (!(error instanceof Error) || !/not exist|not found|does not/i.test(error.message)) log('livekit.failed', { error: error instanceof Error ? error.name : typeof error });
    });
  }
}
