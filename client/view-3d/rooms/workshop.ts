import { cylinder, lathe, torus } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

const rail = 1.06;
const plywood = ['#d6b98c', '#cfae7e', '#dcc297'] as const;
const steel = '#7f97a8';

/** A place on a side wall: along the room, up, and out of the wall. */
type OnWall = (z: number, y: number, out: number) => Vec3;
interface Wall {
  readonly at: OnWall;
  readonly turn: number;
}

/** What the side walls of a workshop are for: plywood up to a rail, colours on a shelf, tools on pegs, aprons on hooks, a clock. Nothing of it reaches where one walks. */
export const workshopWalls = (kit: RoomKit, wide: number, north: number, south: number, doors: readonly { readonly x: number; readonly z: number }[]): void => {
  for (const side of [-1, 1]) {
    const wall: Wall = { at: (z, y, out) => [side * (wide / 2 - out), y, z], turn: (-side * Math.PI) / 2 };
    const door = doors.find(({ x }) => Math.sign(x) === side);
    wainscot(kit, wall, north, south, (z) => !door || Math.abs(z - door.z) > 1.7);
    if (side < 0) {
      colours(kit, wall, north + 0.5, north + 3.9);
      clock(kit, wall, 2.35);
    } else {
      tools(kit, wall, north + 2.2);
      aprons(kit, wall, 2.3);
    }
  }
};

const wainscot = (kit: RoomKit, { at, turn }: Wall, north: number, south: number, free: (z: number) => boolean): void => {
  const sheet = 1.22;
  for (let z = north + sheet / 2; z < south - sheet / 2; z += sheet) {
    if (!free(z)) continue;
    kit.add(box(sheet - 0.02, rail - 0.18, 0.025, 0.008, 0.45), kit.oneOf(plywood), { at: at(z, 0.16 + (rail - 0.18) / 2, 0.013), turn }, { casts: false, gradient: [0.82, 1.04], mottle: 0.16 });
    kit.add(box(sheet, 0.06, 0.07, 0.015, 0.7), palette.wood, { at: at(z, rail, 0.035), turn }, { casts: false });
  }
};

/** Jars of colour and brushes on a shelf. */
const colours = (kit: RoomKit, { at, turn }: Wall, from: number, to: number): void => {
  const [middle, y] = [(from + to) / 2, 1.52];
  kit.add(box(to - from, 0.05, 0.24, 0.015), palette.woodLight, { at: at(middle, y, 0.12), turn });
  for (const z of [from + 0.3, to - 0.3]) kit.add(box(0.05, 0.18, 0.18, 0.015), palette.wood, { at: at(z, y - 0.1, 0.09), turn }, { casts: false });
  const hues = ['#e2654c', '#f0b23f', '#2f8f8a', '#3f86b8', '#6f4a86', '#d79bd0', '#9bcf9a', '#f7e9cf'] as const;
  for (let i = 0; i < 13; i++) {
    const [z, tall] = [from + 0.2 + (i * (to - from - 0.4)) / 12, kit.between(0.13, 0.2)];
    kit.add(lathe([[0, 0], [0.075, 0], [0.075, tall], [0.05, tall + 0.02], [0.05, tall + 0.05], [0, tall + 0.05]], 9), hues[(i * 3) % hues.length] ?? hues[0], { at: at(z, y + 0.025, 0.12) }, { casts: false });
    if (i % 4 !== 2) continue;
    for (const lean of [-0.05, 0, 0.06]) kit.add(tube([at(z, y + tall, 0.12), at(z + lean, y + tall + 0.3, 0.12 + lean * 0.4)], 0.012, 1, 5), palette.woodLight, {}, { casts: false });
  }
};

