import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL, clearLine, compileGrid, walkable, type Grid } from '#shared/movement/grid.ts';
import { move } from '#shared/movement/move.ts';
import { findPath } from '#shared/movement/path.ts';
import { commons } from '#test/support/room.ts';

/** A grid as drawn: `#` is blocked; its corner is at (0, 0). */
const drawn = (...rows: readonly string[]): Grid => ({ size: rows.length, origin: 0, blocked: Uint8Array.from(rows.join(''), (cell) => (cell === '#' ? 1 : 0)) });
const middle = (column: number, row: number) => ({ x: (column + 0.5) * CELL, z: (row + 0.5) * CELL });

describe('walls', () => {
  it('MO1 whoever walks into the stones of the hearth slides along them until they are past', () => {
    const grid = compileGrid(commons);
    const walked = move({ x: -3, z: -0.2, heading: 0 }, { heading: Math.PI / 2 - 0.3, pace: 1 }, 6, grid);
    expect(walkable(grid, walked.x, walked.z)).toBe(true);
    expect(walked.x).toBeGreaterThan(-0.5);
    expect(walked.z).toBeGreaterThan(1.4);
  });

  it('MO1 a wall met straight on stops', () => {
    const grid = compileGrid(commons);
    const walked = move({ x: -3, z: 0.01, heading: 0 }, { heading: Math.PI / 2, pace: 1 }, 5, grid);
    expect(walked.x).toBeGreaterThan(-1.8);
    expect(walked.x).toBeLessThan(-1.3);
  });

  it('MO3 there is no way between two solids that touch at a corner, nor through a wall', () => {
    const corner = drawn('....#', '...#.', '..#..', '.#...', '#....');
    expect(findPath(corner, middle(0, 0), middle(4, 4))).toBeUndefined();
    expect(clearLine(corner, middle(1, 1).x, middle(1, 1).z, middle(3, 3).x, middle(3, 3).z)).toBe(false);
    expect(findPath(drawn('..#..', '..#..', '..#..', '..#..', '..#..'), middle(0, 2), middle(4, 2))).toBeUndefined();
  });

  it('MO3 a gap of one cell is a way, and the way is the shortest there is', () => {
    const gap = drawn('..#..', '..#..', '..#..', '..#..', '.....');
    const corners = findPath(gap, middle(0, 0), middle(4, 0)) ?? [];
    expect(corners.at(-1)).toEqual(middle(4, 0));
    const length = corners.reduce((sum, { x, z }, at) => sum + Math.hypot(x - (corners[at - 1] ?? middle(0, 0)).x, z - (corners[at - 1] ?? middle(0, 0)).z), 0);
    // Down by the wall, under it and up again; a way with a needless corner would be longer.
    expect(length).toBeLessThan(CELL * (2 * Math.hypot(4, 1) + 2) + 0.01);
    expect(findPath(gap, middle(0, 0), middle(0, 0))).toEqual([]);
  });

  it('MO3 in any maze a way is found exactly where one can walk from cell to cell, and never cuts a corner', () => {
    const mazes = fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }).map((cells): Grid => ({ size: 8, origin: 0, blocked: Uint8Array.from(cells, (blocked, at) => (blocked && at !== 0 && at !== 63 ? 1 : 0)) }));
    fc.assert(
      fc.property(mazes, (maze) => {
        const free = (column: number, row: number): boolean => walkable(maze, middle(column, row).x, middle(column, row).z);
        const reached = new Set([0]);
        for (const cell of reached) {
          const [column, row] = [cell % 8, Math.floor(cell / 8)];
          // A step aslant needs both cells beside it, so straight steps alone reach all there is.
          for (const [dx, dz] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) if (free(column + dx, row + dz)) reached.add((row + dz) * 8 + column + dx);
        }
        const corners = findPath(maze, middle(0, 0), middle(7, 7));
        expect(corners !== undefined).toBe(reached.has(63));
        for (const [at, to] of (corners ?? []).entries()) {
          const from = corners?.[at - 1] ?? middle(0, 0);
          for (let share = 0; share <= 1; share += 0.002) expect(walkable(maze, from.x + (to.x - from.x) * share, from.z + (to.z - from.z) * share)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
