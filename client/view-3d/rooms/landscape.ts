import { noise } from '../geometry/chance.ts';
import { rgb, type Rgb } from '../geometry/colour.ts';
import { blob, lathe } from '../geometry/round.ts';
import { Faces, smooth } from '../geometry/triangles.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

const rings = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15.5, 17, 19, 22, 26, 32, 40, 52, 70];
const around = 72;

/** The meadow's height: flat where people walk, rolling beyond. */
export const meadowHeight = (walkable: number) => (x: number, z: number): number => {
  const r = Math.hypot(x, z);
  if (r < walkable) return 0;
  return Math.min(1, (r - walkable) / 10) * noise(x * 0.09, 1, z * 0.09) * 2.2 + (r - walkable) * 0.03;
};
export type Height = (x: number, z: number) => number;

/** The grass ground, browner under the terrace so that its joints read. */
export const ground = (kit: RoomKit, terrace: number, height: Height): void => {
  const faces = new Faces();
  const at = (ring: number, step: number): Vec3 => {
    const [r, angle] = [rings[ring] ?? 0, ((step % around) / around) * Math.PI * 2];
    const [x, z] = [Math.sin(angle) * r, Math.cos(angle) * r];
    return [x, height(x, z) - 0.05, z];
  };
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    for (let step = 0; step < around; step++) faces.quad(at(ring, step), at(ring + 1, step), at(ring + 1, step + 1), at(ring, step + 1));
  }
  const [lit, shade] = [rgb(palette.grass), rgb(palette.grassShade)];
  const tint = ([x, , z]: Vec3): Rgb => {
    // Patches, and drifts of shade across them: a lawn of one green is a carpet.
    const t = Math.min(1, Math.max(0, noise(x * 0.35, 0, z * 0.35) * 1.1 - 0.1 + (noise(x * 0.11 + 7, 2, z * 0.11) - 0.5) * 0.9));
    const worn: Rgb = Math.hypot(x, z) < terrace + 0.25 ? [0.8, 0.62, 0.66] : [1, 1, 1];
    const mixed = (k: 0 | 1 | 2): number => (1 + (shade[k] / lit[k] - 1) * t) * worn[k];
    return [mixed(0), mixed(1), mixed(2)];
  };
  kit.add(smooth(faces.positions), lit, {}, { jitter: 0, gradient: [1, 1], mottle: 0.05, floor: true, casts: false, tint });
};

const hillRings = [
  { radius: 46, base: 3.5, swing: 4, seed: 0.6 },
  { radius: 72, base: 8, swing: 7, seed: 2 },
  { radius: 112, base: 17, swing: 13, seed: 5 },
  { radius: 160, base: 30, swing: 20, seed: 9 },
];
/** Across a hill, outwards: how far out, and how high. */
const hillSection = [[0, -2], [0.03, 0.55], [0.1, 0.86], [0.2, 1], [0.34, 0.9]] as const;

/** Four rings of hills, each paler than the one before. */
export const hills = (kit: RoomKit): void => {
  for (const [i, { radius, base, swing, seed }] of hillRings.entries()) {
    const steps = 96;
    const faces = new Faces();
    const at = (step: number, [out, up]: readonly [number, number]): Vec3 => {
      const angle = ((step % steps) / steps) * Math.PI * 2;
      const [sx, sz] = [Math.sin(angle), Math.cos(angle)];
      const roll = 0.75 * noise(sx * 3.2 * (1 + i * 0.4) + seed, seed, sz * 3.2 * (1 + i * 0.4)) + 0.25 * noise(sx * 9 + seed, 0, sz * 9);
      const height = base * 0.25 + roll * swing * 1.35;
      return [sx * radius * (1 + out), up < 0 ? up : height * up, sz * radius * (1 + out)];
    };
    for (const [k, low] of hillSection.entries()) {
      const high = hillSection[k + 1];
      if (!high) break;
      for (let step = 0; step < steps; step++) faces.quad(at(step, low), at(step, high), at(step + 1, high), at(step + 1, low));
    }
    kit.add(smooth(faces.positions), palette.hills[i] ?? palette.hills[0], {}, { jitter: 0, mottle: 0.06, gradient: [0.85, 1.1], casts: false });
  }
};

