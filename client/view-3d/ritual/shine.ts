/** What is light alone: halos and sparks, and the shaft in which somebody stands. */
import { AdditiveBlending, BufferAttribute, BufferGeometry, Color, DoubleSide, InstancedBufferGeometry, Mesh, ShaderMaterial, Vector3 } from 'three';
import type { Rgb } from '../geometry/colour.ts';
import { square } from '../stage/cards.ts';
import { shared, type SceneUniforms } from '../stage/uniforms.ts';
import { Rows } from './things.ts';
import { beamFragment, beamVertex, sparkFragment, sparkVertex } from './ritual.shader.ts';

const additive = { transparent: true, depthWrite: false, blending: AdditiveBlending } as const;

export interface Spark {
  readonly at: readonly [x: number, y: number, z: number];
  readonly size: number;
  readonly tint: Rgb;
  /** Above 0 it rises about its place, each in its own time. */
  readonly rises: number;
}

/** Halos and sparks, in one draw. */
export class Sparks {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;

  readonly #rows: Rows<'place' | 'tint'>;

  constructor(most: number, uniforms: SceneUniforms) {
    const geometry = new InstancedBufferGeometry();
    this.#rows = new Rows(geometry, ['place', 'tint'], most);
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(square.positions), 3));
    geometry.setAttribute('uv', new BufferAttribute(new Float32Array(square.uvs), 2));
    this.mesh = new Mesh(geometry, new ShaderMaterial({ uniforms: shared(uniforms), vertexShader: sparkVertex, fragmentShader: sparkFragment, ...additive }));
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 12;
    this.mesh.visible = false;
  }

  show(sparks: readonly Spark[]): void {
    this.#rows.write(sparks.map(({ at, size, tint, rises }) => ({ place: [...at, size], tint: [...tint, rises] })));
    this.mesh.visible = sparks.length > 0;
  }
}

const SIDES = 28;
const TALL = 5.5;

const shaft = (): { readonly positions: readonly number[]; readonly normals: readonly number[]; readonly floor: readonly number[] } => {
  const [positions, normals, floor]: [number[], number[], number[]] = [[], [], []];
  const put = (x: number, y: number, z: number, normal: readonly [number, number, number], onFloor: number): void => {
    positions.push(x, y, z);
    normals.push(...normal);
    floor.push(onFloor);
  };
  for (let side = 0; side < SIDES; side++) {
    const turn = (step: number): readonly [number, number] => [Math.sin((step / SIDES) * 2 * Math.PI), Math.cos((step / SIDES) * 2 * Math.PI)];
    const [[ax, az], [bx, bz]] = [turn(side), turn(side + 1)];
    const wall = (x: number, z: number, isHigh: boolean): void => put(x * (isHigh ? 0.25 : 0.8), isHigh ? TALL : 0.02, z * (isHigh ? 0.25 : 0.8), [x, 0, z], 0);
    for (const [x, z, isHigh] of [[ax, az, false], [bx, bz, false], [bx, bz, true], [ax, az, false], [bx, bz, true], [ax, az, true]] as const) wall(x, z, isHigh);
    for (const [x, z] of [[0, 0], [ax, az], [bx, bz]] as const) put(x * 1.25, 0.05, z * 1.25, [0, 1, 0], 1);
  }
  return { positions, normals, floor };
};

/** Light from above on whoever has it: it comes and goes in a second, and is never a flash. */
export class Beam {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #own = { uAt: { value: new Vector3() }, uTone: { value: new Color() }, uFull: { value: 0 } };
  #isOn = false;

  constructor(uniforms: SceneUniforms) {
    const { positions, normals, floor } = shaft();
    const geometry = new BufferGeometry();
    for (const [name, size, numbers] of [['position', 3, positions], ['normal', 3, normals], ['onFloor', 1, floor]] as const) geometry.setAttribute(name, new BufferAttribute(new Float32Array(numbers), size));
    this.mesh = new Mesh(geometry, new ShaderMaterial({ uniforms: shared(uniforms, this.#own), vertexShader: beamVertex, fragmentShader: beamFragment, side: DoubleSide, ...additive }));
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 11;
    this.mesh.visible = false;
  }

  /** On somebody, who may walk on; on nobody, it goes. */
  light(on: { readonly x: number; readonly z: number; readonly lift?: number } | undefined, evening: number): void {
    this.#isOn = on !== undefined;
    if (on) this.#own.uAt.value.set(on.x, on.lift ?? 0, on.z);
    // By day the sun outshines it: it is paler there, and wider awake at night.
    this.#own.uTone.value.set('#ffd08a').multiplyScalar(0.62 + 0.1 * evening);
  }

  carry(seconds: number, still: boolean): void {
    const { uFull } = this.#own;
    const to = this.#isOn ? 1 : 0;
    uFull.value = still ? to : uFull.value + Math.sign(to - uFull.value) * Math.min(Math.abs(to - uFull.value), seconds);
    this.mesh.visible = uFull.value > 0;
  }

  get fades(): boolean {
    return this.#own.uFull.value !== (this.#isOn ? 1 : 0);
  }
}
