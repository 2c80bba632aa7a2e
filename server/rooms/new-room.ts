import { compileGrid } from '#shared/movement/grid.ts';
import { Walks } from '#shared/movement/walks.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import type { RoomState } from '#shared/rooms/room.state.ts';
import type { Room } from '#shared/rooms/room.ts';
import type { Ties } from '../campus/ties.ts';

/** A room without people; a grid that was compiled before may be used again. */
export const newRoom = (layout: Layout, facts: RoomState, { relations, following, availabilities, holds, calendar }: Pick<Ties, 'relations' | 'following' | 'availabilities' | 'holds' | 'calendar'>, grid = compileGrid(layout)): Room => {
  const walks = new Walks(grid);
  return {
    facts: facts as unknown as Room['facts'],
    layout,
    walks,
    approaches: new Map(),
    passages: new Map(),
    waiting: new Map(),
    following,
    availabilities,
    lines: new Map(),
    ritual: { run: undefined },
    calendar,
    toldOfBoards: new Map(),
    relations,
    holds,
    heardBy: () => [],
    keptFrom: () => [],
    poseOf: (id) => walks.poseOf(id),
    walking: (id) => walks.isMoving(id),
  };
};
