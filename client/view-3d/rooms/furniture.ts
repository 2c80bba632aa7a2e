import { rgb } from '../geometry/colour.ts';
import { blob, cylinder, icoPoints, lathe } from '../geometry/round.ts';
import { box, roundedRectangle, slab, wedge } from '../geometry/solids.ts';
import { alongCurve, tube } from '../geometry/sweep.ts';
import { flat } from '../geometry/triangles.ts';
import { between3, type Vec3 } from '../geometry/vector.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** Rings of flagstones with grass in their joints. */
export const terrace = (kit: RoomKit, inner: number, outer: number, colours: readonly [string, ...string[]] = palette.flags, laid: (x: number, z: number) => boolean = () => true): void => {
  const count = Math.max(1, Math.round((outer - inner) / 0.774));
  const depth = (outer - inner) / count;
  for (let ring = 0; ring < count; ring++) {
    const [from, to] = [inner + ring * depth, inner + (ring + 1) * depth - 0.05];
    const flags = Math.max(6, Math.round((Math.PI * (from + to)) / 0.98));
    const start = kit.between(0, 6);
    for (let i = 0; i < flags; i++) {
      const angle = (Math.PI * 2) / flags;
      const [mid, out] = [start + angle * (i + 0.5), (from + to) / 2];
      if (!laid(Math.sin(mid) * out, Math.cos(mid) * out)) continue;
      const stone = slab(wedge(from, to, start + angle * i, start + angle * (i + 1), 0.035), -0.08, 0.08 + kit.between(-0.008, 0.008));
      kit.add(stone, kit.oneOf(colours), {}, { floor: true, casts: false, gradient: [0.72, 1], mottle: 0.16 });
    }
  }
  for (let i = 0; i < 150; i++) {
    const [turn, r] = [kit.between(0, Math.PI * 2), inner + depth * Math.floor(kit.between(1, count + 0.9)) - 0.03];
    kit.tufts.push({ at: [Math.sin(turn) * r, -0.04, Math.cos(turn) * r], size: kit.between(0.18, 0.36) * 0.36, colour: rgb(palette.jointTuft), normal: [0, 1, 0] });
  }
};

/** The fire: a ring of stones, leaning logs, coals, flames and sparks. */
export const hearth = (kit: RoomKit, x: number, z: number): void => {
  const stones = 13;
  for (let i = 0; i < stones; i++) {
    const turn = (i / stones) * Math.PI * 2;
    const stone = blob([0.27, 0.23 * kit.between(0.8, 1.2), 0.23], { cuts: 3, lumps: 0.28, pitch: 1.6, seed: i * 3 });
    kit.add(stone, kit.oneOf(palette.rocks), { at: [x + Math.sin(turn), 0.16, z + Math.cos(turn)], turn: turn + kit.between(-0.2, 0.2) }, { jitter: 0.07, gradient: [0.7, 1.1] });
  }
  kit.add(cylinder(1.34, 1.34, 0.075, 26, 0.02), palette.hearthRing, { at: [x, -0.07, z] }, { floor: true, casts: false });
  kit.add(cylinder(0.85, 0.85, 0.12, 14), palette.ash, { at: [x, -0.02, z] }, { casts: false });
  for (let i = 0; i < 26; i++) {
    const [turn, out] = [kit.between(0, Math.PI * 2), kit.between(0, 0.6)];
    const glowing = kit.chance() < 0.6;
    kit.add(flat(icoPoints(1)), glowing ? '#ff7a2a' : '#5a3028', { at: [x + Math.cos(turn) * out, 0.12, z + Math.sin(turn) * out], turn, size: [0.09, 0.09, 0.09] }, { emission: glowing ? 1.4 : 0.1, casts: false });
  }
  for (let i = 0; i < 5; i++) {
    const turn = (i / 5) * Math.PI * 2 + 0.3;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    kit.add(tube([[x + c * 0.62, 0.1, z + s * 0.62], [x + c * 0.08, 0.62, z + s * 0.08]], 0.085, 2, 7), palette.log, {}, { casts: false });
  }
  kit.hearth = { at: [x, 1.05, z], reach: 13, strength: 1.25 };
  for (let i = 0; i < 6; i++) {
    const [turn, out] = [i * 1.2, i ? 0.24 : 0];
    const at: Vec3 = [x + Math.cos(turn) * out, 0.13, z + Math.sin(turn) * out];
    const size = i ? kit.between(0.55, 0.85) : 1.2;
    kit.flames.push({ at, size, inner: false });
    if (i < 4) kit.flames.push({ at: [at[0], at[1], at[2] + 0.04], size: size * 0.62, inner: true });
  }
  kit.glows.push({ at: [x, 0.75, z], radius: 2.1, colour: rgb('#ff8030', 0.3), kind: 'breathing' }, { at: [x, 0.5, z], radius: 1, colour: rgb('#ffa040', 0.3), kind: 'breathing' });
  for (let i = 0; i < 14; i++) {
    const h = 0.9 + kit.between(0, 2.2);
    kit.glows.push({ at: [x + kit.between(-0.25, 0.25) * h, h, z + kit.between(-0.25, 0.25) * h], radius: 0.035, colour: rgb('#ffb45a', 1.2), kind: 'spark' });
  }
};

