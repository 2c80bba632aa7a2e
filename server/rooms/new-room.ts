import { compileGrid } from '#shared/movement/grid.ts';
import { Walks } from '#shared/movement/walks.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import type { RoomState } from '#shared/rooms/room.state.ts';
import type { Room } from '#shared/rooms/room.ts';
import type { Ties } from '../campus/ties.ts';

/** A room without people. */
export const newRoom = (layout: Layout, facts: RoomState, { relations, following }: Pick<Ties, 'relations' | 'following'>): Room => {
  const walks = new Walks(compileGrid(layout));
  return {
    facts: facts as Room['facts'],
    layout,
    walks,
    approaches: new Map(),
    passages: new Map(),
    waiting: new Map(),
    following,
    relations,
    poseOf: (id) => walks.poseOf(id),
    walking: (id) => walks.isMoving(id),
  };
};
