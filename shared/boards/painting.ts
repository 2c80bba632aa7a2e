/**
 * What a board's picture is painted from: its elements as paths, texts and pictures in the board's own units, in a simple style of
 * our own. It needs no canvas; how wide a text is, it is told.
 */
import { unpackPoints, type Point } from './stroke.codec.ts';
import type { SeenElement } from './seen.ts';
import type { Box } from './placement.ts';

export type Stroke = { readonly colour: string; readonly width: number; readonly dash: readonly number[] };
/** An outline: a box with round corners, an oval, or points; `smooth` for a line of the hand. */
export type Form =
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly corner: number }
  | { readonly kind: 'oval'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly closed: boolean; readonly smooth: boolean };
export type PaintOp = { readonly alpha: number; /** About which point it is turned (radians, clockwise). */ readonly turn?: readonly [angle: number, x: number, y: number]; /** Nothing of it is outside. */ readonly clip?: Box } & (
  | { readonly op: 'form'; readonly form: Form; readonly fill?: string; readonly stroke?: Stroke }
  | { readonly op: 'text'; readonly lines: readonly string[]; readonly x: number; /** Of the first line's middle. */ readonly y: number; readonly size: number; readonly step: number; readonly align: 'left' | 'center' | 'right'; readonly colour: string }
  | { readonly op: 'image'; readonly box: Box; /** What it is kept as (BO27). */ readonly image: string; /** Which part of it is shown, as shares of it. */ readonly part: Box; /** Mirrored across and down: −1. */ readonly scale: readonly [number, number]; /** What it shows, in words. */ readonly label: string }
);

/** How wide a text is, of a letter as high as `size`. */
export type Measure = (text: string, size: number) => number;

const CORNER = 0.12;
const MOST_CORNER = 24;
/** A frame's name stands over it, clear of another frame that stands as near above as groups in words do. */
const FRAME = { colour: '#b9a98c', fill: 'rgba(255, 255, 255, 0.45)', name: 20, ink: '#4d3d2f' } as const;
/** How long an arrow's head is, in widths of its line and at least. */
const HEAD = { widths: 5, least: 14 } as const;
const INK = '#2a1d24';
/** So much of a text is painted: what nobody can read on a wall costs nothing. */
const MOST_LINES = 60;

const isSeen = (colour: string): boolean => colour !== 'transparent' && !/^#(?:...0|......00)$/.test(colour);
const strokeOf = ({ strokeColor, strokeWidth, strokeStyle }: SeenElement): Stroke | undefined =>
  isSeen(strokeColor) && strokeWidth > 0 ? { colour: strokeColor, width: strokeWidth, dash: strokeStyle === 'dashed' ? [strokeWidth * 4, strokeWidth * 4] : strokeStyle === 'dotted' ? [strokeWidth, strokeWidth * 3] : [] } : undefined;

/** A text in lines no wider than `width`, broken between words, and within one that is longer than a line. */
export const wrapped = (text: string, width: number, size: number, measure: Measure): readonly string[] => {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (measure(longer, size) <= width) line = longer;
      else {
        if (line !== '') lines.push(line);
        line = '';
        for (const letter of word) {
          if (line !== '' && measure(line + letter, size) > width) {
            lines.push(line);
            line = '';
          }
          line += letter;
          if (lines.length >= MOST_LINES) return lines;
        }
      }
      if (lines.length >= MOST_LINES) return lines;
    }
    lines.push(line);
  }
  return lines;
};

const middleOf = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];

/** Where the way from a box's middle to a point leaves the box. */
export const rimTowards = (box: Box, [px, py]: Point): Point => {
  const [x, y] = middleOf(box);
  const [dx, dy] = [px - x, py - y];
  const share = Math.min(dx === 0 ? Infinity : Math.abs(box.width / 2 / dx), dy === 0 ? Infinity : Math.abs(box.height / 2 / dy));
  return share >= 1 ? [px, py] : [x + dx * share, y + dy * share];
};

const headOf = (tip: Point, from: Point, length: number): readonly Point[] => {
  const way = Math.atan2(tip[1] - from[1], tip[0] - from[0]);
  const wing = (turn: number): Point => [tip[0] - length * Math.cos(way + turn), tip[1] - length * Math.sin(way + turn)];
  return [wing(0.45), tip, wing(-0.45)];
};

interface Painting {
  readonly all: ReadonlyMap<string, SeenElement>;
  readonly measure: Measure;
}

