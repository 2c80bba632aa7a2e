import type { Layout } from '#shared/rooms/layout.ts';
import { drawCommons } from './commons.ts';
import { drawHall, drawOutdoors } from './places.ts';
import type { RoomKit } from './roomKit.ts';

/** Rooms with a drawing of their own, by the layout's id. */
const drawings: Readonly<Record<string, (layout: Layout) => RoomKit>> = {
  commons: drawCommons,
};

/** Draws a room; one without a drawing of its own is a hall where its floor is square, else a terrace in a meadow. */
export const drawRoom = (layout: Layout): RoomKit => (drawings[layout.id] ?? (layout.floor.kind === 'box' ? drawHall : drawOutdoors))(layout);
