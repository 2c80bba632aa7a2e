import {
  AdditiveBlending, BackSide, BufferAttribute, BufferGeometry, DataTexture, DoubleSide, InstancedBufferAttribute, InstancedBufferGeometry,
  LinearFilter, Mesh, RGBAFormat, ShaderMaterial,
} from 'three';
import { fieldSize, type BakedLights, type BakedPlants, type BakedRoom, type BakedSolid } from '../bake/bakedRoom.ts';
import { icoPoints, lathe } from '../geometry/round.ts';
import { flameFragment, flameVertex, glowFragment, glowVertex } from '../shaders/fire.shader.ts';
import { plantFragment, plantVertex } from '../shaders/plants.shader.ts';
import { roomFragment, roomVertex } from '../shaders/room.shader.ts';
import { skyFragment, skyVertex } from '../shaders/sky.shader.ts';
import { createAirMeshes } from './airMeshes.ts';
import { flowerCard, leafCard, square, tuftCard } from './cards.ts';
import { inCrowd, type Quality } from './quality.ts';
import { shared, type SceneUniforms } from './uniforms.ts';

export interface RoomMeshes {
  readonly solid: Mesh<BufferGeometry, ShaderMaterial>;
  readonly leaves: Mesh<BufferGeometry, ShaderMaterial>;
  readonly all: readonly Mesh<BufferGeometry, ShaderMaterial>[];
  /** Draws as much as a quality has; in a crowd fewer leaves and blades: people come first. */
  thin(crowded: boolean, quality: Quality): void;
}

/** Everything is in view most of the time and the meshes are few: culling would only cost. */
const mesh = (geometry: BufferGeometry, material: ShaderMaterial, order = 0): Mesh<BufferGeometry, ShaderMaterial> => {
  const made = new Mesh(geometry, material);
  made.frustumCulled = false;
  made.renderOrder = order;
  made.matrixAutoUpdate = false;
  return made;
};

const solidGeometry = (solid: BakedSolid): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(solid.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(solid.normals, 3));
  geometry.setAttribute('colour', new BufferAttribute(solid.colours, 4));
  geometry.setAttribute('baked', new BufferAttribute(solid.baked, 4, true));
  geometry.setAttribute('traits', new BufferAttribute(solid.traits, 4, true));
  geometry.setIndex(new BufferAttribute(solid.index, 1));
  return geometry;
};

const instanced = (positions: readonly number[], count: number): InstancedBufferGeometry => {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.instanceCount = count;
  return geometry;
};

const plantGeometry = (card: readonly number[], plants: BakedPlants): InstancedBufferGeometry => {
  const geometry = instanced(card, plants.count);
  geometry.setAttribute('place', new InstancedBufferAttribute(plants.places, 4));
  geometry.setAttribute('turn', new InstancedBufferAttribute(plants.turns, 4));
  geometry.setAttribute('tint', new InstancedBufferAttribute(plants.colours, 4));
  geometry.setAttribute('stored', new InstancedBufferAttribute(plants.baked, 4, true));
  geometry.setAttribute('facing', new InstancedBufferAttribute(plants.normals, 4));
  return geometry;
};

const lightGeometry = (geometry: InstancedBufferGeometry, lights: BakedLights): InstancedBufferGeometry => {
  geometry.setAttribute('place', new InstancedBufferAttribute(lights.places, 4));
  geometry.setAttribute('tint', new InstancedBufferAttribute(lights.looks, 4));
  return geometry;
};

const flameProfile = [[0, 0], [0.22, 0.03], [0.34, 0.16], [0.36, 0.3], [0.3, 0.48], [0.19, 0.7], [0.09, 0.9], [0.03, 1.04], [0, 1.1]] as const;

/** The sky alone, drawn last among the solid things. */
export const createSky = (uniforms: SceneUniforms): Mesh<BufferGeometry, ShaderMaterial> => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(icoPoints(4)), 3));
  return mesh(geometry, new ShaderMaterial({ uniforms: shared(uniforms), vertexShader: skyVertex, fragmentShader: skyFragment, side: BackSide, depthWrite: false }), 5);
};

/** The meshes of a baked room: at most nine draws. */
export const createRoomMeshes = (room: BakedRoom, uniforms: SceneUniforms): RoomMeshes => {
  uniforms.uRadius.value = room.radius;
  uniforms.uHearthAt.value.set(...room.hearth);
  const field = new DataTexture(room.field, fieldSize, fieldSize, RGBAFormat);
  field.minFilter = LinearFilter;
  field.magFilter = LinearFilter;
  field.needsUpdate = true;
  uniforms.uField.value = field;

  const solid = mesh(solidGeometry(room.solid), new ShaderMaterial({ uniforms: shared(uniforms), vertexShader: roomVertex, fragmentShader: roomFragment }));
  const plantMaterial = (defines: Record<string, string>): ShaderMaterial =>
    new ShaderMaterial({ uniforms: shared(uniforms), vertexShader: plantVertex, fragmentShader: plantFragment, side: DoubleSide, defines });
  const leaves = mesh(plantGeometry(leafCard, room.leaves), plantMaterial({}));
  const tufts = mesh(plantGeometry(tuftCard, room.tufts), plantMaterial({ TUFT: '' }));
  const flowers = mesh(plantGeometry(flowerCard, room.flowers), plantMaterial({ FLOWER: '' }));

  const glowCard = instanced(square.positions, room.glows.count);
  glowCard.setAttribute('uv', new BufferAttribute(new Float32Array(square.uvs), 2));
  const glows = mesh(lightGeometry(glowCard, room.glows), new ShaderMaterial({
    uniforms: shared(uniforms), vertexShader: glowVertex, fragmentShader: glowFragment, transparent: true, depthWrite: false, blending: AdditiveBlending,
  }), 12);
  const flame = lathe(flameProfile, 12, Math.PI);
  const flameForm = instanced(flame.positions, room.flames.count);
  flameForm.setAttribute('normal', new BufferAttribute(new Float32Array(flame.normals), 3));
  const flames = mesh(lightGeometry(flameForm, room.flames), new ShaderMaterial({
    uniforms: shared(uniforms), vertexShader: flameVertex, fragmentShader: flameFragment, transparent: true, depthWrite: false,
  }), 11);
  const thin = (crowded: boolean, quality: Quality): void => {
    for (const [kind, { count }, share, left] of [[leaves, room.leaves, quality.leaves, inCrowd.leaves], [tufts, room.tufts, quality.tufts, inCrowd.tufts], [flowers, room.flowers, 1, inCrowd.flowers]] as const) {
      if (kind.geometry instanceof InstancedBufferGeometry) kind.geometry.instanceCount = Math.ceil(count * share * (crowded ? left : 1));
      kind.visible = share > 0;
    }
    glows.visible = quality.glows;
  };
  return { solid, leaves, thin, all: [solid, leaves, tufts, flowers, glows, flames, ...createAirMeshes(room, uniforms)].filter(({ geometry }) => !(geometry instanceof InstancedBufferGeometry) || geometry.instanceCount > 0) };
};

/** Frees what a mesh holds on the graphics card. */
export const disposeMesh = ({ geometry, material }: Mesh<BufferGeometry, ShaderMaterial>): void => {
  geometry.dispose();
  material.dispose();
};
