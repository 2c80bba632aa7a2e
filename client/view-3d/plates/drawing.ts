import { outlined } from '#client/ui/icons.paths.ts';
import type { GestureKind } from '#shared/kernel/cue.ts';
import { fitted } from './fit.ts';

const ink = '#2a1d24';
const inkPlate = 'rgba(42, 29, 36, 0.9)';
const paper = '#fff4e2';
const notice = '#ffc65a';
/** Ember on paper, 5.5:1. */
const ownMark = '#a8431c';

const icons: Readonly<Record<GestureKind, keyof typeof outlined>> = { wave: 'hand-waving', nod: 'check', clap: 'hands-clapping', heart: 'heart', laugh: 'smiley', thanks: 'hand' };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** What of a cell was drawn into. */
export type Drawn = Box;

/** A name on ink, with a raised hand before it where one is up. */
export const drawPlate = (pen: CanvasRenderingContext2D, { x, y, width: wide, height }: Box, name: string, handUp: boolean): Drawn => {
  pen.clearRect(x, y, wide, height);
  const glyph = handUp ? 30 : 0;
  const longest = wide - 8 - 34 - glyph;
  const width = Math.min(longest, pen.measureText(name).width) + 34 + glyph;
  const left = x + wide / 2 - width / 2;
  pen.fillStyle = inkPlate;
  pen.beginPath();
  pen.roundRect(left, y + 4, width, height - 8, 20);
  pen.fill();
  if (handUp) drawHand(pen, left + 17, y + 9);
  pen.fillStyle = paper;
  pen.textAlign = 'left';
  pen.fillText(name, left + 17 + glyph, y + height / 2 + 1, longest);
  return { x: left, y, width, height };
};

const line = 29;
const sides = 18;
const tail = 10;
const rim = 3;
const sign = 34;

export interface CaptionDrawing {
  readonly text: string;
  readonly icon?: GestureKind | undefined;
  readonly isPrivate: boolean;
  /** How wide (units) a line of text may be. */
  readonly wide: number;
  /** Where its tail is: from its middle, as a share of its width. */
  readonly tail: number;
}

/** What somebody says, on paper with an edge of ink and a tail towards who says it; broken lines where not everybody reads it. */
export const drawCaption = (pen: CanvasRenderingContext2D, { x, y, width: cellWidth, height: cellHeight }: Box, { text, icon, isPrivate, wide, tail: at }: CaptionDrawing): Drawn => {
  pen.clearRect(x, y, cellWidth, cellHeight);
  const glyph = icon ? sign : 0;
  const lines = fitted(text, wide - glyph, (part) => pen.measureText(part).width);
  const longest = Math.max(1, ...lines.map((part) => pen.measureText(part).width));
  const width = longest + glyph + sides * 2 + rim * 2;
  const height = lines.length * line + 14 + rim * 2 + tail;
  const [left, top] = [x + cellWidth / 2 - width / 2, y + cellHeight - height];
  pen.beginPath();
  pen.roundRect(left + rim, top + rim, width - rim * 2, height - rim * 2 - tail + 2, 16);
  const mostAside = Math.max(0, width / 2 - rim - 28);
  const [middle, foot] = [left + width / 2 + Math.max(-mostAside, Math.min(mostAside, at * width)), top + height - rim - tail + 2];
  pen.moveTo(middle - 10, foot);
  pen.lineTo(middle, foot + tail - 1);
  pen.lineTo(middle + 10, foot);
  pen.lineJoin = 'round';
  pen.lineWidth = rim * 2;
  pen.strokeStyle = isPrivate ? ownMark : ink;
  pen.stroke();
  pen.fillStyle = paper;
  pen.fill();
  pen.fillStyle = ink;
  pen.textAlign = 'center';
  const centre = left + (width + glyph) / 2;
  for (const [i, part] of lines.entries()) pen.fillText(part, centre, top + rim + 8 + line * (i + 0.5) + 1);
  if (icon) drawIcon(pen, icon, left + rim + sides - 4, top + (height - tail) / 2 - 14);
  return { x: left, y: top, width, height };
};

const drawIcon = (pen: CanvasRenderingContext2D, icon: GestureKind, x: number, y: number): void => {
  pen.save();
  pen.translate(x, y);
  pen.scale(28 / 256, 28 / 256);
  pen.fillStyle = ownMark;
  pen.fill(new Path2D(outlined[icons[icon]]));
  pen.restore();
};

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
