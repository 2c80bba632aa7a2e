import { BufferAttribute, BufferGeometry, CanvasTexture, Color, Mesh, MeshBasicMaterial, SRGBColorSpace } from 'three';
import { letters } from '#client/ui/letters.ts';
import type { Rug } from '../scene.ts';
import type { SceneUniforms } from './uniforms.ts';

/** The rugs' colours in light, as tokens.css has them, a shade deeper: they lie in the sun. */
const colours = ['#e9bd93', '#b4cdea', '#b9d9bb', '#cfb6e2', '#eebccb', '#e8d389'] as const;
const border = '#fff4e2';
const SIDES = 40;
/** How high over the floor (m): a thing that one walks over. */
const LIFT = 0.014;
/** How far (m) the rug reaches beyond its people. */
const EDGE = 0.35;
const cell = { width: 512, height: 80 } as const;
const most = 24;
const label = { width: 2.2, height: 2.2 * (80 / 512) } as const;
const font = letters(700, 52);

/** The rugs of the circles that people have started, each with its name woven in; two draws. */
export class Rugs {
  readonly discs = new Mesh(new BufferGeometry(), new MeshBasicMaterial({ vertexColors: true, polygonOffset: true, polygonOffsetFactor: -1, polygonOffsetUnits: -1 }));
  readonly names: Mesh<BufferGeometry, MeshBasicMaterial>;
  readonly #texture: CanvasTexture;
  readonly #pen: CanvasRenderingContext2D | null;
  readonly #part = new Color();
  #laid = '';
  #read: readonly Rug[] = [];

  constructor() {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [cell.width, cell.height * most];
    this.#pen = canvas.getContext('2d');
    this.#texture = new CanvasTexture(canvas);
    this.#texture.colorSpace = SRGBColorSpace;
    this.#texture.anisotropy = 4;
    this.names = new Mesh(new BufferGeometry(), new MeshBasicMaterial({ map: this.#texture, transparent: true, depthWrite: false, polygonOffset: true, polygonOffsetFactor: -2, polygonOffsetUnits: -2 }));
    this.discs.frustumCulled = this.names.frustumCulled = false;
    this.discs.visible = this.names.visible = false;
  }

  /** They lie in the room's light: the sun's, the sky's and a little of the lamps'. */
  light({ uKey, uAbove, uLamp }: Pick<SceneUniforms, 'uKey' | 'uAbove' | 'uLamp'>): void {
    this.discs.material.color.copy(uKey.value).multiplyScalar(0.5);
    this.discs.material.color.add(this.#part.copy(uAbove.value).multiplyScalar(0.65)).add(this.#part.copy(uLamp.value).multiplyScalar(0.06));
  }

  /** Lays them anew where they have changed, which is seldom. */
  update(rugs: readonly Rug[]): void {
    if (rugs === this.#read) return;
    this.#read = rugs;
    const now = JSON.stringify(rugs);
    if (now === this.#laid) return;
    this.#laid = now;
    const shown = rugs.slice(0, most);
    this.discs.visible = this.names.visible = shown.length > 0;
    this.#layDiscs(shown);
    this.#layNames(shown);
  }

  #layDiscs(rugs: readonly Rug[]): void {
    const [positions, tints]: [number[], number[]] = [[], []];
    const ring = ({ x, z }: Rug, inner: number, outer: number, colour: Color): void => {
      for (let side = 0; side < SIDES; side++) {
        const at = (step: number, reach: number): readonly number[] => [x + Math.sin((step / SIDES) * 2 * Math.PI) * reach, LIFT, z + Math.cos((step / SIDES) * 2 * Math.PI) * reach];
        const [a, b, c, d] = [at(side, inner), at(side, outer), at(side + 1, outer), at(side + 1, inner)];
        positions.push(...a, ...b, ...c, ...a, ...c, ...d);
        for (let corner = 0; corner < 6; corner++) tints.push(colour.r, colour.g, colour.b);
      }
    };
    for (const rug of rugs) {
      const reach = rug.rim + EDGE;
      const colour = new Color(colours[rug.rug % colours.length]);
      const bands = [[0, 0.52, colour], [0.52, 0.58, colour.clone().multiplyScalar(0.78)], [0.58, 0.9, colour], [0.9, 0.95, new Color(border)], [0.95, 1, colour.clone().multiplyScalar(0.78)]] as const;
      for (const [from, to, tint] of bands) ring(rug, from * reach, to * reach, tint);
    }
    this.discs.geometry.dispose();
    this.discs.geometry = geometryOf({ position: [positions, 3], color: [tints, 3] });
  }

  #layNames(rugs: readonly Rug[]): void {
    const [positions, uvs]: [number[], number[]] = [[], []];
    const pen = this.#pen;
    pen?.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    for (const [row, { x, z, rim, name }] of rugs.entries()) {
      if (pen) {
        [pen.font, pen.fillStyle, pen.textAlign, pen.textBaseline] = [font, '#3a2433', 'center', 'middle'];
        pen.fillText(name, cell.width / 2, cell.height * (row + 0.54), cell.width - 24);
      }
      const corner = (across: number, along: number): readonly number[] => [x + across * (label.width / 2), LIFT + 0.004, z + rim * 0.45 + along * (label.height / 2)];
      const [a, b, c, d] = [corner(-1, 1), corner(1, 1), corner(1, -1), corner(-1, -1)];
      positions.push(...a, ...b, ...c, ...a, ...c, ...d);
      const [top, bottom] = [1 - row / most, 1 - (row + 1) / most];
      uvs.push(0, bottom, 1, bottom, 1, top, 0, bottom, 1, top, 0, top);
    }
    this.#texture.needsUpdate = true;
    this.names.geometry.dispose();
    this.names.geometry = geometryOf({ position: [positions, 3], uv: [uvs, 2] });
  }

  dispose(): void {
    this.#texture.dispose();
    for (const mesh of [this.discs, this.names]) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
  }
}

const geometryOf = (attributes: Readonly<Record<string, readonly [numbers: readonly number[], size: number]>>): BufferGeometry => {
  const geometry = new BufferGeometry();
  for (const [name, [numbers, size]] of Object.entries(attributes)) geometry.setAttribute(name, new BufferAttribute(new Float32Array(numbers), size));
  return geometry;
};
