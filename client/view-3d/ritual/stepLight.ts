import { Color, type IUniform } from 'three';
import type { CeremonyLight } from '#client/rituals/ceremony.ts';
import type { SceneUniforms } from '../stage/uniforms.ts';

type Part = 'uKey' | 'uAbove' | 'uBelow' | 'uHearth' | 'uLamp' | 'uZenith' | 'uMiddle' | 'uHorizon' | 'uSunGlow' | 'uRim' | 'uLantern' | 'uSpriteGlow';
const parts: readonly Part[] = ['uKey', 'uAbove', 'uBelow', 'uHearth', 'uLamp', 'uZenith', 'uMiddle', 'uHorizon', 'uSunGlow', 'uRim', 'uLantern', 'uSpriteGlow'];

/** How much of each light of the room's mood is left, and of its fire and lanterns. */
const shares: Readonly<Record<CeremonyLight, Partial<Record<Part, number>>>> = {
  plain: {},
  warm: { uKey: 0.95, uHearth: 1.35, uLamp: 1.5, uLantern: 1.15, uSpriteGlow: 1.25 },
  held: { uKey: 0.6, uAbove: 0.74, uBelow: 0.72, uHearth: 0.9, uZenith: 0.72, uMiddle: 0.78, uHorizon: 0.85, uSunGlow: 0.7, uRim: 0.8 },
  low: { uKey: 0.3, uAbove: 0.56, uBelow: 0.52, uHearth: 0.85, uLamp: 0.55, uZenith: 0.45, uMiddle: 0.5, uHorizon: 0.58, uSunGlow: 0.5, uRim: 0.5, uLantern: 0.6, uSpriteGlow: 0.6 },
};
/** How long (s) the light takes. */
const FADES = 3;

/**
 * The light of a step, over that of the room's mood. The mood writes its light into the uniforms when it changes, so that what stands there
 * otherwise than it was left is new, and the step's share is taken of that.
 */
export class StepLight {
  readonly #uniforms: Readonly<Record<Part, IUniform<Color | number>>>;
  readonly #shares = new Map<Part, number>(parts.map((part) => [part, 1]));
  /** What the mood gave, and what was left in its place. */
  readonly #given = new Map<Part, Color | number>();
  readonly #left = new Map<Part, Color | number>();
  #to: CeremonyLight = 'plain';

  constructor(uniforms: SceneUniforms) {
    this.#uniforms = uniforms;
  }

  turnTo(light: CeremonyLight): void {
    this.#to = light;
  }

  /** Carries it on; whether it is still on its way. */
  carry(seconds: number, still: boolean): boolean {
    let isOnTheWay = false;
    for (const part of parts) {
      const [from, to] = [this.#shares.get(part) ?? 1, shares[this.#to][part] ?? 1];
      const step = still ? 1 : seconds / FADES;
      const share = Math.abs(to - from) <= step ? to : from + Math.sign(to - from) * step;
      isOnTheWay ||= share !== to;
      this.#shares.set(part, share);
      this.#write(part, share);
    }
    return isOnTheWay;
  }

  /** The room has its own light again. */
  dispose(): void {
    for (const part of parts) this.#write(part, 1);
  }

  #colour(of: Map<Part, Color | number>, part: Part): Color {
    const known = of.get(part);
    if (known instanceof Color) return known;
    const made = new Color();
    of.set(part, made);
    return made;
  }

  #write(part: Part, share: number): void {
    const uniform = this.#uniforms[part];
    const left = this.#left.get(part);
    if (typeof uniform.value === 'number') {
      if (uniform.value !== left) this.#given.set(part, uniform.value);
      const given = this.#given.get(part);
      uniform.value = (typeof given === 'number' ? given : uniform.value) * share;
      this.#left.set(part, uniform.value);
      return;
    }
    // At each frame, so that no colour is made anew.
    const given = this.#colour(this.#given, part);
    const before = this.#colour(this.#left, part);
    if (left === undefined || !before.equals(uniform.value)) given.copy(uniform.value);
    before.copy(uniform.value.copy(given).multiplyScalar(share));
  }
}
