/** A stay in a LiveKit room: listens to whom the server says, and gives its own voice to whom the server says. */
import { LocalAudioTrack, Room, RoomEvent, setLogLevel, Track, type RemoteTrackPublication } from 'livekit-client';
import { isAddress, type Hearing } from '#shared/voice/news.ts';
import type { LivekitSeat } from '#shared/voice/seat.ts';
import type { Stay, StayListener } from './stay.ts';

setLogLevel('error');

/** 24 kbit/s carry a voice; twice sent, so that a lost packet is not missed. */
const speech = { audioPreset: { maxBitrate: 24_000 }, dtx: true, red: true, forceStereo: false, stopMicTrackOnMute: false } as const;

export class LivekitStay implements Stay {
  readonly #room = new Room({ adaptiveStream: false, dynacast: false, singlePeerConnection: false, stopLocalTrackOnUnpublish: false, publishDefaults: speech });
  #hearing: Hearing;
  #isOver = false;
  #track: LocalAudioTrack | undefined;
  #isOn = false;
  /** Meanwhile a track must be neither muted nor unmuted: nobody would be told. */
  #isPublishing = false;

  private constructor(hearing: Hearing, { heard, silent, ended }: StayListener) {
    this.#hearing = hearing;
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

  /** Comes in. Rejects where one cannot. */
  static async begin({ url, token }: LivekitSeat, hearing: Hearing, listener: StayListener): Promise<LivekitStay> {
    const stay = new LivekitStay(hearing, listener);
    const address = url.startsWith('/') ? `${location.origin.replace('http', 'ws')}${url}` : url;
    await stay.#room.connect(address, token, { autoSubscribe: false, maxRetries: 1 });
    stay.heed(hearing);
    return stay;
  }

  heed(hearing: Hearing): void {
    this.#hearing = hearing;
    this.#room.localParticipant.setTrackSubscriptionPermissions(false, [...hearing.heardBy].map((participantIdentity) => ({ participantIdentity, allowAll: true })));
    for (const { identity, trackPublications } of this.#room.remoteParticipants.values()) for (const publication of trackPublications.values()) this.#ask(publication, identity);
  }

  /** Whoever is held muted gives it once that has ended. */
  speak(track: MediaStreamTrack): void {
    this.hush();
    // It counts as given to LiveKit, which would else open another by itself when this one is unplugged.
    this.#track = new LocalAudioTrack(track, track.getConstraints(), true);
    this.#turn();
    this.#publish();
  }

  hush(): void {
    const track = this.#track;
    this.#track = undefined;
    if (track) void this.#room.localParticipant.unpublishTrack(track, false).catch(() => undefined);
  }

  turn(isOn: boolean): void {
    this.#isOn = isOn;
    this.#turn();
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#room.disconnect(false);
  }

  #turn(): void {
    const track = this.#track;
    if (track && track.isMuted === this.#isOn && !this.#isPublishing) void (this.#isOn ? track.unmute() : track.mute());
  }

  #publish(): void {
    const { localParticipant } = this.#room;
    const track = this.#track;
    const isGiven = [...localParticipant.trackPublications.values()].some((publication) => publication.track === track);
    if (!track || isGiven || this.#isPublishing || localParticipant.permissions?.canPublish === false) return;
    this.#isPublishing = true;
    const published = localParticipant.publishTrack(track, { source: Track.Source.Microphone, ...speech });
    // A permission that is taken meanwhile ends it; the next one begins anew.
    void published.catch(() => undefined).then(() => {
      this.#isPublishing = false;
      // Meanwhile another came in its place, or none.
      if (track !== this.#track) {
        void localParticipant.unpublishTrack(track, false).catch(() => undefined);
        this.#publish();
      }
      this.#turn();
    });
  }

  /** Both what is gained and what is lost is said: a wish that stays while the permission goes is answered late when it comes back. */
  #ask(publication: RemoteTrackPublication, identity: string): void {
    const isWanted = publication.kind === Track.Kind.Audio && publication.source === Track.Source.Microphone && isAddress(identity) && this.#hearing.hear.has(identity);
    if (publication.isDesired !== isWanted) publication.setSubscribed(isWanted);
  }
}
