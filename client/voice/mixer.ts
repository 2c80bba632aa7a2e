/**
 * The mix of the voices one hears, whatever carries them. Of each: a muted element, without which Chromium plays
 * silence, and beside it source → panner → gain; all of them through one limiter and one master gain.
 */
import { soundThrough } from './devices.ts';
import type { Loopback } from './loopback.ts';
import { Meter } from './meter.ts';
import { inMono } from './mono.ts';
import type { Placed } from './placing.ts';
import { directionOf, type Direction } from '#shared/voice/direction.ts';

/** How long (s) a change takes: nothing clicks. */
const EASE = 0.1;
/** Less than this is no change: writing to a running graph costs more than what it does. */
const [LEAST_GAIN, LEAST_PAN] = [0.01, 0.02];
const nowhere: Direction = directionOf({ x: 0, z: 0, heading: 0 }, { x: 0, z: 0 });

interface Voice {
  readonly element: HTMLAudioElement;
  readonly source: MediaStreamAudioSourceNode;
  readonly gain: GainNode;
  readonly meter: Meter;
  panner: StereoPannerNode | PannerNode;
  put: Placed;
}

export class VoiceMixer<Id> {
  readonly context: AudioContext;
  readonly #into: AudioNode;
  readonly #master: GainNode;
  readonly #voices = new Map<Id, Voice>();
  #volume = 1;
  #speaker = '';
  #isByElement = false;
  #loopback: Loopback | undefined;
  /** The browser lets no element play until somebody has touched the page. */
  #isRefused = false;

