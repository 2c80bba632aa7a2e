import { rgb } from '../geometry/colour.ts';
import { lathe, torus } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { Faces, flat } from '../geometry/triangles.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { crown } from './foliage.ts';
import { palette } from './palette.ts';
import { tiledRoof } from './roofs.ts';
import type { RoomKit } from './roomKit.ts';

const plaster = ['#f0d9b2', '#e9cfa6'] as const;
type OnHouse = (across: number, y: number, ahead: number) => Vec3;

/** The house behind the counter: plaster, two lit windows, cups on shelves, a tiled roof and a chimney. Its front is at x, z. */
export const house = (kit: RoomKit, x: number, z: number, heading: number, wide: number): void => {
  const at = (across: number, y: number, ahead: number): Vec3 => [x + across * Math.cos(heading) + ahead * Math.sin(heading), y, z - across * Math.sin(heading) + ahead * Math.cos(heading)];
  const [tall, deep] = [3.5, 2.2];
  kit.add(box(wide, tall, deep, 0.06, 0.75), plaster[0], { at: at(0, tall / 2, 0), turn: heading }, { gradient: [0.78, 1.06] });
  kit.add(box(wide + 0.12, 0.5, deep + 0.12, 0.05, 0.6), palette.rocks[1], { at: at(0, 0.25, 0), turn: heading });
  for (const across of [-wide / 2 + 0.12, wide / 2 - 0.12]) kit.add(box(0.28, tall, 0.2, 0.04), palette.woodDark, { at: at(across, tall / 2, deep / 2), turn: heading });
  kit.add(box(wide, 0.24, 0.22, 0.04), palette.woodDark, { at: at(0, tall - 0.1, deep / 2), turn: heading });
  for (const side of [-1, 1]) shutteredWindow(kit, at, heading, side * wide * 0.37, deep / 2);
  shelves(kit, at, heading, deep / 2);
  for (const side of [-1, 1]) gable(kit, x, z, heading + (side * Math.PI) / 2, { front: wide / 2, half: deep / 2, tall });
  for (const side of [-1, 1]) tiledRoof(kit, at(0, tall + 0.62, side * (deep / 2) * 0.82), wide + 0.8, 2.1, heading + (side < 0 ? Math.PI : 0), 0.58);
  kit.add(box(0.6, 1.5, 0.6, 0.05), '#b5705a', { at: at(wide * 0.28, tall + 1.5, -0.3), turn: heading });
  kit.add(box(0.74, 0.16, 0.74, 0.04), palette.rocks[0], { at: at(wide * 0.28, tall + 2.3, -0.3), turn: heading });
};

const shutteredWindow = (kit: RoomKit, at: OnHouse, heading: number, across: number, front: number): void => {
  kit.add(box(0.95, 1.1, 0.06, 0.01, 0.3), '#ffd890', { at: at(across, 1.75, front + 0.01), turn: heading }, { emission: 0.62, casts: false, jitter: 0 });
  for (const roll of [0, Math.PI / 2]) kit.add(box(roll ? 1.1 : 0.95, 0.06, 0.05, 0.015), palette.woodDark, { at: at(across, 1.75, front + 0.06), turn: heading, roll });
  for (const [y, tall] of [[1.16, 0.1], [2.34, 0.1]] as const) kit.add(box(1.15, tall, 0.16, 0.03), palette.woodDark, { at: at(across, y, front + 0.05), turn: heading });
  for (const side of [-1, 1]) kit.add(box(0.34, 1.14, 0.06, 0.02), '#2f7f7a', { at: at(across + side * 0.68, 1.75, front + 0.05), turn: heading });
  // A window box.
  kit.add(box(1.1, 0.2, 0.26, 0.03), palette.wood, { at: at(across, 1.02, front + 0.18), turn: heading });
  for (let i = 0; i < 14; i++) kit.flowers.push({ at: at(across + kit.between(-0.5, 0.5), 1.16 + kit.between(0, 0.14), front + 0.18 + kit.between(-0.1, 0.12)), size: 0.075, colour: rgb(kit.oneOf(['#f08a6a', '#f6c64e', '#fff1dc'])), normal: [0, 1, 0] });
  kit.lanterns.push({ at: at(across, 1.7, front + 0.5), reach: 3.6, strength: 0.5 });
};

