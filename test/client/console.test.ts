import { expect, it } from 'vitest';
import { placeAt } from '#client/rituals/plan/useDragging.ts';
import { columnsIn } from '#client/rituals/console/useColumns.ts';

it('a console has three columns beside a list of people at 1280 px, two over a picture at 800, one on a phone, and fewer where the text is larger', () => {
  // What is left of the width, less what stands beside it and its own edges.
  expect(columnsIn(1280 - 48 - 24 - 320, 16)).toBe(3);
  expect(columnsIn(800 - 32 - 106, 16)).toBe(2);
  expect(columnsIn(288, 16)).toBe(1);
  expect(columnsIn(1280 - 48 - 24 - 320, 32)).toBe(1);
});

it('RI35 a step that is dragged comes to stand below all that are above the hand', () => {
  const middles = [20, 60, 100, 140];
  expect([-5, 70, 101, 999].map((y) => placeAt(middles, 1, y))).toEqual([0, 1, 2, 3]);
  expect(placeAt(middles, 3, 30)).toBe(1);
  expect(placeAt(middles, 0, 60)).toBe(0);
});
