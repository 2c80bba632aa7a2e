/** A nameplate on screen, in CSS pixels, about its middle; y grows downwards. */
export interface PlateBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A plate with what stands upon it, if anything does. */
export interface Stack extends PlateBox {
  readonly over?: { readonly width: number; readonly height: number } | undefined;
  /** How far it may move up: `farthestShift`, if left out. */
  readonly farthest?: number;
  /** What it must not lie upon, besides what no plate may. */
  readonly clear?: readonly PlateBox[];
}

/** How far a plate moves up, and whether what stands upon it has room there. */
export interface Place {
  readonly shift: number;
  readonly over: boolean;
}

/** How far (pixels) a plate moves up that is to be there. */
export const farthestShift = 110;
const gap = 2;

const whole = ({ x, y, width, height, over }: Stack): PlateBox =>
  over ? { x, y: y - over.height / 2, width: Math.max(width, over.width), height: height + over.height } : { x, y, width, height };

/** How large text is, which lets words move further; the screen's upper edge, over which nothing moves; and what no plate may lie upon. */
interface Room {
  readonly size?: number;
  readonly top?: number;
  readonly covered?: readonly PlateBox[];
}

/**
 * Where each plate goes so that none covers one before it in the list; `undefined` for one that would have to move too far:
 * fewer names, not a heap of them. Those with words on them come first, in their order: names give way to words.
 */
export const placesOf = (stacks: readonly Stack[], { size = 1, top = -Infinity, covered = [] }: Room = {}): (Place | undefined)[] => {
  const settled: PlateBox[] = [...covered];
  const shiftOf = (plate: PlateBox, clear: readonly PlateBox[], farthest: number): number | undefined => {
    let shift = 0;
    const collides = (box: PlateBox): boolean =>
      Math.abs(box.x - plate.x) < (box.width + plate.width) / 2 + gap && Math.abs(box.y - (plate.y - shift)) < (box.height + plate.height) / 2 + gap - 0.01;
    const hit = (): PlateBox | undefined => settled.find(collides) ?? clear.find(collides);
    for (let box = hit(); box; box = hit()) {
      shift = plate.y - (box.y - (box.height + plate.height) / 2 - gap);
      if (shift > farthest || plate.y - shift - plate.height / 2 < top) return undefined;
    }
    settled.push({ ...plate, y: plate.y - shift });
    return shift;
  };
  const places = new Array<Place | undefined>(stacks.length).fill(undefined);
  for (const [i, stack] of [...stacks.entries()].sort(([, a], [, b]) => Number(b.over !== undefined) - Number(a.over !== undefined))) {
    const { clear = [], farthest = farthestShift } = stack;
    const shift = stack.over && shiftOf(whole(stack), clear, farthestShift * size);
    const alone = shift ?? shiftOf({ x: stack.x, y: stack.y, width: stack.width, height: stack.height }, clear, farthest);
    if (alone !== undefined) places[i] = { shift: alone, over: shift !== undefined };
  }
  return places;
};

/** How far aside a plate goes to lie beside what covers the picture, at most so far that it still stands over its own place; 0 where that does not help. */
export const besides = ({ x, y, width, height }: PlateBox, covered: readonly PlateBox[]): number => {
  const overlap = (box: PlateBox, slide: number): boolean => Math.abs(box.x - x - slide) < (box.width + width) / 2 + gap - 0.01 && Math.abs(box.y - y) < (box.height + height) / 2 + gap;
  const box = covered.find((one) => overlap(one, 0));
  if (!box) return 0;
  const far = (box.width + width) / 2 + gap;
  const slide = x < box.x ? box.x - far - x : box.x + far - x;
  return Math.abs(slide) <= width / 2 && !covered.some((one) => overlap(one, slide)) ? slide : 0;
};

/** A plate's height on screen at a distance; never so low that its text falls under 15 px. */
export const plateHeight = (distance: number): number => Math.min(34, Math.max(29, 190 / distance + 12));
