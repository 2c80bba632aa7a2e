import type { Layout, LayoutObject } from '#shared/rooms/layout.ts';
import { rgb } from '../geometry/colour.ts';
import { blob, cylinder } from '../geometry/round.ts';
import { alongCurve } from '../geometry/sweep.ts';
import { box, roundedRectangle, slab } from '../geometry/solids.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { arches } from './arches.ts';
import { arrival, lowLantern } from './arrival.ts';
import { country } from './country.ts';
import { bush, crown, tree } from './foliage.ts';
import { lantern, lanternPost, terrace } from './furniture.ts';
import { objects, type Drawings } from './objects.ts';
import { palette } from './palette.ts';
import { pond } from './pond.ts';
import { RoomKit } from './roomKit.ts';
import { seating } from './seating.ts';

/** The path: from where one arrives, once around, to the tree. A radius for each heading of its turn. */
const pathAt = (t: number): readonly [x: number, z: number, heading: number] => {
  const heading = -t * 4.4;
  const radius = 10.6 - 7.4 * t ** 0.8;
  return [Math.sin(heading) * radius, Math.cos(heading) * radius - 0.6 * t, heading];
};
const pathSteps = 46;
const path = Array.from({ length: pathSteps + 1 }, (_, i) => pathAt(i / pathSteps));
/** The short way in: over the bridge between the ponds. */
const shortWay: readonly Vec3[] = [[0.9, 0, 10.7], [3.4, 0, 9.3], [5.2, 0, 7.6], [5.45, 0, 6.6]];
const beyondBridge: readonly Vec3[] = [[4.35, 0, 1.95], [3.9, 0, 0.9], [3.1, 0, -0.1]];
const stepsOf = (way: readonly Vec3[], steps: number): readonly Vec3[] => Array.from({ length: steps }, (_, i) => alongCurve(way, (i + 0.5) / steps));
const shortSteps: readonly Vec3[] = [...stepsOf(shortWay, 11), ...stepsOf(beyondBridge, 4)];
const offPath = (x: number, z: number): boolean =>
  path.every(([px, pz]) => Math.hypot(x - px, z - pz) > 1.05) && shortSteps.every(([px, , pz]) => Math.hypot(x - px, z - pz) > 0.75);

const trees = [[-11.5, -10.5, 3.6, 1.8, false], [-4.5, -14.6, 3.9, 1.9, false], [3.6, -14.8, 3.6, 1.8, true], [11.4, -11, 3.7, 1.8, false], [15.4, -2, 3.4, 1.6, false], [14.4, 7.4, 3.2, 1.6, true], [-16, 3.6, 3.4, 1.6, false]] as const;

/** The Garden: a path that winds in to a great tree in blossom, mirrored in the pond. */
export const drawGarden = (layout: Layout): RoomKit => {
  const kit = new RoomKit(71);
  terrace(kit, 0.02, layout.terrace, ['#cbb096', '#bd9a80', '#d6bfa2']);
  objects(kit, layout, drawings);
  seating(kit, layout);
  arches(kit, layout);
  winding(kit);
  crossing(kit, layout);
  hedges(kit, layout);
  borders(kit, layout);
  for (const [x, z, height, spread, turned] of trees) tree(kit, x, z, height, spread, turned ? palette.autumn : palette.leaves);
  arrival(kit, layout);
  // On the lawn between those who arrive and the pond, which the tree's own light does not reach.
  for (const [x, z] of [[-4.6, 7], [-1.3, 8], [2.1, 8.4]] as const) lowLantern(kit, x, z);
  country(kit, layout, { free: offPath, tufts: 3900, flowers: 120, fireflies: 110 });
  const heart = layout.objects.find(({ kind }) => kind === 'blossom');
  // What its lanterns give together: in the evening people gather in light, not in the dark beneath it.
  if (heart) kit.hearth = { at: [heart.x + 0.9, 2.5, heart.z + 1.9], reach: 13, strength: 1.1 };
  kit.confetti = { at: [0, 0, 1], radius: 9, height: 6 };
  return kit;
};