/** Cups and jars on boards behind the counter. */
const shelves = (kit: RoomKit, at: OnHouse, heading: number, front: number): void => {
  kit.add(box(2.4, 1.5, 0.04, 0.01), '#c08c5e', { at: at(0, 1.75, front + 0.02), turn: heading });
  for (const y of [1.3, 1.72, 2.14]) {
    kit.add(box(2.4, 0.05, 0.26, 0.015), palette.woodLight, { at: at(0, y, front + 0.14), turn: heading });
    for (let i = 0; i < 9; i++) {
      const tall = kit.between(0.11, 0.24);
      kit.add(lathe([[0.055, 0], [0.07, tall * 0.4], [0.06, tall], [0, tall]], 7), kit.oneOf([...palette.pots, palette.cushions[3], palette.cushions[0]]), { at: at(-1.05 + i * 0.26 + kit.between(-0.04, 0.04), y + 0.025, front + 0.14) }, { casts: false });
    }
  }
};

/** An end of the house: timbers, a window under the roof, one to look out of, and a vine that has climbed a corner. */
const gable = (kit: RoomKit, x: number, z: number, heading: number, { front, half, tall }: { readonly front: number; readonly half: number; readonly tall: number }): void => {
  const at: OnHouse = (across, y, ahead) => [x + across * Math.cos(heading) + ahead * Math.sin(heading), y, z - across * Math.sin(heading) + ahead * Math.cos(heading)];
  const wall = new Faces();
  const [edge, ridge] = [tall + 0.46, tall + 1.14];
  wall.face([at(-half, tall - 0.05, front), at(half, tall - 0.05, front), at(half, edge, front), at(0, ridge, front), at(-half, edge, front)], at(0, tall, 0));
  kit.add(flat(wall.positions), plaster[1], {}, { gradient: [0.96, 1.02] });
  const timber = (across: number, y: number, long: number, roll: number, thick = 0.16): void => kit.add(box(thick, long, 0.1, 0.025, 0.6), palette.woodDark, { at: at(across, y, front + 0.02), turn: heading, roll }, { casts: false });
  for (const side of [-1, 1]) {
    timber(side * (half - 0.08), tall / 2 + 0.25, tall - 0.5, 0);
    timber(side * half * 0.62, tall * 0.26 + 0.2, 1.22, side * 0.66, 0.12);
  }
  timber(0, tall - 0.06, half * 2, Math.PI / 2, 0.2);
  timber(0, 1.06, half * 2 - 0.2, Math.PI / 2, 0.13);
  timber(0, 2.5, half * 2 - 0.2, Math.PI / 2, 0.13);
  kit.add(torus(0.27, 0.06, 6, 18), palette.woodDark, { at: at(0, tall + 0.44, front + 0.02), turn: heading }, { casts: false });
  kit.add(lathe([[0.25, 0], [0.24, 0.02], [0, 0.02]], 16), '#ffd890', { at: at(0, tall + 0.44, front - 0.005), turn: heading, tilt: Math.PI / 2 }, { emission: 0.62, casts: false, jitter: 0 });
  kit.add(box(0.74, 0.92, 0.06, 0.01, 0.3), '#ffd890', { at: at(0, 1.78, front + 0.01), turn: heading }, { emission: 0.62, casts: false, jitter: 0 });
  for (const roll of [0, Math.PI / 2]) kit.add(box(roll ? 0.92 : 0.78, 0.06, 0.05, 0.015), palette.woodDark, { at: at(0, 1.78, front + 0.05), turn: heading, roll }, { casts: false });
  for (const side of [-1, 1]) kit.add(box(0.06, 1, 0.08, 0.02), palette.woodDark, { at: at(side * 0.4, 1.78, front + 0.04), turn: heading }, { casts: false });
  vine(kit, at, front, half);
};

const vine = (kit: RoomKit, at: OnHouse, front: number, half: number): void => {
  for (const [across, y, size] of [[-half * 0.95, 0.5, 0.5], [-half * 0.86, 1.3, 0.42], [-half * 0.92, 2.1, 0.4], [-half * 0.6, 2.75, 0.36], [-half * 0.05, 3.1, 0.3], [half * 0.92, 0.42, 0.46]] as const) {
    crown(kit, { at: at(across, y, front + 0.1), radii: [size, size * 1.05, size * 0.62], leaves: Math.round(70 * size), colours: palette.leaves, leafSize: 0.17 });
    for (let i = 0; i < 7; i++) kit.flowers.push({ at: at(across + kit.between(-size, size) * 0.8, y + kit.between(-size, size) * 0.8, front + 0.16 + size * 0.5), size: kit.between(0.05, 0.08), colour: rgb(kit.oneOf(['#f3a08a', '#f6c9a8', '#fff1dc'])), normal: [0, 1, 0] });
  }
};
