import { describe, expect, it } from 'vitest';
import { shownOf } from '#client/view-3d/captions.ts';
import { Cells } from '#client/view-3d/plates/cells.ts';
import { fitted } from '#client/view-3d/plates/fit.ts';
import { placesOf, plateHeight, type PlateBox, type Stack } from '#client/view-3d/plates/overlap.ts';
import { chanceFrom } from '#client/view-3d/geometry/chance.ts';

const plate = (x: number, y: number, width = 100, height = 26): PlateBox => ({ x, y, width, height });
const overlap = (a: PlateBox, b: PlateBox): boolean => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

const shiftsOf = (plates: readonly PlateBox[]): (number | undefined)[] => placesOf(plates).map((place) => place?.shift);

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

describe('what stands upon nameplates', () => {
  const talking = (x: number, y: number, width = 200) => ({ ...plate(x, y), over: { width, height: 50 } });

  it('takes its room with its plate', () => {
    expect(placesOf([talking(0, 300)])).toEqual([{ shift: 0, over: true }]);
    // The second one's plate is beside the first one's, and only what they say would overlap.
    const [first, second] = placesOf([talking(0, 300), talking(120, 300)]);
    expect(first).toEqual({ shift: 0, over: true });
    expect(second?.over).toBe(true);
    expect(second?.shift).toBeGreaterThanOrEqual(76);
  });

  it('gives way before its plate does, and to nothing but other words', () => {
    const heap = placesOf(Array.from({ length: 12 }, (_, i) => talking(i * 105, 300, 400)));
    // Some are heard, of some more there is the name, and of some nothing.
    expect(heap.filter((place) => place?.over === true).length).toBeGreaterThan(2);
    expect(heap.filter((place) => place?.over === false).length).toBeGreaterThan(0);
    const names = Array.from({ length: 6 }, (_, i) => plate(0, 300 - i * 10, 120));
    expect(placesOf(names).slice(0, 4).every((place) => place !== undefined)).toBe(true);
    const [one, ...others] = placesOf([...names, talking(0, 260)]);
    const said = others.at(-1);
    expect(said).toEqual({ shift: 0, over: true });
    expect(one).toBeDefined();
  });

  it('moves nothing over the screen’s upper edge', () => {
    expect(placesOf([plate(0, 40), plate(10, 40), plate(20, 40)], { top: 0 }).map((place) => place?.shift)).toEqual([0, undefined, undefined]);
    expect(placesOf([plate(0, 40), plate(10, 40)], { top: -30 })[1]?.shift).toBe(28);
  });

  it('never covers another’s plate or words', () => {
    const chance = chanceFrom(11);
    const stacks: readonly Stack[] = Array.from({ length: 40 }, () => (chance() < 0.5 ? talking(chance() * 900, 300 + chance() * 200, 80 + chance() * 240) : plate(chance() * 900, 300 + chance() * 200, 60 + chance() * 80)));
    const boxes = placesOf(stacks).flatMap((place, i) => {
      const stack = stacks[i];
      if (!place || !stack) return [];
      const own = { ...stack, y: stack.y - place.shift };
      const over = stack.over && place.over ? [plate(own.x, own.y - (own.height + stack.over.height) / 2, stack.over.width, stack.over.height)] : [];
      return [own, ...over].map((box) => ({ i, box }));
    });
    for (const a of boxes) for (const b of boxes) if (a.i < b.i) expect(overlap(a.box, b.box)).toBe(false);
  });
});

describe('words over a head', () => {
  const measure = (text: string): number => [...text].length;

  it('are broken between words into two lines at most, the rest an ellipsis', () => {
    expect(fitted('hello', 10, measure)).toEqual(['hello']);
    expect(fitted('  good\n morning  everyone ', 12, measure)).toEqual(['good morning', 'everyone']);
    expect(fitted('I have put the notes on the board', 12, measure)).toEqual(['I have put', 'the notes o…']);
    expect(fitted('', 12, measure)).toEqual([]);
  });

  it('break within a word only where it is longer than a line, and never within a letter', () => {
    expect(fitted('Donaudampfschifffahrt ahoi', 12, measure)).toEqual(['Donaudampfsc', 'hifffahrt a…']);
    const family = '👨‍👩‍👧‍👦';
    expect(fitted(family.repeat(3), 8, measure)).toEqual([family, `${family}…`]);
  });

  it('are never wider than they may be, whatever is said', () => {
    const chance = chanceFrom(5);
    for (let time = 0; time < 300; time++) {
      const text = Array.from({ length: Math.floor(chance() * 40) }, () => 'abc éß漢🙂'.repeat(1 + Math.floor(chance() * 2)).slice(Math.floor(chance() * 5))).join(chance() < 0.5 ? ' ' : '');
      const lines = fitted(text, 9, measure);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(9);
    }
  });

  it('come and go softly, and at once where nothing is to move', () => {
    const caption = { since: 1_000, until: 5_000 };
    expect([1_000, 1_090, 3_000, 4_900, 5_000].map((now) => shownOf(caption, now, false) > 0)).toEqual([false, true, true, true, false]);
    expect(shownOf(caption, 1_090, false)).toBeLessThan(1);
    expect(shownOf(caption, 3_000, false)).toBe(1);
    expect([1_000, 4_999, 5_000].map((now) => shownOf(caption, now, true))).toEqual([1, 1, 0]);
  });

  it('have a bounded number of cells, lent to the first and taken back', () => {
    const cells = new Cells<number>(12);
    cells.keep(Array.from({ length: 300 }, (_, i) => i));
    const lent = Array.from({ length: 300 }, (_, i) => cells.of(i)).filter((cell) => cell !== undefined);
    expect(lent.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    const third = cells.of(3);
    cells.keep([3, 200, 201]);
    expect(cells.of(3)).toBe(third);
    expect(cells.of(4)).toBeUndefined();
    expect(new Set([3, 200, 201].map((one) => cells.of(one))).size).toBe(3);
  });
});
