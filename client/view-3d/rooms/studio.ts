import type { Layout, LayoutObject } from '#shared/rooms/layout.ts';
import { rgb } from '../geometry/colour.ts';
import { blob, lathe } from '../geometry/round.ts';
import { box, roundedRectangle, slab } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { arches } from './arches.ts';
import { BOARD, board, boardWidth, noteColours, onBoard } from './boards.ts';
import { bookcase, bookPile } from './books.ts';
import { pennants } from './cloth.ts';
import { pot } from './foliage.ts';
import { farTrees, ground, hills } from './landscape.ts';
import { objects, type Drawings } from './objects.ts';
import { palette } from './palette.ts';
import { RoomKit } from './roomKit.ts';
import { seating } from './seating.ts';
import { cup, longTable, tableHeight } from './tables.ts';
import { panel, planks, ROOM_BEHIND } from './walls.ts';
import { workshopWalls } from './workshop.ts';

const eaves = 3.9;
const ridge = 5.7;
/** An odd number leaves no valley over whoever looks north. */
const teeth = 3;
const steel = '#6b8ca6';
const white = '#e9e6dc';

/** The Studio: saw-tooth windows to the north sky, boards on three walls, and a long birch table under task lamps. */
export const drawStudio = (layout: Layout): RoomKit => {
  const kit = new RoomKit(53);
  kit.setting = 'studio';
  const [wide, deep] = layout.floor.kind === 'box' ? [layout.floor.width, layout.floor.depth] : [16, 12];
  const [north, south] = [-deep / 2, deep / 2 + ROOM_BEHIND];
  planks(kit, wide, north, south, palette.birch);
  walls(kit, wide, north, south);
  sawTeeth(kit, wide, north, south);
  objects(kit, layout, drawings);
  arches(kit, layout, 'wood');
  seating(kit, layout);
  corners(kit, wide, deep);
  comforts(kit);
  // Whoever comes in comes into light.
  for (const side of [-1, 1]) hangingLamp(kit, [side * 2.6, 3.4, 6.6], 1.7);
  workshopWalls(kit, wide, north, south, layout.portals);
  for (const z of [-3, 1.6]) pennants(kit, [-wide / 2 + 0.2, 4, z], [wide / 2 - 0.2, 4, z], 0.7);
  outside(kit);
  kit.confetti = { at: [0, 0, 0], radius: 7, height: 4.4 };
  return kit;
};

/** Windows in the north wall: from, to, sill. Between them the newest board. */
const windows = [[-7.1, -2.3], [2.3, 7.1]] as const;
const [sill, lintel] = [1.05, 3.3];

/** The walls under the eaves; the north one is half window. */
const walls = (kit: RoomKit, wide: number, north: number, south: number): void => {
  const plain = { jitter: 0, gradient: [0.86, 1.06] } as const;
  const piece = (from: number, to: number, low: number, high: number): void => {
    // Between the windows a deep blue, on which the newest board is the brightest thing there is.
    const colour = from < 0 && to > 0 ? '#3f7299' : '#dde3e0';
    kit.add(panel(to - from, high - low, 0.4), colour, { at: [(from + to) / 2, low, north] }, plain);
  };
  const pier = [windows[0][1] + 0.05, windows[1][0] - 0.05] as const;
  for (const [low, high] of [[0, sill], [lintel, eaves]] as const) for (const [from, to] of [[-wide / 2, pier[0]], pier, [pier[1], wide / 2]] as const) piece(from, to, low, high);
  const edges = [-wide / 2, ...windows.flat(), wide / 2];
  for (let i = 0; i + 1 < edges.length; i += 2) piece(edges[i] ?? 0, edges[i + 1] ?? 0, sill, lintel);
  for (const [from, to] of windows) {
    for (let i = 0; i <= 4; i++) kit.add(box(i % 4 ? 0.06 : 0.12, lintel - sill, 0.1, 0.02, 1), steel, { at: [from + ((to - from) * i) / 4, (sill + lintel) / 2, north] });
    for (const [y, tall, deep] of [[sill, 0.1, 0.3], [(sill + lintel) / 2 + 0.25, 0.05, 0.08], [lintel, 0.12, 0.12]] as const) kit.add(box(to - from + 0.14, tall, deep, 0.02, 1), steel, { at: [(from + to) / 2, y, north + deep / 2 - 0.05] });
  }
  for (const side of [-1, 1]) {
    kit.add(panel(south - north, eaves, 0.5), '#9dbccd', { at: [(side * wide) / 2, 0, (north + south) / 2], turn: (-side * Math.PI) / 2 }, plain);
    kit.add(box(0.05, 0.16, south - north, 0.015, 1.2), palette.wood, { at: [side * (wide / 2 - 0.025), 0.08, (north + south) / 2] }, { casts: false });
  }
  kit.add(box(wide, 0.16, 0.05, 0.015, 1.2), palette.wood, { at: [0, 0.08, north + 0.025] }, { casts: false });
  kit.add(panel(wide, eaves, 0.7), '#9dbccd', { at: [0, 0, south], turn: Math.PI }, plain);
};

