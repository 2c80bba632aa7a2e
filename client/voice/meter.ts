/** A voice louder than this (RMS of a signal from −1 to 1) speaks. */
const SPEAKS = 0.012;

export const isSpeech = (level: number): boolean => level > SPEAKS;

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
    return isSpeech(this.level);
  }
}
