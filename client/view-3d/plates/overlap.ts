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

/**
 * Where each plate goes so that none covers one before it in the list; `undefined` for one that would have to move too far:
 * fewer names, not a heap of them. What stands upon a plate gives way before the plate does. `size` is how large text is.
 */
export const placesOf = (stacks: readonly Stack[], size = 1): (Place | undefined)[] => {
  const settled: PlateBox[] = [];
  const shiftOf = (plate: PlateBox): number | undefined => {
    let shift = 0;
    const collides = (box: PlateBox): boolean =>
      Math.abs(box.x - plate.x) < (box.width + plate.width) / 2 + gap && Math.abs(box.y - (plate.y - shift)) < (box.height + plate.height) / 2 + gap - 0.01;
    for (let hit = settled.find(collides); hit; hit = settled.find(collides)) {
      shift = plate.y - (hit.y - (hit.height + plate.height) / 2 - gap);
      if (shift > farthestShift * size) return undefined;
    }
    settled.push({ ...plate, y: plate.y - shift });
    return shift;
  };
  return stacks.map((stack) => {
    const shift = stack.over && shiftOf(whole(stack));
    if (shift !== undefined) return { shift, over: true };
    const alone = shiftOf({ x: stack.x, y: stack.y, width: stack.width, height: stack.height });
    return alone === undefined ? undefined : { shift: alone, over: false };
  });
};

/** A plate's height on screen at a distance; never so low that its text falls under 15 px. */
export const plateHeight = (distance: number): number => Math.min(34, Math.max(29, 190 / distance + 12));
