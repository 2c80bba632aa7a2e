import { CanvasTexture, SRGBColorSpace } from 'three';
import { faceOf } from '#client/ui/PersonName.tsx';

export const cell = { width: 256, height: 48, columns: 4, rows: 10 } as const;
export const cellCount = cell.columns * cell.rows;

const ink = 'rgba(42, 29, 36, 0.9)';
const paper = '#fff4e2';
const notice = '#ffc65a';
const latinFont = '700 25px "Atkinson Hyperlegible Next Variable", "Atkinson Hyperlegible Next", system-ui, sans-serif';
const wideFont = '700 25px "Hearth Wide", "Hearth Wide Latin", system-ui, sans-serif';
const fontOf = (text: string): string => (faceOf(text) === undefined ? latinFont : wideFont);

export interface PlateText {
  readonly name: string;
  readonly handUp: boolean;
}

/** One canvas that holds the plates shown, drawn again when a name, a hand or the fonts change. */
export class PlateAtlas {
  readonly texture: CanvasTexture;
  private readonly pen: CanvasRenderingContext2D | null;
  private readonly drawn: (PlateText | undefined)[] = new Array<PlateText | undefined>(cellCount).fill(undefined);
  private readonly widths = new Float32Array(cellCount);
  private readonly onFonts = (): void => this.redraw();
  private readonly changed: () => void;

  constructor(changed: () => void) {
    const canvas = document.createElement('canvas');
    canvas.width = cell.width * cell.columns;
    canvas.height = cell.height * cell.rows;
    this.pen = canvas.getContext('2d');
    this.texture = new CanvasTexture(canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 2;
    this.changed = changed;
    document.fonts.addEventListener('loadingdone', this.onFonts);
  }

  /** Draws a plate into its cell unless it is there already; returns its width as a share of the cell. */
  put(index: number, text: PlateText): number {
    const known = this.drawn[index];
    if (known?.name !== text.name || known.handUp !== text.handUp) this.draw(index, text);
    return this.widths[index] ?? 1;
  }

  private redraw(): void {
    for (const [index, text] of this.drawn.entries()) if (text) this.draw(index, text);
    this.changed();
  }

  private draw(index: number, text: PlateText): void {
    // A copy: whoever asks may reuse its own.
    this.drawn[index] = { name: text.name, handUp: text.handUp };
    const { pen } = this;
    if (!pen) return;
    const font = fontOf(text.name);
    // Asking for the font starts its load; `loadingdone` then draws the plate again.
    if (!document.fonts.check(font, text.name)) void document.fonts.load(font, text.name);
    const [x, y] = [(index % cell.columns) * cell.width, Math.floor(index / cell.columns) * cell.height];
    const [middleX, middleY] = [x + cell.width / 2, y + cell.height / 2];
    pen.clearRect(x, y, cell.width, cell.height);
    pen.font = font;
    const glyph = text.handUp ? 30 : 0;
    const longest = cell.width - 8 - 34 - glyph;
    const textWidth = Math.min(longest, pen.measureText(text.name).width);
    const width = textWidth + 34 + glyph;
    pen.fillStyle = ink;
    pen.beginPath();
    pen.roundRect(middleX - width / 2, y + 4, width, cell.height - 8, 20);
    pen.fill();
    const start = middleX - width / 2 + 17;
    if (text.handUp) drawHand(pen, start, y + 9);
    pen.fillStyle = paper;
    pen.textBaseline = 'middle';
    pen.textAlign = 'left';
    pen.fillText(text.name, start + glyph, middleY + 1, longest);
    this.widths[index] = width / cell.width;
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    document.fonts.removeEventListener('loadingdone', this.onFonts);
    this.texture.dispose();
  }
}

/** A raised hand: palm, four fingers and a thumb, so that it is a shape and not only a colour. */
const drawHand = (pen: CanvasRenderingContext2D, x: number, y: number): void => {
  pen.fillStyle = notice;
  const bar = (dx: number, dy: number, width: number, height: number, round: number): void => {
    pen.beginPath();
    pen.roundRect(x + dx, y + dy, width, height, round);
    pen.fill();
  };
  bar(2, 12, 18, 17, 7);
  for (const [finger, top] of [3, 0, 1, 5].entries()) bar(2 + finger * 4.7, top, 3.9, 18, 2);
  pen.save();
  pen.translate(x + 1, y + 17);
  pen.rotate(-0.6);
  pen.beginPath();
  pen.roundRect(-3, 0, 5, 11, 2.5);
  pen.fill();
  pen.restore();
};
