/** Draws a board's picture on a canvas. */
import { letters } from '#client/ui/letters.ts';
import type { Form, Measure, PaintOp } from '#shared/boards/painting.ts';

/** Smaller letters (px) are bars: nobody reads them, and each costs as much as a large one. */
const READABLE = 4.5;
/** Smaller things (px) are not there. */
const SEEN = 0.6;
/** Widths are measured once, at this size. */
const MEASURED = 100;

export const measureWith = (pen: CanvasRenderingContext2D): Measure => {
  const known = new Map<string, number>();
  return (text, size) => {
    let width = known.get(text);
    if (width === undefined) {
      pen.font = letters(400, MEASURED);
      known.set(text, (width = pen.measureText(text).width));
    }
    return (width * size) / MEASURED;
  };
};

/** The way of a form; a line of the hand goes through the middles of its steps. */
const trace = (pen: CanvasRenderingContext2D, form: Form): void => {
  pen.beginPath();
  if (form.kind === 'box') return pen.roundRect(form.x, form.y, form.width, form.height, form.corner);
  if (form.kind === 'oval') return pen.ellipse(form.x + form.width / 2, form.y + form.height / 2, form.width / 2, form.height / 2, 0, 0, 2 * Math.PI);
  const [first, ...others] = form.points;
  if (!first) return;
  pen.moveTo(...first);
  for (const [at, [x, y]] of others.entries()) {
    const next = others[at + 1];
    if (form.smooth && next) pen.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2);
    else pen.lineTo(x, y);
  }
  if (form.closed) pen.closePath();
};

const drawText = (pen: CanvasRenderingContext2D, { lines, x, y, size, step, align, colour }: Extract<PaintOp, { op: 'text' }>, scale: number, measure: Measure): void => {
  pen.fillStyle = colour;
  if (size * scale < READABLE) {
    pen.globalAlpha *= 0.55;
    for (const [at, line] of lines.entries()) {
      const wide = measure(line, size);
      if (line.trim() !== '') pen.fillRect(x - (align === 'center' ? wide / 2 : align === 'right' ? wide : 0), y + at * step - size * 0.2, wide, size * 0.4);
    }
    return;
  }
  [pen.font, pen.textAlign, pen.textBaseline] = [letters(400, size), align, 'middle'];
  for (const [at, line] of lines.entries()) pen.fillText(line, x, y + at * step);
};

/** A picture as it can be drawn; `undefined` until it is there. */
export type PrintOf = (image: string) => ImageBitmap | undefined;

/** Until a picture is there, and where it cannot be had, its words stand in its place. */
const drawImage = (pen: CanvasRenderingContext2D, { box, image, part, scale: [across, down], label }: Extract<PaintOp, { op: 'image' }>, measure: Measure, printOf: PrintOf): void => {
  const print = printOf(image);
  if (print) {
    pen.translate(box.x + box.width / 2, box.y + box.height / 2);
    pen.scale(across, down);
    pen.drawImage(print, part.x * print.width, part.y * print.height, part.width * print.width, part.height * print.height, -box.width / 2, -box.height / 2, box.width, box.height);
    return;
  }
  pen.fillStyle = '#e6ddc9';
  pen.fillRect(box.x, box.y, box.width, box.height);
  const size = Math.min(24, box.width / Math.max(1, measure(label, 1) + 1));
  if (label) drawText(pen, { op: 'text', alpha: 1, lines: [label], x: box.x + box.width / 2, y: box.y + box.height / 2, size, step: size, align: 'center', colour: '#6b5a45' }, Infinity, measure);
};

/** Draws what is painted, in units of which each is `scale` pixels; whatever state the pen has stays as it was. */
export const draw = (pen: CanvasRenderingContext2D, ops: readonly PaintOp[], scale: number, measure: Measure, printOf: PrintOf): void => {
  for (const op of ops) {
    if (op.op === 'form' && op.form.kind !== 'line' && Math.max(op.form.width, op.form.height) * scale < SEEN) continue;
    pen.save();
    pen.globalAlpha = op.alpha;
    if (op.clip) {
      pen.beginPath();
      pen.rect(op.clip.x, op.clip.y, op.clip.width, op.clip.height);
      pen.clip();
    }
    if (op.turn) {
      const [angle, x, y] = op.turn;
      pen.translate(x, y);
      pen.rotate(angle);
      pen.translate(-x, -y);
    }
    if (op.op === 'text') drawText(pen, op, scale, measure);
    else if (op.op === 'image') drawImage(pen, op, measure, printOf);
    else {
      trace(pen, op.form);
      if (op.fill !== undefined) {
        pen.fillStyle = op.fill;
        pen.fill();
      }
      if (op.stroke) {
        pen.strokeStyle = op.stroke.colour;
        // From afar a thin line is still a line.
        pen.lineWidth = Math.max(op.stroke.width, 0.8 / scale);
        pen.setLineDash([...op.stroke.dash]);
        [pen.lineCap, pen.lineJoin] = ['round', 'round'];
        pen.stroke();
      }
    }
    pen.restore();
  }
};
