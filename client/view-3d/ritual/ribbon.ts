import { BufferAttribute, BufferGeometry, Color, DoubleSide, Mesh, ShaderMaterial, Vector3 } from 'three';
import { shared, type SceneUniforms } from '../stage/uniforms.ts';
import type { Places } from './places.ts';
import { plainFragment, ribbonVertex } from './ritual.shader.ts';

/** How far a ribbon hangs through, as a share of how high it is; and how wide its cloth is (m). */
export const SAG = 0.2;
const WIDE = 0.4;
const STEPS = 30;
/** A cut ribbon lies after so long (s). */
const FALLS = 1.4;
/** Long ago, for whoever comes when it is cut. */
const LIES = 60;

type Corner = readonly [s: number, side: number, across: number, bow: readonly [number, number, number] | undefined];

/** Two halves with swallow tails, and a bow on the end of one of them. */
const corners = (): readonly Corner[] => {
  const cloth = [-1, 1].flatMap((side) => Array.from({ length: STEPS }, (_, i) => i).flatMap((i): readonly Corner[] => {
    const [from, to] = [i / STEPS, (i + 1) / STEPS];
    const half = WIDE / 2;
    // The last step ends in a notch.
    const [endOut, endMid] = i === STEPS - 1 ? [1.015, 0.965] : [to, to];
    const quad = (low: number, high: number, lowEnd: number, highEnd: number): readonly Corner[] =>
      [[from, side, low, undefined], [lowEnd, side, low, undefined], [highEnd, side, high, undefined], [from, side, low, undefined], [highEnd, side, high, undefined], [from, side, high, undefined]];
    return [...quad(-half, -half * 0.6, endOut, endOut - (endOut - endMid) * 0.4), ...quad(-half * 0.6, 0, endOut - (endOut - endMid) * 0.4, endMid), ...quad(0, half * 0.6, endMid, endOut - (endOut - endMid) * 0.4), ...quad(half * 0.6, half, endOut - (endOut - endMid) * 0.4, endOut)];
  }));
  const bow: Corner[] = [];
  const triangle = (a: readonly [number, number, number], b: readonly [number, number, number], c: readonly [number, number, number]): void => void bow.push([1, -1, 0, a], [1, -1, 0, b], [1, -1, 0, c]);
  for (const side of [-1, 1]) {
    // A loop, fuller towards its end, and a tail below it.
    const loop = Array.from({ length: 9 }, (_, i) => {
      const turn = (i / 8) * Math.PI * 2;
      return [side * (0.34 - 0.3 * Math.cos(turn)), 0.14 * Math.sin(turn) * (1 + 0.35 * (1 - Math.cos(turn))) + 0.05, 0.06 + 0.05 * (1 - Math.cos(turn))] as const;
    });
    for (const [i, b] of loop.entries()) triangle([side * 0.02, 0.02, 0.05], b, loop[i + 1] ?? b);
    triangle([0, 0, 0.06], [side * 0.14, -0.74, 0.05], [side * 0.36, -0.64, 0.07]);
  }
  for (const [x, y] of [[1, 1], [-1, 1], [-1, -1], [1, -1]] as const) triangle([0, 0, 0.14], [0.075 * x, 0.075 * y, 0.09], [0.075 * (x === y ? -x : x), 0.075 * (x === y ? y : -y), 0.09]);
  return [...cloth, ...bow];
};

/** The ribbon between its posts: one draw. */
export class Ribbon {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #uniforms = { uCut: { value: -1 }, uHalf: { value: 1 }, uHigh: { value: 1 }, uSag: { value: SAG }, uWide: { value: WIDE / 2 }, uTurn: { value: 0 }, uMiddle3: { value: new Vector3() }, uCloth: { value: new Color('#a8322b') }, uEdge: { value: new Color('#d8a044') } };

  constructor({ x, z, heading, half, high }: Places['ribbon'], uniforms: SceneUniforms) {
    const all = corners();
    const geometry = new BufferGeometry();
    const put = (name: string, size: number, numbers: readonly number[]): void => void geometry.setAttribute(name, new BufferAttribute(new Float32Array(numbers), size));
    put('position', 3, all.flatMap(() => [0, 0, 0]));
    put('along', 4, all.flatMap(([s, side, across, bow]) => [s, side, across, bow ? 1 : 0]));
    put('bow', 3, all.flatMap(([, , , bow]) => bow ?? [0, 0, 0]));
    this.#uniforms.uMiddle3.value.set(x, 0, z);
    this.#uniforms.uTurn.value = heading;
    this.#uniforms.uHalf.value = half - 0.06;
    this.#uniforms.uHigh.value = high;
    this.#uniforms.uSag.value = high * SAG;
    this.mesh = new Mesh(geometry, new ShaderMaterial({ uniforms: shared(uniforms, this.#uniforms), vertexShader: ribbonVertex, fragmentShader: plainFragment, side: DoubleSide }));
    this.mesh.frustumCulled = false;
  }

  /** Whole again, or cut: as it happens, or long since. */
  cut(how: 'whole' | 'now' | 'long since'): void {
    this.#uniforms.uCut.value = how === 'whole' ? -1 : how === 'now' ? 0 : LIES;
  }

  carry(seconds: number, still: boolean): void {
    const { uCut } = this.#uniforms;
    if (uCut.value >= 0) uCut.value = still ? LIES : uCut.value + seconds;
  }

  get isCut(): boolean {
    return this.#uniforms.uCut.value >= 0;
  }

  get falls(): boolean {
    return this.#uniforms.uCut.value >= 0 && this.#uniforms.uCut.value < FALLS;
  }
}
