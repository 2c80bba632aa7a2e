import { cylinder } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { Faces, flat, placed, type Triangles } from '../geometry/triangles.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { lantern } from './furniture.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** A tile as one sees it: its top, its lower edge and its sides. */
const shingle = (wide: number, thick: number, long: number): Triangles => {
  const [w, h, l] = [wide / 2, thick / 2, long / 2];
  const faces = new Faces();
  const inside: Vec3 = [0, 0, 0];
  faces.face([[-w, h, -l], [w, h, -l], [w, h, l], [-w, h, l]], inside);
  faces.face([[-w, -h, l], [w, -h, l], [w, h, l], [-w, h, l]], inside);
  for (const side of [-w, w]) faces.face([[side, -h, -l], [side, -h, l], [side, h, l], [side, h, -l]], inside);
  return flat(faces.positions);
};

/** A sloping roof of tiles: its middle, its size along and down the slope, its heading downhill, and its pitch. */
export const tiledRoof = (kit: RoomKit, at: Vec3, wide: number, long: number, heading: number, pitch: number): void => {
  const [columns, rows] = [Math.round(wide / 0.5), Math.round(long / 0.42)];
  kit.add(box(wide, 0.06, long, 0.02, 0.8), palette.woodDark, { at: [at[0], at[1] - 0.05, at[2]], turn: heading, tilt: pitch });
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, z] = [-wide / 2 + ((column + 0.5) * wide) / columns, -long / 2 + ((row + 0.5) * long) / rows];
      const tile = placed(shingle(wide / columns - 0.015, 0.05, long / rows + 0.06), { at: [x, 0.035 + kit.between(-0.006, 0.006), z], tilt: 0.07, turn: kit.between(-0.015, 0.015) });
      kit.add(tile, kit.oneOf(palette.tiles), { at, turn: heading, tilt: pitch }, { jitter: 0.06, gradient: [0.94, 1.04] });
    }
  }
};

/** A lean-to over something at the edge of a terrace: four posts, a tiled roof that falls inwards, and a lantern. */
export const leanTo = (kit: RoomKit, x: number, z: number, heading: number, wide: number): void => {
  const at = (across: number, y: number, ahead: number): Vec3 => [x + across * Math.cos(heading) + ahead * Math.sin(heading), y, z - across * Math.sin(heading) + ahead * Math.cos(heading)];
  // It rises to the front and stands on posts behind: nothing comes before what hangs under it, from above either.
  for (const side of [-1, 1]) {
    const [px, , pz] = at(side * (wide / 2 - 0.15), 0, -0.45);
    kit.add(cylinder(0.12, 0.1, 2.95, 8, 0.04), palette.woodDark, { at: [px, 0, pz] }, { gradient: [0.75, 1.05] });
    kit.add(cylinder(0.2, 0.16, 0.14, 8, 0.05), palette.rocks[1], { at: [px, 0, pz] });
    kit.add(box(0.1, 0.12, 1.75, 0.03), palette.wood, { at: at(side * (wide / 2 - 0.15), 3.06, 0.25), turn: heading, tilt: -0.16 });
  }
  tiledRoof(kit, at(0, 3.2, 0.25), wide + 0.5, 2, heading, -0.16);
  lantern(kit, at(wide / 2 + 0.02, 2.72, 0.7), 1.1);
};
