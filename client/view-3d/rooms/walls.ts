import { Faces, smooth, type Triangles } from '../geometry/triangles.ts';
import { torus } from '../geometry/round.ts';
import { box, roundedRectangle, slab } from '../geometry/solids.ts';
import type { Vec2, Vec3 } from '../geometry/vector.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** A round hole: its middle and radius on the panel. */
export type Hole = readonly [x: number, y: number, radius: number];

/**
 * A wall of one side, from the floor up, facing +z: a grid, because light lives in vertices. From behind it is not there,
 * so that a camera outside looks in. A round hole is cut along its grid, whose corners move onto the circle.
 */
export const panel = (width: number, height: number, cut = 0.5, hole?: Hole): Triangles => {
  const [across, up] = [Math.max(1, Math.ceil(width / cut)), Math.max(1, Math.ceil(height / cut))];
  const faces = new Faces();
  const snapped = (i: number, j: number): Vec2 => {
    const [x, y] = [-width / 2 + (width * i) / across, (height * j) / up];
    if (!hole) return [x, y];
    const away = Math.hypot(x - hole[0], y - hole[1]);
    if (away === 0 || Math.abs(away - hole[2]) > (cut * 1.45) / 2) return [x, y];
    return [hole[0] + ((x - hole[0]) / away) * hole[2], hole[1] + ((y - hole[1]) / away) * hole[2]];
  };
  const at = (i: number, j: number): Vec3 => [...snapped(i, j), 0];
  for (let i = 0; i < across; i++) {
    for (let j = 0; j < up; j++) {
      const corners = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)] as const;
      const [mx, my] = [corners.reduce((sum, p) => sum + p[0], 0) / 4, corners.reduce((sum, p) => sum + p[1], 0) / 4];
      if (!hole || Math.hypot(mx - hole[0], my - hole[1]) > hole[2]) faces.quad(...corners);
    }
  }
  return smooth(faces.positions, 0.5);
};

/** A floor of planks along z, from one wall to the other. */
export const planks = (kit: RoomKit, width: number, north: number, south: number, colours: readonly [string, ...string[]], wide = 0.36): void => {
  for (let x = -width / 2; x < width / 2; x += wide) {
    for (let z = north; z < south;) {
      const until = Math.min(south, z + kit.between(1.6, 3));
      kit.add(slab(roundedRectangle(x + wide / 2, (z + until) / 2, wide - 0.012, until - z - 0.012, 0, 0.02), -0.08, 0.08, 0.012), kit.oneOf(colours), {}, { floor: true, casts: false, mottle: 0.18 });
      z = until;
    }
  }
};

/** How far (m) a hall reaches south of its floor: a camera behind whoever comes in has room there. */
export const ROOM_BEHIND = 4.6;

export interface Hall {
  readonly width: number;
  /** Where its walls stand (m, z). The south one is far enough out for a camera behind whoever stands at the edge. */
  readonly north: number;
  readonly south: number;
  readonly height: number;
  readonly floor: readonly [string, ...string[]];
  readonly walls: readonly [north: string, sides: string];
  readonly hole?: Hole;
  readonly ceiling?: string;
}

/** Four walls, a floor of planks and, if it has a colour, a ceiling. */
export const hall = (kit: RoomKit, { width, north, south, height, floor, walls, hole, ceiling }: Hall): void => {
  const depth = south - north;
  planks(kit, width, north, south, floor);
  const wall = (at: Vec3, turn: number, wide: number, colour: string, cut: number, through?: Hole): void => {
    kit.add(panel(wide, height, cut, through), colour, { at, turn }, { jitter: 0, gradient: [0.84, 1.06] });
  };
  wall([0, 0, north], 0, width, walls[0], 0.34, hole);
  for (const side of [-1, 1]) wall([(side * width) / 2, 0, (north + south) / 2], (-side * Math.PI) / 2, depth, walls[1], 0.5);
  wall([0, 0, south], Math.PI, width, walls[1], 0.6);
  if (ceiling !== undefined) kit.add(panel(width, depth, 0.5), ceiling, { at: [0, height, north], tilt: Math.PI / 2 }, { jitter: 0, gradient: [1, 1] });
  // A skirting keeps the walls from floating.
  for (const side of [-1, 1]) kit.add(box(0.05, 0.16, depth, 0.015, 1.2), palette.woodDark, { at: [side * (width / 2 - 0.025), 0.08, (north + south) / 2] }, { casts: false });
  kit.add(box(width, 0.16, 0.05, 0.015, 1.2), palette.woodDark, { at: [0, 0.08, north + 0.025] }, { casts: false });
};

/** The frame of a round window, with a cross and an inner ring. */
export const roundFrame = (kit: RoomKit, x: number, y: number, z: number, radius: number): void => {
  kit.add(torus(radius + 0.02, 0.16, 8, 44), palette.woodDark, { at: [x, y, z + 0.02] });
  for (const roll of [0, Math.PI / 2]) kit.add(box(0.09, radius * 2, 0.1, 0.02, 0.6), palette.woodDark, { at: [x, y, z - 0.06], roll });
  kit.add(torus(radius * 0.43, 0.05, 6, 28), palette.woodDark, { at: [x, y, z - 0.06] });
};