/** A line's points on the board. An end within a shape (a connection made in words leads from middle to middle) is drawn from its rim. */
const pointsOf = (element: SeenElement, { all }: Painting): readonly Point[] => {
  const points = (unpackPoints(element.points ?? '') ?? []).map(([x, y]): Point => [element.x + x, element.y + y]);
  const [first, last] = [points[0], points.at(-1)];
  const [second, before] = [points[1], points.at(-2)];
  if (!first || !last || !second || !before || element.type === 'freedraw') return points;
  const drawn = (id: string | undefined, end: Point, next: Point): Point => {
    const shape = id === undefined ? undefined : all.get(id);
    const isWithin = shape && end[0] > shape.x && end[0] < shape.x + shape.width && end[1] > shape.y && end[1] < shape.y + shape.height;
    return shape && isWithin ? rimTowards(shape, next) : end;
  };
  return [drawn(element.from, first, second), ...points.slice(1, -1), drawn(element.to, last, before)];
};

const isClosed = (points: readonly Point[]): boolean => {
  const [first, last] = [points[0], points.at(-1)];
  return points.length > 3 && first !== undefined && last !== undefined && Math.hypot(first[0] - last[0], first[1] - last[1]) < 1;
};

type Bare = PaintOp extends infer O ? (O extends PaintOp ? Omit<O, 'alpha' | 'turn' | 'clip'> : never) : never;

const formOps = (form: Form, element: SeenElement): readonly Bare[] => {
  const stroke = strokeOf(element);
  const fill = isSeen(element.backgroundColor) ? element.backgroundColor : undefined;
  return fill === undefined && stroke === undefined ? [] : [{ op: 'form', form, ...(fill !== undefined && { fill }), ...(stroke && { stroke }) }];
};

const textOps = (element: SeenElement, { all, measure }: Painting): readonly Bare[] => {
  const { text = '', fontSize: size = 20, lineHeight = 1.25, containerId, verticalAlign } = element;
  if (text.trim() === '') return [];
  const holder = typeof containerId === 'string' ? all.get(containerId) : undefined;
  const isOnLine = holder !== undefined && (holder.type === 'arrow' || holder.type === 'line');
  const inset = holder && !isOnLine ? Math.min(12, holder.width / 8) : 0;
  const box: Box = holder && !isOnLine ? { x: holder.x + inset, y: holder.y + inset, width: holder.width - 2 * inset, height: holder.height - 2 * inset } : element;
  const align = isOnLine ? 'center' : (element.textAlign ?? 'left');
  const step = size * lineHeight;
  const lines = wrapped(text, holder && !isOnLine ? box.width : Infinity, size, measure);
  const tall = lines.length * step;
  const [x, middle] = isOnLine ? labelSpot(holder, { all, measure }) : [align === 'center' ? box.x + box.width / 2 : align === 'right' ? box.x + box.width : box.x, box.y + box.height / 2];
  const top = isOnLine || (holder && (verticalAlign ?? 'middle') === 'middle') ? middle - tall / 2 : holder && verticalAlign === 'bottom' ? box.y + box.height - tall : box.y;
  const wide = isOnLine ? Math.max(...lines.map((line) => measure(line, size))) + 12 : 0;
  return [
    ...(isOnLine ? [{ op: 'form', form: { kind: 'box', x: x - wide / 2, y: top - 2, width: wide, height: tall + 4, corner: 6 }, fill: '#fbf3e2' } as const] : []),
    { op: 'text', lines, x, y: top + step / 2, size, step, align, colour: isSeen(element.strokeColor) ? element.strokeColor : INK },
  ];
};

/** A connection's label stands in the middle of its way. */
const labelSpot = (holder: SeenElement, painting: Painting): Point => {
  const points = pointsOf(holder, painting);
  const half = (points.length - 1) / 2;
  const [a, b] = [points[Math.floor(half)], points[Math.ceil(half)]];
  return a && b ? [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] : middleOf(holder);
};

const lineOps = (element: SeenElement, painting: Painting): readonly Bare[] => {
  const points = pointsOf(element, painting);
  const [first, last] = [points[0], points.at(-1)];
  const stroke = strokeOf(element);
  if (!first || !last || !stroke) return [];
  if (points.length === 1) return [{ op: 'form', form: { kind: 'oval', x: first[0] - stroke.width, y: first[1] - stroke.width, width: stroke.width * 2, height: stroke.width * 2 }, fill: stroke.colour }];
  const closed = element.type === 'line' && isClosed(points);
  const head = (tip: Point, from: Point): Bare => ({ op: 'form', form: { kind: 'line', points: headOf(tip, from, Math.max(HEAD.least, stroke.width * HEAD.widths)), closed: false, smooth: false }, stroke: { ...stroke, dash: [] } });
  return [
    { op: 'form', form: { kind: 'line', points, closed, smooth: element.type === 'freedraw' || element.roundness !== null }, ...(closed && isSeen(element.backgroundColor) && { fill: element.backgroundColor }), stroke },
    ...(element.endArrowhead ? [head(last, points.at(-2) ?? first)] : []),
    ...(element.startArrowhead ? [head(first, points[1] ?? last)] : []),
  ];
};