/** A zigzag roof: each tooth stands upright in the west and falls away to the east; its north end is glass. */
const sawTeeth = (kit: RoomKit, wide: number, north: number, south: number): void => {
  const [across, rise, length] = [wide / teeth, ridge - eaves, south - north];
  const slope = Math.atan2(rise, across);
  const middle = (north + south) / 2;
  for (let tooth = 0; tooth < teeth; tooth++) {
    const x = -wide / 2 + tooth * across;
    const long = Math.hypot(across, rise);
    for (const under of [true, false]) {
      // A wall laid down: its width runs along the room, its height down the slope.
      const at: Vec3 = under ? [x, ridge, middle] : [x + across, eaves + 0.08, middle];
      kit.add(panel(length, long, 0.7), white, { at, turn: Math.PI / 2, tilt: under ? Math.PI / 2 + slope : slope - Math.PI / 2 }, { jitter: 0, gradient: [1, 1], casts: under });
    }
    for (let i = 0; i <= 8; i++) kit.add(box(0.07, rise, i % 4 ? 0.07 : 0.12, 0.02, 1), steel, { at: [x, (eaves + ridge) / 2, north + (i * length) / 8] });
    for (const [y, thick] of [[eaves, 0.1], [ridge, 0.08]] as const) kit.add(box(thick, thick, length, 0.03, 1), steel, { at: [x, y, middle] });
    // The glazed triangle to the north.
    for (let i = 1; i < 4; i++) kit.add(box(0.06, rise * (1 - i / 4), 0.07, 0.02, 1), steel, { at: [x + (i * across) / 4, eaves + (rise * (1 - i / 4)) / 2, north] });
    for (let z = north; z < south; z += 4.1) kit.add(box(long, 0.13, 0.1, 0.03, 1), palette.woodLight, { at: [x + across / 2, (eaves + ridge) / 2 - 0.1, z + 0.07], roll: -slope });
  }
  kit.add(box(wide, 0.2, 0.16, 0.03, 1), steel, { at: [0, eaves, north] });
};

/** A board under two task lamps. */
const litBoard = (kit: RoomKit, object: LayoutObject): void => {
  board(kit, object);
  const [width, at] = [boardWidth(object), onBoard(object)];
  const over = BOARD.middle + BOARD.tall / 2;
  for (const side of [-1, 1]) taskLamp(kit, at(side * width * 0.28, over + 0.42, 0.62), at(side * width * 0.28, over + 0.1, 0), object.heading);
};

/** A lamp on an arm: a warm pool on what is worked at. */
const taskLamp = (kit: RoomKit, [x, y, z]: Vec3, from: Vec3, heading: number): void => {
  kit.add(tube([from, [(from[0] + x) / 2, y + 0.1, (from[2] + z) / 2], [x, y, z]], 0.022, 5, 5), steel, {}, { casts: false });
  shade(kit, [x, y, z], heading);
  kit.lanterns.push({ at: [x, y - 0.2, z], reach: 4.4, strength: 1.5 });
};

const shade = (kit: RoomKit, [x, y, z]: Vec3, heading: number): void => {
  kit.add(lathe([[0.16, -0.14], [0.08, 0], [0.03, 0.05], [0, 0.06]], 12), '#2c6a97', { at: [x, y, z], turn: heading }, { casts: false });
  kit.add(lathe([[0, -0.16], [0.09, -0.15], [0.11, -0.11], [0, -0.1]], 10), palette.paper, { at: [x, y, z] }, { emission: 1, casts: false });
  kit.glows.push({ at: [x, y - 0.14, z], radius: 0.5, colour: rgb('#ff9a3c', 0.2), kind: 'still' });
};

const drawings: Drawings = {
  board: litBoard,
  table: (kit, object) => {
    if (object.id !== 'big-table') return model(kit, object);
    const { x, z, solid } = object;
    const [width, depth] = solid?.kind === 'box' ? [solid.width, solid.depth] : [3.6, 1.3];
    longTable(kit, x, z, width, depth, 0, '#ead9bb');
    workTop(kit, x, z, width);
    for (const across of [-width * 0.3, width * 0.3]) hangingLamp(kit, [x + across, 2.3, z], 2.2);
  },
  shelf: (kit, { x, z, solid }) => bookcase(kit, x, z - 0.05, 0, solid?.kind === 'box' ? solid.width : 2, 2),
};

