/** Someone who comes in by the real SDK and no browser: what the server tells them is what is true. */
import { Client, type Room as ColyseusRoom } from 'colyseus.js';
import type { Line } from '#shared/chat/chat.ts';
import type { Answer } from '#shared/kernel/command.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { READY_TYPE, SEEN_TYPE } from '#shared/movement/input.codec.ts';
import { MOTION_TYPE, SNAPSHOT_TYPE } from '#shared/movement/motion.codec.ts';
import type { Pose } from '#shared/movement/move.ts';
import { layoutSchema, type Layout } from '#shared/rooms/layout.ts';
import { PROTOCOL, type CapabilityId, type Payload } from '#shared/registry.ts';
import type { RitualCapabilityId, RitualPayload } from '#shared/rituals/ritual.registry.ts';
import { RoomState } from '#shared/rooms/room.state.ts';
import { afterNews, silence, type Hearing, type VoiceNews } from '#shared/voice/news.ts';
import type { AudioSeat, NoSeat } from '#shared/voice/seat.ts';
import type { SignalNews } from '#shared/voice/signals.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import { MotionReader } from '#client/net/motion.ts';
import { Poses } from '#client/net/poses.ts';
import { lookFor } from './chance.ts';

export class Witness {
  readonly id: PersonId;
  readonly cues: HeardCue[] = [];
  readonly seats: (AudioSeat | NoSeat)[] = [];
  /** What others signalled to them on a mesh. */
  readonly signalled: SignalNews[] = [];
  /** Whom they hear and who hears them. */
  hearing: Hearing = silence;
  lines: readonly Line[] = [];
  /** What they keep of how they see, hear and press, as the server last told it. */
  settings: unknown;
  readonly #room: ColyseusRoom<unknown, RoomState>;
  readonly #poses: Poses;
  readonly layout: Layout;
  readonly #waiting = new Set<() => void>();