const drawings: Drawings = {
  pond: (kit, { x, z, solid }) => pond(kit, x, z, solid?.kind === 'circle' ? solid.radius : 2, (px, pz) => Math.hypot(px - 4.89, pz - 4.235) < 1.05),
  planter: (kit, object) => bed(kit, object),
  rug: (kit, { x, z }) => {
    // Worn grass, with stones let in.
    for (let i = 0; i < 9; i++) {
      const turn = (i / 9) * Math.PI * 2;
      kit.add(slab(roundedRectangle(x + Math.sin(turn) * 1.05, z + Math.cos(turn) * 1.05, 0.62, 0.44, turn, 0.14), -0.06, 0.075), kit.oneOf(palette.flags), {}, { floor: true, casts: false, gradient: [0.75, 1] });
    }
    kit.add(slab(Array.from({ length: 20 }, (_, i) => [x + Math.sin((i / 20) * Math.PI * 2) * 0.6, z + Math.cos((i / 20) * Math.PI * 2) * 0.6] as const), -0.06, 0.08, 0.03), palette.flags[2], {}, { floor: true, casts: false });
  },
  rock: (kit, { x, z }) => {
    kit.add(blob([0.95, 0.36, 0.75], { cuts: 4, lumps: 0.16, seed: 4 }), palette.rocks[1], { at: [x, 0.16, z], turn: 0.5 }, { gradient: [0.72, 1.12] });
    kit.add(blob([0.34, 0.26, 0.3], { cuts: 3, lumps: 0.22, seed: 9 }), palette.rocks[0], { at: [x + 0.95, 0.1, z + 0.4] }, { gradient: [0.72, 1.1] });
  },
};

/** Stepping stones along the path, and a lantern every three metres. */
const winding = (kit: RoomKit): void => {
  for (const [i, [x, z, heading]] of path.entries()) {
    for (const side of [-1, 1]) {
      const out = side * 0.34 + kit.between(-0.06, 0.06);
      const stone = slab(roundedRectangle(x + Math.sin(heading) * out, z + Math.cos(heading) * out, kit.between(0.58, 0.76), kit.between(0.5, 0.62), heading + kit.between(-0.25, 0.25), 0.17), -0.06, 0.075 + kit.between(-0.008, 0.008));
      kit.add(stone, kit.oneOf(palette.flags), {}, { floor: true, casts: false, gradient: [0.72, 1], mottle: 0.16 });
    }
    // The first ones keep out of the way of whoever arrives.
    if (i % 6 === 3 && i > 3) lanternPost(kit, x + Math.sin(heading) * 1.25, z + Math.cos(heading) * 1.25);
  }
};

/** Stones on the short way, lanterns beside it, and the water under the bridge. */
const crossing = (kit: RoomKit, layout: Layout): void => {
  for (const [i, [x, , z]] of shortSteps.entries()) {
    const stone = slab(roundedRectangle(x + kit.between(-0.08, 0.08), z, kit.between(0.78, 0.98), kit.between(0.52, 0.62), kit.between(-0.4, 0.4), 0.2), -0.06, 0.075 + kit.between(-0.008, 0.008));
    kit.add(stone, kit.oneOf(palette.flags), {}, { floor: true, casts: false, gradient: [0.72, 1], mottle: 0.16 });
    if (i === 2) lanternPost(kit, x + 1.3, z + 1.1);
  }
  const over = layout.objects.find(({ kind }) => kind === 'bridge');
  for (const [x, z, size] of [[1.0, 5.7, 0.62], [2.7, 6.2, 0.5], [0.7, 4.3, 0.5], [2.3, 3.6, 0.58], [3.2, 4.9, 0.46], [7.6, 4.4, 0.56], [6.8, 3.2, 0.46]] as const) floating(kit, x, z, size);
  if (over) kit.waters.unshift({ at: [over.x, -0.006, over.z], across: 1.7, along: 0.78 });
};

/** A lantern afloat: the pond's own light in the evening. */
const floating = (kit: RoomKit, x: number, z: number, size: number): void => {
  kit.add(cylinder(0.26 * size, 0.3 * size, 0.05, 10, 0.015), palette.wood, { at: [x, 0, z] }, { casts: false });
  lantern(kit, [x, 0.05 + 0.42 * size, z], size);
};

