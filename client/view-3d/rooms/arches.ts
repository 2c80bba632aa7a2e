import type { Layout, Portal } from '#shared/rooms/layout.ts';
import { cylinder } from '../geometry/round.ts';
import { box, roundedRectangle, slab } from '../geometry/solids.ts';
import type { Vec3 } from '../geometry/vector.ts';
import { lantern } from './furniture.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** The opening of every portal, in metres: its width, and how high its legs are before it turns round. */
export const ARCH = { width: 2, legs: 1.55 } as const;
const voussoirs = 11;
/** The board on the crown (metres): its middle is `ahead` of the arch, towards where it leads. */
export const SIGN = { width: 2, height: 0.58, depth: 0.12, y: ARCH.legs + ARCH.width / 2 + 0.66, ahead: -0.3 } as const;

/** What an arch is made of: stone under the sky, wood in a wall. */
export type ArchStuff = 'stone' | 'wood';
const stuffs = { stone: palette.archStones, wood: [palette.woodDark, palette.wood, '#8a5636'] } as const;

/** A portal: an arch, a threshold, two lanterns and a board on its crown. Its sheet and its letters are drawn apart. */
const arch = (kit: RoomKit, { x, z, heading }: Portal, stuff: ArchStuff): void => {
  const colours = stuffs[stuff];
  const across = (out: number, y: number, ahead = 0): Vec3 => [x + Math.cos(heading) * out + Math.sin(heading) * ahead, y, z - Math.sin(heading) * out + Math.cos(heading) * ahead];
  const radius = ARCH.width / 2 + 0.2;
  for (const side of [-1, 1]) {
    for (let stone = 0; stone < 4; stone++) {
      const [width, depth] = [0.44 + kit.between(-0.03, 0.04), 0.5 + kit.between(-0.03, 0.04)];
      kit.add(box(width, ARCH.legs / 4 + 0.01, depth, 0.06), kit.oneOf(colours), { at: across(side * radius, (stone + 0.5) * (ARCH.legs / 4)), turn: heading + kit.between(-0.04, 0.04) });
    }
    lantern(kit, across(side * (ARCH.width / 2 + 0.75), 2.08, -0.3));
    kit.add(cylinder(0.06, 0.045, 2.1, 6), palette.woodDark, { at: across(side * (ARCH.width / 2 + 0.75), 0, -0.16) });
  }
  for (let k = 0; k < voussoirs; k++) {
    const turn = ((k + 0.5) / voussoirs) * Math.PI;
    const key = k === (voussoirs - 1) / 2 ? 1.12 : 1;
    const stone = box(0.42 * key, (Math.PI * (radius + 0.02)) / voussoirs, 0.5 * key, 0.05);
    kit.add(stone, kit.oneOf(colours), { at: across(Math.cos(turn) * radius, ARCH.legs + Math.sin(turn) * radius), roll: turn, turn: heading });
  }
  kit.add(box(SIGN.width + 0.14, SIGN.height + 0.12, SIGN.depth, 0.05), palette.woodDark, { at: across(0, SIGN.y, SIGN.ahead), turn: heading });
  if (stuff === 'stone') kit.add(slab(roundedRectangle(x - Math.sin(heading) * 0.35, z - Math.cos(heading) * 0.35, ARCH.width + 0.7, 1.5, heading, 0.14), -0.08, 0.086), palette.flags[2], {}, { floor: true, casts: false });
  kit.lanterns.push({ at: across(0, 1.1, -0.7), reach: 2.8, strength: 0.35 });
};

/** Draws every way out of a room. */
export const arches = (kit: RoomKit, layout: Layout, stuff: ArchStuff = 'stone'): void => {
  for (const portal of layout.portals) arch(kit, portal, stuff);
};
