/** One's own microphone, for as long as the browser has it open: the track that others get, and how loud one is, on or off. */
import type { VoicePage } from '#client/app/context.tsx';
import { settings } from '#client/settings/settings.ts';
import { Meter } from './meter.ts';
import { watchMicrophone, type Watched } from './watch.ts';

/** The one that was chosen, if it is there; as speech wants it. */
const constraints = (): MediaTrackConstraints => {
  const { microphone } = settings.current;
  return { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1, ...(microphone === '' ? {} : { deviceId: { ideal: microphone } }) };
};

/** Why there is none, by what the browser answered. */
export const whyNone = (error: unknown): VoicePage['device'] => {
  if (!isSecureContext) return 'insecure';
  const name = error instanceof DOMException ? error.name : '';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'blocked';
};

export class OpenMicrophone {
  /** What carries voices gets this one; silent while the microphone is off. */
  readonly track: MediaStreamTrack;
  /** What is off is silent: the meter listens to the device itself. */
  readonly #device: MediaStreamTrack;
  readonly #source: MediaStreamAudioSourceNode;
  readonly #meter: Meter;
  readonly #unwatch: () => void;

  private constructor(track: MediaStreamTrack, context: AudioContext, watched: Watched) {
    [this.track, this.#device] = [track, track.clone()];
    track.enabled = false;
    try {
      this.#source = context.createMediaStreamSource(new MediaStream([this.#device]));
      this.#meter = new Meter(context, this.#source);
    } catch (error) {
      track.stop();
      this.#device.stop();
      throw error;
    }
    this.#unwatch = watchMicrophone(this.#device, watched);
  }

  /** Asks the browser, which may ask the person. It is off at first. Rejects as `getUserMedia` does, and leaves nothing open then. */
  static async open(context: AudioContext, watched: Watched): Promise<OpenMicrophone> {
    const [track] = (await navigator.mediaDevices.getUserMedia({ audio: constraints() })).getAudioTracks();
    if (!track) throw new DOMException('no audio track', 'NotFoundError');
    // Whoever asked has gone meanwhile.
    if (context.state === 'closed') {
      track.stop();
      throw new DOMException('closed', 'AbortError');
    }
    return new OpenMicrophone(track, context, watched);
  }

  /** Root mean square of the last hundredth of a second. */
  get level(): number {
    return this.#meter.level;
  }

  turn(isOn: boolean): void {
    this.track.enabled = isOn;
  }

  /** Gives it back to the browser, which shows it as open until then. */
  close(): void {
    this.#unwatch();
    this.#source.disconnect();
    this.track.stop();
    this.#device.stop();
  }
}
