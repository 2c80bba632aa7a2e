import { inMono } from '#client/voice/mono.ts';
import { loopOf, stepOn, type Ground } from './loops.ts';
import type { Source, Voice } from './sources.ts';

interface Playing {
  readonly gain: GainNode;
  readonly pan: StereoPannerNode;
  heard: number;
  side: number;
}

/** Half of what is usual: nothing here is that high, and making it takes half the time. */
const rate = 22_050;
/** Parameters move in this time (s): longer than what lies between two changes, so that nothing clicks. */
const glide = 0.25;
/** Smaller changes are not written: automation costs more than the sound. */
const least = 0.01;

/** Plays the sounds of a room on an audio context, offline or not. */
export class AmbiencePlayer {
  readonly #context: BaseAudioContext;
  readonly #master: GainNode;
  readonly #playing = new Map<Source, Playing>();
  readonly #loops = new Map<Voice, AudioBuffer>();
  readonly #steps = new Map<Ground, AudioBuffer>();

  constructor(context: BaseAudioContext) {
    this.#context = context;
    this.#master = new GainNode(context, { gain: 0 });
    this.#master.connect(context.destination);
  }

  #begin(source: Source): Playing {
    const buffer = this.#loops.get(source.voice) ?? this.#bufferOf(loopOf(source.voice, rate));
    this.#loops.set(source.voice, buffer);
    const gain = new GainNode(this.#context, { gain: 0 });
    const pan = new StereoPannerNode(this.#context);
    const loop = new AudioBufferSourceNode(this.#context, { buffer, loop: true });
    loop.connect(gain).connect(pan).connect(this.#master);
    loop.start();
    return { gain, pan, heard: 0, side: 0 };
  }

  #bufferOf(samples: Float32Array<ArrayBuffer>): AudioBuffer {
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: rate });
    buffer.copyToChannel(samples, 0);
    return buffer;
  }

  #glide(parameter: AudioParam, to: number): void {
    const now = this.#context.currentTime;
    parameter.cancelScheduledValues(now);
    parameter.setValueAtTime(parameter.value, now);
    parameter.linearRampToValueAtTime(to, now + glide);
  }

  /** How loud all of it is, 0 to 1. */
  set volume(volume: number) {
    this.#glide(this.#master.gain, volume);
  }

  /** The same in both ears. */
  set mono(isMono: boolean) {
    inMono(this.#master, isMono);
  }

  /** Says of every source how loud it is and from which side. A sound is made when it is first heard, at most one a call. */
  place(sources: readonly Source[], hear: (source: Source) => { readonly gain: number; readonly pan: number }): void {
    let made = false;
    for (const source of sources) {
      const { gain, pan } = hear(source);
      let one = this.#playing.get(source);
      if (!one) {
        if (gain === 0 || made) continue;
        made = true;
        this.#playing.set(source, (one = this.#begin(source)));
      }
      if (Math.abs(gain - one.heard) > least || (gain === 0 && one.heard !== 0)) this.#glide(one.gain.gain, (one.heard = gain));
      if (Math.abs(pan - one.side) > least * 3) this.#glide(one.pan.pan, (one.side = pan));
    }
  }

  /** One footstep. */
  step(ground: Ground, gain: number, pan: number, faster: number): void {
    const buffer = this.#steps.get(ground) ?? this.#bufferOf(stepOn(ground, rate));
    this.#steps.set(ground, buffer);
    const foot = new AudioBufferSourceNode(this.#context, { buffer, playbackRate: faster });
    foot.connect(new GainNode(this.#context, { gain })).connect(new StereoPannerNode(this.#context, { pan })).connect(this.#master);
    foot.start();
  }
}