/** A blue board with tools on pegs. */
const tools = (kit: RoomKit, { at, turn }: Wall, z: number): void => {
  const [wide, tall, y] = [2.9, 0.86, 1.62];
  kit.add(box(wide + 0.1, tall + 0.1, 0.03, 0.012), palette.wood, { at: at(z, y, 0.015), turn }, { casts: false });
  kit.add(box(wide, tall, 0.03, 0.01, 0.5), '#3f6f93', { at: at(z, y, 0.025), turn }, { casts: false, jitter: 0 });
  const hang = (along: number, up: number): Vec3 => at(z + along, y + up, 0.06);
  // Rulers and a set square.
  for (const [along, long, colour] of [[-1.25, 0.66, '#f0b23f'], [-1.08, 0.5, palette.woodLight], [-0.95, 0.58, '#f7e9cf']] as const) kit.add(box(0.07, long, 0.015, 0.005), colour, { at: hang(along, 0.33 - long / 2), turn }, { casts: false });
  for (const roll of [0, Math.PI / 2, -Math.PI / 4]) kit.add(box(0.05, roll < 0 ? 0.56 : 0.4, 0.015, 0.005), '#e2654c', { at: hang(-0.55 + (roll > 0 ? 0.18 : roll < 0 ? 0.18 : 0), roll > 0 ? -0.16 : 0.03), turn, roll }, { casts: false });
  // Hammers.
  for (const along of [0.02, 0.26]) {
    kit.add(box(0.045, 0.44, 0.035, 0.012), palette.woodLight, { at: hang(along, 0.02), turn }, { casts: false });
    kit.add(box(0.2, 0.08, 0.06, 0.02), steel, { at: hang(along, 0.26), turn }, { casts: false });
  }
  // Scissors, and rolls of tape.
  for (const along of [0.52, 0.74]) {
    for (const side of [-1, 1]) {
      kit.add(torus(0.055, 0.016, 5, 10), '#f0b23f', { at: hang(along + side * 0.055, -0.1), turn }, { casts: false });
      kit.add(box(0.035, 0.3, 0.012, 0.005), steel, { at: hang(along - side * 0.03, 0.12), turn, roll: side * 0.13 }, { casts: false });
    }
  }
  for (const [i, along] of [1.02, 1.26].entries()) for (const up of [0.2, -0.12]) kit.add(torus(0.085, 0.04, 6, 14), kit.oneOf(i ? palette.cushions : palette.pots), { at: hang(along, up), turn }, { casts: false });
};

/** Aprons on hooks, as they were left. */
const aprons = (kit: RoomKit, { at, turn }: Wall, z: number): void => {
  kit.add(box(1.5, 0.12, 0.04, 0.012), palette.wood, { at: at(z, 1.86, 0.02), turn }, { casts: false });
  for (const [i, colour] of [palette.cushions[1], palette.cushions[2], '#c9694a', '#3f86b8'].entries()) {
    const along = z - 0.57 + i * 0.38;
    kit.add(tube([at(along, 1.86, 0.03), at(along, 1.83, 0.12)], 0.016, 1, 5), palette.woodDark, {}, { casts: false });
    kit.add(lathe([[0.15, -0.62], [0.13, -0.3], [0.07, -0.08], [0.03, 0]], 7), colour, { at: at(along, 1.85, 0.1), turn, size: [1, kit.between(0.92, 1.08), 0.45] }, { casts: false, gradient: [0.7, 1.06] });
  }
};

const clock = (kit: RoomKit, { at, turn }: Wall, z: number): void => {
  const face = at(z, 2.55, 0.03);
  kit.add(torus(0.34, 0.05, 6, 26), '#2c6a97', { at: face, turn }, { casts: false });
  kit.add(cylinder(0.33, 0.33, 0.03, 24, 0.006), '#fbf3e2', { at: at(z, 2.55, 0), turn, tilt: Math.PI / 2 }, { casts: false, jitter: 0 });
  for (const [roll, long] of [[0.9, 0.17], [-0.5, 0.25]] as const) {
    kit.add(box(0.025, long, 0.012, 0.004), palette.log, { at: [face[0], face[1] + (Math.cos(roll) * long) / 2, face[2] + (Math.sin(roll) * long * (face[0] < 0 ? 1 : -1)) / 2], turn, roll: roll }, { casts: false });
  }
};
