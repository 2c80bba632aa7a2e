import type { Rgb } from '../geometry/colour.ts';
import type { Vec3 } from '../geometry/vector.ts';
import type { Pennant, Shaft, Water } from '../rooms/roomKit.ts';
import type { Setting } from '../stage/moods.ts';
import type { Air } from './voxels.ts';

/** The merged, indexed mesh of a room, with its light in its vertices. */
export interface BakedSolid {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly normals: Float32Array<ArrayBuffer>;
  /** Linear colour and emission. */
  readonly colours: Float32Array<ArrayBuffer>;
  /** Openness, hearth, lanterns, sun by day; hearth and lanterns are halved. */
  readonly baked: Uint8Array<ArrayBuffer>;
  /** Floor, caster, sun in the evening. */
  readonly traits: Uint8Array<ArrayBuffer>;
  readonly index: Uint32Array<ArrayBuffer>;
}

/** Leaves, tufts or flowers: one item in each list a plant. */
export interface BakedPlants {
  readonly count: number;
  /** Place and size. */
  readonly places: Float32Array<ArrayBuffer>;
  /** Quaternions. */
  readonly turns: Float32Array<ArrayBuffer>;
  /** Linear colour and a phase of sway. */
  readonly colours: Float32Array<ArrayBuffer>;
  readonly baked: Uint8Array<ArrayBuffer>;
  /** Normal, and the sun in the evening. */
  readonly normals: Float32Array<ArrayBuffer>;
}

/** Discs of light or flames: place with size, colour with kind. */
export interface BakedLights {
  readonly count: number;
  readonly places: Float32Array<ArrayBuffer>;
  readonly looks: Float32Array<ArrayBuffer>;
}

/** What falls through the air: place of rest with the height it falls from; colour and kind; speed, tumbling, phase, turn. */
export interface BakedFlutter {
  readonly count: number;
  readonly places: Float32Array<ArrayBuffer>;
  readonly tints: Float32Array<ArrayBuffer>;
  readonly falls: Float32Array<ArrayBuffer>;
}

/** A room ready to draw: typed arrays only, so that a worker can hand it over without copying. */
export interface BakedRoom {
  readonly radius: number;
  readonly setting: Setting;
  readonly hearth: Vec3;
  readonly solid: BakedSolid;
  readonly leaves: BakedPlants;
  readonly tufts: BakedPlants;
  readonly flowers: BakedPlants;
  readonly glows: BakedLights;
  readonly flames: BakedLights;
  readonly flutter: BakedFlutter;
  readonly waters: readonly Water[];
  /** What water mirrors: a place, a radius and a linear colour each. */
  readonly mirrored: readonly { readonly at: Vec3; readonly radius: number; readonly colour: Rgb }[];
  readonly shafts: readonly Shaft[];
  readonly pennants: readonly Pennant[];
  /** Bodies of leaves that a camera must not stand in. */
  readonly crowns: readonly { readonly at: Vec3; readonly radii: Vec3 }[];
  /** Where confetti bursts from. */
  readonly burst: Vec3;
  /** Hearth, lanterns, openness and sun at chest height over the floor, `fieldSize` squared. */
  readonly field: Uint8Array<ArrayBuffer>;
  /** What one sees past, and what not. */
  readonly air: Air;
  readonly milliseconds: number;
}

export const fieldSize = 64;
/** Baked firelight may exceed 1; bytes hold it divided by this. */
export const lightScale = 2;

/** Every buffer of a baked room, for a transfer. */
export const buffersOf = (room: BakedRoom): ArrayBuffer[] => {
  const { solid, leaves, tufts, flowers, glows, flames, flutter, field, air } = room;
  const plants = [leaves, tufts, flowers].flatMap((p) => [p.places, p.turns, p.colours, p.baked, p.normals]);
  const lights = [glows, flames].flatMap((l) => [l.places, l.looks]);
  return [solid.positions, solid.normals, solid.colours, solid.baked, solid.traits, solid.index, ...plants, ...lights, flutter.places, flutter.tints, flutter.falls, field, air.clear].map((list) => list.buffer);
};
