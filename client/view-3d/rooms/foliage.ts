import { noise } from '../geometry/chance.ts';
import { rgb } from '../geometry/colour.ts';
import { blob, lathe } from '../geometry/round.ts';
import { tube } from '../geometry/sweep.ts';
import { add, unit, type Vec3 } from '../geometry/vector.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

type Colours = readonly [string, ...string[]];

export interface CrownShape {
  readonly at: Vec3;
  readonly radii: Vec3;
  readonly leaves: number;
  readonly colours: Colours;
  readonly leafSize?: number;
  /** The colour within, if it is not the first of the leaves a shade deeper. */
  readonly core?: string;
  /** Many small clouds instead of a few large ones. */
  readonly fluffy?: boolean;
}

/** A body of leaves: a dark lumpy core under bent cards, each shaded by the crown's own roundness. */
export const crown = (kit: RoomKit, { at, radii, leaves, colours, leafSize = 0.3, core: within, fluffy = false }: CrownShape): void => {
  kit.crowns.push({ at, radii: [radii[0] * 0.8, radii[1] * 0.8, radii[2] * 0.8], colour: rgb(colours[0]) });
  const core = blob([radii[0] * 0.82, radii[1] * 0.82, radii[2] * 0.82], { cuts: fluffy ? 5 : leaves > 150 ? 3 : 2, lumps: fluffy ? 0.3 : 0.26, pitch: fluffy ? 3.1 : 1.9, seed: kit.between(0, 50) });
  kit.add(core, within === undefined ? rgb(colours[0], 0.86) : rgb(within), { at }, { gradient: [within === undefined ? 0.58 : 0.74, 1.08] });
  for (let i = 0; i < leaves * 1.25; i++) {
    const [height, turn] = [kit.between(-1, 1), kit.between(0, Math.PI * 2)];
    const around = Math.sqrt(1 - height * height);
    // Bare undersides read as balls on sticks, but few leaves hang straight down.
    const y = height < -0.35 && kit.chance() < 0.6 ? -height * 0.3 : height;
    const out: Vec3 = [around * Math.cos(turn), y, around * Math.sin(turn)];
    const reach = kit.between(0.84, 1.12) * (1 + (noise(out[0] * 1.6 + at[0], y * 1.6, out[2] * 1.6 + at[2]) - 0.5) * 0.35);
    const light = (0.66 + 0.4 * (0.75 + 0.25 * y)) * kit.between(0.92, 1.08);
    kit.leaves.push({
      at: [at[0] + out[0] * radii[0] * reach, at[1] + y * radii[1] * reach, at[2] + out[2] * radii[2] * reach],
      size: leafSize * 1.28 * kit.between(0.7, 1.25),
      colour: rgb(kit.oneOf(colours), light),
      normal: unit([out[0], y * 0.9 + 0.15, out[2]]),
    });
  }
};

/** A tree of the middle distance. */
export const tree = (kit: RoomKit, x: number, z: number, height: number, spread: number, colours: Colours): void => {
  const thick = 0.2;
  const trunk = tube([[x, -0.1, z], [x + 0.05, height * 0.35, z], [x, height * 0.75, z], [x, height * 1.02, z]], (t) => thick * (1.35 - t) + thick * 0.9 * (1 - t) ** 8, 8, 7);
  kit.add(trunk, palette.woodDark, {}, { gradient: [0.8, 1.15] });
  for (let i = 0; i < 4; i++) {
    const [turn, out] = [(i / 4) * Math.PI * 2 + kit.between(0, 1), i ? spread * 0.62 : 0];
    const radii: Vec3 = [spread * kit.between(0.72, 0.95), spread * kit.between(0.58, 0.75), spread * kit.between(0.72, 0.95)];
    crown(kit, { at: [x + Math.cos(turn) * out, height + spread * (i ? kit.between(0, 0.45) : 0.45), z + Math.sin(turn) * out], radii, leaves: 95, colours, leafSize: 0.36 });
  }
};