/** A wide lamp from the roof. */
const hangingLamp = (kit: RoomKit, [x, y, z]: Vec3, strength: number): void => {
  kit.add(tube([[x, ridge - 0.9, z], [x, y + 0.05, z]], 0.012, 1, 4), steel, {}, { casts: false });
  kit.add(lathe([[0.3, -0.17], [0.22, -0.06], [0.07, 0.06], [0.04, 0.16], [0, 0.17]], 16), '#2c6a97', { at: [x, y, z] }, { casts: false });
  kit.add(lathe([[0, -0.2], [0.15, -0.18], [0.18, -0.11], [0, -0.09]], 12), palette.paper, { at: [x, y, z] }, { emission: 1, casts: false });
  kit.lanterns.push({ at: [x, y - 0.45, z], reach: 6.5, strength });
  kit.glows.push({ at: [x, y - 0.2, z], radius: 0.9, colour: rgb('#ff9a3c', 0.22), kind: 'still' });
};

/** Pots of pens, paper, a model in the making. */
const workTop = (kit: RoomKit, x: number, z: number, width: number): void => {
  for (const [across, along, colour] of [[-0.36, 0.1, '#2c6a97'], [0.02, -0.2, '#c9694a'], [0.34, 0.16, '#d8a25a']] as const) {
    const [px, pz] = [x + across * width, z + along];
    kit.add(lathe([[0, 0], [0.075, 0], [0.085, 0.13], [0.07, 0.13], [0.065, 0.03], [0, 0.03]], 10), colour, { at: [px, tableHeight, pz] }, { casts: false });
    for (let i = 0; i < 6; i++) {
      const turn = i * 1.05;
      kit.add(tube([[px + Math.cos(turn) * 0.03, tableHeight + 0.04, pz + Math.sin(turn) * 0.03], [px + Math.cos(turn) * 0.075, tableHeight + 0.25, pz + Math.sin(turn) * 0.075]], 0.014, 1, 5), kit.oneOf(palette.cushions), {}, { casts: false });
    }
  }
  for (let i = 0; i < 9; i++) {
    const paper = slab(roundedRectangle(x + kit.between(-0.44, 0.44) * width, z + kit.between(-0.42, 0.42), 0.3, 0.22, kit.between(-0.6, 0.6), 0.02), tableHeight + 0.001, 0.006, 0.002);
    kit.add(paper, i % 3 ? '#fbf3e2' : kit.oneOf(noteColours), {}, { casts: false });
  }
  bookPile(kit, x - 0.14 * width, tableHeight, z + 0.3);
  cup(kit, x + 0.16 * width, tableHeight, z + 0.36, '#2c6a97');
  cup(kit, x - 0.24 * width, tableHeight, z - 0.4);
  for (let i = 0; i < 6; i++) kit.add(box(0.1, 0.1, 0.1, 0.015), kit.oneOf(palette.cushions), { at: [x + 0.2 * width + (i % 3) * 0.11, tableHeight + 0.05 + Math.floor(i / 3) * 0.1, z - 0.3], turn: kit.between(-0.15, 0.15) }, { casts: false });
};

/** Rolls of paper, stools in wait, plants, and a clothes line of drawings along the north wall. */
const corners = (kit: RoomKit, wide: number, deep: number): void => {
  const north = -deep / 2;
  pot(kit, wide / 2 - 0.8, north + 0.8, 1.5, palette.pots[1], 'blades');
  pot(kit, -wide / 2 + 0.8, north + 0.8, 1.3, palette.pots[0], 'bush');
  pot(kit, wide / 2 - 0.7, 2.5, 1.1, palette.pots[2], 'blades');
  for (let i = 0; i < 7; i++) {
    const [x, z, tall] = [4.7 + kit.between(-0.25, 0.25), north + 0.45 + kit.between(-0.12, 0.12), kit.between(0.9, 1.4)];
    kit.add(tube([[x, 0.05, z], [x + kit.between(-0.12, 0.12), tall, z + kit.between(-0.06, 0.04)]], 0.05, 1, 8), kit.oneOf(['#fbf3e2', '#8fc7d8', '#f3a08a', '#e9dcc6']), {}, { casts: false });
  }
  kit.add(lathe([[0, 0], [0.4, 0], [0.44, 0.5], [0.4, 0.5], [0.36, 0.05], [0, 0.05]], 14), palette.woodLight, { at: [4.7, 0, north + 0.45] });
  // Drawings on a line along the side walls.
  for (const side of [-1, 1]) {
    const x = side * (wide / 2 - 0.1);
    kit.add(tube([[x, 2.85, -deep / 2 + 0.3], [x, 2.72, -3.6], [x, 2.85, -1.9]], 0.012, 8, 4), palette.rope, {}, { casts: false });
    for (let i = 0; i < 5; i++) {
      const z = -deep / 2 + 0.75 + i * 0.72;
      kit.add(box(0.42, 0.55, 0.015, 0.004), kit.oneOf(['#fbf3e2', '#dfeaf0', '#f6e2c4', ...noteColours]), { at: [x, 2.46, z], turn: (-side * Math.PI) / 2, roll: kit.between(-0.04, 0.04) }, { casts: false });
      kit.add(box(0.22, 0.2, 0.01, 0.004), kit.oneOf(['#3f86b8', '#e2654c', '#2f8f8a', '#f0b23f']), { at: [x - side * 0.015, 2.48, z], turn: (-side * Math.PI) / 2, roll: kit.between(-0.2, 0.2) }, { casts: false });
    }
  }
};

