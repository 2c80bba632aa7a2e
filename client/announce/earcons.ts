import type { Earcon } from '#shared/kernel/cue.ts';

/** Notes (Hz) of each sound, one after the other. Every one has a text equivalent: its cue. */
const notes: Record<Earcon, readonly number[]> = {
  arrive: [392, 523],
  leave: [523, 392],
  hand: [587, 784],
  message: [659],
  gesture: [494, 587],
  success: [523, 659],
};
const NOTE = 0.11;

let context: AudioContext | undefined;

/** How loud each is, as a share of the loudest. */
const loudnesses = { soft: 0.025, normal: 0.06, loud: 0.14 } as const;

/** Plays a short sound (under half a second). Silent until the person has touched the page: browsers see to that. */
export const play = (earcon: Earcon, volume: keyof typeof loudnesses = 'normal'): void => {
  if (!navigator.userActivation?.hasBeenActive) return;
  context ??= new AudioContext();
  for (const [position, frequency] of notes[earcon].entries()) {
    const start = context.currentTime + position * NOTE;
    const tone = new OscillatorNode(context, { frequency, type: 'sine' });
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(loudnesses[volume], start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + NOTE * 1.8);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(start + NOTE * 2);
  }
};