/** A raised bed: logs around earth, tall grass and flowers. */
const bed = (kit: RoomKit, { x, z, solid }: LayoutObject): void => {
  const radius = solid?.kind === 'circle' ? solid.radius : 0.9;
  const logs = 16;
  for (let i = 0; i < logs; i++) {
    const turn = (i / logs) * Math.PI * 2;
    kit.add(box(0.36, 0.42 + kit.between(-0.04, 0.06), 0.16, 0.06), kit.oneOf([palette.wood, palette.woodDark, '#9a6a44']), { at: [x + Math.sin(turn) * radius, 0.18, z + Math.cos(turn) * radius], turn });
  }
  kit.add(slab(Array.from({ length: 16 }, (_, i) => [x + Math.sin((i / 16) * Math.PI * 2) * (radius - 0.05), z + Math.cos((i / 16) * Math.PI * 2) * (radius - 0.05)] as const), 0, 0.3, 0.02), '#6a4a36', {}, { casts: false });
  for (let i = 0; i < 4; i++) {
    const turn = i * 1.7;
    crown(kit, { at: [x + Math.sin(turn) * radius * 0.45, 0.5, z + Math.cos(turn) * radius * 0.45], radii: [0.34, 0.3, 0.34], leaves: 22, colours: palette.leaves, leafSize: 0.15 });
  }
  for (let i = 0; i < 46; i++) {
    const [turn, out] = [kit.between(0, Math.PI * 2), radius * 0.9 * Math.sqrt(kit.chance())];
    kit.flowers.push({ at: [x + Math.sin(turn) * out, kit.between(0.5, 0.95), z + Math.cos(turn) * out], size: kit.between(0.055, 0.09), colour: rgb(kit.oneOf(['#d79bd0', '#f08a6a', '#f6c64e', '#fff1dc'])), normal: [0, 1, 0] });
    kit.tufts.push({ at: [x + Math.sin(turn) * out, 0.28, z + Math.cos(turn) * out], size: kit.between(0.3, 0.6), colour: rgb(kit.oneOf(palette.tufts)), normal: [0, 1, 0] });
  }
};

/** A clipped hedge around it all, open where there is a way out and where one arrives. */
const hedges = (kit: RoomKit, layout: Layout): void => {
  const radius = 13.4;
  const count = 44;
  for (let i = 0; i < count; i++) {
    const turn = (i / count) * Math.PI * 2;
    const [x, z] = [Math.sin(turn) * radius, Math.cos(turn) * radius];
    if (Math.abs(Math.atan2(x, z)) < 0.5 || layout.portals.some((portal) => Math.hypot(portal.x - x, portal.z - z) < 2.4)) continue;
    const at: Vec3 = [x, 0.55, z];
    crown(kit, { at, radii: [1.12, 0.72 + kit.between(0, 0.12), 0.7], leaves: 26, colours: ['#4b8a56', '#5f9a52', '#3f7a4e'], leafSize: 0.24 });
  }
};

/** Flowering bushes along the outer side of the path, tall grass in front of whoever arrives. */
const borders = (kit: RoomKit, layout: Layout): void => {
  for (let i = 4; i < pathSteps - 6; i += 5) {
    const [x, z, heading] = pathAt((i + 0.5) / pathSteps);
    const out = 1.9;
    const [bx, bz] = [x + Math.sin(heading) * out, z + Math.cos(heading) * out];
    if (layout.objects.some((object) => Math.hypot(object.x - bx, object.z - bz) < 2.6) || layout.portals.some((portal) => Math.hypot(portal.x - bx, portal.z - bz) < 2.4)) continue;
    bush(kit, bx, bz, kit.between(0.8, 1.2), kit.oneOf(['#f3b0a4', '#d79bd0', '#f6c64e', '#fff1dc']));
  }
  for (let i = 0; i < 160; i++) {
    const [turn, out] = [kit.between(-0.9, 0.9), kit.between(12.4, 16)];
    const [x, z] = [Math.sin(turn) * out, Math.cos(turn) * out];
    if (Math.abs(x) < 3.4) continue;
    kit.tufts.push({ at: [x, -0.04, z], size: kit.between(0.5, 0.85), colour: rgb(kit.oneOf(palette.tufts)), normal: [0, 1, 0] });
    if (i % 3 === 0) kit.flowers.push({ at: [x, kit.between(0.4, 0.75), z], size: kit.between(0.06, 0.1), colour: rgb(kit.oneOf(palette.flowers)), normal: [0, 1, 0] });
  }
};
