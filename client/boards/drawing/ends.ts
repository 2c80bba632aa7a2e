/** Where an arrow ends that is drawn from shape to shape: at their rims. Whoever moves a shape in words moves no arrow. */
import type { Raw } from '#shared/boards/excalidraw.ts';
import type { Point } from '#shared/boards/stroke.codec.ts';

interface Box {
  readonly type: unknown;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}
const boxOf = (raw: Raw): Box => ({ type: raw.type, x: Number(raw.x), y: Number(raw.y), width: Number(raw.width), height: Number(raw.height), angle: Number(raw.angle ?? 0) });
const middle = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];
const turned = ([x, y]: Point, [cx, cy]: Point, by: number): Point => [cx + (x - cx) * Math.cos(by) - (y - cy) * Math.sin(by), cy + (x - cx) * Math.sin(by) + (y - cy) * Math.cos(by)];

/** How far from a rim an end may stand, and be where it was drawn. */
const NEAR = 24;
const DEFAULT_GAP = 4;

/** How far a point is from a shape, in units of its half size: below 1 it is inside. */
const depth = (box: Box, point: Point): number => {
  const [cx, cy] = middle(box);
  const [px, py] = turned(point, [cx, cy], -box.angle);
  const [dx, dy] = [Math.abs(px - cx) / Math.max(1, box.width / 2), Math.abs(py - cy) / Math.max(1, box.height / 2)];
  return box.type === 'ellipse' ? Math.hypot(dx, dy) : box.type === 'diamond' ? dx + dy : Math.max(dx, dy);
};

/** Where the way from a shape's middle to a point leaves it, and `gap` beyond. */
const rim = (box: Box, towards: Point, gap: number): Point => {
  const centre = middle(box);
  const far = depth(box, towards);
  if (far <= 0) return centre;
  const [dx, dy] = [towards[0] - centre[0], towards[1] - centre[1]];
  const length = Math.hypot(dx, dy);
  const reach = Math.min(1, 1 / far + gap / length);
  return [centre[0] + dx * reach, centre[1] + dy * reach];
};

/** Whether an end stands at its shape, as hands draw it: neither far off nor deep inside. */
const isAtRim = (box: Box, point: Point, gap: number): boolean => {
  const far = depth(box, point);
  const least = Math.max(1, Math.min(box.width, box.height) / 2);
  return Math.abs(far - 1) * least <= NEAR + gap;
};

const gapOf = (binding: unknown): number => Number((binding as { readonly gap?: unknown } | null)?.gap ?? DEFAULT_GAP);

/** The same arrow with its ends at what they hold on to; `undefined` where they are there already, or it turns by itself. */
export const atItsEnds = (arrow: Raw, shown: ReadonlyMap<string, Raw>): Raw | undefined => {
  if (arrow.type !== 'arrow' || arrow.elbowed === true || !Array.isArray(arrow.points) || arrow.points.length < 2) return undefined;
  const points = (arrow.points as readonly Point[]).map(([x, y]): Point => [Number(arrow.x) + x, Number(arrow.y) + y]);
  const at = (binding: unknown): Box | undefined => {
    const raw = shown.get(String((binding as { readonly elementId?: unknown } | null)?.elementId));
    return raw && raw.isDeleted !== true ? boxOf(raw) : undefined;
  };
  const [from, to] = [at(arrow.startBinding), at(arrow.endBinding)];
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return undefined;
  const [startOff, endOff] = [from && !isAtRim(from, first, gapOf(arrow.startBinding)), to && !isAtRim(to, last, gapOf(arrow.endBinding))];
  if (!startOff && !endOff) return undefined;
  const inner = points.slice(1, -1);
  const start = from && startOff ? rim(from, inner[0] ?? (to ? middle(to) : last), gapOf(arrow.startBinding)) : first;
  const end = to && endOff ? rim(to, inner.at(-1) ?? (from ? middle(from) : first), gapOf(arrow.endBinding)) : last;
  const all = [start, ...inner, end].map(([x, y]): Point => [x - start[0], y - start[1]]);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  return { ...arrow, x: start[0], y: start[1], points: all, width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys), versionNonce: Number(arrow.versionNonce ?? 0) + 1 };
};
