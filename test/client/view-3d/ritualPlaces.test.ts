/** Where the things of a ritual stand: in each room that ships, on free floor. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placesIn } from '#client/view-3d/ritual/places.ts';
import { compileGrid, walkable } from '#shared/movement/grid.ts';
import { layoutSchema } from '#shared/rooms/layout.ts';

const rooms = readdirSync('assets/rooms').filter((file) => file.endsWith('.json'));

describe.each(rooms)('in %s', (file) => {
  const layout = layoutSchema.parse(JSON.parse(readFileSync(`assets/rooms/${file}`, 'utf8')));
  const { ribbon, sheet, heap, candles } = placesIn(layout);
  const grid = compileGrid(layout);

  it('a ribbon hangs over floor that one can walk on, between its posts', () => {
    for (let i = -4; i <= 4; i++) {
      const [x, z] = [ribbon.x + Math.cos(ribbon.heading) * ribbon.half * (i / 4), ribbon.z - Math.sin(ribbon.heading) * ribbon.half * (i / 4)];
      expect(walkable(grid, x, z), `${i}`).toBe(true);
    }
  });

  it('an easel, a heap and candles stand on free floor, away from each other', () => {
    for (const one of [sheet, heap]) expect(walkable(grid, one.x, one.z)).toBe(true);
    expect(Math.hypot(sheet.x - heap.x, sheet.z - heap.z)).toBeGreaterThan(1.2);
    if (candles.inner < 1) expect(walkable(grid, candles.x, candles.z)).toBe(true);
  });
});
