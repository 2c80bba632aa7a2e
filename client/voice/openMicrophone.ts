/** One's own microphone, for as long as the browser has it open: the track that others get, and how loud one is, on or off. */
import { Meter } from './mixer.ts';
import { watchMicrophone, type Watched } from './watch.ts';

const constraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 } as const;

export class OpenMicrophone {
  /** What carries voices gets this one; silent while the microphone is off. */
  readonly track: MediaStreamTrack;
  /** What is off is silent: the meter listens to the device itself. */
  readonly #device: MediaStreamTrack;
  readonly #meter: Meter;
  readonly #unwatch: () => void;

  private constructor(track: MediaStreamTrack, context: AudioContext, watched: Watched) {
    [this.track, this.#device] = [track, track.clone()];
    track.enabled = false;
    this.#meter = new Meter(context, context.createMediaStreamSource(new MediaStream([this.#device])));
    this.#unwatch = watchMicrophone(this.#device, watched);
  }

  /** Asks the browser, which may ask the person. It is off at first. Rejects as `getUserMedia` does. */
  static async open(context: AudioContext, watched: Watched): Promise<OpenMicrophone> {
    const [track] = (await navigator.mediaDevices.getUserMedia({ audio: constraints })).getAudioTracks();
    if (!track) throw new DOMException('no audio track', 'NotFoundError');
    return new OpenMicrophone(track, context, watched);
  }

  get speaks(): boolean {
    return this.#meter.speaks;
  }

  turn(isOn: boolean): void {
    this.track.enabled = isOn;
  }

  /** Gives it back to the browser, which shows it as open until then. */
  close(): void {
    this.#unwatch();
    this.track.stop();
    this.#device.stop();
  }
}
