import { AdditiveBlending, BufferAttribute, BufferGeometry, Color, DoubleSide, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial, Vector4 } from 'three';
import type { BakedRoom } from '../bake/bakedRoom.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { flutterFragment, flutterVertex, pennantVertex } from '../shaders/flutter.shader.ts';
import { MIRRORED, shaftFragment, shaftVertex, waterFragment, waterVertex } from '../shaders/water.shader.ts';
import { square } from './cards.ts';
import { shared, type SceneUniforms } from './uniforms.ts';

type RoomMesh = Mesh<BufferGeometry, ShaderMaterial>;

const always = (geometry: BufferGeometry, material: ShaderMaterial, order: number): RoomMesh => {
  const mesh: RoomMesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.matrixAutoUpdate = false;
  mesh.renderOrder = order;
  return mesh;
};

const numbers = (list: readonly number[], size: number): BufferAttribute => new BufferAttribute(new Float32Array(list), size);

/** Falling leaves and confetti: one draw. */
const flutterMesh = ({ flutter, burst }: BakedRoom, uniforms: SceneUniforms): RoomMesh => {
  uniforms.uBurst.value.set(...burst);
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', numbers(square.positions, 3));
  geometry.setAttribute('place', new InstancedBufferAttribute(flutter.places, 4));
  geometry.setAttribute('tint', new InstancedBufferAttribute(flutter.tints, 4));
  geometry.setAttribute('fall', new InstancedBufferAttribute(flutter.falls, 4));
  geometry.instanceCount = flutter.count;
  return always(geometry, new ShaderMaterial({ uniforms: shared(uniforms), vertexShader: flutterVertex, fragmentShader: flutterFragment, side: DoubleSide }), 3);
};

const sides = 40;
const waterMesh = ({ waters, mirrored }: BakedRoom, uniforms: SceneUniforms): RoomMesh => {
  const [positions, across]: [number[], number[]] = [[], []];
  for (const { at, across: wide, along } of waters) {
    const corner = (step: number, reach: number): void => {
      const turn = (step / sides) * Math.PI * 2;
      // No pond is a clean oval.
      const out = reach * (1 + 0.05 * Math.sin(turn * 3 + 1) + 0.03 * Math.sin(turn * 5));
      positions.push(at[0] + Math.sin(turn) * wide * out, at[1], at[2] + Math.cos(turn) * along * out);
      across.push(Math.sin(turn) * reach, Math.cos(turn) * reach);
    };
    for (let step = 0; step < sides; step++) {
      for (const [from, to] of [[0, 0.5], [0.5, 1]] as const) {
        for (const [s, r] of [[step, from], [step, to], [step + 1, to], [step, from], [step + 1, to], [step + 1, from]] as const) corner(s, r);
      }
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', numbers(positions, 3));
  geometry.setAttribute('across', numbers(across, 2));
  const shown = Array.from({ length: MIRRORED }, (_, i) => mirrored[i]);
  return always(geometry, new ShaderMaterial({
    uniforms: shared(uniforms, {
      uMirrored: { value: shown.map((one) => new Vector4(...(one?.at ?? [0, -99, 0]), one?.radius ?? 0)) },
      uMirroredColour: { value: shown.map((one) => new Color(...(one?.colour ?? [0, 0, 0]))) },
    }),
    vertexShader: waterVertex, fragmentShader: waterFragment,
  }), 1);
};

const shaftMesh = ({ shafts }: BakedRoom, uniforms: SceneUniforms): RoomMesh => {
  const [positions, uvs]: [Vec3[], number[]] = [[], []];
  for (const [a, b, c, d] of shafts) {
    positions.push(a, b, c, a, c, d);
    uvs.push(0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', numbers(positions.flat(), 3));
  geometry.setAttribute('uv', numbers(uvs, 2));
  return always(geometry, new ShaderMaterial({
    uniforms: shared(uniforms), vertexShader: shaftVertex, fragmentShader: shaftFragment, side: DoubleSide, transparent: true, depthWrite: false, blending: AdditiveBlending,
  }), 10);
};

const pennantMesh = ({ pennants }: BakedRoom, uniforms: SceneUniforms): RoomMesh => {
  const [positions, tints, middles, normals]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const { corners, colour } of pennants) {
    const [a, b] = corners;
    const middle: Vec3 = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
    const [dx, dz] = [b[0] - a[0], b[2] - a[2]];
    const length = Math.hypot(dx, dz) || 1;
    for (const corner of corners) {
      positions.push(...corner);
      tints.push(...colour);
      middles.push(...middle);
      normals.push(-dz / length, 0, dx / length);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', numbers(positions, 3));
  geometry.setAttribute('normal', numbers(normals, 3));
  geometry.setAttribute('tint', numbers(tints, 3));
  geometry.setAttribute('middle', numbers(middles, 3));
  return always(geometry, new ShaderMaterial({ uniforms: shared(uniforms), vertexShader: pennantVertex, fragmentShader: flutterFragment, side: DoubleSide }), 3);
};

/** What is in the air and on the water of a room: at most four draws, and none for what the room has not. */
export const createAirMeshes = (room: BakedRoom, uniforms: SceneUniforms): readonly RoomMesh[] => [
  flutterMesh(room, uniforms),
  ...(room.pennants.length > 0 ? [pennantMesh(room, uniforms)] : []),
  ...(room.waters.length > 0 ? [waterMesh(room, uniforms)] : []),
  ...(room.shafts.length > 0 ? [shaftMesh(room, uniforms)] : []),
];
