import type { Layout, Shape } from '../rooms/layout.ts';

/** The side of a cell, in metres. */
export const CELL = 0.25;
/** Half the width of a body: how far from solids its middle stays. */
export const BODY = 0.25;

/** Where one can walk: a bitset over a square of cells, compiled from a layout; one for collision and for paths, on both sides. */
export interface Grid {
  readonly size: number;
  /** The position of the square's corner: both x and z of cell (0, 0). */
  readonly origin: number;
  readonly blocked: Uint8Array;
}

/** Whether the point lies within `grow` metres of the shape. */
export const within = (shape: Shape, dx: number, dz: number, grow = 0): boolean => {
  if (shape.kind === 'circle') return dx * dx + dz * dz <= (shape.radius + grow) ** 2;
  const cos = Math.cos(shape.heading);
  const sin = Math.sin(shape.heading);
  return Math.abs(dx * cos - dz * sin) <= shape.width / 2 + grow && Math.abs(dx * sin + dz * cos) <= shape.depth / 2 + grow;
};

/** Metres from the point to the shape's edge; 0 within it. */
export const metresToEdge = (shape: Shape, dx: number, dz: number): number => {
  if (shape.kind === 'circle') return Math.max(0, Math.hypot(dx, dz) - shape.radius);
  const cos = Math.cos(shape.heading);
  const sin = Math.sin(shape.heading);
  return Math.hypot(Math.max(0, Math.abs(dx * cos - dz * sin) - shape.width / 2), Math.max(0, Math.abs(dx * sin + dz * cos) - shape.depth / 2));
};

/** The point `distance` metres outside the shape's edge that is nearest to (dx, dz). */
export const besideEdge = (shape: Shape, dx: number, dz: number, distance: number): { x: number; z: number } => {
  if (shape.kind === 'circle') {
    const away = Math.hypot(dx, dz);
    const share = (shape.radius + distance) / away;
    return away < 0.01 ? { x: 0, z: shape.radius + distance } : { x: dx * share, z: dz * share };
  }
  const cos = Math.cos(shape.heading);
  const sin = Math.sin(shape.heading);
  let along = dx * cos - dz * sin;
  let across = dx * sin + dz * cos;
  const [overAlong, overAcross] = [Math.abs(along) - shape.width / 2, Math.abs(across) - shape.depth / 2];
  const over = Math.hypot(Math.max(0, overAlong), Math.max(0, overAcross));
  // From within, out by the nearer side.
  const [outAlong, outAcross] = over > 0 ? [(Math.max(0, overAlong) / over) * distance, (Math.max(0, overAcross) / over) * distance] : overAlong > overAcross ? [distance, 0] : [0, distance];
  if (outAlong > 0) along = (along < 0 ? -1 : 1) * (shape.width / 2 + outAlong);
  if (outAcross > 0) across = (across < 0 ? -1 : 1) * (shape.depth / 2 + outAcross);
  return { x: along * cos + across * sin, z: across * cos - along * sin };
};

const reach = (shape: Shape): number => (shape.kind === 'circle' ? shape.radius : Math.hypot(shape.width, shape.depth) / 2);

export const compileGrid = (layout: Layout): Grid => {
  const half = Math.ceil(reach(layout.floor) / CELL) + 1;
  const size = half * 2;
  const grid: Grid = { size, origin: -half * CELL, blocked: new Uint8Array(size * size) };
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = grid.origin + (column + 0.5) * CELL;
      const z = grid.origin + (row + 0.5) * CELL;
      const free = within(layout.floor, x, z, -BODY) && !layout.objects.some((thing) => thing.solid && within(thing.solid, x - thing.x, z - thing.z, BODY));
      if (!free) grid.blocked[row * size + column] = 1;
    }
  }
  return grid;
};

const cellOf = (grid: Grid, metres: number): number => Math.floor((metres - grid.origin) / CELL);
export const centreOf = (grid: Grid, cell: number): number => grid.origin + (cell + 0.5) * CELL;

export const isFree = (grid: Grid, column: number, row: number): boolean =>
  column >= 0 && row >= 0 && column < grid.size && row < grid.size && grid.blocked[row * grid.size + column] === 0;

export const walkable = (grid: Grid, x: number, z: number): boolean => isFree(grid, cellOf(grid, x), cellOf(grid, z));

/** (x, z) where that is walkable, else the middle of the free cell nearest to it, searched outwards ring by ring; `undefined` where the grid has none. */
export const nearestFree = (grid: Grid, x: number, z: number): { x: number; z: number } | undefined => {
  if (walkable(grid, x, z)) return { x, z };
  const column = Math.min(grid.size - 1, Math.max(0, cellOf(grid, x)));
  const row = Math.min(grid.size - 1, Math.max(0, cellOf(grid, z)));
  const clamp = (metres: number): number => Math.min(grid.origin + grid.size * CELL, Math.max(grid.origin, metres));
  const outside = (x - clamp(x)) ** 2 + (z - clamp(z)) ** 2;
  let best: { x: number; z: number } | undefined;
  let bestDistance = Infinity;
  // A cell at the corner of one ring may be further away than one at the side of the next: on, until no ring can be nearer.
  for (let ring = 1; ring < grid.size && outside + ((ring - 0.5) * CELL) ** 2 < bestDistance; ring++) {
    for (let dz = -ring; dz <= ring; dz++) {
      for (let dx = -ring; dx <= ring; dx += Math.abs(dz) === ring ? 1 : ring * 2) {
        if (!isFree(grid, column + dx, row + dz)) continue;
        const candidate = { x: centreOf(grid, column + dx), z: centreOf(grid, row + dz) };
        const distance = (candidate.x - x) ** 2 + (candidate.z - z) ** 2;
        if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
      }
    }
  }
  return best;
};

/** Whether one can walk straight from a to b: visits every cell that the line touches (Amanatides and Woo, 1987). */
export const clearLine = (grid: Grid, ax: number, az: number, bx: number, bz: number): boolean => {
  let column = cellOf(grid, ax);
  let row = cellOf(grid, az);
  const [lastColumn, lastRow] = [cellOf(grid, bx), cellOf(grid, bz)];
  const [dx, dz] = [bx - ax, bz - az];
  const [stepX, stepZ] = [Math.sign(dx), Math.sign(dz)];
  // How much of the line (0–1) lies before the next border, and between two borders, in each direction.
  const border = (cell: number, step: number): number => grid.origin + (cell + (step > 0 ? 1 : 0)) * CELL;
  let nextX = stepX === 0 ? Infinity : (border(column, stepX) - ax) / dx;
  let nextZ = stepZ === 0 ? Infinity : (border(row, stepZ) - az) / dz;
  const betweenX = stepX === 0 ? Infinity : CELL / Math.abs(dx);
  const betweenZ = stepZ === 0 ? Infinity : CELL / Math.abs(dz);
  for (let visited = Math.abs(lastColumn - column) + Math.abs(lastRow - row); ; visited--) {
    if (!isFree(grid, column, row)) return false;
    if (visited <= 0) return true;
    // Through a corner exactly, both cells beside it count: nobody squeezes between two that touch.
    if (Math.abs(nextX - nextZ) < 1e-9 && !(isFree(grid, column + stepX, row) && isFree(grid, column, row + stepZ))) return false;
    if (nextX < nextZ) {
      column += stepX;
      nextX += betweenX;
    } else {
      row += stepZ;
      nextZ += betweenZ;
    }
  }
};
