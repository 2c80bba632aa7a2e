import type { Earcon } from '#shared/kernel/cue.ts';
import type { Settings } from '#client/settings/settings.ts';
import { soundThrough } from '#client/voice/devices.ts';

/** Notes (Hz), one after the other. What comes rises, what goes falls; a circle's have three, a refusal is low. */
export const notes: Readonly<Record<Earcon, readonly number[]>> = {
  arrive: [392, 523],
  leave: [523, 392],
  circleJoin: [392, 494, 587],
  circleLeave: [587, 494, 392],
  hand: [587, 784],
  turn: [659, 659, 988],
  message: [659],
  gesture: [880, 988],
  success: [523, 659, 784],
  error: [220, 175],
};
const NOTE = 0.11;
const FADE = 0.2;
/** How long a sound is (s): under half a second, so that it never covers speech. */
export const lengthOf = (earcon: Earcon): number => (notes[earcon].length - 1) * NOTE + FADE;

let context: AudioContext | undefined;
/** The speakers it plays through, and when it does. */
let [through, directed] = ['', Promise.resolve()];

/** How loud each is, as a share of the loudest. */
const loudnesses = { soft: 0.025, normal: 0.06, loud: 0.14 } as const;

/** Plays a short sound, through chosen speakers. Silent until the person has touched the page: browsers see to that. Each has a text equivalent: its cue. */
export const play = (earcon: Earcon, { volume, speaker }: Pick<Settings, 'volume' | 'speaker'>): void => {
  if (volume === 'off' || !navigator.userActivation?.hasBeenActive) return;
  const into = (context ??= new AudioContext());
  if (speaker !== through) directed = soundThrough(into, (through = speaker));
  void directed.then(() => ring(into, earcon, loudnesses[volume]));
};

const ring = (context: AudioContext, earcon: Earcon, loud: number): void => {
  for (const [position, frequency] of notes[earcon].entries()) {
    const start = context.currentTime + position * NOTE;
    const tone = new OscillatorNode(context, { frequency, type: earcon === 'error' ? 'triangle' : 'sine' });
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(loud, start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + FADE);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(start + FADE);
  }
};
