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
}

/** How far a plate moves up, and whether what stands upon it has room there. */
export interface Place {
  readonly shift: number;
  readonly over: boolean;
}

const farthestShift = 110;
const gap = 2;

const whole = ({ x, y, width, height, over }: Stack): PlateBox =>
  over ? { x, y: y - over.height / 2, width: Math.max(width, over.width), height: height + over.height } : { x, y, width, height };

/** How large text is, which lets words move further, and the screen's upper edge, over which nothing moves. */
interface Room {
  readonly size?: number;
  readonly top?: number;
}

/**
 * Where each plate goes so that none covers one before it in the list; `undefined` for one that would have to move too far:
 * fewer names, not a heap of them. Where words find no room so, they are put before all others: then names give way to them.
 */
export const placesOf = (stacks: readonly Stack[], room: Room = {}): (Place | undefined)[] => {
  const all = stacks.map((_, i) => i);
  const places = settle(stacks, all, room);
  const isHeard = (i: number): boolean => stacks[i]?.over === undefined || places[i]?.over === true;
  const unheard = all.filter((i) => !isHeard(i));
  return unheard.length === 0 ? places : settle(stacks, [...unheard, ...all.filter(isHeard)], room);
};

const settle = (stacks: readonly Stack[], order: readonly number[], { size = 1, top = -Infinity }: Room): (Place | undefined)[] => {
  const settled: PlateBox[] = [];
  const shiftOf = (plate: PlateBox, farthest = farthestShift): number | undefined => {
    let shift = 0;
    const collides = (box: PlateBox): boolean =>
      Math.abs(box.x - plate.x) < (box.width + plate.width) / 2 + gap && Math.abs(box.y - (plate.y - shift)) < (box.height + plate.height) / 2 + gap - 0.01;
    for (let hit = settled.find(collides); hit; hit = settled.find(collides)) {
      shift = plate.y - (hit.y - (hit.height + plate.height) / 2 - gap);
      if (shift > farthest || plate.y - shift - plate.height / 2 < top) return undefined;
    }
    settled.push({ ...plate, y: plate.y - shift });
    return shift;
  };
  const places = new Array<Place | undefined>(stacks.length).fill(undefined);
  for (const i of order) {
    const stack = stacks[i];
    if (!stack) continue;
    const shift = stack.over && shiftOf(whole(stack), farthestShift * size);
    const alone = shift ?? shiftOf({ x: stack.x, y: stack.y, width: stack.width, height: stack.height });
    if (alone !== undefined) places[i] = { shift: alone, over: shift !== undefined };
  }
  return places;
};

/** A plate's height on screen at a distance; never so low that its text falls under 15 px. */
export const plateHeight = (distance: number): number => Math.min(34, Math.max(29, 190 / distance + 12));
