import { beforeAll, expect, test } from 'vitest';
import { buildOnce } from '#test/support/build.ts';
import { mostScript, reachOf, scriptOf } from '#test/support/scripts.ts';

beforeAll(buildOnce);

test('a room can be used before much script is fetched', () => {
  const { flat, deep } = scriptOf();
  // Both are there at all.
  expect(Math.min(flat, deep)).toBeGreaterThan(100);
  expect(flat, 'KB before the 2D room: what is not needed to see it is fetched when it is opened, by `lazy`').toBeLessThanOrEqual(mostScript.flat);
  expect(deep, 'KB besides for the 3D view').toBeLessThanOrEqual(mostScript.deep);
});

test('a board in words fetches nothing of Excalidraw', () => {
  const [outline, drawing] = [reachOf('BoardPage'), reachOf('Drawing')];
  const isTheirs = (script: string): boolean => /excalidraw__|roughjs|Excalifont/.test(script);
  expect(drawing.some(isTheirs)).toBe(true);
  expect(outline.some(isTheirs)).toBe(false);
});

test('nothing but the 3D view brings the picture along', () => {
  const draws = (name: string): boolean => reachOf(name).some((text) => text.includes('WebGLRenderer'));
  expect(draws('Room3d')).toBe(true);
  expect(['hearth', 'RitualPanel', 'Palette', 'BoardPage', 'Drawing', 'SettingsDialog', 'Popover'].filter(draws)).toEqual([]);
});
