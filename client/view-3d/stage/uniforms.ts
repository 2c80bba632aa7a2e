import { Color, DataTexture, Vector3, type IUniform, type Texture } from 'three';
import type { Light, Mood } from './moods.ts';

const blank = (): Texture => {
  const texture = new DataTexture(new Uint8Array([0, 0, 255, 255]), 1, 1);
  texture.needsUpdate = true;
  return texture;
};

/** The uniforms that every material of one scene shares. */
export const createUniforms = () => ({
  uTime: { value: 0 },
  /** 0 holds everything still that would sway. */
  uSway: { value: 1 },
  /** 0 leaves clouds, or ripples, away. */
  uClouds: { value: 1 },
  uRipples: { value: 1 },
  uRadius: { value: 14 },
  uEvening: { value: 0 },
  uLantern: { value: 0 },
  uSpriteGlow: { value: 0 },
  uStars: { value: 0 },
  uSun: { value: new Vector3(0, 1, 0) },
  uHearthAt: { value: new Vector3(0, 1, 0) },
  uFog: { value: new Vector3() },
  uKey: { value: new Color() },
  uAbove: { value: new Color() },
  uBelow: { value: new Color() },
  uHearth: { value: new Color() },
  uLamp: { value: new Color() },
  uRim: { value: new Color() },
  uShadowTint: { value: new Color() },
  uZenith: { value: new Color() },
  uMiddle: { value: new Color() },
  uHorizon: { value: new Color() },
  uSunGlow: { value: new Color() },
  uSunShadow: { value: blank() },
  uField: { value: blank() },
  /** 1 has people mark their pixels in the picture's alpha, for outlines. */
  uMarks: { value: 0 },
  /** Whether it is celebrated, and for how long (s). */
  uParty: { value: 0 },
  uPartyAge: { value: 0 },
  uBurst: { value: new Vector3() },
});
export type SceneUniforms = ReturnType<typeof createUniforms>;

/** Shared uniforms as a material takes them; the objects stay shared. */
export const shared = (uniforms: SceneUniforms, own: Record<string, IUniform> = {}): Record<string, IUniform> => ({ ...uniforms, ...own });

const mixColour = (into: Color, [fromHex, fromStrength]: Light, [toHex, toStrength]: Light, t: number): void => {
  into.set(fromHex).multiplyScalar(fromStrength).lerp(scratch.set(toHex).multiplyScalar(toStrength), t);
};
const scratch = new Color();
const mix = (from: number, to: number, t: number): number => from + (to - from) * t;

/**
 * Sets the light between two moods. The sun's place is not mixed: its key light fades out, the sun jumps, and it fades
 * in again, so that the floor's shadow can change unseen.
 */
export const setMood = (uniforms: SceneUniforms, from: Mood, to: Mood, t: number): void => {
  const sunOf = t < 0.5 ? from : to;
  uniforms.uSun.value.set(...sunOf.sun).normalize();
  uniforms.uEvening.value = sunOf.evening;
  uniforms.uKey.value.set(sunOf.key[0]).multiplyScalar(sunOf.key[1] * (from === to ? 1 : Math.abs(1 - 2 * t)));
  mixColour(uniforms.uAbove.value, from.above, to.above, t);
  mixColour(uniforms.uBelow.value, from.below, to.below, t);
  mixColour(uniforms.uHearth.value, from.hearth, to.hearth, t);
  mixColour(uniforms.uLamp.value, from.lamp, to.lamp, t);
  mixColour(uniforms.uRim.value, from.rim, to.rim, t);
  mixColour(uniforms.uSunGlow.value, from.sunGlow, to.sunGlow, t);
  for (const [uniform, part] of [['uShadowTint', 'shadowTint'], ['uZenith', 'zenith'], ['uMiddle', 'middle'], ['uHorizon', 'horizon']] as const) {
    mixColour(uniforms[uniform].value, [from[part], 1], [to[part], 1], t);
  }
  uniforms.uFog.value.set(mix(from.fog[0], to.fog[0], t), mix(from.fog[1], to.fog[1], t), mix(from.fog[2], to.fog[2], t));
  uniforms.uStars.value = mix(from.stars, to.stars, t);
  uniforms.uLantern.value = mix(from.lanternEmission, to.lanternEmission, t);
  uniforms.uSpriteGlow.value = mix(from.spriteGlow, to.spriteGlow, t);
};
