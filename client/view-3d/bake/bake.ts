import type { Layout } from '#shared/rooms/layout.ts';
import { pointAt } from '../geometry/triangles.ts';
import { drawRoom } from '../rooms/rooms.ts';
import { bakedRadius, type RoomKit } from '../rooms/roomKit.ts';
import { fieldSize, lightScale, type BakedLights, type BakedRoom, type BakedSolid } from './bakedRoom.ts';
import { bakeFlutter } from './flutter.ts';
import { byte, bytesOf } from './bytes.ts';
import { bakePoint, openCountry } from './lighting.ts';
import { bakePlants } from './plants.ts';
import { voxelsOf, type Voxels } from './voxels.ts';
import { weld } from './weld.ts';

/** How far beyond the baked square things still cast. */
const margin = 2;
const chestHeight = 1.1;

/** Draws a layout's room and bakes its light. Pure, about half a second of work: call it in a worker. `leaps` is for benches: the light is the same. */
export const bakeRoom = (layout: Layout, clock: () => number = () => 0, leaps = true): BakedRoom => {
  const started = clock();
  return { ...bakeKit(drawRoom(layout), leaps), milliseconds: clock() - started };
};

/** Bakes the light of a room that is drawn. */
export const bakeKit = (kit: RoomKit, leaps = true): Omit<BakedRoom, 'milliseconds'> => {
  const voxels = voxelsOf(kit, bakedRadius + margin, leaps);
  return {
    radius: bakedRadius,
    setting: kit.setting,
    hearth: kit.hearth?.at ?? [0, 1, 0] as const,
    solid: bakeSolid(kit, voxels),
    leaves: bakePlants(kit, voxels, kit.leaves, 'leaf'),
    tufts: bakePlants(kit, voxels, kit.tufts, 'tuft'),
    flowers: bakePlants(kit, voxels, kit.flowers, 'flower'),
    glows: glowsOf(kit),
    flames: flamesOf(kit),
    flutter: bakeFlutter(kit),
    waters: kit.waters,
    mirrored: mirroredBy(kit),
    shafts: kit.shafts,
    pennants: kit.pennants,
    crowns: kit.crowns.map(({ at, radii }) => ({ at, radii })),
    burst: kit.confetti.at,
    field: bakeField(kit, voxels),
    air: { half: voxels.half, clear: voxels.clear },
  };
};

const bakeSolid = (kit: RoomKit, voxels: Voxels): BakedSolid => {
  const { corners, index } = weld(kit);
  const positions = new Float32Array(corners.length * 3);
  const normals = new Float32Array(corners.length * 3);
  const colours = new Float32Array(corners.length * 4);
  const baked = new Uint8Array(corners.length * 4);
  const traits = new Uint8Array(corners.length * 4);
  for (const [i, corner] of corners.entries()) {
    const [at, normal] = [pointAt(kit.positions, corner), pointAt(kit.normals, corner)];
    const near = Math.max(Math.abs(at[0]), Math.abs(at[2])) <= bakedRadius + margin;
    const light = near ? bakePoint(voxels, kit, at, normal) : openCountry;
    positions.set(at, i * 3);
    normals.set(normal, i * 3);
    colours.set(kit.colours.slice(corner * 4, corner * 4 + 4), i * 4);
    baked.set(bytesOf(light), i * 4);
    traits.set([byte(kit.traits[corner * 2] ?? 0), byte(kit.traits[corner * 2 + 1] ?? 0), byte(light.sunEvening)], i * 4);
  }
  return { positions, normals, colours, baked, traits, index };
};

const bakeField = (kit: RoomKit, voxels: Voxels): Uint8Array<ArrayBuffer> => {
  const field = new Uint8Array(fieldSize * fieldSize * 4);
  const place = (cell: number): number => -bakedRadius + ((cell + 0.5) / fieldSize) * 2 * bakedRadius;
  for (let row = 0; row < fieldSize; row++) {
    for (let column = 0; column < fieldSize; column++) {
      const light = bakePoint(voxels, kit, [place(column), chestHeight, place(row)], undefined);
      field.set([byte(light.hearth / lightScale), byte(light.lamp / lightScale), byte(light.open), byte(light.sunDay)], (row * fieldSize + column) * 4);
    }
  }
  return field;
};

/** One looks across water more than down: at its true depth a crown would be seen from the very bank only. */
const mirrorDepth = 0.55;

/** The few crowns that a pond shows upside down: large and near. */
const mirroredBy = ({ waters: [water], crowns }: RoomKit): BakedRoom['mirrored'] => {
  if (!water) return [];
  const weight = ({ at, radii }: RoomKit['crowns'][number]): number => radii[0] / (1 + Math.hypot(at[0] - water.at[0], at[2] - water.at[2]));
  return [...crowns].sort((a, b) => weight(b) - weight(a)).slice(0, 6).map(({ at, radii, colour }) => ({ at: [at[0], at[1] * mirrorDepth, at[2]] as const, radius: radii[0], colour }));
};

const glowKinds = { still: 0, breathing: 1, spark: 2, firefly: 3, steam: 4 } as const;
const glowsOf = ({ glows }: RoomKit): BakedLights => ({
  count: glows.length,
  places: new Float32Array(glows.flatMap((glow) => [...glow.at, glow.radius])),
  looks: new Float32Array(glows.flatMap((glow) => [...glow.colour, glowKinds[glow.kind]])),
});

const flamesOf = ({ flames }: RoomKit): BakedLights => ({
  count: flames.length,
  places: new Float32Array(flames.flatMap((flame) => [...flame.at, flame.size])),
  looks: new Float32Array(flames.flatMap((flame, i) => [flame.inner ? 1 : 0, i / Math.max(1, flames.length), 0, 0])),
});
