import { noteBoards, type SignNews } from '#shared/boards/signs.ts';
import { emptyCalendar, forgetOldPlans, showPlans, type Calendar } from '#shared/rituals/calendar.ts';
import { Relations } from '#shared/moderation/relations.ts';
import { freePlaces } from '#shared/portals/portals.capabilities.ts';
import { Elsewhere } from '#shared/portals/portals.state.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { BoardHost } from '../boards/board-host.ts';
import type { BoardNeeds } from '../boards/board-keeper.ts';
import type { Studio } from '../boards/images/studio.ts';
import { boardIdOf } from '#shared/boards/where.ts';
import { boardsIn } from '../boards/boards.ts';
import type { Ambient } from '../host/ambient.ts';
import type { Done } from '../host/dispatch.ts';
import { log } from '../host/log.ts';
import type { Lists } from '../rooms/lists.ts';
import { RoomHost } from '../rooms/room-host.ts';
import type { CalendarStorage } from '../storage/calendar.ts';
import type { RoomStorage } from '../storage/storage.ts';
import type { Ties } from './ties.ts';

/** The connected rooms of a community: what one person has in all of them, and what each knows of the others. */
export class Campus {
  readonly hosts: ReadonlyMap<string, RoomHost>;
  /** The boards that stand in the rooms, once they are open. */
  readonly boards = new Map<string, BoardHost>();
  readonly relations = new Relations();
  /** The rituals' times and scripts, in all rooms the same. */
  readonly calendar: Calendar;
  /** Who follows whom; kept while one passes from room to room. */
  readonly #following: Ties['following'] = new Map();
  readonly #availabilities: Ties['availabilities'] = new Map();

  constructor(layouts: Iterable<Layout>, storage: RoomStorage, ambient: Ambient, lists?: Lists) {
    const all = [...layouts];
    this.calendar = emptyCalendar(all);
    const ties: Ties = { relations: this.relations, following: this.#following, availabilities: this.#availabilities, holds: new Map(), calendar: this.calendar, spread: (from, done) => this.#spread(from, done) };
    this.hosts = new Map(all.map((layout) => [layout.id, new RoomHost(layout, storage, ambient, lists, ties)]));
    this.look();
  }

  /** Brings every room back to what was kept of it. */
  async restore(): Promise<void> {
    await Promise.all([...this.hosts.values()].map((host) => host.restore()));
    this.look();
  }

  /** Takes up the rituals' times and scripts as they were stored, whatever the rooms' journals made of them. */
  async openCalendar(storage: Pick<CalendarStorage, 'calendar'>): Promise<void> {
    const { scripts, plans, wishes, unread } = await storage.calendar();
    if (unread.length > 0) log('calendar.unread', { ids: unread.join(' ') });
    for (const map of [this.calendar.scripts, this.calendar.plans, this.calendar.wishes]) map.clear();
    for (const script of scripts) this.calendar.scripts.set(script.id, script);
    for (const plan of plans) this.calendar.plans.set(plan.id, plan);
    for (const { plan, person } of wishes) this.calendar.wishes.set(plan, (this.calendar.wishes.get(plan) ?? new Set()).add(person));
    this.look();
  }

  /** Opens every board that stands in a room, as it was stored. */
  async openBoards(storage: BoardNeeds, ambient: Ambient, studio: Pick<Studio, 'redraw'>): Promise<void> {
    const layouts = [...this.hosts.values()].map(({ room }) => room.layout);
    for (const [id, title] of boardsIn(layouts)) this.boards.set(id, await BoardHost.open(id, title, storage, ambient, this.relations, studio));
    this.look();
  }

  /** Tells each room how full the others are, how its boards are and what is planned, and whoever waits for a place that there is one. Call it about once a second. */
  look(): void {
    for (const tie of [this.#following, this.#availabilities]) for (const id of tie.keys()) if (![...this.hosts.values()].some((host) => host.has(id))) tie.delete(id);
    for (const host of this.hosts.values()) {
      for (const [id, other] of this.hosts) if (other !== host) this.#note(host, id, other);
      host.lookAround((room, at) => {
        forgetOldPlans(this.calendar, at);
        showPlans(room);
        return [...freePlaces(room), ...noteBoards(room, this.#signsIn(host), at)];
      });
    }
  }

  #signsIn({ room: { layout: { id, objects } } }: RoomHost): ReadonlyMap<string, SignNews> {
    return new Map(objects.flatMap((object) => {
      const board = this.boards.get(boardIdOf(id, object.id));
      return board ? [[object.id, board.sign] as const] : [];
    }));
  }

  #note(host: RoomHost, id: string, { room: { layout }, count }: RoomHost): void {
    const known = host.facts.elsewhere.get(id);
    if (!known) host.facts.elsewhere.set(id, new Elsewhere({ name: layout.name, count, cap: layout.cap }));
    else if (known.count !== count) known.count = count;
  }

  /** What holds for a person holds in every room they have a place in. */
  #spread(from: RoomHost, done: Done): void {
    if (done.capability.scope !== 'campus') return;
    for (const host of this.hosts.values()) if (host !== from) host.learn(done);
    for (const board of this.boards.values()) board.learn(done);
  }
}
