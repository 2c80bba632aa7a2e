/** One companion: comes in by the same door as everyone, and walks, sits, gathers, raises a hand, waves and says something now and then. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client, type Room as ColyseusRoom } from 'colyseus.js';
import { packLook } from '#shared/people/look.ts';
import type { Look } from '#shared/people/look.options.ts';
import { PROTOCOL, type CapabilityId } from '#shared/registry.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { RoomState } from '#shared/rooms/room.state.ts';
import { remarks } from './companions.ts';

export interface Campus {
  /** Where the server is reached from this machine. */
  readonly url: string;
  /** The secret of the companions' link. */
  readonly link: string;
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly chance: () => number;
  /** Draws the next look. */
  readonly draw: () => Look;
  /** How long they take over everything: 1 is calm. */
  readonly pace: number;
}

const HOME = 'commons';
/** Between two acts (ms): calm, as people are. */
const [SOONEST, LATEST] = [4_000, 16_000];
/** How long (ms) until one tries again to come in. */
const AGAIN = 3_000;

type Visit = ColyseusRoom<unknown, RoomState>;
type Act = (visit: Visit, layout: Layout, me: Companion) => Promise<unknown>;

/** What companions do, and how often, by weight. */
const acts: readonly (readonly [weight: number, act: Act])[] = [
  [30, (visit, { objects }, me) => me.ask(visit, 'move.goTo', { to: 'object', id: me.pick(objects.filter(({ destination }) => destination))?.id })],
  [24, (visit, { seatGroups }, me) => me.ask(visit, 'seat.sit', { seat: me.pick(me.pick(seatGroups)?.seats ?? [])?.id })],
  [8, (visit, _layout, me) => me.ask(visit, 'seat.stand', {})],
  [14, (visit, _layout, me) => me.ask(visit, 'move.goTo', { to: 'person', id: me.pick([...visit.state.people.keys()].filter((id) => id !== me.id)) })],
  [8, (visit, _layout, me) => me.ask(visit, me.chance() < 0.6 ? 'gesture.wave' : 'gesture.clap', {})],
  [5, async (visit, _layout, me) => {
    await me.ask(visit, 'hand.raise', {});
    await me.rest();
    await me.ask(visit, 'hand.lower', {});
  }],
  [4, (visit, _layout, me) => me.ask(visit, 'chat.say', { text: me.pick(remarks) })],
  [7, (visit, { id, portals }, me) => me.ask(visit, 'portal.enter', { portal: (id === HOME ? me.pick(portals) : portals.find(({ to }) => to === HOME))?.id })],
];

export class Companion {
  readonly #name: string;
  readonly #campus: Campus;
  #tab = '';
  id = '';

  constructor(name: string, campus: Campus) {
    [this.#name, this.#campus] = [name, campus];
  }

  get chance(): () => number {
    return this.#campus.chance;
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.chance() * from.length)];
  }

  /** The time between two acts. */
  rest(): Promise<void> {
    return wait(this.#campus.pace * (SOONEST + this.chance() * (LATEST - SOONEST)));
  }

  /** Asks for something; what is refused is left. */
  async ask(visit: Visit, id: CapabilityId, payload: unknown): Promise<void> {
    await visit.request('command', { id, key: crypto.randomUUID(), payload }).catch(() => undefined);
  }

  /** Lives in the campus for as long as the process does, and comes back when the server was away. */
  async live(): Promise<never> {
    for (;;) {
      try {
        if (this.#tab === '') await this.#comeIn();
        await this.#visit(HOME, undefined);
      } catch {
        // Where the door no longer knows one, one comes in as someone new.
        this.#tab = '';
      }
      await wait(AGAIN * (1 + this.chance()));
    }
  }

  async #comeIn(): Promise<void> {
    const { url, link, draw } = this.#campus;
    const answer = await fetch(`${url}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ invitation: link, name: this.#name, callMe: '', pronouns: '', look: packLook(draw()), tab: true }),
    });
    const entered = (await answer.json()) as { ok: boolean; person?: string; tab?: string };
    if (!entered.ok || entered.tab === undefined || entered.person === undefined) throw new Error('The door did not let a companion in.');
    [this.#tab, this.id] = [entered.tab, entered.person];
  }

  /** One stay in a room, and, through portals, in the next ones; ends when the connection does. */
  async #visit(room: string, from: Visit | undefined): Promise<void> {
    const { url, layouts } = this.#campus;
    const layout = layouts.get(room);
    if (!layout) return;
    const client = new Client(url, { headers: { origin: url } });
    const visit = await client.joinById<RoomState>(room, { protocol: PROTOCOL, tab: this.#tab, ...(from && { from: from.roomId }) }, RoomState);
    visit.reconnection.enabled = false;
    for (const type of ['welcome', 'own', 'settings', 'lines', 'cues', 'ended']) visit.onMessage(type, () => undefined);
    const gone = Promise.withResolvers<string | undefined>();
    visit.onLeave(() => gone.resolve(undefined));
    visit.onMessage('through', (to: string) => gone.resolve(to));
    await from?.leave(true);
    let isHere = true;
    const acting = (async () => {
      while (isHere) {
        await Promise.race([this.rest(), gone.promise]);
        if (isHere && visit.connection.isOpen) await this.#act(visit, layout);
      }
    })();
    const to = await gone.promise;
    isHere = false;
    await Promise.race([acting, wait(0)]);
    if (to !== undefined) await this.#visit(to, visit).catch(() => visit.leave(true));
  }

  async #act(visit: Visit, layout: Layout): Promise<void> {
    let draw = this.chance() * acts.reduce((sum, [weight]) => sum + weight, 0);
    const act = acts.find(([weight]) => (draw -= weight) < 0)?.[1];
    await act?.(visit, layout, this);
  }
}
