import { BufferAttribute, BufferGeometry, CanvasTexture, Color, Mesh, MeshBasicMaterial, SRGBColorSpace } from 'three';
import { fitInto, paintingOf, reachOf } from '#shared/boards/painting.ts';
import type { SeenElement } from '#shared/boards/seen.ts';
import type { LayoutObject } from '#shared/rooms/layout.ts';
import { letters } from '#client/ui/letters.ts';
import { BOARD, boardWidth, onBoard } from '../rooms/boards.ts';
import { draw, measureWith, type PrintOf } from '#client/boards/pen.ts';

/** How many points wide a board's picture is: before it, one reads it; from afar, one sees what it is like. */
export const WIDE = { near: 1_536, far: 512 } as const;
/** How much of its height is the plate that says what it is and who is at it. */
const PLATE = 0.1;
/** How far (m) the paper lies before the board, against flicker. */
const BEFORE = 0.076;
const white = new Color('#ffffff');
const colours = { paper: '#fbf3e2', plate: '#2a1d24', text: '#fff4e2', there: '#ffc65a', hint: '#7a6a55' } as const;

const paper = new Color(colours.paper);

/** What stands on a board. */
export interface Written {
  readonly title: string;
  /** Who is at it, in words. */
  readonly there: string;
  /** What is said where nothing is on it. */
  readonly empty: string;
  readonly elements: ReadonlyMap<string, SeenElement>;
  readonly printOf: PrintOf;
}

/** The paper on a board: one square with one picture. */
export class Sheet {
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>;
  readonly #share: number;
  readonly #canvas = document.createElement('canvas');
  readonly #pen = this.#canvas.getContext('2d');
  #texture: CanvasTexture | undefined;
  /** How long (ms) the last painting took. */
  took = 0;

  constructor(object: LayoutObject) {
    this.#share = BOARD.tall / boardWidth(object);
    this.mesh = new Mesh(square(object), new MeshBasicMaterial({ toneMapped: false }));
  }

  paint(wide: number, written: Written): void {
    const pen = this.#pen;
    if (!pen) return;
    const started = performance.now();
    const tall = Math.round(wide * this.#share);
    const isResized = this.#canvas.width !== wide || this.#canvas.height !== tall;
    if (isResized) [this.#canvas.width, this.#canvas.height] = [wide, tall];
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.fillStyle = colours.paper;
    pen.fillRect(0, 0, wide, tall);
    const plate = Math.round(tall * PLATE);
    if (written.elements.size === 0) this.#hint(pen, written.empty, wide, (tall + plate) / 2, tall);
    else {
      const { scale, x, y } = fitInto(reachOf(written.elements.values()), wide, tall - plate);
      pen.setTransform(scale, 0, 0, scale, x, y + plate);
      const measure = measureWith(pen);
      draw(pen, paintingOf(written.elements.values(), measure), scale, measure, written.printOf);
      pen.setTransform(1, 0, 0, 1, 0, 0);
    }
    this.#plate(pen, written, wide, plate);
    this.#show(isResized);
    this.took = performance.now() - started;
  }

  /** By night paper is not a lamp. */
  light(evening: number): void {
    this.mesh.material.color.copy(this.#texture ? white : paper).multiplyScalar(1 - 0.3 * evening);
  }

  /** Nobody sees it now: what it was painted with takes no memory until somebody does. */
  clear(): void {
    this.#texture?.dispose();
    this.#texture = undefined;
    [this.#canvas.width, this.#canvas.height] = [0, 0];
    this.mesh.material.map = null;
    this.mesh.material.needsUpdate = true;
  }

  dispose(): void {
    this.#texture?.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  #hint(pen: CanvasRenderingContext2D, text: string, wide: number, y: number, tall: number): void {
    [pen.font, pen.fillStyle, pen.textAlign, pen.textBaseline] = [letters(400, tall * 0.06), colours.hint, 'center', 'middle'];
    pen.fillText(text, wide / 2, y, wide * 0.9);
  }

  #plate(pen: CanvasRenderingContext2D, { title, there }: Written, wide: number, plate: number): void {
    pen.fillStyle = colours.plate;
    pen.fillRect(0, 0, wide, plate);
    const [margin, y] = [plate * 0.4, plate * 0.54];
    [pen.textBaseline, pen.textAlign, pen.fillStyle, pen.font] = ['middle', 'left', colours.text, letters(700, plate * 0.58)];
    pen.fillText(title, margin, y, there ? wide * 0.42 : wide - 2 * margin);
    if (!there) return;
    [pen.textAlign, pen.fillStyle, pen.font] = ['right', colours.there, letters(500, plate * 0.5)];
    pen.fillText(there, wide - margin, y, wide * 0.5);
  }

  #show(isResized: boolean): void {
    if (isResized || !this.#texture) {
      // A picture of another size is another one for the card.
      this.#texture?.dispose();
      this.#texture = new CanvasTexture(this.#canvas);
      this.#texture.colorSpace = SRGBColorSpace;
      this.#texture.anisotropy = 4;
      this.mesh.material.map = this.#texture;
      this.mesh.material.needsUpdate = true;
    }
    this.#texture.needsUpdate = true;
  }
}

const square = (object: LayoutObject): BufferGeometry => {
  const at = onBoard(object);
  const [half, low, high] = [boardWidth(object) / 2, BOARD.middle - BOARD.tall / 2, BOARD.middle + BOARD.tall / 2];
  const [a, b, c, d] = [at(-half, low, BEFORE), at(half, low, BEFORE), at(half, high, BEFORE), at(-half, high, BEFORE)];
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([...a, ...b, ...c, ...a, ...c, ...d]), 3));
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array([0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1]), 2));
  geometry.computeBoundingSphere();
  return geometry;
};
