import type { Layout, SeatGroup } from '#shared/rooms/layout.ts';
import { box } from '../geometry/solids.ts';
import { arc } from '../geometry/sweep.ts';
import { placed } from '../geometry/triangles.ts';
import { armchair, chair } from './chairs.ts';
import { cushion, seatHeight, stool } from './furniture.ts';
import type { FloorHeight } from './floorHeight.ts';
import { palette } from './palette.ts';
import type { RoomKit } from './roomKit.ts';

/** Seats in a ring about a point, as opposed to a row. */
export interface Ring {
  readonly x: number;
  readonly z: number;
  readonly radius: number;
}

const smallestRing = 1.5;

/** The ring that a group's seats form, if they face a common middle; a `smallest` radius (m) tells a ring from a table's chairs. */
export const ringOf = (group: SeatGroup, smallest = smallestRing): Ring | undefined => {
  const { seats } = group;
  // Seats face the middle: where their lines of sight meet, by least squares.
  let [a, b, c, p, q] = [0, 0, 0, 0, 0];
  for (const seat of seats) {
    const [dx, dz] = [Math.sin(seat.heading), Math.cos(seat.heading)];
    const [xx, xz, zz] = [1 - dx * dx, -dx * dz, 1 - dz * dz];
    a += xx;
    b += xz;
    c += zz;
    p += xx * seat.x + xz * seat.z;
    q += xz * seat.x + zz * seat.z;
  }
  const determinant = a * c - b * b;
  if (determinant < 1e-3) return undefined;
  const [x, z] = [(c * p - b * q) / determinant, (a * q - b * p) / determinant];
  const radius = seats.reduce((sum, seat) => sum + Math.hypot(seat.x - x, seat.z - z), 0) / seats.length;
  return radius >= smallest ? { x, z, radius } : undefined;
};

/** What stands by itself, apart from any bench. */
const isChair = (name: string): boolean => /stool|chair/i.test(name);

const armchairs = ['#b5573f', '#3f7f78', '#c9923f', '#7a4a70'] as const;

/** A stool, a chair or an armchair, as the seat is called. */
const single = (kit: RoomKit, seat: SeatGroup['seats'][number], i: number): void => {
  if (/armchair/i.test(seat.name)) armchair(kit, seat.x, seat.z, seat.heading, armchairs[i % armchairs.length] ?? armchairs[0]);
  else if (/chair/i.test(seat.name)) chair(kit, seat.x, seat.z, seat.heading, i % 2 ? palette.woodLight : palette.wood);
  else stool(kit, seat.x, seat.z);
};

/** The headings about the ring's middle that one bench covers. */
const benchSpans = (angles: readonly number[]): { from: number; to: number }[] => {
  const spans: { from: number; to: number }[] = [];
  for (const angle of [...angles].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && angle - last.to < 0.55) last.to = angle;
    else spans.push({ from: angle, to: angle });
  }
  return spans;
};

const ringSeats = (kit: RoomKit, group: SeatGroup, ring: Ring, lift: number): void => {
  for (const [i, seat] of group.seats.entries()) if (isChair(seat.name)) single(kit, seat, i);
  const places = group.seats.filter((seat) => !isChair(seat.name));
  const spans = benchSpans(places.map((seat) => Math.atan2(seat.x - ring.x, seat.z - ring.z)));
  for (const [i, { from, to }] of spans.entries()) {
    const reach = 0.43 / ring.radius;
    const colour = i % 2 ? palette.woodLight : palette.wood;
    kit.add(placed(arc(ring.radius, from - reach, to + reach, lift + seatHeight - 0.11, 0.46, 0.11), { at: [ring.x, 0, ring.z] }), colour);
    const supports = Math.max(1, Math.round(((to - from + reach) * ring.radius) / 0.9));
    for (let k = 0; k <= supports; k++) {
      const angle = from + ((to - from) * k) / supports;
      kit.add(box(0.34, 0.24, 0.2, 0.05), palette.woodDark, { at: [ring.x + Math.sin(angle) * ring.radius, lift + 0.12, ring.z + Math.cos(angle) * ring.radius], turn: angle });
    }
  }
  for (const [i, seat] of places.entries()) cushion(kit, seat.x, seat.z, seat.heading, palette.cushions[(i + Math.round(lift * 10)) % palette.cushions.length] ?? palette.cushions[0], lift);
};

/** Everything to sit on that the layout's seats call for, except what its objects already are. */
export const seating = (kit: RoomKit, layout: Layout, floor: FloorHeight = () => 0): void => {
  for (const group of layout.seatGroups) {
    const ring = ringOf(group);
    if (ring) {
      const [first] = group.seats;
      ringSeats(kit, group, ring, first ? floor(first.x, first.z) : 0);
    } else {
      for (const [i, seat] of group.seats.entries()) if (isChair(seat.name)) single(kit, seat, i);
      for (const [i, seat] of group.seats.entries()) if (!isChair(seat.name)) cushion(kit, seat.x, seat.z, seat.heading, palette.cushions[(i + 2) % palette.cushions.length] ?? palette.cushions[0]);
    }
  }
};