/** The big tree of the room: it leans to the middle of the terrace, and a branch reaches over the seats. */
export const oldTree = (kit: RoomKit, x: number, z: number): void => {
  const lean = unit([-x, 0, -z]);
  const at = (along: number, y: number): Vec3 => [x + lean[0] * along, y, z + lean[2] * along];
  // Its crown begins above the signs behind it.
  const [height, spread, thick] = [4.95, 1.9, 0.36];
  const trunk = tube([at(0, -0.1), at(0.2, height * 0.35), at(0.75, height * 0.75), at(1.27, height * 1.02)], (t) => thick * (1.35 - t) + thick * 0.9 * (1 - t) ** 8, 12, 9);
  kit.add(trunk, palette.woodDark, {}, { gradient: [0.8, 1.15] });
  for (const [turn, reach] of [[0.2, 1.2], [2.4, 1], [4.2, 1.1]] as const) {
    const [dx, dz] = [Math.cos(turn) * reach, Math.sin(turn) * reach];
    kit.add(tube([[x, 0.35, z], [x + dx * 0.7, 0.05, z + dz * 0.7], [x + dx * 1.2, -0.1, z + dz * 1.2]], (t) => 0.2 * (1 - 0.7 * t), 6, 6), palette.woodDark);
  }
  for (let i = 0; i < 6; i++) {
    const [turn, out] = [(i / 6) * Math.PI * 2 + kit.between(0, 1), i ? spread * 0.62 : 0];
    const middle = add(at(1.27, height + spread * (i ? kit.between(0, 0.45) : 0.45)), [Math.cos(turn) * out, 0, Math.sin(turn) * out]);
    const radii: Vec3 = [spread * kit.between(0.72, 0.95), spread * kit.between(0.58, 0.75), spread * kit.between(0.72, 0.95)];
    crown(kit, { at: middle, radii, leaves: 230, colours: palette.oldLeaves, leafSize: 0.32 });
  }
  kit.add(tube([at(0.25, 2.6), at(1.55, 3.9), at(2.8, 4.55)], (t) => 0.16 * (1 - 0.6 * t), 8, 7), palette.woodDark);
  crown(kit, { at: at(3.25, 5.1), radii: [1.15, 0.75, 1.15], leaves: 200, colours: palette.oldLeaves });
};

/** A bush, perhaps in flower. */
export const bush = (kit: RoomKit, x: number, z: number, size: number, flower?: string): void => {
  crown(kit, { at: [x, size * 0.42, z], radii: [size * 0.62, size * 0.5, size * 0.58], leaves: Math.round(46 * size + 14), colours: palette.leaves, leafSize: 0.2 });
  if (flower === undefined) return;
  for (let i = 0; i < 9 * size; i++) {
    const [turn, out] = [kit.between(0, Math.PI * 2), size * 0.6];
    kit.flowers.push({ at: [x + Math.cos(turn) * out * kit.between(0.4, 1), size * kit.between(0.45, 0.95), z + Math.sin(turn) * out * kit.between(0.4, 1)], size: 0.075, colour: rgb(flower), normal: [0, 1, 0] });
  }
};

/** A clay pot with a bush, with long leaves, or with flowers. */
export const pot = (kit: RoomKit, x: number, z: number, size: number, colour: string, planted: 'bush' | 'blades' | { readonly flower: string }): void => {
  const profile = [[0, 0], [0.24, 0], [0.34, 0.36], [0.36, 0.42], [0.31, 0.42], [0.29, 0.37], [0, 0.36]] as const;
  kit.add(lathe(profile, 12), colour, { at: [x, 0, z], size: [size, size, size] }, { gradient: [0.75, 1.1] });
  if (planted === 'bush') {
    crown(kit, { at: [x, 0.72 * size, z], radii: [0.42 * size, 0.4 * size, 0.42 * size], leaves: 34, colours: palette.leaves, leafSize: 0.17 });
  } else if (planted === 'blades') {
    for (let i = 0; i < 9; i++) {
      const [turn, reach] = [(i / 9) * Math.PI * 2 + kit.between(0, 0.5), kit.between(0.5, 0.85) * size];
      const [dx, dz] = [Math.cos(turn) * reach, Math.sin(turn) * reach];
      const blade = tube([[x, 0.38 * size, z], [x + dx * 0.3, 0.38 * size + reach * 0.8, z + dz * 0.3], [x + dx * 0.75, 0.38 * size + reach * 0.75, z + dz * 0.75]],
        (t) => 0.055 * size * Math.sin(Math.min(1, t * 1.15 + 0.1) * Math.PI) + 0.008, 6, 4);
      kit.add(blade, kit.oneOf(palette.leaves), {}, { casts: false });
    }
  } else {
    crown(kit, { at: [x, 0.6 * size, z], radii: [0.36 * size, 0.24 * size, 0.36 * size], leaves: 20, colours: palette.leaves, leafSize: 0.16 });
    for (let i = 0; i < 16; i++) {
      const [turn, out] = [kit.between(0, Math.PI * 2), kit.between(0.05, 0.38) * size];
      kit.flowers.push({ at: [x + Math.cos(turn) * out, (0.7 + kit.between(0, 0.18)) * size, z + Math.sin(turn) * out], size: 0.085, colour: rgb(planted.flower), normal: [0, 1, 0] });
    }
  }
};
