import { moods, type MoodName } from './moods.ts';
import { setMood, type SceneUniforms } from './uniforms.ts';

const fadeMilliseconds = 4000;

/** The mood of a scene, crossfading to the next one; cut where motion is unwelcome. */
export class MoodFade {
  private from: MoodName;
  private to: MoodName;
  private startedAt = -Infinity;
  /** Set when the sun has moved, so that its shadow on the floor must be drawn again. */
  sunMoved = true;
  private readonly uniforms: SceneUniforms;

  constructor(uniforms: SceneUniforms, mood: MoodName) {
    this.uniforms = uniforms;
    this.from = mood;
    this.to = mood;
    setMood(uniforms, moods[mood], moods[mood], 1);
  }

  turnTo(mood: MoodName, now: number, still: boolean): void {
    if (mood === this.to) return;
    this.from = still ? mood : this.to;
    this.to = mood;
    this.startedAt = still ? -Infinity : now;
    this.sunMoved ||= still;
    if (still) setMood(this.uniforms, moods[mood], moods[mood], 1);
  }

  get fading(): boolean {
    return this.from !== this.to;
  }

  get exposure(): number {
    return moods[this.to].exposure;
  }

  /** Carries a fade to `now`. */
  carry(now: number): void {
    if (!this.fading) return;
    const t = Math.min(1, Math.max(0, (now - this.startedAt) / fadeMilliseconds));
    const evening = this.uniforms.uEvening.value;
    setMood(this.uniforms, moods[this.from], moods[this.to], t);
    this.sunMoved ||= this.uniforms.uEvening.value !== evening;
    if (t >= 1) this.from = this.to;
  }
}
