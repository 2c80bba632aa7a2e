/** The test of the speakers: three notes, made here, so that it can be heard which side is which. */
import { soundThrough } from './devices.ts';

/** Notes (Hz) and from where each comes (−1 is left, 1 right). */
const notes = [[392, -0.9], [523, 0.9], [659, 0]] as const;
/** How long (s) a note is, and a pause after it. */
const [NOTE, PAUSE] = [0.45, 0.15] as const;
const LOUDNESS = 0.14;

/** Plays them through chosen speakers, all from the middle where one hears in mono. Resolves when they have ended. */
export const playChime = async (speaker: string, isMono: boolean): Promise<void> => {
  const context = new AudioContext();
  try {
    await soundThrough(context, speaker);
    await context.resume();
    const begin = context.currentTime + 0.05;
    const played = notes.map(([frequency, pan], position) => {
      const start = begin + position * (NOTE + PAUSE);
      const tone = new OscillatorNode(context, { frequency });
      const loudness = new GainNode(context, { gain: 0 });
      loudness.gain.setValueAtTime(0, start);
      loudness.gain.linearRampToValueAtTime(LOUDNESS, start + 0.03);
      loudness.gain.exponentialRampToValueAtTime(0.0001, start + NOTE);
      tone.connect(loudness).connect(new StereoPannerNode(context, { pan: isMono ? 0 : pan })).connect(context.destination);
      tone.start(start);
      tone.stop(start + NOTE);
      return new Promise((resolve) => tone.addEventListener('ended', resolve, { once: true }));
    });
    await Promise.all(played);
  } finally {
    await context.close();
  }
};
