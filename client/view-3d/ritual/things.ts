/** What stands in a room while a ritual is held: posts, an easel, and one thing for each act. */
import { BufferAttribute, BufferGeometry, DoubleSide, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial, type Side, FrontSide } from 'three';
import { rgb, type Rgb } from '../geometry/colour.ts';
import { lathe } from '../geometry/round.ts';
import type { Triangles } from '../geometry/triangles.ts';
import { placing, type Placement, type Vec2 } from '../geometry/vector.ts';
import { shared, type SceneUniforms } from '../stage/uniforms.ts';
import { plainFragment, thingVertex } from './ritual.shader.ts';

export type ThingMesh = Mesh<BufferGeometry, ShaderMaterial>;
export type Part = readonly [form: Triangles, colour: string, placement?: Placement, shine?: number];

const list = (numbers: readonly number[], size: number): BufferAttribute => new BufferAttribute(new Float32Array(numbers), size);

const fill = (geometry: BufferGeometry, parts: readonly Part[]): BufferGeometry => {
  const [positions, normals, colours]: [number[], number[], number[]] = [[], [], []];
  for (const [form, colour, placement = {}, shine = 0] of parts) {
    const { point, direction } = placing(placement);
    const hue = rgb(colour);
    for (let at = 0; at < form.positions.length; at += 3) {
      const corner = (from: readonly number[]) => [from[at] ?? 0, from[at + 1] ?? 0, from[at + 2] ?? 0] as const;
      positions.push(...point(corner(form.positions)));
      normals.push(...direction(corner(form.normals)));
      colours.push(...hue, shine);
    }
  }
  geometry.setAttribute('position', list(positions, 3));
  geometry.setAttribute('normal', list(normals, 3));
  geometry.setAttribute('colour', list(colours, 4));
  return geometry;
};

const drawn = (geometry: BufferGeometry, uniforms: SceneUniforms, defines: Record<string, string> = {}, side: Side = FrontSide): ThingMesh => {
  const mesh: ThingMesh = new Mesh(geometry, new ShaderMaterial({ uniforms: shared(uniforms), vertexShader: thingVertex, fragmentShader: plainFragment, defines, side }));
  mesh.frustumCulled = false;
  mesh.matrixAutoUpdate = false;
  return mesh;
};

/** Things that stand where they are, in one draw. */
export const standing = (parts: readonly Part[], uniforms: SceneUniforms): ThingMesh => drawn(fill(new BufferGeometry(), parts), uniforms);

const flat = (outline: readonly Vec2[], z: number): Triangles => {
  const [first = [0, 0], ...others] = outline;
  const positions = others.slice(0, -1).flatMap((b, i) => [first, b, others[i + 1] ?? b].flatMap(([x, y]) => [x, y, z]));
  return { positions, normals: positions.map((_, at) => (at % 3 === 2 ? 1 : 0)) };
};

/** A bar between two heights, as thick as that, leaning as its placement says. */
const bar = (length: number, radius: number): Triangles => lathe([[0, 0], [radius, 0], [radius * 0.86, length * 0.5], [radius * 0.8, length], [0, length]], 7);

const wood = '#7b4a30';
const gold = '#e2a93a';

/** A post with a gilt head, on a foot. */
export const post = (x: number, z: number, high: number): readonly Part[] => [
  [lathe([[0, 0], [0.21, 0], [0.21, 0.05], [0.12, 0.11], [0.07, 0.16], [0.058, high * 0.5], [0.066, high - 0.04], [0, high - 0.04]], 10), wood, { at: [x, 0, z] }],
  [lathe([[0, 0], [0.1, 0], [0.1, 0.04], [0.05, 0.06], [0.085, 0.12], [0.085, 0.17], [0.045, 0.23], [0, 0.25]], 10), gold, { at: [x, high - 0.06, z] }],
];

/** How wide, how high and how far from the floor the paper on an easel is (m), and how far it leans back. */
export const PAPER = { wide: 1.24, tall: 1.5, low: 0.62, lean: 0.1 } as const;

export const easel = ({ x, z, heading }: { readonly x: number; readonly z: number; readonly heading: number }): readonly Part[] => {
  const { wide, tall, low, lean } = PAPER;
  const about = placing({ at: [x, 0, z], turn: heading });
  const at = (right: number, up: number, out: number) => about.point([right, up, out]);
  const leg = (right: number, out: number, tilt: number, roll: number, length: number): Part => [bar(length, 0.045), wood, { at: at(right, 0, out), turn: heading, tilt, roll }];
  const back: Part = [flat([[-wide / 2 - 0.07, 0], [wide / 2 + 0.07, 0], [wide / 2 + 0.07, tall + 0.14], [-wide / 2 - 0.07, tall + 0.14]], 0), '#b8743f', { at: at(0, low - 0.07, 0.012), turn: heading, tilt: -lean }];
  return [leg(-0.5, -0.01, -lean, -0.09, 2.32), leg(0.5, -0.01, -lean, 0.09, 2.32), leg(0, -0.62, 0.24, 0, 2.1), back, [bar(wide + 0.3, 0.05), wood, { at: at(-wide / 2 - 0.15, low - 0.06, 0.03), turn: heading, roll: -Math.PI / 2 }]];
};

