import type { Layout, LayoutObject } from '#shared/rooms/layout.ts';
import { wrapAngle } from '../camera/spring.ts';
import { rgb } from '../geometry/colour.ts';
import { blob, lathe } from '../geometry/round.ts';
import { slab, wedge } from '../geometry/solids.ts';
import { tube } from '../geometry/sweep.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { arches } from './arches.ts';
import { pennants } from './cloth.ts';
import { country } from './country.ts';
import { bush, crown, pot, tree } from './foliage.ts';
import { lantern, lanternPost, post, rope, terrace } from './furniture.ts';
import { house } from './house.ts';
import { edging } from './landscape.ts';
import { objects, type Drawings } from './objects.ts';
import { palette } from './palette.ts';
import { RoomKit } from './roomKit.ts';
import { seating } from './seating.ts';
import { cafeTable } from './tables.ts';

const cloths = [palette.cushions[0], palette.cushions[1], palette.cushions[2], palette.cushions[4]] as const;

const trees = [[-13.4, -7.4, 3.6, 1.8, false], [-6.4, -12.6, 3.8, 1.8, true], [0.6, -13, 3.5, 1.7, false], [6.6, -12.2, 3.8, 1.8, false], [12.6, -7.6, 3.4, 1.6, true], [14, 5, 3.2, 1.5, false]] as const;

/** The Café: a little house with a striped awning and a steaming counter, and tables that are each an island of light. */
export const drawCafe = (layout: Layout): RoomKit => {
  const kit = new RoomKit(61);
  terrace(kit, 0.02, layout.terrace, ['#c8a68c', '#b98f76', '#d2b596', '#bf9b80']);
  edging(kit, layout.terrace + 0.2);
  rings(kit, layout);
  let cloth = 0;
  const drawings: Drawings = {
    table: (into, table) => cafeTable(into, table.x, table.z, table.solid?.kind === 'circle' ? table.solid.radius : 0.45, cloths[cloth++ % cloths.length] ?? cloths[0], betweenChairs(layout, table)),
    planter: lemonTree,
    shelf: (into, object) => house(into, object.x, object.z, object.heading, object.solid?.kind === 'box' ? object.solid.width : 7),
  };
  objects(kit, layout, drawings);
  seating(kit, layout);
  arches(kit, layout);
  strings(kit, layout);
  planting(kit, layout);
  country(kit, layout, { tufts: 2600, flowers: 70, trees: 88 });
  kit.confetti = { at: [0, 0, 0], radius: 9, height: 6 };
  return kit;
};

/** Rings of glazed stones about the tree: the middle of the floor. */
const rings = (kit: RoomKit, { objects: all }: Layout): void => {
  const middle = all.find(({ kind }) => kind === 'planter');
  if (!middle) return;
  const ring = (from: number, to: number, stones: number, colours: readonly [string, ...string[]]): void => {
    for (let i = 0; i < stones; i++) {
      const stone = slab(wedge(from, to, (i / stones) * Math.PI * 2, ((i + 1) / stones) * Math.PI * 2, 0.02), -0.08, 0.096, 0.02);
      kit.add(stone, colours[i % colours.length] ?? colours[0], { at: [middle.x, 0, middle.z] }, { floor: true, casts: false, gradient: [0.72, 1], mottle: 0.16 });
    }
  };
  ring(0.95, 1.3, 18, ['#e9d6b4', '#d9bf98']);
  ring(1.33, 1.62, 28, ['#4f8f89', '#c9694a']);
};

/** The heading from a table that is farthest from its chairs, rather to a side: nobody looks past a post at who sits opposite. */
const betweenChairs = ({ seatGroups }: Layout, { id, x, z }: LayoutObject): number => {
  const seats = seatGroups.find((group) => group.id === String(id))?.seats ?? [];
  const apart = (turn: number): number => {
    const nearest = Math.min(2, ...seats.map((seat) => Math.abs(wrapAngle(Math.atan2(seat.x - x, seat.z - z) - turn))));
    return nearest + 0.1 * Math.abs(Math.sin(turn));
  };
  return Array.from({ length: 24 }, (_, i) => (i / 24) * Math.PI * 2).reduce((best, turn) => (apart(turn) > apart(best) ? turn : best));
};

