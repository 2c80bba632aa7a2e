import { Sameness } from '../geometry/sameness.ts';
import type { RoomKit } from '../rooms/roomKit.ts';

/** The distinct corners of a room, and the triangles as places in that list. */
export interface Welded {
  /** Which corner of the kit each distinct corner is. */
  readonly corners: readonly number[];
  readonly index: Uint32Array<ArrayBuffer>;
}

/** Finds corners that share place, normal, colour and traits, so that each is baked and stored once. */
export const weld = (kit: RoomKit): Welded => {
  const count = kit.positions.length / 3;
  const index = new Uint32Array(count);
  const corners: number[] = [];
  const same = new Sameness(count, 10);
  const key = new Int32Array(10);
  const write = (from: number, list: readonly number[], at: number, scale: number): void => {
    for (let k = 0; k < 3; k++) key[from + k] = Math.round((list[at + k] ?? 0) * scale);
  };
  for (let corner = 0; corner < count; corner++) {
    write(0, kit.positions, corner * 3, 300);
    write(3, kit.normals, corner * 3, 20);
    write(6, kit.colours, corner * 4, 100);
    key[9] = kit.traits[corner * 2] ?? 0;
    const place = same.placeOf(key);
    if (place === corners.length) corners.push(corner);
    index[corner] = place;
  }
  return { corners, index };
};
