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
 * BO11. How far down each block goes so that one of them may reach down to `bottom`: what stood below it stands below it still,
 * as far away as it was or by the gap. What lay over each other before is left as it is; what is in nobody's way stays.
 */
export const makeRoom = (blocks: readonly Block[], id: string, bottom: number): ReadonlyMap<string, number> => {
  const down = new Map<string, number>();
  const growing = blocks.find((block) => block.id === id);
  if (!growing || bottom <= growing.y + growing.height) return down;
  /** Those that end lower than they did: where, and where they now end. */
  const lower: { readonly was: Box; readonly end: number }[] = [{ was: growing, end: bottom }];
  // From the top: whoever is pushed pushes only what comes later.
  for (const block of blocks.toSorted((a, b) => a.y - b.y)) {
    if (block.id === id) continue;
    let y = block.y;
    for (const { was, end } of lower) {
      const gap = block.y - was.y - was.height;
      if (gap >= 0 && isOver(block, was)) y = Math.max(y, end + Math.min(GAP, gap));
    }
    if (y === block.y) continue;
    down.set(block.id, y - block.y);
    lower.push({ was: block, end: y + block.height });
  }
  return down;
};
