/** Where things of a ritual stand in a room: on free floor, before whoever comes in, out of the way of faces and signs. */
import { compileGrid, walkable, type Grid } from '#shared/movement/grid.ts';
import type { Layout } from '#shared/rooms/layout.ts';

export interface Spot {
  readonly x: number;
  readonly z: number;
  /** Whom it faces: a layout's heading. */
  readonly heading: number;
}

export interface Places {
  /** A ribbon's middle, half its length and how high its ends are (m): over the heads of those who sit before it, or under those on a stage behind it. */
  readonly ribbon: Spot & { readonly half: number; readonly high: number };
  readonly sheet: Spot;
  readonly heap: Spot;
  /** About what candles stand, and how far from it the innermost does. */
  readonly candles: Spot & { readonly inner: number };
  /** What everybody looks at. */
  readonly middle: { readonly x: number; readonly z: number };
}

/** A ribbon stretches no further than this to each side (m), and is none below that. */
const halves = [3.6, 3.1, 2.6, 2.1, 1.6] as const;
const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length);

const isClear = (grid: Grid, x: number, z: number, radius: number): boolean =>
  [[0, 0], [radius, 0], [-radius, 0], [0, radius], [0, -radius]].every(([dx = 0, dz = 0]) => walkable(grid, x + dx, z + dz));

/** Where one looks, coming in: a stage's deck, a fire, else the middle of what there is. */
const middleOf = ({ zones, objects }: Layout): { readonly x: number; readonly z: number; readonly isStage: boolean } => {
  const stage = zones.find(({ rule }) => rule === 'stage');
  const fire = objects.find(({ kind }) => kind === 'hearth');
  const { x, z } = stage ?? fire ?? { x: 0, z: 0 };
  return { x, z, isStage: stage !== undefined };
};

export const placesIn = (layout: Layout): Places => {
  const grid = compileGrid(layout);
  const { x, z, isStage } = middleOf(layout);
  const [fromX, fromZ] = [mean(layout.spawns.map((one) => one.x)), mean(layout.spawns.map((one) => one.z))];
  const far = Math.hypot(x - fromX, z - fromZ) || 1;
  const [aheadX, aheadZ] = [(x - fromX) / far, (z - fromZ) / far];
  const heading = Math.atan2(-aheadX, -aheadZ);
  /** So far beyond the middle, and so far to the right, as one sees it coming in. */
  const at = (ahead: number, right: number): Spot => ({ x: x + aheadX * ahead - aheadZ * right, z: z + aheadZ * ahead + aheadX * right, heading });
  // Before a stage what is cut is between it and those who look; else it is beyond the fire, so that nobody sits behind it.
  const depths = isStage ? [-3.4, -3.9, -4.5, -5.2] : [5, 4.6, 4.2, 3.8, 3.4, 2.9, 2.4, -2.4, -3];
  const spanAt = (depth: number, half: number): boolean => Array.from({ length: 11 }, (_, i) => at(depth, ((i - 5) / 5) * half)).every((spot) => walkable(grid, spot.x, spot.z));
  const found = halves.flatMap((half) => depths.filter((depth) => spanAt(depth, half)).map((depth) => ({ depth, half })))[0] ?? { depth: isStage ? -3.6 : 3, half: 1.5 };
  const free = (choices: readonly (readonly [number, number])[], radius: number): Spot => {
    const spots = choices.map(([ahead, right]) => at(ahead, right));
    return spots.find((spot) => isClear(grid, spot.x, spot.z, radius)) ?? spots[0] ?? at(0, 0);
  };
  const facing = (spot: Spot): Spot => ({ ...spot, heading: Math.atan2(fromX - spot.x, fromZ - spot.z) });
  const beside = (side: number): readonly (readonly [number, number])[] =>
    (isStage ? [[-3.4, 4.3], [-3.8, 3.6], [-4.2, 2.6]] : [[3, 4.1], [2.4, 4.4], [3.4, 3], [1.6, 4.6], [0.6, 3], [-0.6, 2.6], [2, 2], [-2, 2]]).map(([ahead = 0, right = 0]) => [ahead, right * side] as const);
  const heap = free(isStage ? beside(1) : [[4.3, -0.3], [3.8, 0.3], ...beside(1)], 0.5);
  const hasFire = layout.objects.some(({ kind }) => kind === 'hearth');
  return {
    ribbon: { ...at(found.depth, 0), half: found.half, high: isStage ? 1.3 : 2.12 },
    sheet: facing(free(beside(-1), 0.5)),
    heap,
    candles: hasFire ? { x, z, heading, inner: 1.5 } : { ...free(isStage ? [[-5.2, 0], [-6, 0]] : beside(1), 0.6), inner: 0.1 },
    middle: { x, z },
  };
};
