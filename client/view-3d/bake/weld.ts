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
  const known = new Map<string, number>();
  const rounded = (list: readonly number[], at: number, scale: number): number => Math.round((list[at] ?? 0) * scale);
  for (let corner = 0; corner < count; corner++) {
    const [p, c] = [corner * 3, corner * 4];
    const key = [
      rounded(kit.positions, p, 300), rounded(kit.positions, p + 1, 300), rounded(kit.positions, p + 2, 300),
      rounded(kit.normals, p, 20), rounded(kit.normals, p + 1, 20), rounded(kit.normals, p + 2, 20),
      rounded(kit.colours, c, 100), rounded(kit.colours, c + 1, 100), rounded(kit.colours, c + 2, 100), kit.traits[corner * 2],
    ].join();
    let place = known.get(key);
    if (place === undefined) {
      place = corners.length;
      known.set(key, place);
      corners.push(corner);
    }
    index[corner] = place;
  }
  return { corners, index };
};