/** A paper lantern whose top is at `at`, in a glow (m) that the ground must not cut off. */
export const lantern = (kit: RoomKit, [x, y, z]: Vec3, size = 1, glow = size): void => {
  const r = 0.17 * size;
  const paper = lathe([[0, 0], [0.55 * r, 0], [0.95 * r, 0.5 * r], [r, 1.15 * r], [0.92 * r, 1.7 * r], [0.5 * r, 2.2 * r], [0, 2.2 * r]], 9, 2);
  kit.add(paper, palette.paper, { at: [x, y - r * 2.3, z], turn: kit.between(0, 6) }, { emission: 1.1, jitter: 0.06, casts: false, gradient: [1.05, 0.86] });
  // There are forty of them in a room: their rims are as plain as they can be.
  kit.add(lathe([[0, 0], [r * 0.5, 0], [r * 0.32, r * 0.25], [0, r * 0.25]], 6), palette.woodDark, { at: [x, y - r * 0.15, z] }, { casts: false });
  kit.add(lathe([[0, 0], [r * 0.3, 0], [r * 0.45, r * 0.2], [0, r * 0.2]], 6), palette.woodDark, { at: [x, y - r * 2.45, z] }, { casts: false });
  kit.lanterns.push({ at: [x, y - r * 1.2, z], reach: 6.2 * Math.sqrt(size), strength: 0.8 * size });
  kit.glows.push({ at: [x, y - r * 1.2, z], radius: glow, colour: rgb('#ff9a3c', 0.26), kind: 'still' });
};

/** A round wooden post on a stone foot. */
export const post = (kit: RoomKit, x: number, z: number, height: number): void => {
  kit.add(cylinder(0.11, 0.085, height, 8, 0.04), palette.wood, { at: [x, 0, z] }, { gradient: [0.7, 1.08] });
  kit.add(cylinder(0.17, 0.15, 0.16, 8, 0.05), palette.rocks[1], { at: [x, 0, z] });
};

/** A low post that carries one lantern. */
export const lanternPost = (kit: RoomKit, x: number, z: number): void => {
  kit.add(cylinder(0.06, 0.045, 2.15, 6, 0.02), palette.woodDark, { at: [x, 0, z] });
  lantern(kit, [x + 0.02, 2.05, z + 0.14], 1);
  kit.add(tube([[x, 2.1, z], [x + 0.02, 2.12, z + 0.15]], 0.02, 1, 4), palette.woodDark, {}, { casts: false });
};

/** A hanging rope with lanterns. */
export const rope = (kit: RoomKit, from: Vec3, to: Vec3, sag: number, lanterns: number): void => {
  const at = (t: number): Vec3 => {
    const [x, y, z] = between3(from, to, t);
    return [x, y - sag * 4 * t * (1 - t), z];
  };
  const points = Array.from({ length: 9 }, (_, i) => at(i / 8));
  kit.add(tube(points, 0.018, 16, 4), palette.rope, {}, { casts: false });
  for (let i = 1; i <= lanterns; i++) {
    const [x, y, z] = alongCurve(points, i / (lanterns + 1));
    const drop = 0.12 + kit.between(0, 0.18);
    kit.add(tube([[x, y, z], [x, y - drop, z]], 0.01, 1, 3), palette.rope, {}, { casts: false });
    lantern(kit, [x, y - drop, z], kit.between(0.85, 1.12));
  }
};

export const seatHeight = 0.33;

export const cushion = (kit: RoomKit, x: number, z: number, turn: number, colour: string, lift = 0): void => {
  kit.add(slab(roundedRectangle(x, z, 0.46, 0.4, turn, 0.1), lift + seatHeight - 0.005, 0.055), colour, {}, { casts: false });
};

export const stool = (kit: RoomKit, x: number, z: number): void => {
  kit.add(lathe([[0, 0], [0.24, 0], [0.27, 0.1], [0.235, 0.2], [0.27, 0.31], [0.25, 0.34], [0, 0.34]], 11), palette.woodLight, { at: [x, 0, z] });
};

/** A bench for two with a back. */
export const bench = (kit: RoomKit, x: number, z: number, heading: number, width: number): void => {
  const [c, s] = [Math.cos(heading), Math.sin(heading)];
  const at = (side: number, y: number, ahead: number): Vec3 => [x + side * c + ahead * s, y, z - side * s + ahead * c];
  for (const [ahead, colour] of [[0.13, palette.wood], [-0.1, palette.woodLight]] as const) {
    kit.add(box(width, 0.07, 0.21, 0.025), colour, { at: at(0, seatHeight - 0.035, ahead), turn: heading, roll: kit.between(-0.01, 0.01) });
  }
  for (const side of [-1, 1]) {
    kit.add(box(0.12, 0.3, 0.4, 0.03), palette.woodDark, { at: at(side * (width / 2 - 0.16), 0.15, 0), turn: heading });
    kit.add(box(0.08, 0.55, 0.07, 0.02), palette.woodDark, { at: at(side * (width / 2 - 0.2), 0.52, -0.24), turn: heading, tilt: -0.14 });
  }
  for (const [y, back, colour] of [[0.55, -0.225, palette.wood], [0.73, -0.25, palette.woodLight]] as const) {
    kit.add(box(width, 0.14, 0.05, 0.02), colour, { at: at(0, y, back), turn: heading, tilt: -0.14, roll: kit.between(-0.012, 0.012) });
  }
};

export const rock = (kit: RoomKit, x: number, z: number, size: number): void => {
  kit.add(blob([size, size * 0.7, size * 0.85], { cuts: 3, lumps: 0.26, seed: x * 3 + z }), kit.oneOf(palette.rocks), { at: [x, size * 0.3, z] }, { gradient: [0.7, 1.1] });
};
