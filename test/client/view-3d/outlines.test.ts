import { describe, expect, it } from 'vitest';
import { contrastOf, luminance } from '#test/support/contrast.ts';
import { areOutlined, lines, marksOf, unmarked } from '#client/view-3d/outlines/outlines.rules.ts';
import { chanceFrom } from '#client/view-3d/geometry/chance.ts';

const channels = (hex: string): readonly [number, number, number] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];

describe('clear outlines', () => {
  it('are drawn for whoever asks for more contrast in any way, unless they chose themselves', () => {
    const nothing = { contrast: 'system', prefersMore: false, forced: false } as const;
    expect(areOutlined('automatic', nothing)).toBe(false);
    expect(areOutlined('automatic', { ...nothing, contrast: 'more' })).toBe(true);
    expect(areOutlined('automatic', { ...nothing, prefersMore: true })).toBe(true);
    expect(areOutlined('automatic', { ...nothing, forced: true })).toBe(true);
    expect(areOutlined('on', nothing)).toBe(true);
    expect(areOutlined('off', { contrast: 'more', prefersMore: true, forced: true })).toBe(false);
  });

  it('have two lines of which one contrasts by 3.8 or more with any luminance; neither alone does', () => {
    const [dark, light] = [luminance(channels(lines.dark)), luminance(channels(lines.light))];
    const against = (one: number): readonly number[] => Array.from({ length: 1001 }, (_, i) => contrastOf(one, i / 1000));
    const [darks, lights] = [against(dark), against(light)];
    expect(Math.min(...darks.map((contrast, i) => Math.max(contrast, lights[i] ?? 0)))).toBeGreaterThan(3.8);
    expect(Math.min(...darks)).toBeLessThan(1.1);
    expect(Math.min(...lights)).toBeLessThan(1.1);
  });

  it('count contrast as WCAG does', () => {
    const [white, black] = [luminance([255, 255, 255]), luminance([0, 0, 0])];
    expect(contrastOf(white, black)).toBeCloseTo(21);
    expect(contrastOf(white, luminance([118, 118, 118]))).toBeCloseTo(4.54, 2);
    expect(contrastOf(black, white)).toBe(contrastOf(white, black));
  });

  it('mark the nearer with less, and nobody like the ground, however many there are', () => {
    expect(marksOf([9, 2, 5])).toEqual([3, 1, 2]);
    const chance = chanceFrom(8);
    const away = Array.from({ length: 300 }, () => chance() * 30);
    const marks = marksOf(away);
    expect(Math.max(...marks)).toBe(unmarked - 2);
    expect(new Set(marks).size).toBe(unmarked - 2);
    for (const [i, mark] of marks.entries()) for (const [k, other] of marks.entries()) if (mark < other) expect(away[i]).toBeLessThan(away[k] ?? 0);
  });
});
