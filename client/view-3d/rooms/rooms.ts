import type { Layout } from '#shared/rooms/layout.ts';
import { drawCommons } from './commons.ts';
import type { RoomKit } from './roomKit.ts';

/** Rooms with a drawing of their own, by the layout's id. */
const drawings: Readonly<Record<string, (layout: Layout) => RoomKit>> = {
  commons: drawCommons,
};

/** Draws a room; one without a drawing of its own stands in the Commons' meadow. */
export const drawRoom = (layout: Layout): RoomKit => (drawings[layout.id] ?? drawCommons)(layout);
