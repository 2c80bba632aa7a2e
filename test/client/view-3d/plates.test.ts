import { describe, expect, it } from 'vitest';
import { plateHeight, shiftsOf, type PlateBox } from '#client/view-3d/plates/overlap.ts';
import { chanceFrom } from '#client/view-3d/geometry/chance.ts';

const plate = (x: number, y: number, width = 100, height = 26): PlateBox => ({ x, y, width, height });
const overlap = (a: PlateBox, b: PlateBox): boolean => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

describe('nameplates', () => {
  it('stay where nothing is in the way', () => {
    expect(shiftsOf([plate(0, 0), plate(200, 0), plate(0, 60)])).toEqual([0, 0, 0]);
  });

  it('move up above the one before them, never the nearer one', () => {
    const [first, second] = shiftsOf([plate(0, 0), plate(20, 5)]);
    expect(first).toBe(0);
    expect(second).toBeGreaterThanOrEqual(31);
  });

  it('never overlap, and are left away rather than moved too far', () => {
    const chance = chanceFrom(3);
    const plates = Array.from({ length: 60 }, () => plate(chance() * 500, 300 + chance() * 120, 60 + chance() * 80));
    const shifts = shiftsOf(plates);
    const shown = plates.flatMap((one, i) => (shifts[i] === undefined ? [] : [{ ...one, y: one.y - (shifts[i] ?? 0) }]));
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.length).toBeLessThan(60);
    for (const [i, a] of shown.entries()) for (const b of shown.slice(i + 1)) expect(overlap(a, b)).toBe(false);
    for (const shift of shifts) if (shift !== undefined) expect(shift).toBeLessThanOrEqual(110);
  });

  it('keep their text at 15 px or more at any distance', () => {
    for (const distance of [0.5, 3, 10, 34, 200]) expect((plateHeight(distance) * 25) / 48).toBeGreaterThanOrEqual(15);
  });
});
