import type { Voice } from './sources.ts';

/** A source of numbers in [0, 1) that repeats for a seed (mulberry32). */
const chanceFrom = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** How long (s) each loop is: long enough that nobody hears it come round. */
export const loopSeconds: Readonly<Record<Voice, number>> = { fire: 7, water: 6, leaves: 9, birds: 23, counter: 17 };

type Tone = (seconds: number) => number;
type Paint = (from: number, length: number, tone: Tone) => void;
interface Canvas {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly rate: number;
  readonly chance: () => number;
  /** Adds a sound that begins at a time (s) and may run over the end, to the beginning. */
  readonly paint: Paint;
}

/** Noise that goes round without a seam: filtered twice over, the second time with what the first left behind. */
const roundNoise = ({ samples, chance }: Canvas, low: number, high: number): Float32Array => {
  const white = Float32Array.from(samples, () => chance() * 2 - 1);
  const out = new Float32Array(samples.length);
  let [slow, fast] = [0, 0];
  for (let round = 0; round < 2; round++) {
    for (const [i, sample] of white.entries()) {
      slow += low * (sample - slow);
      fast += high * (sample - fast);
      out[i] = fast - slow;
    }
  }
  return out;
};

/** Swells that come round with the loop: whole numbers of waves. */
const swell = (share: number, waves: readonly number[]): number => waves.reduce((sum, count, i) => sum + Math.sin(share * Math.PI * 2 * count + i * 1.7), 0) / waves.length;

const bed = (canvas: Canvas, low: number, high: number, level: (share: number) => number): void => {
  const noise = roundNoise(canvas, low, high);
  for (const [i, sample] of noise.entries()) canvas.samples[i] = (canvas.samples[i] ?? 0) + sample * level(i / noise.length);
};

const draw: Readonly<Record<Voice, (canvas: Canvas) => void>> = {
  fire: (canvas) => {
    const { chance, paint } = canvas;
    bed(canvas, 0.002, 0.035, (share) => 0.9 + 0.35 * swell(share, [3, 7, 11]));
    for (let i = 0; i < 70; i++) {
      const [size, sharp] = [chance() ** 3, 350 + chance() * 900];
      paint(chance() * loopSeconds.fire, 0.05, (t) => (chance() * 2 - 1) * Math.exp(-t * sharp) * (0.06 + 0.4 * size));
    }
  },
  water: (canvas) => {
    const { chance, paint } = canvas;
    bed(canvas, 0.02, 0.09, (share) => 0.3 + 0.16 * swell(share, [2, 5]));
    for (let i = 0; i < 26; i++) {
      const [pitch, loud] = [380 + chance() * 700, 0.02 + chance() * 0.05];
      paint(chance() * loopSeconds.water, 0.16, (t) => Math.sin(Math.PI * 2 * pitch * t * (1 + t * 2.4)) * Math.exp(-t * 26) * loud);
    }
  },
  leaves: (canvas) => bed(canvas, 0.07, 0.3, (share) => 0.16 + 0.11 * swell(share, [2, 3, 5])),
  birds: ({ chance, paint }) => {
    for (let song = 0; song < 6; song++) {
      const [start, pitch, notes] = [chance() * loopSeconds.birds, 2300 + chance() * 1500, 2 + Math.floor(chance() * 4)];
      for (let note = 0; note < notes; note++) {
        const [rise, loud] = [(chance() - 0.4) * 5, 0.1 + chance() * 0.12];
        paint(start + note * (0.14 + chance() * 0.1), 0.14, (t) => Math.sin(Math.PI * 2 * pitch * (t + rise * t * t)) * Math.sin(Math.PI * Math.min(1, t / 0.14)) ** 2 * loud);
      }
    }
  },
  counter: (canvas) => {
    const { chance, paint } = canvas;
    bed(canvas, 0.12, 0.5, (share) => 0.05 * Math.max(0, swell(share, [2])) ** 2);
    for (let i = 0; i < 11; i++) {
      const [pitch, loud] = [1900 + chance() * 1700, 0.05 + chance() * 0.1];
      // A cup on a saucer: two tones that do not quite belong together.
      paint(chance() * loopSeconds.counter, 0.5, (t) => (Math.sin(Math.PI * 2 * pitch * t) + 0.6 * Math.sin(Math.PI * 2 * pitch * 1.51 * t)) * Math.exp(-t * 17) * loud);
    }
  },
};

const painter = (samples: Float32Array, rate: number): Paint => (from, length, tone) => {
  const start = Math.floor(from * rate);
  for (let i = 0; i < length * rate; i++) {
    const at = (start + i) % samples.length;
    samples[at] = (samples[at] ?? 0) + tone(i / rate);
  }
};

/** One round of a voice: samples from -1 to 1 that begin where they end. */
export const loopOf = (voice: Voice, rate: number): Float32Array<ArrayBuffer> => {
  const samples = new Float32Array(Math.round(loopSeconds[voice] * rate));
  draw[voice]({ samples, rate, chance: chanceFrom(voice.length * 97 + (voice.codePointAt(0) ?? 0)), paint: painter(samples, rate) });
  return samples.map((sample) => Math.max(-1, Math.min(1, sample)));
};

/** What one walks on. */
export type Ground = 'stone' | 'wood' | 'grass';
const grounds: Readonly<Record<Ground, { readonly high: number; readonly decay: number; readonly thud: number }>> = {
  stone: { high: 0.4, decay: 60, thud: 0.35 },
  wood: { high: 0.22, decay: 44, thud: 0.9 },
  grass: { high: 0.5, decay: 38, thud: 0.08 },
};

/** One step on a ground. */
export const stepOn = (ground: Ground, rate: number): Float32Array<ArrayBuffer> => {
  const { high, decay, thud } = grounds[ground];
  const chance = chanceFrom(ground.length * 31);
  const samples = new Float32Array(Math.round(0.16 * rate));
  let soft = 0;
  for (let i = 0; i < samples.length; i++) {
    const t = i / rate;
    soft += high * (chance() * 2 - 1 - soft);
    const press = Math.min(1, t / 0.006);
    samples[i] = Math.max(-1, Math.min(1, press * (soft * Math.exp(-t * decay) * 0.7 + thud * Math.sin(Math.PI * 2 * 82 * t) * Math.exp(-t * 34) * 0.5)));
  }
  return samples;
};