/** Simple trees between the walkable meadow and the first hills, where they can be seen. */
export const farTrees = (kit: RoomKit, from: number, height: Height, { count = 108, seen = () => true }: { readonly count?: number; readonly seen?: Free } = {}): void => {
  const fir = [[0, 0.2], [0.58, 0.24], [0.54, 0.42], [0.33, 1.02], [0.45, 1.06], [0.42, 1.2], [0.16, 1.86], [0, 2.2]] as const;
  for (let i = 0; i < count; i++) {
    const [turn, r] = [kit.between(0, Math.PI * 2), kit.between(from, 44)];
    // The way one arrives from stays open.
    if (r < from + 2 && Math.cos(turn) > 0.7) continue;
    const size = kit.between(1.4, 3) * (0.7 + r / 60);
    const [x, z] = [Math.sin(turn) * r, Math.cos(turn) * r];
    if (!seen(x, z)) continue;
    const y = height(x, z) - 0.5;
    if (kit.chance() < 0.3) {
      kit.add(lathe(fir, 8), kit.oneOf(palette.cones), { at: [x, y, z], size: [size, size, size] }, { casts: false, gradient: [0.65, 1.15] });
    } else {
      const colour = kit.chance() < 0.03 ? palette.farAutumn : kit.oneOf(palette.farTrees);
      const [seed, aside] = [kit.between(0, 50), kit.between(0, Math.PI * 2)];
      // A crown of two clouds: one alone is a ball, but from afar.
      const cloud = (radius: number, up: number, out: number, cuts: number): void =>
        kit.add(blob([size * radius, size * radius * 1.12, size * radius], { cuts, lumps: 0.3, pitch: 1.9, seed: seed + out }), colour,
          { at: [x + Math.sin(aside) * out * size, y + size * up, z + Math.cos(aside) * out * size] }, { casts: false, gradient: [0.6, 1.2], mottle: 0.2 });
      cloud(0.62, 0.62, 0, 2);
      if (r < 34) cloud(0.42, 0.5, 0.46, 2);
    }
  }
};

export type Free = (x: number, z: number) => boolean;

/** Tufts of grass in clumps, outside the terrace. */
export const grass = (kit: RoomKit, count: number, from: number, to: number, height: Height, free: Free): void => {
  for (let i = 0; i < count; i++) {
    const [turn, r] = [kit.between(0, Math.PI * 2), from + (to - from) * kit.chance() ** 0.8];
    const [x, z] = [Math.sin(turn) * r, Math.cos(turn) * r];
    if (!free(x, z)) continue;
    const clump = noise(x * 0.5, 3, z * 0.5);
    if (clump < 0.35 && kit.chance() < 0.6) continue;
    const size = kit.between(0.55, 1.15) * (0.7 + clump * 0.6) * 0.36;
    kit.tufts.push({ at: [x, height(x, z) - 0.05, z], size, colour: rgb(kit.oneOf(palette.tufts), kit.between(0.9, 1.1)), normal: [0, 1, 0] });
  }
};

/** Flowers in small families of one colour. */
export const meadowFlowers = (kit: RoomKit, families: number, from: number, to: number, height: Height, free: Free): void => {
  for (let i = 0; i < families; i++) {
    const [turn, r, colour] = [kit.between(0, Math.PI * 2), kit.between(from, to), rgb(kit.oneOf(palette.flowers))];
    const members = 2 + Math.floor(kit.chance() * 6);
    for (let k = 0; k < members; k++) {
      const [x, z] = [Math.sin(turn) * r + kit.between(-0.6, 0.6), Math.cos(turn) * r + kit.between(-0.6, 0.6)];
      if (free(x, z)) kit.flowers.push({ at: [x, height(x, z) + kit.between(0.12, 0.3), z], size: kit.between(0.05, 0.085), colour, normal: [0, 1, 0] });
    }
  }
};

/** Low stones along the terrace's edge. */
export const edging = (kit: RoomKit, radius: number): void => {
  const count = Math.round(radius * 5.4);
  for (let i = 0; i < count; i++) {
    const turn = (i / count) * Math.PI * 2 + kit.between(-0.02, 0.02);
    // The arriving side stays open for wheels.
    if (Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))) < 0.3) continue;
    const stone = blob([0.42, 0.17 * kit.between(0.8, 1.4), 0.25], { cuts: 2, lumps: 0.24, seed: i });
    kit.add(stone, kit.oneOf(palette.edging), { at: [Math.sin(turn) * radius, 0.04, Math.cos(turn) * radius], turn: turn + kit.between(-0.3, 0.3) }, { gradient: [0.75, 1.1] });
  }
};

/** Fireflies over the meadow; they show in the evening only. */
export const fireflies = (kit: RoomKit, count: number, from: number, to: number): void => {
  for (let i = 0; i < count; i++) {
    const [turn, r] = [kit.between(0, Math.PI * 2), kit.between(from, to)];
    kit.glows.push({ at: [Math.sin(turn) * r, kit.between(0.5, 1.7), Math.cos(turn) * r], radius: kit.between(0.06, 0.1), colour: rgb('#e9ff8a', 1.3), kind: 'firefly' });
  }
};
