import type { Layout } from '#shared/rooms/layout.ts';
import { drawCafe } from './cafe.ts';
import { drawCommons } from './commons.ts';
import { drawGarden } from './garden.ts';
import { drawLibrary } from './library.ts';
import { drawHall, drawOutdoors } from './places.ts';
import type { RoomKit } from './roomKit.ts';
import { drawStage } from './stageRoom.ts';
import { drawStudio } from './studio.ts';

/** Rooms with a drawing of their own, by the layout's id. */
const drawings: Readonly<Record<string, (layout: Layout) => RoomKit>> = {
  commons: drawCommons, stage: drawStage, library: drawLibrary, studio: drawStudio, cafe: drawCafe, garden: drawGarden,
};

/** Draws a room; one without a drawing of its own is a hall where its floor is square, else a terrace in a meadow. */
export const drawRoom = (layout: Layout): RoomKit => (drawings[layout.id] ?? (layout.floor.kind === 'box' ? drawHall : drawOutdoors))(layout);
