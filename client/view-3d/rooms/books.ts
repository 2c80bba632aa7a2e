import { lathe } from '../geometry/round.ts';
import { box } from '../geometry/solids.ts';
import { Faces, flat, type Triangles } from '../geometry/triangles.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

const bindings = ['#b5473c', '#d98a3c', '#e7c06a', '#3f7f78', '#2f5f7a', '#6a4a80', '#8a3f52', '#f0dfbd', '#567a4a', '#9a5a36'] as const;
const backing = '#5c3826';

/** A book that stands in a row: back, top and sides; nobody sees the rest. */
const book = (width: number, height: number, depth: number): Triangles => {
  const [w, d] = [width / 2, depth / 2];
  const faces = new Faces();
  const inside: Vec3 = [0, height / 2, 0];
  faces.face([[-w, 0, d], [w, 0, d], [w, height, d], [-w, height, d]], inside);
  faces.face([[-w, height, d], [w, height, d], [w, height, -d], [-w, height, -d]], inside);
  for (const side of [-w, w]) faces.face([[side, 0, d], [side, height, d], [side, height, -d], [side, 0, -d]], inside);
  return flat(faces.positions);
};

const shelfHeight = 0.56;

/** A case of books against a wall; it faces along its heading. `rows` of shelves, of .56 m each. */
export const bookcase = (kit: RoomKit, x: number, z: number, heading: number, width: number, rows: number, depth = 0.42): void => {
  const [c, s] = [Math.cos(heading), Math.sin(heading)];
  const at = (across: number, y: number, ahead = 0): Vec3 => [x + across * c + ahead * s, y, z - across * s + ahead * c];
  const height = rows * shelfHeight + 0.1;
  for (const side of [-1, 1]) kit.add(box(0.09, height + 0.1, depth + 0.06, 0.03), palette.wood, { at: at((side * width) / 2, (height + 0.1) / 2), turn: heading });
  kit.add(box(width, height, 0.05, 0.01), backing, { at: at(0, height / 2, -depth / 2 + 0.02), turn: heading });
  kit.add(box(width + 0.16, 0.12, depth + 0.12, 0.04), palette.woodDark, { at: at(0, height + 0.12), turn: heading });
  for (let row = 0; row <= rows; row++) {
    const y = row * shelfHeight;
    kit.add(box(width, 0.065, depth, 0.02, 0.8), palette.woodLight, { at: at(0, y + 0.03), turn: heading });
    if (row < rows) books(kit, (across, ahead) => at(across, y + 0.065, ahead), heading, width);
  }
};

const books = (kit: RoomKit, at: (across: number, ahead: number) => Vec3, heading: number, width: number): void => {
  const end = width / 2 - 0.08;
  for (let across = -end; across < end - 0.06;) {
    if (kit.chance() < 0.07) {
      const gap = kit.between(0.14, 0.3);
      if (across + gap > end) return;
      if (kit.chance() < 0.55) kit.add(lathe([[0, 0], [0.07, 0], [0.1, 0.1], [0.05, 0.2], [0.06, 0.24], [0, 0.24]], 8), kit.oneOf(palette.pots), { at: at(across + gap / 2, 0.02) }, { casts: false });
      across += gap;
      continue;
    }
    const [wide, tall, leans] = [kit.between(0.055, 0.11), kit.between(0.3, 0.45), kit.chance() < 0.07];
    if (across + wide > end) return;
    kit.add(book(wide - 0.008, tall, 0.27), kit.oneOf(bindings), { at: at(across + wide / 2, kit.between(0, 0.06)), turn: heading, roll: leans ? 0.16 : 0 }, { jitter: 0.1, casts: false, gradient: [0.85, 1.06] });
    across += wide + (leans ? 0.06 : 0);
  }
};

/** A few books lying on a table. */
export const bookPile = (kit: RoomKit, x: number, y: number, z: number): void => {
  for (let i = 0; i < 3; i++) {
    kit.add(box(0.24 - i * 0.03, 0.045, 0.19 - i * 0.015, 0.012), kit.oneOf(bindings), { at: [x, y + 0.025 + i * 0.047, z], turn: kit.between(-0.5, 0.5) }, { casts: false });
  }
};
