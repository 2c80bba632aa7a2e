/** What a test of the microphone says of it: how others would hear one. */
export type Verdict = 'nothing' | 'quiet' | 'well' | 'loud';

/** From how loud (RMS) on a voice is heard at all, is heard well, and is too loud. */
const [HEARD, WELL, LOUD] = [0.006, 0.03, 0.4] as const;
/** Speech has pauses: the loudest of so long (ms) counts. */
const COUNTS = 4_000;
/** How long (ms) a verdict stands at least, so that whoever listens to it is not flooded. The first sound is told at once. */
const STANDS = 2_500;
/** What a meter shows of it: from −60 dB, which is a quiet room, to the loudest there is. */
const SOFTEST = -60;

const verdictOf = (level: number): Verdict => (level < HEARD ? 'nothing' : level < WELL ? 'quiet' : level < LOUD ? 'well' : 'loud');

/** How full (0–1) a meter is at a level, as ears count loudness. */
export const fullness = (level: number): number => Math.min(1, Math.max(0, 1 - (20 * Math.log10(Math.max(level, 1e-6))) / SOFTEST));

/** Judges a microphone while somebody speaks into it. Time (ms) is an argument. */
export class LoudnessJudge {
  #levels: { readonly level: number; readonly at: number }[] = [];
  #verdict: Verdict = 'nothing';
  #since = -Infinity;

  take(level: number, now: number): Verdict {
    this.#levels = [...this.#levels.filter(({ at }) => now - at < COUNTS), { level, at: now }];
    const verdict = verdictOf(Math.max(...this.#levels.map((one) => one.level)));
    if (verdict !== this.#verdict && now - this.#since >= STANDS) [this.#verdict, this.#since] = [verdict, now];
    return this.#verdict;
  }
}
