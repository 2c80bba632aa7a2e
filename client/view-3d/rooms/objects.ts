import type { Layout, LayoutObject } from '#shared/rooms/layout.ts';
import { box } from '../geometry/solids.ts';
import { board } from './boards.ts';
import { bridge } from './bridge.ts';
import { oldTree, pot } from './foliage.ts';
import { furnishings } from './furnishings.ts';
import { bench, hearth, lanternPost, post, rock, stool } from './furniture.ts';
import { palette } from './palette.ts';
import { pond } from './pond.ts';
import type { RoomKit } from './roomKit.ts';

type Draw = (kit: RoomKit, object: LayoutObject) => void;
/** Kinds that a room draws in its own way. */
export type Drawings = Partial<Readonly<Record<LayoutObject['kind'], Draw>>>;
/** Single objects, by their id, that no other room has: a room's one big gesture needs no kind of its own. */
export type Singles = Readonly<Record<string, Draw>>;

const radiusOf = (object: LayoutObject, fallback: number): number => {
  if (!object.solid) return fallback;
  return object.solid.kind === 'circle' ? object.solid.radius : Math.min(object.solid.width, object.solid.depth) / 2;
};
const widthOf = (object: LayoutObject, fallback: number): number => (object.solid?.kind === 'box' ? object.solid.width : fallback);

const standing = (height: number): Draw => (kit, object) => {
  const width = widthOf(object, 1.6);
  kit.add(box(width, height, 0.1), palette.woodLight, { at: [object.x, height / 2 + 0.5, object.z], turn: object.heading });
  for (const side of [-1, 1]) {
    const out = side * (width / 2 - 0.1);
    kit.add(box(0.1, height + 0.6, 0.1, 0.03), palette.woodDark, { at: [object.x + out * Math.cos(object.heading), (height + 0.6) / 2, object.z - out * Math.sin(object.heading)], turn: object.heading });
  }
};

/** How each kind of object in a layout is drawn. */
const drawings: Readonly<Record<LayoutObject['kind'], Draw>> = {
  hearth: (kit, { x, z }) => hearth(kit, x, z),
  tree: (kit, { x, z }) => oldTree(kit, x, z),
  bench: (kit, object) => bench(kit, object.x, object.z, object.heading, widthOf(object, 1.5)),
  stool: (kit, { x, z }) => stool(kit, x, z),
  pond: (kit, object) => pond(kit, object.x, object.z, radiusOf(object, 1.5)),
  board,
  sign: standing(0.5),
  post: (kit, { x, z }) => post(kit, x, z, 3),
  planter: (kit, object) => pot(kit, object.x, object.z, radiusOf(object, 0.36) / 0.36, palette.pots[0], 'bush'),
  rock: (kit, object) => rock(kit, object.x, object.z, radiusOf(object, 0.5)),
  lantern: (kit, { x, z }) => lanternPost(kit, x, z),
  bridge,
  ...furnishings,
};

/** Draws every object of a layout where the layout has it; a room may draw some kinds, or some objects, in its own way. */
export const objects = (kit: RoomKit, layout: Layout, own: Drawings = {}, singles: Singles = {}): void => {
  for (const object of layout.objects) (singles[object.id] ?? own[object.kind] ?? drawings[object.kind])(kit, object);
};
