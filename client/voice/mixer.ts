/**
 * The mix of the voices one hears, whatever carries them. Of each: a muted element, without which Chromium plays
 * silence, and beside it source → panner → gain; all of them through one limiter and one master gain.
 */

/** How long (s) a change takes: nothing clicks. */
const EASE = 0.1;
/** Less than this is no change: writing to a running graph costs more than what it does. */
const [LEAST_GAIN, LEAST_PAN] = [0.01, 0.02];
/** A voice louder than this (RMS of a signal from −1 to 1) speaks. */
const SPEAKS = 0.012;

interface Voice {
  readonly element: HTMLAudioElement;
  readonly source: MediaStreamAudioSourceNode;
  readonly panner: StereoPannerNode;
  readonly gain: GainNode;
  readonly meter: Meter;
  put: { gain: number; pan: number };
}

/** How loud a source is now. */
export class Meter {
  readonly #node: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;

  constructor(context: AudioContext, source: AudioNode) {
    this.#node = context.createAnalyser();
    this.#node.fftSize = 512;
    this.#samples = new Float32Array(this.#node.fftSize);
    source.connect(this.#node);
  }

  /** Root mean square of the last hundredth of a second. */
  get level(): number {
    this.#node.getFloatTimeDomainData(this.#samples);
    let sum = 0;
    for (const sample of this.#samples) sum += sample * sample;
    return Math.sqrt(sum / this.#samples.length);
  }

  get speaks(): boolean {
    return this.level > SPEAKS;
  }
}

export class VoiceMixer<Id> {
  readonly context: AudioContext;
  readonly #master: GainNode;
  readonly #voices = new Map<Id, Voice>();

  constructor(context = new AudioContext()) {
    this.context = context;
    const limiter = context.createDynamicsCompressor();
    Object.entries({ threshold: -6, knee: 6, ratio: 12, attack: 0.003, release: 0.1 }).forEach(([name, value]) => (limiter[name as 'ratio'].value = value));
    this.#master = context.createGain();
    limiter.connect(this.#master).connect(context.destination);
    this.#into = limiter;
  }

  readonly #into: AudioNode;

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
    this.#voices.set(id, { element, source, panner, gain, meter: new Meter(this.context, source), put: { gain: 0, pan: 0 } });
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

  /** How loud (from 0) and from where (−1 is left, 1 right) a voice is. */
  put(id: Id, gain: number, pan: number): void {
    const voice = this.#voices.get(id);
    if (!voice) return;
    const at = this.context.currentTime;
    const isNewGain = Math.abs(gain - voice.put.gain) >= LEAST_GAIN || (gain === 0 && voice.put.gain !== 0);
    const isNewPan = Math.abs(pan - voice.put.pan) >= LEAST_PAN;
    if (isNewGain) ramp(voice.gain.gain, gain, at);
    if (isNewPan) ramp(voice.panner.pan, pan, at);
    if (isNewGain || isNewPan) voice.put = { gain: isNewGain ? gain : voice.put.gain, pan: isNewPan ? pan : voice.put.pan };
  }

  /** How a voice is put now; `undefined` for nobody's. */
  placed(id: Id): Readonly<{ gain: number; pan: number }> | undefined {
    return this.#voices.get(id)?.put;
  }

  set volume(value: number) {
    if (this.#master.gain.value !== value) ramp(this.#master.gain, value, this.context.currentTime);
  }

  /** Those who speak now and can be heard. */
  speaking(): ReadonlySet<Id> {
    const speaking = new Set<Id>();
    for (const [id, { meter, put }] of this.#voices) if (put.gain > 0 && meter.speaks) speaking.add(id);
    return speaking;
  }

  close(): void {
    for (const id of [...this.#voices.keys()]) this.remove(id);
    void this.context.close();
  }
}

const ramp = (param: AudioParam, value: number, at: number): void => {
  param.cancelScheduledValues(at);
  param.setValueAtTime(param.value, at);
  param.linearRampToValueAtTime(value, at + EASE);
};