  constructor(context = new AudioContext()) {
    this.context = context;
    const limiter = context.createDynamicsCompressor();
    Object.entries({ threshold: -6, knee: 6, ratio: 12, attack: 0.003, release: 0.1 }).forEach(([name, value]) => (limiter[name as 'ratio'].value = value));
    this.#master = context.createGain();
    limiter.connect(this.#master).connect(context.destination);
    this.#into = limiter;
  }

  /** What waited for somebody to touch the page begins. */
  resume(): void {
    void this.context.resume();
    if (!this.#isRefused) return;
    this.#isRefused = false;
    void this.#route();
  }

  get ids(): Iterable<Id> {
    return this.#voices.keys();
  }

  /** A voice begins, silently; a track that it had before ends. */
  add(id: Id, track: MediaStreamTrack): void {
    this.remove(id);
    const stream = new MediaStream([track]);
    const element = new Audio();
    element.muted = true;
    element.srcObject = stream;
    void element.play().catch(() => undefined);
    const source = this.context.createMediaStreamSource(stream);
    const [panner, gain] = [this.context.createStereoPanner(), this.context.createGain()];
    gain.gain.value = 0;
    source.connect(panner).connect(gain).connect(this.#into);
    this.#voices.set(id, { element, source, panner, gain, meter: new Meter(this.context, source), put: { gain: 0, pan: 0, around: undefined } });
  }

  remove(id: Id): void {
    const voice = this.#voices.get(id);
    if (!voice) return;
    voice.source.disconnect();
    voice.panner.disconnect();
    voice.gain.disconnect();
    voice.element.srcObject = null;
    this.#voices.delete(id);
  }

  /** How loud a voice is, and from where it comes. */
  put(id: Id, { gain, pan, around }: Placed): void {
    const voice = this.#voices.get(id);
    if (!voice) return;
    const at = this.context.currentTime;
    const isNewGain = Math.abs(gain - voice.put.gain) >= LEAST_GAIN || (gain === 0 && voice.put.gain !== 0);
    const isOtherWay = (around === undefined) !== (voice.put.around === undefined);
    if (isOtherWay) this.#exchange(voice, around !== undefined);
    const isNewPlace = isOtherWay || Math.abs(pan - voice.put.pan) >= LEAST_PAN || (around !== undefined && differ(around, voice.put.around ?? nowhere));
    if (isNewGain) ramp(voice.gain.gain, gain, at);
    if (isNewPlace) point(voice.panner, pan, around, at);
    if (isNewGain || isNewPlace) voice.put = { gain: isNewGain ? gain : voice.put.gain, pan: isNewPlace ? pan : voice.put.pan, around: isNewPlace ? around : voice.put.around };
  }

  /** How a voice is put now; `undefined` for nobody's. */
  placed(id: Id): Placed | undefined {
    return this.#voices.get(id)?.put;
  }

  /** How loud all of it is, from 0. */
  set volume(value: number) {
    if (this.#volume === value) return;
    this.#volume = value;
    ramp(this.#master.gain, value, this.context.currentTime);
  }

  /** The same in both ears, wherever a voice comes from. */
  set mono(isMono: boolean) {
    inMono(this.#master, isMono);
  }

  /** Through which speakers it plays, by the browser's id; empty: as the computer is set. */
  set speaker(id: string) {
    if (this.#speaker === id) return;
    this.#speaker = id;
    this.#direct();
  }

  /** Whether an element plays it, so that the browser takes it out of what the microphone hears. */
  set byElement(isByElement: boolean) {
    if (this.#isByElement === isByElement) return;
    this.#isByElement = isByElement;
    void this.#route();
  }

  /** Those who speak now and can be heard. */
  speaking(): ReadonlySet<Id> {
    const speaking = new Set<Id>();
    for (const [id, { meter, put }] of this.#voices) if (put.gain > 0 && meter.speaks) speaking.add(id);
    return speaking;
  }

  close(): void {
    for (const id of [...this.#voices.keys()]) this.remove(id);
    this.#isByElement = false;
    this.#loopback?.close();
    void this.context.close();
  }

  /** Another kind of panner for a voice. */
  #exchange(voice: Voice, isAround: boolean): void {
    const panner = isAround ? new PannerNode(this.context, { panningModel: 'HRTF', rolloffFactor: 0 }) : this.context.createStereoPanner();
    voice.source.disconnect(voice.panner);
    voice.panner.disconnect();
    voice.source.connect(panner).connect(voice.gain);
    voice.panner = panner;
  }

  async #route(): Promise<void> {
    this.#loopback?.close();
    this.#loopback = undefined;
    this.#master.disconnect();
    this.#master.connect(this.context.destination);
    if (!this.#isByElement) return this.#direct();
    try {
      const { loopBack } = await import('./loopback.ts');
      const out = this.context.createMediaStreamDestination();
      const loopback = await loopBack(out.stream);
      // It may have been taken back meanwhile.
      if (!this.#isByElement || this.#loopback) return loopback.close();
      this.#loopback = loopback;
      this.#master.disconnect();
      this.#master.connect(out);
    } catch (error) {
      // It is heard as before.
      this.#isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
    }
    this.#direct();
  }

  #direct(): void {
    void soundThrough(this.#loopback?.element ?? this.context, this.#speaker);
  }
}

const differ = (a: Direction, b: Direction): boolean => Math.abs(a.right - b.right) >= LEAST_PAN || Math.abs(a.ahead - b.ahead) >= LEAST_PAN || Math.abs(a.up - b.up) >= LEAST_PAN;

const point = (panner: StereoPannerNode | PannerNode, pan: number, around: Direction | undefined, at: number): void => {
  if ('pan' in panner) return ramp(panner.pan, pan, at);
  const { right, up, ahead } = around ?? nowhere;
  // WebAudio's listener looks along −z.
  for (const [param, value] of [[panner.positionX, right], [panner.positionY, up], [panner.positionZ, -ahead]] as const) ramp(param, value, at);
};

const ramp = (param: AudioParam, value: number, at: number): void => {
  param.cancelScheduledValues(at);
  param.setValueAtTime(param.value, at);
  param.linearRampToValueAtTime(value, at + EASE);
};
