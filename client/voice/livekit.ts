/** A stay in a LiveKit room: listens to whom the server says, and gives its own voice to whom the server says. */
import { LocalAudioTrack, Room, RoomEvent, setLogLevel, Track, type RemoteTrackPublication } from 'livekit-client';
import { isAddress, type Address, type Hearing } from '#shared/voice/news.ts';
import type { AudioSeat } from '#shared/voice/seat.ts';

setLogLevel('error');

export interface StayListener {
  heard(address: Address, track: MediaStreamTrack): void;
  silent(address: Address): void;
  /** One's own voice is given, or was refused; meanwhile it must be neither muted nor unmuted: nobody would be told. */
  given(): void;
  /** The stay has ended, not by our wish. */
  ended(): void;
}

/** 24 kbit/s carry a voice; twice sent, so that a lost packet is not missed. */
const speech = { audioPreset: { maxBitrate: 24_000 }, dtx: true, red: true, forceStereo: false, stopMicTrackOnMute: false } as const;

export class LivekitStay {
  readonly #room = new Room({ adaptiveStream: false, dynacast: false, singlePeerConnection: false, stopLocalTrackOnUnpublish: false, publishDefaults: speech });
  readonly #listener: StayListener;
  #hearing: Hearing;
  #isOver = false;
  #track: LocalAudioTrack | undefined;
  #isPublishing = false;

  private constructor(hearing: Hearing, listener: StayListener) {
    [this.#hearing, this.#listener] = [hearing, listener];
    const { heard, silent, ended } = listener;
    this.#room
      .on(RoomEvent.TrackSubscribed, (track, _publication, { identity }) => {
        if (track.kind === Track.Kind.Audio && isAddress(identity)) heard(identity, track.mediaStreamTrack);
      })
      .on(RoomEvent.TrackUnsubscribed, (_track, _publication, { identity }) => {
        if (isAddress(identity)) silent(identity);
      })
      .on(RoomEvent.TrackPublished, (publication, { identity }) => this.#ask(publication, identity))
      .on(RoomEvent.ParticipantPermissionsChanged, (_before, { isLocal }) => {
        if (isLocal) this.#publish();
      })
      .on(RoomEvent.Disconnected, () => {
        if (!this.#isOver) ended();
      });
  }

  /** One's own voice is being given. */
  get isGiving(): boolean {
    return this.#isPublishing;
  }

  /** Comes in. Rejects where one cannot. */
  static async begin({ url, token }: AudioSeat, hearing: Hearing, listener: StayListener): Promise<LivekitStay> {
    const stay = new LivekitStay(hearing, listener);
    const address = url.startsWith('/') ? `${location.origin.replace('http', 'ws')}${url}` : url;
    await stay.#room.connect(address, token, { autoSubscribe: false, maxRetries: 1 });
    stay.heed(hearing);
    return stay;
  }

  /** Gives one's own voice to those who may hear it, and asks for those whom one hears. Call it as the news comes, in no frame and no timer. */
  heed(hearing: Hearing): void {
    this.#hearing = hearing;
    this.#room.localParticipant.setTrackSubscriptionPermissions(false, [...hearing.heardBy].map((participantIdentity) => ({ participantIdentity, allowAll: true })));
    for (const { identity, trackPublications } of this.#room.remoteParticipants.values()) for (const publication of trackPublications.values()) this.#ask(publication, identity);
  }

  /** Gives the voice of a track, once one may: whoever is held muted later. Before this, those who may hear it are known. */
  speak(track: LocalAudioTrack): void {
    this.#track = track;
    this.#publish();
  }

  /** Gives a voice no more. */
  hush(track: LocalAudioTrack): void {
    if (this.#track === track) this.#track = undefined;
    void this.#room.localParticipant.unpublishTrack(track, false).catch(() => undefined);
  }

  /** Goes; the microphone's track may be given again. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#room.disconnect(false);
  }

  #publish(): void {
    const { localParticipant } = this.#room;
    const isGiven = [...localParticipant.trackPublications.values()].some(({ track }) => track === this.#track);
    if (!this.#track || isGiven || this.#isPublishing || localParticipant.permissions?.canPublish === false) return;
    this.#isPublishing = true;
    const published = localParticipant.publishTrack(this.#track, { source: Track.Source.Microphone, ...speech });
    // A permission that is taken meanwhile ends it; the next one begins anew.
    void published.catch(() => undefined).then(() => {
      this.#isPublishing = false;
      this.#listener.given();
    });
  }

  /** Both what is gained and what is lost is said: a wish that stays while the permission goes is answered late when it comes back. */
  #ask(publication: RemoteTrackPublication, identity: string): void {
    const isWanted = publication.kind === Track.Kind.Audio && publication.source === Track.Source.Microphone && isAddress(identity) && this.#hearing.hear.has(identity);
    if (publication.isDesired !== isWanted) publication.setSubscribed(isWanted);
  }
}

const constraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 } as const;

/** Opens the microphone. It counts as given to LiveKit, which would else open another by itself when this one is unplugged. */
export const openMicrophone = async (): Promise<LocalAudioTrack> => {
  const [track] = (await navigator.mediaDevices.getUserMedia({ audio: constraints })).getAudioTracks();
  if (!track) throw new DOMException('no audio track', 'NotFoundError');
  return new LocalAudioTrack(track, constraints, true);
};
export type { LocalAudioTrack };
