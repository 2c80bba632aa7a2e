import { dot, lengthOf, unit, type Vec3 } from '../geometry/vector.ts';
import type { Lamp, RoomKit } from '../rooms/roomKit.ts';
import { moods, type Setting } from '../stage/moods.ts';
import { march, type Air } from './voxels.ts';

/** Light that does not move: openness and suns in 0..1, firelight from 0 up. */
export interface Baked {
  readonly open: number;
  readonly hearth: number;
  readonly lamp: number;
  readonly sunDay: number;
  readonly sunEvening: number;
}

export const openCountry: Baked = { open: 1, hearth: 0, lamp: 0, sunDay: 1, sunEvening: 1 };

const directions: readonly Vec3[] = Array.from({ length: 26 }, (_, i) => {
  const y = 1 - (2 * (i + 0.5)) / 26;
  const [r, turn] = [Math.sqrt(1 - y * y), i * 2.39996];
  return [Math.cos(turn) * r, y, Math.sin(turn) * r];
});
const sunJitter = [[0, 0], [0.05, 0.03], [-0.04, 0.05], [0.02, -0.06]] as const;

const sunsOf = (setting: Setting): { readonly day: Vec3; readonly evening: Vec3 } => ({ day: unit(moods[setting].day.sun), evening: unit(moods[setting].evening.sun) });
const suns: Readonly<Record<Setting, ReturnType<typeof sunsOf>>> = { outdoors: sunsOf('outdoors'), stage: sunsOf('stage'), indoors: sunsOf('indoors'), studio: sunsOf('studio') };

/** The light at one place for a surface, or for a thing in the air (no normal). */
export const bakePoint = (voxels: Air, kit: RoomKit, at: Vec3, normal: Vec3 | undefined): Baked => {
  const n = normal ?? [0, 1, 0];
  const eye: Vec3 = [at[0] + n[0] * 0.2, at[1] + n[1] * 0.2 + (normal ? 0 : 0.02), at[2] + n[2] * 0.2];
  let [blocked, total] = [0, 0];
  for (const d of directions) {
    const facing = dot(d, n);
    if (normal ? facing < 0.12 : d[1] < 0) continue;
    const weight = normal ? facing : 1;
    total += weight;
    const hit = eye[1] < 0 ? 0.01 : march(voxels, eye[0], eye[1], eye[2], d[0], d[1], d[2], 2, 0.1);
    if (hit > 0) {
      blocked += (1 - hit / 2.2) * weight;
    } else if (d[1] < -0.05) {
      const down = eye[1] / -d[1];
      if (down < 2) blocked += 0.35 * (1 - down / 2) * weight;
    }
  }
  const lit = (lamp: Lamp): number => litBy(voxels, lamp, at, eye, normal);
  const sunlit = (sun: Vec3): number => {
    if (normal && dot(sun, normal) <= -0.3) return 0;
    let clear = 0;
    for (const [jx, jz] of sunJitter) if (march(voxels, eye[0], eye[1], eye[2], sun[0] + jx, sun[1], sun[2] + jz, 16, 0.15) === 0) clear += 0.25;
    return clear;
  };
  return {
    open: Math.max(0.05, 1 - blocked / Math.max(0.01, total)) ** 1.15,
    hearth: kit.hearth ? lit(kit.hearth) : 0,
    lamp: kit.lanterns.reduce((sum, lamp) => sum + lit(lamp), 0),
    sunDay: sunlit(suns[kit.setting].day),
    sunEvening: sunlit(suns[kit.setting].evening),
  };
};

const litBy = (voxels: Air, lamp: Lamp, at: Vec3, eye: Vec3, normal: Vec3 | undefined): number => {
  const way: Vec3 = [lamp.at[0] - at[0], lamp.at[1] - at[1], lamp.at[2] - at[2]];
  const distance = lengthOf(way);
  if (distance > lamp.reach) return 0;
  const [dx, dy, dz] = [way[0] / distance, way[1] / distance, way[2] / distance];
  const facing = normal ? (dx * normal[0] + dy * normal[1] + dz * normal[2]) * 0.75 + 0.25 : 0.75;
  if (facing <= 0) return 0;
  const light = ((1 - distance / lamp.reach) ** 2 / (1 + distance * distance * 0.18)) * facing;
  if (light < 0.004) return 0;
  const shaded = march(voxels, eye[0], eye[1], eye[2], dx, dy, dz, distance - 0.55, 0.12) > 0;
  return light * (shaded ? 0.18 : 1) * lamp.strength;
};
