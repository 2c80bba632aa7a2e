import { moods, type Mood, type MoodName, type Setting } from './moods.ts';
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
  private setting: Setting = 'outdoors';

  constructor(uniforms: SceneUniforms, mood: MoodName) {
    this.uniforms = uniforms;
    this.from = mood;
    this.to = mood;
    this.show(mood, mood, 1);
  }

  turnTo(mood: MoodName, now: number, still: boolean): void {
    if (mood === this.to) return;
    this.from = still ? mood : this.to;
    this.to = mood;
    this.startedAt = still ? -Infinity : now;
    this.sunMoved ||= still;
    if (still) this.show(mood, mood, 1);
  }

  /** The light of another place, from now on. */
  placeIn(setting: Setting): void {
    this.setting = setting;
    this.sunMoved = true;
    this.show(this.to, this.to, 1);
  }

  private of(mood: MoodName): Mood {
    return moods[this.setting][mood];
  }

  private show(from: MoodName, to: MoodName, t: number): void {
    setMood(this.uniforms, this.of(from), this.of(to), t);
  }

  /** How festive it is, 0 to 1. */
  get party(): number {
    return this.to === 'celebration' ? 1 : 0;
  }

  get fading(): boolean {
    return this.from !== this.to;
  }

  get exposure(): number {
    return this.of(this.to).exposure;
  }

  /** Carries a fade to `now`. */
  carry(now: number): void {
    if (!this.fading) return;
    const t = Math.min(1, Math.max(0, (now - this.startedAt) / fadeMilliseconds));
    const { x } = this.uniforms.uSun.value;
    this.show(this.from, this.to, t);
    this.sunMoved ||= this.uniforms.uSun.value.x !== x;
    if (t >= 1) this.from = this.to;
  }
}
