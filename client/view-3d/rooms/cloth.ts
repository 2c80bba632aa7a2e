import { rgb } from '../geometry/colour.ts';
import { cylinder } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { Faces, smooth, type Triangles } from '../geometry/triangles.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** A sheet that hangs and is seen from both sides: `at` gives its surface for shares of its width and of its length. */
const sheet = (columns: number, rows: number, at: (u: number, v: number) => Vec3): readonly Triangles[] => {
  const [front, back] = [new Faces(), new Faces()];
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const [a, b, c, d] = [at(i / columns, j / rows), at((i + 1) / columns, j / rows), at((i + 1) / columns, (j + 1) / rows), at(i / columns, (j + 1) / rows)];
      front.quad(a, d, c, b);
      back.quad(a, b, c, d);
    }
  }
  return [smooth(front.positions), smooth(back.positions)];
};

/** A flat disc or ring that faces south. */
const disc = (outer: number, inner = 0): Triangles => {
  const faces = new Faces();
  const steps = 22;
  const at = (step: number, radius: number): Vec3 => [Math.cos((step / steps) * Math.PI * 2) * radius, Math.sin((step / steps) * Math.PI * 2) * radius, 0];
  for (let step = 0; step < steps; step++) faces.quad(at(step, inner), at(step, outer), at(step + 1, outer), at(step + 1, inner));
  return smooth(faces.positions);
};

/** A tall banner with a sign on it, on a mast; it hangs to the east of it (1) or to the west (-1). */
export const banner = (kit: RoomKit, x: number, z: number, tall: number, cloth: string, sign: string, side: 1 | -1): void => {
  kit.add(cylinder(0.1, 0.075, tall, 8, 0.04), palette.woodDark, { at: [x, 0, z] }, { gradient: [0.7, 1.08] });
  kit.add(cylinder(0.17, 0.14, 0.16, 8, 0.05), palette.rocks[1], { at: [x, 0, z] });
  kit.add(box(1.25, 0.08, 0.08, 0.03), palette.wood, { at: [x + side * 0.5, tall - 0.3, z] });
  const [width, length] = [0.95, 2.7];
  const middle = x + side * 0.56;
  for (const face of sheet(4, 10, (u, v) => {
    const notch = v > 0.95 ? 0.26 * (1 - Math.abs(u - 0.5) * 2) : 0;
    return [middle + (u - 0.5) * width, tall - 0.34 - v * length + notch, z + 0.04 + Math.sin(v * 5 + x) * 0.09 * v];
  })) kit.add(face, cloth, {}, { gradient: [0.82, 1.08] });
  const at: Vec3 = [middle, tall - 1.25, z + 0.16];
  kit.add(disc(0.24), sign, { at }, { jitter: 0, casts: false });
  kit.add(disc(0.36, 0.31), sign, { at }, { jitter: 0, casts: false });
};

/** An awning of stripes that slopes down along its heading, with a scalloped edge. */
export const awning = (kit: RoomKit, [x, y, z]: Vec3, wide: number, deep: number, drop: number, heading: number, colours: readonly [string, string]): void => {
  const [c, s] = [Math.cos(heading), Math.sin(heading)];
  const at = (across: number, ahead: number, down: number): Vec3 => [x + across * c + ahead * s, y - down, z - across * s + ahead * c];
  const stripes = Math.round(wide / 0.52);
  for (let i = 0; i < stripes; i++) {
    const [from, to] = [-wide / 2 + (i * wide) / stripes, -wide / 2 + ((i + 1) * wide) / stripes];
    const colour = rgb(i % 2 ? colours[1] : colours[0]);
    for (const face of sheet(1, 6, (u, v) => at(from + (to - from) * u, v * deep, drop * v - 0.1 * Math.sin(v * Math.PI)))) kit.add(face, colour, {}, { jitter: 0.02, gradient: [0.95, 1.05] });
    for (const face of sheet(4, 1, (u, v) => at(from + (to - from) * u, deep + 0.01, drop + v * (0.14 + 0.16 * Math.sin(u * Math.PI))))) kit.add(face, colour, {}, { jitter: 0.02, casts: false });
  }
};

/** A string of pennants between two points. */
export const pennants = (kit: RoomKit, from: Vec3, to: Vec3, sag: number): void => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  const count = Math.round(length / 0.6);
  const at = (t: number): Vec3 => [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t - sag * 4 * t * (1 - t), from[2] + (to[2] - from[2]) * t];
  for (let i = 0; i < count; i++) {
    const reach = 0.2 / length;
    const t = (i + 0.5) / count;
    const [a, b, low] = [at(t - reach), at(t + reach), at(t)];
    const sway = kit.between(-0.06, 0.06);
    const tip: Vec3 = [low[0] + sway, low[1] - 0.42, low[2] + sway];
    kit.pennants.push({ corners: [a, b, tip], colour: rgb(palette.cushions[i % palette.cushions.length] ?? palette.cushions[0]) });
  }
};
