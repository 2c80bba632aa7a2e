import { BufferAttribute, BufferGeometry, CanvasTexture, Mesh, MeshBasicMaterial, SRGBColorSpace } from 'three';
import type { Layout } from '#shared/rooms/layout.ts';
import { SIGN } from '../rooms/arches.ts';

const cell = { width: 512, height: 148 } as const;
const paper = '#fff4e2';
const font = '800 84px "Atkinson Hyperlegible Next Variable", "Atkinson Hyperlegible Next", system-ui, sans-serif';
/** How far (m) the letters stand before the board, against flicker. */
const BEFORE = 0.012;

/** What the signs over a room's portals say, in one draw. */
export class Signs {
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>;
  readonly #names: readonly string[];
  readonly #texture: CanvasTexture;
  readonly #pen: CanvasRenderingContext2D | null;
  readonly #changed: () => void;
  readonly #onFonts = (): void => {
    this.#draw();
    this.#changed();
  };

  constructor({ portals }: Layout, changed: () => void) {
    this.#names = portals.map(({ sign }) => sign);
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
    if (this.#names.length > 0 && !document.fonts.check(font)) void document.fonts.load(font);
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    [pen.font, pen.fillStyle, pen.textAlign, pen.textBaseline] = [font, paper, 'center', 'middle'];
    for (const [at, name] of this.#names.entries()) pen.fillText(name, cell.width / 2, cell.height * (at + 0.54), cell.width - 40);
    this.#texture.needsUpdate = true;
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
