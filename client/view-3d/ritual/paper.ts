import { BufferAttribute, BufferGeometry, CanvasTexture, Mesh, MeshBasicMaterial, SRGBColorSpace } from 'three';
import type { Sheet } from '#client/rituals/ceremony.ts';
import { placing } from '../geometry/vector.ts';
import { letters } from '#client/ui/letters.ts';
import type { Spot } from './places.ts';
import { PAPER } from './things.ts';

const WIDE = 640;
const TALL = Math.round((WIDE * PAPER.tall) / PAPER.wide);
/** More names than this are a number. */
const MOST = 24;
const ink = '#2a1d24';

export interface Written extends Sheet {
  /** How many they are, in words. */
  readonly count: string;
}

/** The paper on the easel: the charter that gathers names, or who is here. One draw. */
export class Paper {
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>;
  readonly #pen: CanvasRenderingContext2D | null;
  readonly #texture: CanvasTexture;
  #written = '';

  constructor({ x, z, heading }: Spot) {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [WIDE, TALL];
    this.#pen = canvas.getContext('2d');
    this.#texture = new CanvasTexture(canvas);
    this.#texture.colorSpace = SRGBColorSpace;
    this.#texture.anisotropy = 4;
    const about = placing({ at: [x, PAPER.low, z], turn: heading, tilt: -PAPER.lean });
    const corner = (right: number, up: number) => about.point([right * (PAPER.wide / 2), up * PAPER.tall, 0.04]);
    const [a, b, c, d] = [corner(-1, 0), corner(1, 0), corner(1, 1), corner(-1, 1)];
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array([...a, ...b, ...c, ...a, ...c, ...d]), 3));
    geometry.setAttribute('uv', new BufferAttribute(new Float32Array([0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1]), 2));
    this.mesh = new Mesh(geometry, new MeshBasicMaterial({ map: this.#texture, toneMapped: false }));
    this.mesh.frustumCulled = false;
  }

  /** By night paper is not a lamp; held back, it steps back with the room. */
  light(evening: number): void {
    this.mesh.material.color.setScalar(1 - 0.22 * evening);
  }

  write(written: Written): void {
    const now = JSON.stringify(written);
    const pen = this.#pen;
    if (!pen || now === this.#written) return;
    this.#written = now;
    pen.fillStyle = '#fbf0da';
    pen.fillRect(0, 0, WIDE, TALL);
    [pen.strokeStyle, pen.lineWidth] = ['#c99a4a', 5];
    pen.strokeRect(22, 22, WIDE - 44, TALL - 44);
    pen.lineWidth = 2;
    pen.strokeRect(32, 32, WIDE - 64, TALL - 64);
    [pen.textAlign, pen.textBaseline, pen.fillStyle] = ['center', 'middle', ink];
    let y = this.#lines(pen, written.title, 700, 60, 112, 3);
    pen.strokeStyle = '#c8352b';
    pen.lineWidth = 4;
    pen.beginPath();
    pen.moveTo(WIDE / 2 - 70, y);
    pen.lineTo(WIDE / 2 + 70, y);
    pen.stroke();
    y = this.#lines(pen, written.count, 700, 64, y + 70, 2) + 4;
    this.#names(pen, written, y);
    this.#texture.needsUpdate = true;
  }

  dispose(): void {
    this.#texture.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  /** Words in lines from `y` on; returns where they end. */
  #lines(pen: CanvasRenderingContext2D, text: string, weight: number, size: number, y: number, most: number): number {
    pen.font = letters(weight, size);
    const lines: string[] = [''];
    for (const word of text.split(' ')) {
      const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
      if (pen.measureText(longer).width > WIDE - 110 && lines.at(-1) !== '') lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    const shown = lines.slice(0, most);
    for (const [i, line] of shown.entries()) pen.fillText(line, WIDE / 2, y + i * size * 1.2, WIDE - 100);
    return y + shown.length * size * 1.2;
  }

  /** Each name on a line of its own, in two columns, as far as there is room. */
  #names(pen: CanvasRenderingContext2D, { names, of }: Sheet, from: number): void {
    if (of === 'closing') return;
    const shown = names.slice(-MOST);
    const rows = Math.ceil(shown.length / 2);
    const size = Math.min(36, (TALL - 60 - from) / Math.max(1, rows) / 1.35);
    pen.font = letters(500, size);
    pen.fillStyle = of === 'signing' ? '#3a4a8c' : '#554459';
    for (const [i, name] of shown.entries()) {
      const [x, y] = [WIDE * (shown.length === 1 ? 0.5 : i % 2 === 0 ? 0.28 : 0.72), from + (Math.floor(i / 2) + 0.5) * size * 1.35];
      pen.fillText(name, x, y, WIDE * 0.38);
      if (of !== 'signing') continue;
      [pen.strokeStyle, pen.lineWidth] = ['#d9c6a0', 2];
      pen.beginPath();
      pen.moveTo(x - WIDE * 0.19, y + size * 0.56);
      pen.lineTo(x + WIDE * 0.19, y + size * 0.56);
      pen.stroke();
    }
  }
}
