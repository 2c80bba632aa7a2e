/** A room without a server: the shipped Commons, people where a test puts them, ids and time as arguments. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from '#server/campus/ties.ts';
import { newRoom } from '#server/rooms/new-room.ts';
import { readLayout, readLayouts } from '#server/rooms/layouts.ts';
import type { Actor, Moment } from '#shared/kernel/capability.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { compileGrid, type Grid } from '#shared/movement/grid.ts';
import type { Pose } from '#shared/movement/move.ts';
import { Person } from '#shared/people/person.state.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { RoomState } from '#shared/rooms/room.state.ts';
import type { Room } from '#shared/rooms/room.ts';

const file = join(import.meta.dirname, '../../assets/rooms/commons.json');
export const commons: Layout = readLayout('commons.json', readFileSync(file, 'utf8'));

/** One of the rooms that ship. */
export const layoutNamed = (name: string): Layout => readLayout(`${name}.json`, readFileSync(join(file, `../${name}.json`), 'utf8'));

/** Makes a folder of rooms within `folder` with a Commons that holds `cap` people; its path. */
export const roomsFolder = (folder: string, cap: number): string => {
  const rooms = join(folder, 'rooms');
  mkdirSync(rooms);
  writeFileSync(join(rooms, 'commons.json'), JSON.stringify({ ...commons, cap, portals: [] }));
  return rooms;
};

/** A folder of our layouts, each changed. */
export const roomsChanged = (folder: string, change: (layout: Layout) => Layout): string => {
  const rooms = join(folder, 'rooms');
  mkdirSync(rooms);
  for (const [id, layout] of readLayouts(join(file, '..'))) writeFileSync(join(rooms, `${id}.json`), JSON.stringify(change(layout)));
  return rooms;
};

/** Makes a folder of rooms within `folder`: those that ship, of which some hold another number of people; its path. */
export const roomsWithCaps = (folder: string, caps: Readonly<Record<string, number>>): string => roomsChanged(folder, (layout) => ({ ...layout, cap: caps[layout.id] ?? layout.cap }));

/** Grids are never written to, so rooms of one layout share one: a property test builds a thousand rooms. */
const grids = new WeakMap<Layout, Grid>();
const gridOf = (layout: Layout): Grid => {
  const grid = grids.get(layout) ?? compileGrid(layout);
  grids.set(layout, grid);
  return grid;
};

export interface TestRoom extends Room {
  /** Puts someone into the room; their id is their name in small letters. */
  add(name: string, pose?: Partial<Pose>): PersonId;
}

export const makeRoom = (layout: Layout = commons): TestRoom => {
  const facts = new RoomState();
  const room = newRoom(layout, facts, alone(), gridOf(layout));
  return {
    ...room,
    add: (name, pose = {}) => {
      const id = personId(name.toLowerCase());
      facts.people.set(id, new Person({ index: facts.people.size, name, callMe: '', pronouns: '', standing: 'guest', look: '0', connected: true, seated: false }));
      room.walks.add(id, { x: 0, z: 6, heading: 0, ...pose }, 0);
      return id;
    },
  };
};

export const actorOf = (id: PersonId): Actor => ({ id, standing: 'guest', duties: [], own: { muted: [], blocked: [] } });

export const momentAt = (at: number): Moment => {
  let made = 0;
  return { at, chance: () => 0.5, newId: () => `id-${at}-${++made}` };
};

/** Everything a command could change, synced or not, for comparing before and after. */
export const factsOf = (room: Room): string =>
  JSON.stringify([
    room.facts,
    [...room.facts.people.keys()].map(personId).map((id) => [id, room.walks.walkOf(id), room.walking(id), room.approaches.get(id), room.passages.get(id), room.waiting.get(id)]),
  ]);
