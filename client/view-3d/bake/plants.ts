import { chanceFrom } from '../geometry/chance.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { bakedRadius, type Plant, type RoomKit } from '../rooms/roomKit.ts';
import type { BakedPlants } from './bakedRoom.ts';
import { bytesOf } from './bytes.ts';
import { bakePoint, openCountry } from './lighting.ts';
import type { Voxels } from './voxels.ts';

type Quaternion = readonly [x: number, y: number, z: number, w: number];

const product = (a: Quaternion, b: Quaternion): Quaternion => [
  a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
  a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
  a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
  a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
];
const about = (axis: Vec3, angle: number): Quaternion => {
  const s = Math.sin(angle / 2);
  return [axis[0] * s, axis[1] * s, axis[2] * s, Math.cos(angle / 2)];
};
/** Turns +z to a direction. */
const facing = ([x, y, z]: Vec3): Quaternion => {
  const w = 1 + z;
  const length = Math.hypot(x, y, w);
  return length < 1e-4 ? [0, 1, 0, 0] : [-y / length, x / length, 0, w / length];
};

export type Posture = 'leaf' | 'tuft' | 'flower';

/** In no order, so that the first so many of them are a thinner whole and not a part. */
const mixed = (plants: readonly Plant[], chance: () => number): readonly Plant[] => {
  const order = plants.map((plant) => ({ plant, at: chance() }));
  return order.sort((a, b) => a.at - b.at).map(({ plant }) => plant);
};

/** Poses and lights plants of one kind. */
export const bakePlants = (kit: RoomKit, voxels: Voxels, grown: readonly Plant[], posture: Posture): BakedPlants => {
  const chance = chanceFrom(grown.length + posture.length);
  const plants = mixed(grown, chance);
  const spread = (by: number): number => (chance() - 0.5) * by;
  const turnOf = (plant: Plant): Quaternion => {
    if (posture === 'tuft') return about([0, 1, 0], chance() * Math.PI * 2);
    const tilt = posture === 'leaf' ? [spread(1.3), spread(1.3), chance() * Math.PI * 2] as const : [spread(0.9) + 0.25, chance() * Math.PI * 2, spread(0.9)] as const;
    const own = product(product(about([1, 0, 0], tilt[0]), about([0, 1, 0], tilt[1])), about([0, 0, 1], tilt[2]));
    return posture === 'leaf' ? product(facing(plant.normal), own) : own;
  };
  const lightOf = ({ at, normal }: Plant) => {
    if (Math.hypot(at[0], at[2]) > bakedRadius) return openCountry;
    if (posture === 'leaf') return bakePoint(voxels, kit, [at[0] + normal[0] * 0.3, at[1] + normal[1] * 0.3, at[2] + normal[2] * 0.3], normal);
    return bakePoint(voxels, kit, [at[0], posture === 'tuft' ? 0.25 : at[1] + 0.2, at[2]], undefined);
  };
  const leastOpen = { leaf: 0.45, tuft: 0, flower: 0.6 }[posture];
  const places = new Float32Array(plants.length * 4);
  const turns = new Float32Array(plants.length * 4);
  const colours = new Float32Array(plants.length * 4);
  const baked = new Uint8Array(plants.length * 4);
  const normals = new Float32Array(plants.length * 4);
  for (const [i, plant] of plants.entries()) {
    const light = lightOf(plant);
    places.set([...plant.at, plant.size], i * 4);
    turns.set(turnOf(plant), i * 4);
    colours.set([...plant.colour, chance()], i * 4);
    const shine = posture === 'leaf' ? 0.1 : 0;
    baked.set(bytesOf({ ...light, open: Math.max(leastOpen, light.open), sunDay: Math.max(shine, light.sunDay) }), i * 4);
    normals.set([...plant.normal, Math.max(shine, light.sunEvening)], i * 4);
  }
  return { count: plants.length, places, turns, colours, baked, normals };
};
