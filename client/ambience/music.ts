/** What sounds while people arrive at a ritual that has music: slow chords, made here. Fetched when a ritual is held. */
import { inMono } from '#client/voice/mono.ts';
import { runOf } from '#shared/rituals/held.ts';
import { openStep } from '#shared/rituals/run.ts';
import type { RoomView } from '#shared/rooms/room.ts';

/** Four chords that lead into one another and round again (Hz): no melody, for nobody shall have to listen. */
const chords: readonly (readonly number[])[] = [
  [130.81, 196.0, 329.63, 493.88],
  [110.0, 164.81, 261.63, 392.0],
  [87.31, 174.61, 261.63, 440.0],
  [98.0, 196.0, 293.66, 440.0],
];
/** Each chord swells, stays and fades into the next (s). */
export const EVERY = 8;
const SWELL = 3.5;
const FADE = 5;
/** Of the loudness of the room's own sounds: it lies under them. */
const SHARE = 0.35;
const GLIDE = 1.5;

/** RI41. Whether the open step has music. */
export const hasMusic = (view: Pick<RoomView, 'facts'>): boolean => {
  const run = runOf(view);
  const step = run?.phase.status === 'running' ? openStep(run)?.step : undefined;
  return step?.kind === 'arrival' && step.music;
};

export class Music {
  readonly #context: BaseAudioContext;
  readonly #master: GainNode;
  readonly #soft: BiquadFilterNode;
  #next = 0;
  #at = 0;
  #isOn = false;

  constructor(context: BaseAudioContext) {
    this.#context = context;
    this.#master = new GainNode(context, { gain: 0 });
    this.#soft = new BiquadFilterNode(context, { type: 'lowpass', frequency: 900 });
    this.#soft.connect(this.#master).connect(context.destination);
  }

  set mono(isMono: boolean) {
    inMono(this.#master, isMono);
  }

  /** Call it often: plays on while it is to sound, as loud as the room's own sounds may be. */
  play(isOn: boolean, volume: number): void {
    const now = this.#context.currentTime;
    if (isOn !== this.#isOn || (isOn && Math.abs(this.#master.gain.value - volume * SHARE) > 0.01)) this.#master.gain.setTargetAtTime(isOn ? volume * SHARE : 0, now, GLIDE / 3);
    this.#isOn = isOn;
    if (!isOn || volume === 0 || now < this.#next - SWELL / 2) return;
    const start = Math.max(now, this.#next);
    this.#next = start + EVERY;
    for (const [voice, pitch] of (chords[this.#at++ % chords.length] ?? []).entries()) this.#sound(pitch, start + voice * 0.3, 0.22 / (voice + 1.5));
  }

  #sound(pitch: number, start: number, loud: number): void {
    const swell = new GainNode(this.#context, { gain: 0 });
    swell.gain.setValueAtTime(0, start);
    swell.gain.linearRampToValueAtTime(loud, start + SWELL);
    swell.gain.setTargetAtTime(0, start + EVERY - 1, FADE / 3);
    // Two that are a little apart: one alone would sound like a machine.
    for (const apart of [-3, 4]) {
      const tone = new OscillatorNode(this.#context, { type: 'triangle', frequency: pitch, detune: apart });
      tone.connect(swell);
      tone.start(start);
      tone.stop(start + EVERY + FADE);
    }
    swell.connect(this.#soft);
  }
}
