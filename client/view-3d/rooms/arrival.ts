import type { Layout } from '#shared/rooms/layout.ts';
import { rgb } from '../geometry/colour.ts';
import { cylinder, lathe } from '../geometry/round.ts';
import { roundedRectangle, slab } from '../geometry/solids.ts';
import { clearOf } from './country.ts';
import { lantern } from './furniture.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** A lantern on a low stone: it lights the ground and whoever stands by, and hides nobody. */
export const lowLantern = (kit: RoomKit, x: number, z: number): void => {
  kit.add(cylinder(0.24, 0.2, 0.14, 8, 0.04), palette.rocks[1], { at: [x, 0, z] });
  kit.add(lathe([[0, 0], [0.09, 0], [0.06, 0.1], [0.05, 0.3], [0, 0.3]], 6), palette.woodDark, { at: [x, 0.1, z] });
  lantern(kit, [x, 0.76, z], 0.95, 0.55);
};

/** How far (m) behind those who arrive flowers grow. */
const DEPTH = 4.2;

/**
 * Where people come in on a lawn: lanterns behind them, so that they arrive in light and not in the dark, and flowers and tall grass
 * where the lowest part of everybody's first picture would be bare; stones to stand on, too, that go on for so many metres.
 */
export const arrival = (kit: RoomKit, layout: Layout, stones?: number): void => {
  const count = layout.spawns.length;
  const [x, z] = [layout.spawns.reduce((sum, at) => sum + at.x, 0) / count, layout.spawns.reduce((sum, at) => sum + at.z, 0) / count];
  const heading = Math.atan2(layout.spawns.reduce((sum, at) => sum + Math.sin(at.heading), 0), layout.spawns.reduce((sum, at) => sum + Math.cos(at.heading), 0));
  const [sine, cosine] = [Math.sin(heading), Math.cos(heading)];
  const at = (across: number, ahead: number): readonly [number, number] => [x + cosine * across + sine * ahead, z - sine * across + cosine * ahead];
  const half = Math.max(...layout.spawns.map((one) => Math.abs((one.x - x) * cosine - (one.z - z) * sine)));
  const isPaved = (across: number, ahead: number): boolean => stones !== undefined && Math.abs(across) < half + 0.9 && ahead > -1.1;
  const isFree = clearOf(layout);
  for (const across of [-half - 1.3, -half * 0.42, half * 0.42, half + 1.3]) lowLantern(kit, ...at(across, Math.abs(across) > half ? -1.2 : -2.6));
  if (stones !== undefined) {
    for (let ahead = -0.7; ahead < stones; ahead += 0.78) {
      // Wide where people stand, narrow where the way goes on.
      const wide = ahead < 0.9 ? half + 0.5 : 0.9 + (half - 0.4) * Math.max(0, 1 - (ahead - 0.9) / 1.2);
      for (let across = -wide; across <= wide; across += 0.86) {
        const [sx, sz] = at(across + kit.between(-0.07, 0.07), ahead + kit.between(-0.05, 0.05));
        if (!isFree(sx, sz)) continue;
        kit.add(slab(roundedRectangle(sx, sz, kit.between(0.66, 0.78), kit.between(0.54, 0.64), heading + kit.between(-0.12, 0.12), 0.15), -0.06, 0.075 + kit.between(-0.008, 0.008)), kit.oneOf(palette.flags), {}, { floor: true, casts: false, gradient: [0.72, 1], mottle: 0.16 });
      }
    }
  }
  for (let i = 0; i < 46; i++) {
    const [across, ahead] = [kit.between(-half - 2.5, half + 2.5), kit.between(-DEPTH, -0.8)];
    const [fx, fz] = at(across, ahead);
    if (!isFree(fx, fz) || Math.hypot(fx, fz) < layout.terrace + 0.4 || isPaved(across, ahead)) continue;
    const colour = rgb(kit.oneOf(palette.flowers));
    for (let k = 0; k < 4; k++) kit.flowers.push({ at: [fx + kit.between(-0.3, 0.3), kit.between(0.1, 0.26), fz + kit.between(-0.3, 0.3)], size: kit.between(0.045, 0.075), colour, normal: [0, 1, 0] });
    for (let k = 0; k < 3; k++) kit.tufts.push({ at: [fx + kit.between(-0.4, 0.4), -0.05, fz + kit.between(-0.4, 0.4)], size: kit.between(0.22, 0.42), colour: rgb(kit.oneOf(palette.tufts), kit.between(0.9, 1.1)), normal: [0, 1, 0] });
  }
};