export type ManyKind = 'candle' | 'taper' | 'stone' | 'cobble' | 'lantern' | 'scissors';
/** How high over its foot a candle's flame begins (m). */
export const FLAME = 0.24;

const scissors = (): readonly Part[] => [1, -1].flatMap((side): readonly Part[] => {
  const [z, upright] = [0.012 * side, { roll: Math.PI / 2 }];
  const ring = Array.from({ length: 15 }, (_, i): Vec2 => [-0.17 + 0.062 * Math.cos((i / 14) * 6.284), 0.052 * side + 0.055 * Math.sin((i / 14) * 6.284)]);
  return [
    [flat([[-0.03, -0.026 * side], [0.28, -0.004 * side], [0.05, 0.03 * side], [-0.03, 0.022 * side]], z), '#f4efe6', upright],
    [flat([[-0.2, 0.03 * side], [-0.03, -0.026 * side], [-0.02, 0.018 * side], [-0.16, 0.07 * side]], z), gold, upright],
    [flat(ring, z), gold, upright],
  ];
});

const forms: Readonly<Record<ManyKind, () => readonly Part[]>> = {
  candle: () => [
    [lathe([[0.09, 0], [0.055, 0.025], [0.05, FLAME - 0.03], [0, FLAME - 0.02]], 7), '#ffffff'],
    [lathe([[0, 0], [0.026, 0.02], [0.034, 0.055], [0.02, 0.11], [0, 0.17]], 6), '#ffb04a', { at: [0, FLAME, 0] }, 1],
    [lathe([[0, 0], [0.018, 0.03], [0, 0.09]], 5), '#fff0bc', { at: [0, FLAME + 0.012, 0.012] }, 1],
  ],
  // Of few triangles, as the cobble: for a room that is full of them.
  taper: () => [
    [lathe([[0.056, 0], [0.05, FLAME - 0.02], [0, FLAME - 0.02]], 4), '#ffffff'],
    [lathe([[0, 0], [0.034, 0.055], [0, 0.17]], 4), '#ffb85c', { at: [0, FLAME, 0] }, 1],
  ],
  stone: () => [[lathe([[0, -0.62], [0.7, -0.5], [1, -0.1], [0.94, 0.22], [0.62, 0.54], [0.2, 0.66], [0, 0.66]], 8), '#ffffff']],
  cobble: () => [[lathe([[0, -0.62], [0.92, -0.3], [0.92, 0.24], [0, 0.66]], 6), '#ffffff']],
  lantern: () => [
    [lathe([[0.1, 0], [0.2, 0.06], [0.26, 0.22], [0.24, 0.42], [0.13, 0.55], [0, 0.57]], 10), '#ffdf9e', {}, 0.5],
    [lathe([[0, 0.02], [0.1, 0], [0.11, 0.05], [0, 0.05]], 8), '#c8702c', {}, 0.3],
  ],
  scissors,
};

/** One of the things that are many. */
export interface One {
  readonly at: readonly [x: number, y: number, z: number];
  readonly turn: number;
  readonly size: number;
  readonly tint: Rgb;
  /** When it came, by the scene's own time (s). */
  readonly born: number;
  /** Of what rises: where on its way it begins (0–1), and how much of it a second. */
  readonly from?: number;
  readonly speed?: number;
}

/** Numbers of what is instanced, four of each name for each, in buffers that are made once. */
export class Rows<Name extends string> {
  readonly #attributes: ReadonlyMap<Name, InstancedBufferAttribute>;
  readonly #geometry: InstancedBufferGeometry;

  constructor(geometry: InstancedBufferGeometry, names: readonly Name[], most: number) {
    this.#geometry = geometry;
    this.#attributes = new Map(names.map((name) => [name, new InstancedBufferAttribute(new Float32Array(most * 4), 4)]));
    for (const [name, attribute] of this.#attributes) geometry.setAttribute(name, attribute);
    geometry.instanceCount = 0;
  }

  write(all: readonly Readonly<Record<Name, readonly [number, number, number, number]>>[]): void {
    for (const [name, attribute] of this.#attributes) {
      for (const [at, one] of all.entries()) {
        const [x, y, z, w] = one[name];
        attribute.setXYZW(at, x, y, z, w);
      }
      attribute.needsUpdate = true;
    }
    this.#geometry.instanceCount = all.length;
  }
}

/** Things of one kind, one for each act, in one draw. */
export class Many {
  readonly mesh: ThingMesh;
  readonly #rows: Rows<'place' | 'tint' | 'way'>;

  constructor(kind: ManyKind, most: number, uniforms: SceneUniforms) {
    const geometry = new InstancedBufferGeometry();
    fill(geometry, forms[kind]());
    this.#rows = new Rows(geometry, ['place', 'tint', 'way'], most);
    this.mesh = drawn(geometry, uniforms, { MANY: '', FLAME: FLAME.toFixed(3), ...(kind === 'lantern' ? { RISES: '' } : {}), ...(kind === 'scissors' ? { BLADES: '' } : {}) }, kind === 'scissors' ? DoubleSide : FrontSide);
    this.mesh.visible = false;
  }

  show(ones: readonly One[]): void {
    this.#rows.write(ones.map(({ at, turn, size, tint, born, from = 0, speed = 0 }) => ({ place: [...at, turn], tint: [...tint, born], way: [size, from, speed, 0] })));
    this.mesh.visible = ones.length > 0;
  }
}
