import { expect, it } from 'vitest';
import { columnsIn } from '#client/rituals/console/useColumns.ts';

it('a console has three columns beside a list of people at 1280 px, two over a picture at 800, one on a phone, and fewer where the text is larger', () => {
  // What is left of the width, less what stands beside it and its own edges.
  expect(columnsIn(1280 - 48 - 24 - 320, 16)).toBe(3);
  expect(columnsIn(800 - 32 - 106, 16)).toBe(2);
  expect(columnsIn(288, 16)).toBe(1);
  expect(columnsIn(1280 - 48 - 24 - 320, 32)).toBe(1);
});