/** A woven rug under the table, and a mobile of paper birds over it: the warmth of a cool room. */
const comforts = (kit: RoomKit): void => {
  for (const [i, [across, along, colour]] of ([[3.9, 2.75, '#54809c'], [3.72, 2.57, '#e2d3b4'], [3.5, 2.35, '#7d9fb2'], [2.9, 1.85, '#dcbf88'], [2.74, 1.7, '#6b93ab']] as const).entries()) {
    const outline = Array.from({ length: 40 }, (_, k): readonly [number, number] => [Math.cos((k / 40) * Math.PI * 2) * across, Math.sin((k / 40) * Math.PI * 2) * along]);
    kit.add(slab(outline, 0, 0.012 + i * 0.006, 0.01), colour, {}, { floor: true, casts: false, jitter: 0.02, mottle: 0.2 });
  }
  for (let i = 0; i < 11; i++) {
    const [x, y, z] = [kit.between(-3, 3), kit.between(3.3, 3.9), kit.between(-3.8, -0.4)];
    kit.add(tube([[x, y + 0.9, z], [x, y, z]], 0.006, 1, 3), palette.rope, {}, { casts: false });
    const [turn, colour] = [kit.between(0, 6), kit.oneOf([...noteColours, '#fbf3e2', '#fbf3e2'])];
    for (const side of [-1, 1]) kit.add(box(0.3, 0.012, 0.2, 0.004), colour, { at: [x + Math.cos(turn) * side * 0.13, y + 0.05, z - Math.sin(turn) * side * 0.13], turn, roll: side * 0.55 }, { casts: false });
    kit.add(box(0.05, 0.04, 0.34, 0.015), colour, { at: [x, y - 0.02, z], turn }, { casts: false });
  }
};

/** A small town of cardboard on its own table. */
const model = (kit: RoomKit, { x, z, solid }: LayoutObject): void => {
  const [width, depth] = solid?.kind === 'box' ? [solid.width, solid.depth] : [1.8, 1.1];
  longTable(kit, x, z, width, depth, 0, palette.woodLight);
  kit.add(box(width - 0.2, 0.03, depth - 0.2, 0.01), '#9fb98a', { at: [x, tableHeight + 0.015, z] }, { casts: false });
  for (let i = 0; i < 12; i++) {
    const [dx, dz] = [(-0.42 + (i % 4) * 0.28) * width + kit.between(-0.05, 0.05), (-0.3 + Math.floor(i / 4) * 0.3) * depth + kit.between(-0.04, 0.04)];
    const [tall, turn] = [kit.between(0.12, 0.34), kit.between(-0.3, 0.3)];
    if (i % 5 === 3) {
      kit.add(blob([0.1, 0.12, 0.1], { cuts: 2, lumps: 0.2, seed: i }), kit.oneOf(palette.leaves), { at: [x + dx, tableHeight + 0.16, z + dz] }, { casts: false });
      continue;
    }
    kit.add(box(0.2, tall, 0.18, 0.012), kit.oneOf(['#d9b98a', '#e6cfa8', '#fbf3e2', '#cba277']), { at: [x + dx, tableHeight + 0.03 + tall / 2, z + dz], turn });
    kit.add(lathe([[0.16, 0], [0, 0.13]], 4), kit.oneOf(['#e2654c', '#3f86b8', '#f0b23f', '#2f8f8a']), { at: [x + dx, tableHeight + 0.03 + tall, z + dz], turn: turn + Math.PI / 4 }, { casts: false });
  }
};

const outside = (kit: RoomKit): void => {
  const height = (x: number, z: number): number => -0.3 + Math.max(0, Math.hypot(x, z) - 14) * 0.03;
  ground(kit, 0, height);
  farTrees(kit, 17, height, { seen: (_, z) => z < 0 });
  hills(kit);
};