const partOf = ({ crop }: SeenElement): Box =>
  crop ? { x: crop.x / crop.naturalWidth, y: crop.y / crop.naturalHeight, width: crop.width / crop.naturalWidth, height: crop.height / crop.naturalHeight } : { x: 0, y: 0, width: 1, height: 1 };

const opsOf = (element: SeenElement, painting: Painting): readonly Bare[] => {
  const { type, x, y, width, height } = element;
  switch (type) {
    case 'rectangle': return formOps({ kind: 'box', x, y, width, height, corner: element.roundness === null ? 0 : Math.min(MOST_CORNER, Math.min(width, height) * CORNER) }, element);
    case 'ellipse': return formOps({ kind: 'oval', x, y, width, height }, element);
    case 'diamond': return formOps({ kind: 'line', points: [[x + width / 2, y], [x + width, y + height / 2], [x + width / 2, y + height], [x, y + height / 2]], closed: true, smooth: false }, element);
    case 'text': return textOps(element, painting);
    case 'line': case 'arrow': case 'freedraw': return lineOps(element, painting);
    case 'image': return [{ op: 'image', box: { x, y, width, height }, image: element.fileId ?? '', part: partOf(element), scale: element.scale ?? [1, 1], label: element.label ?? '' }];
    case 'frame': return [
      { op: 'form', form: { kind: 'box', x, y, width, height, corner: 12 }, fill: FRAME.fill, stroke: { colour: FRAME.colour, width: 2, dash: [] } },
      ...(element.name ? [{ op: 'text', lines: [element.name], x: x + 4, y: y - FRAME.name * 0.6, size: FRAME.name, step: FRAME.name, align: 'left', colour: FRAME.ink } as const] : []),
    ];
  }
};

/** BO25. A board's elements as what is painted, lowest first: frames under what stands in them, and what is in a frame within it. */
export const paintingOf = (elements: Iterable<SeenElement>, measure: Measure): readonly PaintOp[] => {
  const all = new Map([...elements].map((element) => [element.id, element]));
  const order = [...all.values()].toSorted((a, b) => Number(b.type === 'frame') - Number(a.type === 'frame') || (a.index < b.index ? -1 : a.index > b.index ? 1 : 0));
  return order.flatMap((element) => {
    const { angle, opacity, type, frameId } = element;
    const frame = frameId !== null && type !== 'frame' ? all.get(frameId) : undefined;
    const [x, y] = middleOf(element);
    return opsOf(element, { all, measure }).map((bare): PaintOp => ({
      ...bare, alpha: opacity / 100,
      ...(angle !== 0 && { turn: [angle, x, y] as const }),
      ...(frame && { clip: { x: frame.x, y: frame.y, width: frame.width, height: frame.height } }),
    }));
  });
};

/** The box around all that is painted; `undefined` for nothing. */
export const reachOf = (elements: Iterable<SeenElement>): Box | undefined => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { type, x, y, width, height, points, angle } of elements) {
    const around = points === undefined ? [[x, y], [x + width, y + height]] as const : (unpackPoints(points) ?? []).map(([px, py]) => [x + px, y + py] as const);
    // What is turned may reach as far as its corners.
    const more = angle === 0 ? 0 : Math.hypot(width, height) / 2 - Math.min(width, height) / 2;
    const above = type === 'frame' ? FRAME.name * 1.2 : 0;
    for (const [px, py] of around) [left, top, right, bottom] = [Math.min(left, px - more), Math.min(top, py - more - above), Math.max(right, px + more), Math.max(bottom, py + more)];
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
};

/** How a board's units come to lie on a picture of this size: all of it in sight, with a margin, and no note larger than a hand. */
export const fitInto = (reach: Box | undefined, width: number, height: number): { readonly scale: number; readonly x: number; readonly y: number } => {
  const { x, y, width: wide, height: tall } = reach ?? { x: 0, y: 0, width: 1, height: 1 };
  const margin = 0.04 * Math.min(width, height);
  const scale = Math.min((width - 2 * margin) / Math.max(1, wide), (height - 2 * margin) / Math.max(1, tall), width / SMALLEST_SHOWN);
  return { scale, x: width / 2 - (x + wide / 2) * scale, y: height / 2 - (y + tall / 2) * scale };
};
/** A board is shown at least so many units wide: four notes side by side. */
const SMALLEST_SHOWN = 1_100;
