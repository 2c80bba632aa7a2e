import type { Layout } from '#shared/rooms/layout.ts';
import { ringOf } from './seating.ts';

/** How high (m) the floor is at a place. It never travels: it follows from the layout alone. */
export type FloorHeight = (x: number, z: number) => number;

/** A stage's deck (m): as wide and deep as its planks, its front bowed out, with steps around and a ramp in the west. */
export const DECK = { width: 9.2, depth: 4, height: 0.55, bow: 0.6, step: 0.4, steps: 2, rampLength: 3.4, rampWidth: 1.5, rampAhead: 0.9 } as const;
/** A footbridge (m): along its heading, across it, and how high it arches. */
export const BRIDGE = { length: 4.2, width: 1.6, rise: 0.42 } as const;
/** Rows of seats that face a stage rise by so much from each to the next. */
export const TIER = { rise: 0.3, before: 0.62, behind: 0.66 } as const;

/** A row of seats: part of a ring about a point, with the level it stands on. */
export interface Row {
  readonly x: number;
  readonly z: number;
  readonly radius: number;
  readonly level: number;
  /** Headings about the middle between which it has seats. */
  readonly from: number;
  readonly to: number;
}

/** The rows that face a stage, the foremost on the floor and each further one a step higher. */
export const rowsOf = (layout: Layout): readonly Row[] => {
  const rows = layout.seatGroups.filter(({ circle }) => !circle).flatMap((group) => {
    const ring = ringOf(group);
    if (!ring) return [];
    const angles = group.seats.map((seat) => Math.atan2(seat.x - ring.x, seat.z - ring.z));
    const reach = 0.45 / ring.radius;
    return [{ ...ring, from: Math.min(...angles) - reach, to: Math.max(...angles) + reach }];
  });
  const radii = [...new Set(rows.map(({ radius }) => Math.round(radius * 2) / 2))].sort((a, b) => a - b);
  return rows.map((row) => ({ ...row, level: radii.indexOf(Math.round(row.radius * 2) / 2) }));
};

const ramp = (from: number, to: number, at: number): number => Math.min(1, Math.max(0, (at - from) / (to - from)));

const deckHeight = ({ x: deckX, z: deckZ }: { readonly x: number; readonly z: number }): FloorHeight => (x, z) => {
  const [dx, dz] = [x - deckX, z - deckZ];
  const half = DECK.width / 2;
  const front = DECK.depth / 2 + DECK.bow * Math.max(0, 1 - (dx / half) ** 2);
  const outside = Math.hypot(Math.max(0, Math.abs(dx) - half), Math.max(0, dz - front, -dz - DECK.depth / 2));
  const stepped = DECK.height * (1 - ramp(0, DECK.step * (DECK.steps + 0.4), outside));
  const onRamp = Math.abs(dz - DECK.rampAhead) < DECK.rampWidth / 2 && dx < 0;
  return onRamp ? Math.max(stepped, DECK.height * (1 - ramp(half, half + DECK.rampLength, -dx))) : stepped;
};

/** How high a bridge's planks are, so far along it from its middle. */
export const bridgeAt = (along: number): number => BRIDGE.rise * Math.max(0, 1 - (along / (BRIDGE.length / 2)) ** 2);

const bridgeHeight = ({ x: bridgeX, z: bridgeZ, heading }: { readonly x: number; readonly z: number; readonly heading: number }): FloorHeight => (x, z) => {
  const [dx, dz, sine, cosine] = [x - bridgeX, z - bridgeZ, Math.sin(heading), Math.cos(heading)];
  return Math.abs(dx * cosine - dz * sine) > BRIDGE.width / 2 + 0.15 ? 0 : bridgeAt(dx * sine + dz * cosine);
};

const rowHeight = (row: Row): FloorHeight => (x, z) => {
  const [dx, dz] = [x - row.x, z - row.z];
  const [out, angle] = [Math.hypot(dx, dz), Math.atan2(dx, dz)];
  const beside = Math.max(row.from - angle, angle - row.to, 0) * out;
  const rise = ramp(row.radius - TIER.before - 0.12, row.radius - TIER.before + 0.12, out) * (1 - ramp(row.radius + TIER.behind, row.radius + TIER.behind + 0.3, out));
  return TIER.rise * row.level * rise * (1 - ramp(0, 0.2, beside));
};

/** The height of a layout's floor: 0 except on its decks, its bridges and its rows. */
export const floorHeight = (layout: Layout): FloorHeight => {
  const parts = [...layout.objects.filter(({ kind }) => kind === 'deck').map(deckHeight), ...layout.objects.filter(({ kind }) => kind === 'bridge').map(bridgeHeight), ...rowsOf(layout).filter(({ level }) => level > 0).map(rowHeight)];
  if (parts.length === 0) return () => 0;
  return (x, z) => parts.reduce((highest, part) => Math.max(highest, part(x, z)), 0);
};