/** A lemon tree in a great pot: what the lanterns hang from, and the middle of it all. */
const lemonTree = (kit: RoomKit, { x, z }: LayoutObject): void => {
  kit.add(lathe([[0, 0], [0.62, 0], [0.7, 0.1], [0.6, 0.18], [0.74, 0.52], [0.78, 0.66], [0.7, 0.66], [0.66, 0.58], [0, 0.56]], 18), '#2f7f7a', { at: [x, 0, z] }, { gradient: [0.72, 1.1] });
  kit.add(lathe([[0.715, 0.36], [0.745, 0.4], [0.745, 0.46], [0.735, 0.5]], 18), palette.cushions[3], { at: [x, 0, z] }, { casts: false });
  kit.add(tube([[x, 0.5, z], [x + 0.08, 1.3, z], [x - 0.06, 2.1, z + 0.04], [x, 3.3, z]], (t) => 0.13 * (1.3 - 0.6 * t), 10, 8), '#7d5a42', {}, { gradient: [0.8, 1.1] });
  for (const [turn, out, y, size] of [[0.4, 0.8, 3.15, 0.9], [2.4, 0.85, 3.3, 0.85], [4.4, 0.8, 3.1, 0.9], [1.2, 0.1, 3.85, 1]] as const) {
    const at: Vec3 = [x + Math.sin(turn) * out, y, z + Math.cos(turn) * out];
    kit.add(tube([[x, 2.3, z], [(x + at[0]) / 2, 2.65, (z + at[2]) / 2], at], 0.06, 5, 6), '#7d5a42');
    crown(kit, { at, radii: [size, size * 0.72, size], leaves: 150, colours: ['#4f8f4a', '#6ba24a', '#3f8450', '#86ab4c'], leafSize: 0.19 });
    for (let i = 0; i < 8; i++) {
      const [round, up] = [kit.between(0, Math.PI * 2), kit.between(-0.75, 0.5)];
      const reach = size * 1.02 * Math.sqrt(1 - up * up);
      kit.add(blob([0.07, 0.085, 0.07], { cuts: 1, lumps: 0.06 }), '#f6cf3e', { at: [at[0] + Math.sin(round) * reach, at[1] + up * size * 0.74, at[2] + Math.cos(round) * reach] }, { emission: 0.12, casts: false });
    }
  }
  for (let i = 0; i < 22; i++) {
    const [turn, out] = [kit.between(0, Math.PI * 2), kit.between(0.3, 0.68)];
    kit.flowers.push({ at: [x + Math.sin(turn) * out, kit.between(0.66, 0.84), z + Math.cos(turn) * out], size: kit.between(0.07, 0.1), colour: rgb(kit.oneOf(['#f08a6a', '#fff1dc', '#d79bd0'])), normal: [0, 1, 0] });
  }
  crown(kit, { at: [x, 0.66, z], radii: [0.62, 0.16, 0.62], leaves: 40, colours: palette.leaves, leafSize: 0.15 });
};

/** Lanterns on ropes over the tables, from the house to posts at the terrace's edge. */
const strings = (kit: RoomKit, layout: Layout): void => {
  for (const [x, z, tall] of [[8.6, -4.4, 4], [3, -8.9, 4], [-4.6, -8.4, 4], [7.4, 6.2, 3.8]] as const) post(kit, x, z, tall);
  for (const [from, to] of [[[-8, 3.5, -3.6], [-4.6, 3.7, -8.4]], [[-4.6, 3.7, -8.4], [3, 3.7, -8.9]], [[3, 3.7, -8.9], [8.6, 3.7, -4.4]]] as const) pennants(kit, from, to, 0.6);
  // From the tree in the middle they spread over every table.
  const middle = layout.objects.find(({ kind }) => kind === 'planter');
  if (middle) {
    const top: Vec3 = [middle.x, 4.4, middle.z];
    for (const end of [[-8, 3.6, 1.6], [-4.6, 3.9, -8.4], [3, 3.9, -8.9], [8.6, 3.9, -4.4], [7.4, 3.7, 6.2]] as const) rope(kit, top, end, 0.45, 4);
  }
  rope(kit, [-8, 3.7, -3.6], [-4.6, 3.9, -8.4], 0.35, 3);
  rope(kit, [-4.6, 3.9, -8.4], [3, 3.9, -8.9], 0.55, 4);
  rope(kit, [3, 3.9, -8.9], [8.6, 3.9, -4.4], 0.5, 3);
};

const planting = (kit: RoomKit, layout: Layout): void => {
  for (const [x, z, height, spread, turned] of trees) tree(kit, x, z, height, spread, turned ? palette.autumn : palette.leaves);
  kit.falls.push({ from: [-6.4, 4.4, -12.6], spread: 2.6, count: 8, colours: palette.autumn });
  for (const [x, z, size, flower] of [[-6.4, -7.6, 1.5, '#f08a6a'], [-1.4, -9.6, 1.3, '#fff1dc'], [1.4, -9.7, 1.1, undefined], [5.6, -8, 1.5, '#f6c64e'], [9.4, -2.6, 1.3, '#f6c9a8'], [9.2, 3, 1.4, undefined], [6.2, 8, 1.3, '#f08a6a'], [-9.4, 4.6, 1.4, '#fff1dc']] as const) bush(kit, x, z, size, flower);
  const [clay, teal, sand] = palette.pots;
  pot(kit, -6.7, 2.2, 1.2, clay, { flower: '#f6c64e' });
  pot(kit, -6.5, -3.3, 1.1, teal, 'blades');
  pot(kit, -2.2, -7.8, 1.1, sand, 'bush');
  pot(kit, 2, -7.7, 1, clay, { flower: '#f3a08a' });
  pot(kit, 8.1, -2.4, 1.1, teal, 'blades');
  pot(kit, 8, 3, 0.9, clay, { flower: '#fff1dc' });
  for (const [x, z] of [[-9, 7.4], [10.4, 2.2], [-3, -11], [4.8, -10.8], [11.2, -5.4]] as const) lanternPost(kit, x, z);
  const to = layout.portals.find(({ id }) => id === 'to-garden');
  if (to) for (const side of [-1, 1]) bush(kit, to.x + 0.6, to.z + side * 2, 1.2, '#f3b0a4');
  lantern(kit, [-8.1, 3.1, 2.4], 1);
};
