/** A nameplate on screen, in CSS pixels, about its middle; y grows downwards. */
export interface PlateBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const farthestShift = 110;
const gap = 2;

/**
 * How far each plate moves up so that none covers one before it in the list; `undefined` for one that would have to
 * move too far: fewer names, not a heap of them.
 */
export const shiftsOf = (plates: readonly PlateBox[]): (number | undefined)[] => {
  const settled: PlateBox[] = [];
  return plates.map((plate) => {
    let shift = 0;
    const collides = (box: PlateBox): boolean =>
      Math.abs(box.x - plate.x) < (box.width + plate.width) / 2 + gap && Math.abs(box.y - (plate.y - shift)) < (box.height + plate.height) / 2 + gap - 0.01;
    for (let hit = settled.find(collides); hit; hit = settled.find(collides)) {
      shift = plate.y - (hit.y - (hit.height + plate.height) / 2 - gap);
      if (shift > farthestShift) return undefined;
    }
    settled.push({ ...plate, y: plate.y - shift });
    return shift;
  });
};

/** A plate's height on screen at a distance; never so low that its text falls under 15 px. */
export const plateHeight = (distance: number): number => Math.min(34, Math.max(29, 190 / distance + 12));
