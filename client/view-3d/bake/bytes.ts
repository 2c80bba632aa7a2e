import { lightScale } from './bakedRoom.ts';
import type { Baked } from './lighting.ts';

export const byte = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 255);

/** Openness, hearth, lanterns and the sun by day as a shader reads them. */
export const bytesOf = (light: Baked): readonly [number, number, number, number] => [
  byte(light.open),
  byte(light.hearth / lightScale),
  byte(light.lamp / lightScale),
  byte(light.sunDay),
];