  constructor(room: ColyseusRoom<unknown, RoomState>, layout: Layout, id: PersonId) {
    this.#room = room;
    this.layout = layout;
    this.#poses = new Poses(layout);
    this.id = id;
    room.reconnection.enabled = false;
    for (const type of ['welcome', 'own', 'ended', 'through']) room.onMessage(type, () => undefined);
    room.onMessage('settings', (settings: unknown) => this.#changed(() => (this.settings = settings)));
    room.onMessage('lines', (lines: readonly Line[]) => this.#changed(() => (this.lines = lines)));
    room.onMessage('cues', (heard: readonly HeardCue[]) => this.#changed(() => this.cues.push(...heard)));
    const reader = new MotionReader(this.#poses, (seen) => {
      if (room.connection.isOpen) room.sendBytes(SEEN_TYPE, seen);
    });
    room.onMessage(MOTION_TYPE, (bytes: Uint8Array) => this.#changed(() => reader.motion(bytes, performance.now())));
    room.onMessage(SNAPSHOT_TYPE, (bytes: Uint8Array) => this.#changed(() => reader.snapshot(bytes, performance.now())));
    room.onMessage('voice', (news: VoiceNews) => this.#changed(() => (this.hearing = afterNews(this.hearing, news))));
    room.onMessage('signals', (news: SignalNews) => this.#changed(() => this.signalled.push(news)));
    room.onMessage('audio', (seat: AudioSeat | NoSeat) => this.#changed(() => this.seats.push(seat)));
    room.onLeave(() => reader.stop());
    room.onStateChange(() => this.#changed(() => undefined));
    room.onStateChange.once(() => room.send(READY_TYPE));
  }

  get facts(): RoomView['facts'] {
    return this.#room.state as unknown as RoomView['facts'];
  }

  /** The id of whoever has that name. */
  who(name: string): PersonId | undefined {
    for (const [id, person] of this.facts.people) if (person.name === name) return personId(id);
    return undefined;
  }

  /** Where someone is now, and how fast they go; by the server's word. */
  pose(name: string): (Pose & { readonly speed: number }) | undefined {
    const person = [...this.facts.people.values()].find((one) => one.name === name);
    return person && this.#poses.poseAt(person.index, performance.now());
  }

  /** A place of one's own in the room's audio, whoever had it before. */
  async seat(): Promise<AudioSeat> {
    const before = this.seats.length;
    this.#room.send('audio', true);
    await this.until('a place in the audio', ({ seats }) => seats.length > before);
    const seat = this.seats.at(-1);
    if (!seat || 'none' in seat) throw new Error(`There is no place in the audio: ${seat?.none}`);
    return seat;
  }

  /** Signals to others' pages on a mesh, well or ill made. */
  signal(raw: unknown): void {
    this.#room.send('signals', raw);
  }

  /** Whether anybody walks, or is still drawn on the way to where they stand. */
  get moving(): boolean {
    return this.#poses.moving(performance.now());
  }

  /** Metres between two people. */
  between(one: string, other: string): number {
    const [a, b] = [this.pose(one), this.pose(other)];
    return a && b ? Math.hypot(a.x - b.x, a.z - b.z) : Infinity;
  }

  async perform<Id extends CapabilityId>(id: Id, payload: Payload<Id>): Promise<Answer> {
    return this.#room.request<unknown, Answer>('command', { id, key: crypto.randomUUID(), payload });
  }

  /** The same in a ritual. */
  async performRitual<Id extends RitualCapabilityId>(id: Id, payload: RitualPayload<Id>): Promise<Answer> {
    return this.#room.request<unknown, Answer>('command', { id, key: crypto.randomUUID(), payload });
  }

  /** Looks at everything that the server tells, as it comes. */
  watch(look: () => void): void {
    this.#waiting.add(look);
  }

  /** Waits until what the server told makes `predicate` true. */
  async until(what: string, predicate: (witness: this) => boolean, timeout = 15_000): Promise<void> {
    if (predicate(this)) return;
    await new Promise<void>((resolve, reject) => {
      const end = (act: () => void) => () => {
        clearTimeout(timer);
        clearInterval(again);
        this.#waiting.delete(look);
        act();
      };
      const look = (): void => {
        if (predicate(this)) end(resolve)();
      };
      // Bodies walk on between two records, so that time alone may make it true.
      const again = setInterval(look, 50);
      const timer = setTimeout(end(() => reject(new Error(`The server never told: ${what}`))), timeout);
      this.#waiting.add(look);
    });
  }

  /** Leaves for good; at once where the server is gone. */
  async leave(): Promise<void> {
    if (this.#room.connection.isOpen) await this.#room.leave(true);
  }

  #changed(change: () => unknown): void {
    change();
    for (const look of [...this.#waiting]) look();
  }
}

/** Comes in by the token of someone known; beside their browser, it hears what is told to them alone. */
export const witnessAs = async (url: string, tab: string, room = 'commons'): Promise<Witness> => {
  const me = (await (await fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${tab}` } })).json()) as { knownAs: { id: string } };
  const layout = layoutSchema.parse(await (await fetch(`${url}/api/rooms/${room}`)).json());
  const client = new Client(url, { headers: { origin: url } });
  const joined = await client.joinById<RoomState>(room, { protocol: PROTOCOL, tab }, RoomState);
  const watching = new Witness(joined, layout, personId(me.knownAs.id));
  await watching.until('the room', ({ facts }) => facts.people.has(watching.id));
  return watching;
};

/** The token of someone who comes in by a link. */
export const tokenBy = async (url: string, link: string, name: string): Promise<string> => {
  const entered = await fetch(`${url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ invitation: new URL(link).hash.slice(1), name, callMe: '', pronouns: '', look: lookFor(name), tab: true }),
  });
  const { tab } = (await entered.json()) as { tab: string };
  return tab;
};

/** Comes in by a link, as someone who watches, and acts when told to. */
export const witness = async (url: string, link: string, name: string, room?: string): Promise<Witness> => witnessAs(url, await tokenBy(url, link, name), room);
