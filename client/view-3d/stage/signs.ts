import { BufferAttribute, BufferGeometry, CanvasTexture, Mesh, MeshBasicMaterial, SRGBColorSpace } from 'three';
import type { Layout } from '#shared/rooms/layout.ts';
import { letters } from '#client/ui/letters.ts';
import { SIGN } from '../rooms/arches.ts';
import { signColour, signPaper } from '../rooms/signColours.ts';
import type { SceneUniforms } from './uniforms.ts';

const cell = { width: 512, height: 148 } as const;
const font = letters(800, 84);
/** How far (m) the letters stand before the board, against flicker. */
const BEFORE = 0.012;

/** What the signs over a room's portals say, in one draw. */
export class Signs {
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>;
  readonly #portals: Layout['portals'];
  readonly #textOf: (sign: string) => string;
  readonly #texture: CanvasTexture;
  readonly #pen: CanvasRenderingContext2D | null;
  readonly #changed: () => void;
  readonly #onFonts = (): void => {
    this.#draw();
    this.#changed();
  };

  /** `textOf` says a sign in the reader's language. */
  constructor({ portals }: Layout, textOf: (sign: string) => string, changed: () => void) {
    this.#portals = portals;
    this.#textOf = textOf;
    this.#changed = changed;
    const canvas = document.createElement('canvas');
    canvas.width = cell.width;
    canvas.height = cell.height * Math.max(1, portals.length);
    this.#pen = canvas.getContext('2d');
    this.#texture = new CanvasTexture(canvas);
    this.#texture.colorSpace = SRGBColorSpace;
    this.#texture.anisotropy = 4;
    this.mesh = new Mesh(boards(portals), new MeshBasicMaterial({ map: this.#texture, transparent: true, depthWrite: false, toneMapped: false }));
    this.mesh.visible = portals.length > 0;
    document.fonts.addEventListener('loadingdone', this.#onFonts);
    this.#draw();
  }

  #draw(): void {
    const pen = this.#pen;
    if (!pen) return;
    if (this.#portals.length > 0 && !document.fonts.check(font)) void document.fonts.load(font);
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    for (const [at, { colour, sign }] of this.#portals.entries()) {
      const top = cell.height * at;
      // The board's own colour is in the picture too, so that shade and sun cannot take the letters' contrast.
      pen.fillStyle = signColour(colour);
      pen.fillRect(0, top, cell.width, cell.height);
      [pen.strokeStyle, pen.lineWidth, pen.globalAlpha] = [signPaper, 4, 0.45];
      pen.strokeRect(12, top + 12, cell.width - 24, cell.height - 24);
      [pen.font, pen.fillStyle, pen.textAlign, pen.textBaseline, pen.globalAlpha] = [font, signPaper, 'center', 'middle', 1];
      pen.fillText(this.#textOf(sign), cell.width / 2, top + cell.height * 0.54, cell.width - 56);
    }
    this.#texture.needsUpdate = true;
  }

  /** By night a board is not a lamp. */
  light({ uEvening }: Pick<SceneUniforms, 'uEvening'>): void {
    this.mesh.material.color.setScalar(1 - 0.22 * uEvening.value);
  }

  dispose(): void {
    document.fonts.removeEventListener('loadingdone', this.#onFonts);
    this.#texture.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

/** A square before each sign, on the side from which one comes. */
const boards = (portals: Layout['portals']): BufferGeometry => {
  const [positions, uvs]: [number[], number[]] = [[], []];
  for (const [at, { x, z, heading }] of portals.entries()) {
    const [sine, cosine] = [Math.sin(heading), Math.cos(heading)];
    const corner = (across: number, up: number): readonly number[] => {
      const ahead = SIGN.ahead - SIGN.depth / 2 - BEFORE;
      return [x + cosine * across + sine * ahead, SIGN.y + up, z - sine * across + cosine * ahead];
    };
    const [half, tall] = [SIGN.width / 2, SIGN.height / 2];
    const [top, bottom] = [1 - at / portals.length, 1 - (at + 1) / portals.length];
    // Whoever comes looks along the heading: their right is its left.
    const [a, b, c, d] = [corner(half, -tall), corner(-half, -tall), corner(-half, tall), corner(half, tall)];
    positions.push(...a, ...b, ...c, ...a, ...c, ...d);
    uvs.push(0, bottom, 1, bottom, 1, top, 0, bottom, 1, top, 0, top);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uvs), 2));
  return geometry;
};
