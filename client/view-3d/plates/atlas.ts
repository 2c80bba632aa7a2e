import { CanvasTexture, LinearFilter, SRGBColorSpace, Texture, Vector2, type WebGLRenderer } from 'three';
import { faceOf } from '#client/ui/PersonName.tsx';
import { letters } from '#client/ui/letters.ts';
import type { Caption } from '../scene.ts';
import { drawCaption, drawPlate, type Drawn } from './drawing.ts';

/** Names are in rows of four; below them is what stands over heads, in rows of two. In units: pixels, where text is not enlarged. */
const plateCell = { width: 256, height: 48, columns: 4, rows: 10 } as const;
const captionCell = { width: 512, height: 88, columns: 2, rows: 6 } as const;
export const plateCount = plateCell.columns * plateCell.rows;
/** However many people talk at once: those nearest are shown. */
export const captionCount = captionCell.columns * captionCell.rows;
const size = { width: plateCell.width * plateCell.columns, height: plateCell.height * plateCell.rows + captionCell.height * captionCell.rows } as const;

export const plateUnits = plateCell.height;
/** The widest that a caption's text may be (units). */
export const widestCaption = captionCell.width - 52;

const latinFont = letters(700, 25);
const wideFont = '700 25px "Hearth Wide", "Hearth Wide Latin", system-ui, sans-serif';
const fontOf = (text: string): string => (faceOf(text) === undefined ? latinFont : wideFont);

export interface PlateText {
  readonly name: string;
  readonly handUp: boolean;
}
export type CaptionText = Pick<Caption, 'text' | 'icon' | 'isPrivate'>;

/** Where something is in the picture: left, bottom, width and height, each 0 to 1; and how large it is, in units. */
export interface Area {
  readonly uv: readonly [number, number, number, number];
  readonly width: number;
  readonly height: number;
}

type Kind = typeof plateCell | typeof captionCell;
interface Cell {
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly key: string;
  readonly text: string;
  readonly draw: (pen: CanvasRenderingContext2D) => Drawn;
  area: Area;
}
const nowhere: Area = { uv: [0, 0, 0, 0], width: 0, height: 0 };
/** So many cells are cheaper to hand over one by one than the whole picture is. */
const few = 12;

/** A canvas that nothing else draws: its pixels are read more often than they are shown. */
const readCanvas = (): { readonly canvas: HTMLCanvasElement; readonly pen: CanvasRenderingContext2D | null } => {
  const canvas = document.createElement('canvas');
  return { canvas, pen: canvas.getContext('2d', { willReadFrequently: true }) };
};

/** One canvas that holds what stands over heads now, drawn again when a name, a hand, a caption or the fonts change. */
export class PlateAtlas {
  readonly texture: CanvasTexture;
  private readonly canvas: HTMLCanvasElement;
  private readonly pen: CanvasRenderingContext2D | null;
  /** One cell on its way to the graphics card, of either size. */
  private readonly carriers = new Map([plateCell, captionCell].map((kind): [Kind, ReturnType<typeof readCanvas> & { readonly texture: Texture }] => {
    const carrier = readCanvas();
    return [kind, { ...carrier, texture: new Texture(carrier.canvas) }];
  }));
  /** What was drawn since the graphics card has got it. */
  private readonly fresh = new Set<Cell>();
  private isThere = false;
  private readonly cells = new Map<string, Cell>();
  private readonly onFonts = (): void => this.redraw();
  private readonly changed: () => void;
  private density = 1;

  constructor(changed: () => void) {
    ({ canvas: this.canvas, pen: this.pen } = readCanvas());
    this.canvas.width = size.width;
    this.canvas.height = size.height;
    this.texture = new CanvasTexture(this.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    // Drawn at two thirds of its size or more, it needs no smaller copies.
    this.texture.generateMipmaps = false;
    this.texture.minFilter = LinearFilter;
    this.changed = changed;
    document.fonts.addEventListener('loadingdone', this.onFonts);
  }

  /** How many pixels there are to a unit: more where text is enlarged. */
  enlarge(density: number): void {
    if (density === this.density) return;
    this.density = density;
    this.canvas.width = size.width * density;
    this.canvas.height = size.height * density;
    // A texture of another size is another one on the graphics card.
    this.texture.dispose();
    this.isThere = false;
    this.redraw();
  }

  /** Draws a plate into its cell, unless it is there already. */
  plate(index: number, { name, handUp }: PlateText): Area {
    const { width, height, columns } = plateCell;
    const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height];
    return this.put(plateCell, x, y, `plate ${index}`, `${handUp} ${name}`, name, (pen) => drawPlate(pen, { x, y, width, height }, name, handUp));
  }

  /** Draws a caption into its cell, with lines no wider than `wide` units and its tail at `tail` of its width from the middle, unless it is there already. */
  caption(index: number, { text, icon, isPrivate }: CaptionText, wide: number, tail: number): Area {
    const { width, height, columns } = captionCell;
    const [x, y] = [(index % columns) * width, plateCell.height * plateCell.rows + Math.floor(index / columns) * height];
    return this.put(captionCell, x, y, `caption ${index}`, `${isPrivate} ${icon} ${wide} ${tail} ${text}`, text, (pen) => drawCaption(pen, { x, y, width, height }, { text, icon, isPrivate, wide, tail }));
  }

  /** Brings what has changed to the graphics card: a cell or two in most frames, the whole picture rarely. */
  upload(renderer: WebGLRenderer): void {
    if (this.fresh.size === 0) return;
    if (this.isThere && this.fresh.size <= few) for (const cell of this.fresh) this.carry(cell, renderer);
    else this.texture.needsUpdate = true;
    this.isThere = true;
    this.fresh.clear();
  }

  private carry({ kind, x, y }: Cell, renderer: WebGLRenderer): void {
    const carrier = this.carriers.get(kind);
    if (!carrier?.pen) return;
    const { canvas, pen, texture } = carrier;
    const [width, height] = [kind.width * this.density, kind.height * this.density];
    if (canvas.width !== width) Object.assign(canvas, { width, height });
    pen.clearRect(0, 0, width, height);
    pen.drawImage(this.canvas, x * this.density, y * this.density, width, height, 0, 0, width, height);
    renderer.copyTextureToTexture(texture, this.texture, null, new Vector2(x * this.density, this.canvas.height - y * this.density - height));
  }

  private put(kind: Kind, x: number, y: number, where: string, key: string, text: string, draw: (pen: CanvasRenderingContext2D) => Drawn): Area {
    const known = this.cells.get(where);
    if (known?.key === key) return known.area;
    if (known) this.fresh.delete(known);
    const cell: Cell = { kind, x, y, key, text, draw, area: nowhere };
    this.cells.set(where, cell);
    this.draw(cell);
    return cell.area;
  }

  private redraw(): void {
    for (const cell of this.cells.values()) this.draw(cell);
    this.changed();
  }

  private draw(cell: Cell): void {
    const { pen } = this;
    if (!pen) return;
    const font = fontOf(cell.text);
    // Asking for the font starts its load; `loadingdone` then draws it again.
    if (!document.fonts.check(font, cell.text)) void document.fonts.load(font, cell.text);
    pen.setTransform(this.density, 0, 0, this.density, 0, 0);
    pen.font = font;
    pen.textBaseline = 'middle';
    const { x, y, width, height } = cell.draw(pen);
    cell.area = { uv: [x / size.width, 1 - (y + height) / size.height, width / size.width, height / size.height], width, height };
    this.fresh.add(cell);
  }

  dispose(): void {
    document.fonts.removeEventListener('loadingdone', this.onFonts);
    this.texture.dispose();
  }
}
