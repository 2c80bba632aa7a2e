import { cylinder, lathe, torus } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { rgb } from '../geometry/colour.ts';
import { lantern } from './furniture.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** A table reaches to the ribs of whoever sits at it: seats are .33 m high. */
export const tableHeight = 0.54;

const roundTop = (kit: RoomKit, x: number, z: number, radius: number, height: number, colour: string): void => {
  kit.add(cylinder(radius * 0.97, radius, 0.06, 24, 0.02), colour, { at: [x, height - 0.06, z] });
  kit.add(lathe([[0, 0], [radius * 0.62, 0], [radius * 0.55, 0.05], [0.07, 0.12], [0.06, height - 0.08], [0.14, height - 0.06], [0, height - 0.06]], 12), palette.woodDark, { at: [x, 0, z] });
};

/** A cup on a saucer. */
export const cup = (kit: RoomKit, x: number, y: number, z: number, colour: string = palette.cushions[3]): void => {
  kit.add(lathe([[0.05, 0], [0.08, 0.012], [0, 0.012]], 8), palette.cushions[3], { at: [x, y, z] }, { casts: false });
  kit.add(lathe([[0.035, 0.012], [0.055, 0.075], [0.045, 0.07], [0, 0.05]], 8), colour, { at: [x, y, z] }, { casts: false });
  kit.add(torus(0.022, 0.007, 3, 5, Math.PI * 1.2), colour, { at: [x + 0.056, y + 0.045, z] }, { casts: false });
};

export const teapot = (kit: RoomKit, x: number, y: number, z: number, colour: string): void => {
  kit.add(lathe([[0, 0], [0.1, 0], [0.14, 0.07], [0.11, 0.16], [0.03, 0.19], [0.025, 0.22], [0, 0.22]], 12), colour, { at: [x, y, z] }, { casts: false });
  kit.add(tube([[x + 0.11, y + 0.07, z], [x + 0.19, y + 0.12, z], [x + 0.2, y + 0.17, z]], 0.022, 4, 5), colour, {}, { casts: false });
  steam(kit, [x + 0.05, y + 0.2, z], 2, 0.1);
};

/** Wisps of steam that rise from a place. */
export const steam = (kit: RoomKit, [x, y, z]: Vec3, count: number, radius: number): void => {
  for (let i = 0; i < count; i++) {
    kit.glows.push({ at: [x + kit.between(-0.06, 0.06), y + kit.between(0, 0.1), z + kit.between(-0.06, 0.06)], radius: radius * kit.between(0.8, 1.3), colour: rgb('#fff1e0', 0.05), kind: 'steam' });
  }
};

/** A round café table with cups, and its own low lamp on a crook: a small island of light. The crook stands at a heading from its middle. */
export const cafeTable = (kit: RoomKit, x: number, z: number, radius: number, cloth: string, crook = Math.PI): void => {
  roundTop(kit, x, z, radius, tableHeight, palette.woodLight);
  kit.add(cylinder(radius * 0.62, radius * 0.62, 0.012, 20, 0.004), cloth, { at: [x, tableHeight, z] }, { casts: false });
  for (let i = 0; i < 3; i++) {
    const turn = i * 2.1 + kit.between(0, 0.6);
    cup(kit, x + Math.sin(turn) * radius * 0.66, tableHeight + 0.012, z + Math.cos(turn) * radius * 0.66, i % 2 ? palette.cushions[2] : palette.cushions[3]);
  }
  kit.add(lathe([[0, 0], [0.05, 0], [0.07, 0.06], [0.035, 0.13], [0.045, 0.15], [0, 0.15]], 9), palette.pots[1], { at: [x, tableHeight + 0.012, z] }, { casts: false });
  for (let i = 0; i < 5; i++) kit.flowers.push({ at: [x + kit.between(-0.06, 0.06), tableHeight + 0.2 + kit.between(0, 0.07), z + kit.between(-0.06, 0.06)], size: 0.05, colour: rgb(cloth), normal: [0, 1, 0] });
  crookLamp(kit, x + Math.sin(crook) * (radius + 0.12), z + Math.cos(crook) * (radius + 0.12), [x, 2.02, z]);
};

/** A lamp that hangs from a bent post, low over what it lights. */
export const crookLamp = (kit: RoomKit, x: number, z: number, [lx, ly, lz]: Vec3): void => {
  const top: Vec3 = [(x + lx) / 2, ly + 0.36, (z + lz) / 2];
  kit.add(tube([[x, 0, z], [x, ly * 0.72, z], [x + (lx - x) * 0.1, ly + 0.18, z + (lz - z) * 0.1], top, [lx, ly + 0.2, lz], [lx, ly, lz]], 0.026, 18, 5), palette.woodDark, {}, { casts: false });
  kit.add(cylinder(0.13, 0.09, 0.05, 9, 0.015), palette.woodDark, { at: [x, 0, z] });
  lantern(kit, [lx, ly, lz], 1.15);
  // A pool of its own, so that each table is an island.
  kit.lanterns.push({ at: [lx, ly - 0.3, lz], reach: 4.2, strength: 3 });
};

/** A low table with a pot of tea, cups and books. */
export const teaTable = (kit: RoomKit, x: number, z: number, radius: number): void => {
  roundTop(kit, x, z, radius, 0.4, palette.wood);
  teapot(kit, x + 0.1, 0.4, z - 0.04, palette.pots[1]);
  for (const [dx, dz] of [[-0.2, 0.16], [0.24, 0.22], [-0.12, -0.24]] as const) cup(kit, x + dx, 0.4, z + dz);
};

/** A long table on four legs. */
export const longTable = (kit: RoomKit, x: number, z: number, width: number, depth: number, turn: number, colour: string): void => {
  const at = (across: number, y: number, along: number): Vec3 => [x + across * Math.cos(turn) + along * Math.sin(turn), y, z - across * Math.sin(turn) + along * Math.cos(turn)];
  kit.add(box(width, 0.08, depth, 0.03), colour, { at: at(0, tableHeight - 0.04, 0), turn });
  kit.add(box(width - 0.3, 0.08, depth - 0.3, 0.02), palette.woodDark, { at: at(0, tableHeight - 0.12, 0), turn });
  for (const side of [-1, 1]) for (const end of [-1, 1]) {
    kit.add(box(0.11, tableHeight - 0.06, 0.11, 0.03), palette.wood, { at: at(side * (width / 2 - 0.16), (tableHeight - 0.06) / 2, end * (depth / 2 - 0.16)), turn });
  }
};
