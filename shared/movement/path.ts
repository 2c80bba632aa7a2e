import { CELL, centreOf, clearLine, isFree, nearestFree, type Grid } from './grid.ts';

export interface Point {
  readonly x: number;
  readonly z: number;
}

const straight = 10;
const diagonal = 14;

/** A binary heap of cells by their estimated cost. */
class Frontier {
  readonly #cells: number[] = [];
  readonly #costs: number[] = [];
  get size(): number {
    return this.#cells.length;
  }
  push(cell: number, cost: number): void {
    let at = this.#cells.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const parentCost = this.#costs[parent] ?? 0;
      if (parentCost <= cost) break;
      this.#cells[at] = this.#cells[parent] ?? 0;
      this.#costs[at] = parentCost;
      at = parent;
    }
    this.#cells[at] = cell;
    this.#costs[at] = cost;
  }
  pop(): number {
    const top = this.#cells[0] ?? -1;
    const cell = this.#cells.pop() ?? 0;
    const cost = this.#costs.pop() ?? 0;
    const size = this.#cells.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= size) break;
      if (child + 1 < size && (this.#costs[child + 1] ?? 0) < (this.#costs[child] ?? 0)) child++;
      if ((this.#costs[child] ?? 0) >= cost) break;
      this.#cells[at] = this.#cells[child] ?? 0;
      this.#costs[at] = this.#costs[child] ?? 0;
      at = child;
    }
    this.#cells[at] = cell;
    this.#costs[at] = cost;
    return top;
  }
}

const search = (grid: Grid, start: number, goal: number): number[] | undefined => {
  const { size } = grid;
  const cost = new Float64Array(size * size).fill(Infinity);
  const from = new Int32Array(size * size).fill(-1);
  const frontier = new Frontier();
  const goalColumn = goal % size;
  const goalRow = Math.floor(goal / size);
  const estimate = (column: number, row: number): number => {
    const dx = Math.abs(column - goalColumn);
    const dz = Math.abs(row - goalRow);
    return straight * Math.max(dx, dz) + (diagonal - straight) * Math.min(dx, dz);
  };
  cost[start] = 0;
  frontier.push(start, 0);
  while (frontier.size > 0) {
    const cell = frontier.pop();
    if (cell === goal) {
      const cells = [cell];
      for (let back = from[cell] ?? -1; back >= 0; back = from[back] ?? -1) cells.push(back);
      return cells.reverse();
    }
    const column = cell % size;
    const row = Math.floor(cell / size);
    for (let dz = -1; dz <= 1; dz++) {
      for (let dx = -1; dx <= 1; dx++) {
        if ((dx === 0 && dz === 0) || !isFree(grid, column + dx, row + dz)) continue;
        // No squeezing between two solids that touch at a corner.
        if (dx !== 0 && dz !== 0 && !(isFree(grid, column + dx, row) && isFree(grid, column, row + dz))) continue;
        const next = (row + dz) * size + column + dx;
        const through = (cost[cell] ?? 0) + (dx !== 0 && dz !== 0 ? diagonal : straight);
        if (through >= (cost[next] ?? Infinity)) continue;
        cost[next] = through;
        from[next] = cell;
        frontier.push(next, through + estimate(column + dx, row + dz));
      }
    }
  }
  return undefined;
};

/** Keeps only the corners that a straight walk needs. */
const pullTight = (grid: Grid, points: readonly Point[]): Point[] => {
  const kept: Point[] = [];
  let at = 0;
  while (at < points.length - 1) {
    let next = points.length - 1;
    const here = points[at];
    while (here && next > at + 1) {
      const there = points[next];
      if (there && clearLine(grid, here.x, here.z, there.x, there.z)) break;
      next--;
    }
    const corner = points[next];
    if (corner) kept.push(corner);
    at = next;
  }
  return kept;
};

/**
 * The corners of a short walk from `start` to the walkable point nearest to `goal` (A*, eight directions, then pulled
 * tight). Empty when one is there already; `undefined` when there is no way.
 */
export const findPath = (grid: Grid, start: Point, goal: Point): readonly Point[] | undefined => {
  const from = nearestFree(grid, start.x, start.z);
  const to = nearestFree(grid, goal.x, goal.z);
  if (!from || !to) return undefined;
  if (clearLine(grid, from.x, from.z, to.x, to.z)) return Math.hypot(to.x - start.x, to.z - start.z) < 0.05 ? [] : [to];
  const cell = (point: Point) => Math.floor((point.z - grid.origin) / CELL) * grid.size + Math.floor((point.x - grid.origin) / CELL);
  const cells = search(grid, cell(from), cell(to));
  if (!cells) return undefined;
  const middles = cells.slice(1, -1).map((at) => ({ x: centreOf(grid, at % grid.size), z: centreOf(grid, Math.floor(at / grid.size)) }));
  return pullTight(grid, [from, ...middles, to]);
};
