/** Where a note goes that somebody makes or moves by words, so that what is made by ear looks right to the eye. Units as everywhere on the board, y down. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Spot {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Spot, Size {}
export type Side = 'left' | 'right' | 'above' | 'below';

/** BO11. How far notes stand apart. */
export const GAP = 24;

/** Whether two boxes are nearer than the gap; those exactly as far are not, whatever the last digit says. */
export const crowds = (a: Box, b: Box, gap = GAP): boolean => {
  const near = gap - 1e-6;
  return a.x < b.x + b.width + near && b.x < a.x + a.width + near && a.y < b.y + b.height + near && b.y < a.y + a.height + near;
};

/**
 * BO11. The first free spot in reading order from the top left of `area`, within its width; below its end where it is full.
 * What is wider than the area stands at its left edge.
 */
export const spotIn = (boxes: readonly Box[], { width, height }: Size, area: Spot & { readonly width: number }): Spot => {
  // What is put somewhere may have a place already, which must not be looked at instead.
  const size = { width, height };
  const right = Math.max(area.x + area.width, area.x + size.width);
  const inBand = boxes.filter(({ x, width, y, height }) => x < right + GAP && x + width > area.x - GAP && y + height > area.y - GAP);
  const rows = [area.y, ...inBand.map(({ y, height }) => y + height + GAP).filter((y) => y > area.y)].toSorted((a, b) => a - b);
  for (const y of rows) {
    let x = area.x;
    while (x + size.width <= right) {
      const blocker = inBand.find((box) => crowds({ x, y, ...size }, box));
      if (!blocker) return { x, y };
      x = blocker.x + blocker.width + GAP;
    }
  }
  return { x: area.x, y: rows.at(-1) ?? area.y };
};

/** BO11. The nearest free spot on one side of something, in line with it. */
export const spotBeside = (boxes: readonly Box[], { width, height }: Size, of: Box, side: Side): Spot => {
  const size = { width, height };
  const level = { x: of.x + (of.width - size.width) / 2, y: of.y + (of.height - size.height) / 2 };
  const past = (box: Box): Spot =>
    side === 'left' ? { x: box.x - GAP - size.width, y: level.y }
    : side === 'right' ? { x: box.x + box.width + GAP, y: level.y }
    : side === 'above' ? { x: level.x, y: box.y - GAP - size.height }
    : { x: level.x, y: box.y + box.height + GAP };
  let spot = past(of);
  for (let blocker = boxes.find((box) => crowds({ ...spot, ...size }, box)); blocker; blocker = boxes.find((box) => crowds({ ...spot, ...size }, box))) spot = past(blocker);
  return spot;
};

/** Something that moves as one: a group with all that stands in it, or a note by itself. */
export interface Block extends Box {
  readonly id: string;
}

const isOver = (a: Box, b: Box): boolean => a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP;

/**
 * BO11. How far down each block goes so that one of them may reach down to `bottom`. Where it would come too near to something, all
 * that begins below it goes down together, so that it stays arranged and in its order; what lies over it already is left as it is.
 */
export const makeRoom = (blocks: readonly Block[], id: string, bottom: number): ReadonlyMap<string, number> => {
  const growing = blocks.find((block) => block.id === id);
  if (!growing) return new Map();
  const end = growing.y + growing.height;
  const below = blocks.filter((block) => block.id !== id && block.y >= end);
  const by = Math.max(0, ...below.filter((block) => isOver(block, growing)).map(({ y }) => bottom + Math.min(GAP, y - end) - y));
  return new Map(by > 0 ? below.map((block) => [block.id, by]) : []);
};
