/** One visit to one room: the connection, what it mirrors, and the way to ask for things. */
import { linesAfter, LINES_A_PAGE, type Line } from '#shared/chat/chat.ts';
import type { Actor, Own, Standing } from '#shared/kernel/capability.ts';
import { PAGE_CLOSED, type Answer } from '#shared/kernel/command.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import { personId, roomId, type PersonId, type RoomId } from '#shared/kernel/ids.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { dutiesOf } from '#shared/people/standing.ts';
import type { Steer } from '#shared/movement/move.ts';
import { INPUT_TYPE, READY_TYPE, SEEN_TYPE } from '#shared/movement/input.codec.ts';
import { MOTION_TYPE, SNAPSHOT_TYPE } from '#shared/movement/motion.codec.ts';
import { PROTOCOL, type CapabilityId, type Payload } from '#shared/registry.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { RoomState } from '#shared/rooms/room.state.ts';
import { afterNews, silence, type Hearing, type VoiceNews } from '#shared/voice/news.ts';
import type { AudioSeat, NoSeat } from '#shared/voice/seat.ts';
import type { Outgoing, SignalNews } from '#shared/voice/signals.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import { Legs } from './legs.ts';
import { Listeners } from './listeners.ts';
import { MotionReader } from './motion.ts';
import { newId } from './newId.ts';
import { Poses } from './poses.ts';
import { finalRefusals, refusalOf } from './refusals.ts';
import { Retry } from './retry.ts';
import { takeSeat, type JoinedRoom } from './seat.ts';
import { createStore } from './store.ts';

export type Connection =
  | { readonly status: 'joining' }
  | { readonly status: 'here' }
  | { readonly status: 'lost'; readonly since: number; readonly retryAt: number }
  | { readonly status: 'ended'; readonly refusal: Refusal };

export interface HearthState {
  connection: Connection;
  you: PersonId | undefined;
  facts: RoomView['facts'];
  lines: readonly Line[];
  /** When the newest message was said that was there when one came. */
  linesSince: number;
  /** Whether there may be messages before the first of these. */
  hasEarlier: boolean;
  /** What only I know of myself: whom I muted and blocked. */
  own: Own;
  /** Whom I hear and who hears me, or would. */
  hearing: Hearing;
  /** How I want to see, hear and press, as the server keeps it for me (null: nothing yet); `undefined` until it has told. */
  kept: { readonly settings: unknown } | undefined;
}

/** What may only be told in words: the whole answer, or that nobody could be asked. */
export type Result = Answer | { readonly accepted: false; readonly refusal: Refusal };

const offline: Result = { accepted: false, refusal: { code: 'client.offline', values: {} } };
/** What comes later (ms) than this after it happened is history: no caption, no gesture. A busy page is seconds late with what is new. */
export const LONG_AGO = 10_000;

export class Hearth {
  readonly layout: Layout;
  readonly poses: Poses;
  readonly store = createStore<HearthState>({ connection: { status: 'joining' }, you: undefined, facts: new RoomState() as unknown as RoomView['facts'], lines: [], linesSince: Infinity, hasEarlier: false, own: { muted: [], blocked: [] }, hearing: silence, kept: undefined });
  readonly #tab: string | undefined;
  readonly #from: RoomId | undefined;
  readonly #cueListeners = new Listeners<[cue: HeardCue, late: number]>();
  readonly #audioListeners = new Listeners<[seat: AudioSeat | NoSeat]>();
  readonly #signalListeners = new Listeners<[news: SignalNews]>();
  readonly #moveListeners = new Listeners<[]>();
  readonly #legs = new Legs((input) => {
    if (this.#room?.connection.isOpen) this.#room.sendBytes(INPUT_TYPE, input);
  });
  readonly #onPageHide = (): void => void this.#room?.connection.close(PAGE_CLOSED);
  #room: JoinedRoom | undefined;
  #epoch: string | undefined;
  #heard = 0;
  /** The least that a cue was ever late by our clock: what the two clocks differ by. */
  #clocksApart = Infinity;
  readonly #retry = new Retry();
  #retrying: number | undefined;
  #closed = false;
  #through: ((to: RoomId) => void) | undefined;

  /** `from` is the room that one comes from, through a portal. */
  constructor(layout: Layout, tab: string | undefined, from?: RoomId) {
    this.layout = layout;
    this.#from = from;
    this.poses = new Poses(layout);
    this.#tab = tab;
    addEventListener('pagehide', this.#onPageHide);
  }

  /** The room as rules and words read it, from here. */
  get view(): RoomView {
    const { facts } = this.store.current;
    const indexOf = (id: PersonId) => facts.people.get(id)?.index;
    return {
      facts,
      layout: this.layout,
      poseOf: (id) => {
        const index = indexOf(id);
        return index === undefined ? undefined : this.poses.poseAt(index, performance.now());
      },
      walking: (id) => {
        const index = indexOf(id);
        return index !== undefined && (this.poses.poseAt(index, performance.now())?.speed ?? 0) > 0;
      },
    };
  }

  get actor(): Actor | undefined {
    const { you, facts, own } = this.store.current;
    const me = you && facts.people.get(you);
    return you && me ? { id: you, standing: me.standing as Standing, duties: dutiesOf(me.duties), own } : undefined;
  }

  /** Tells of each cue once, and how late (ms) it comes: what is replayed after a reconnection has happened long ago. */
  readonly onCue = this.#cueListeners.add;

  /** Tells of one's place in the room's audio, or that there is none. */
  readonly onAudio = this.#audioListeners.add;

  /** Asks for a place in the room's audio, or gives it up. */
  wantAudio(wanted: boolean): void {
    if (this.#room?.connection.isOpen) this.#room.send('audio', wanted);
  }

  /** On a mesh: tells of what others' pages signal. */
  readonly onSignals = this.#signalListeners.add;

  /** Signals to others' pages. Whom we are out of hearing of does not get it. */
  signal(signals: readonly Outgoing[]): void {
    if (this.#room?.connection.isOpen) this.#room.send('signals', signals);
  }

  /** Tells of new motion records, some 20 times a second while people walk. */
  readonly onMove = this.#moveListeners.add;

  /** The time by the server's clock, as nearly as the page knows it. */
  get now(): number {
    return Date.now() - (Number.isFinite(this.#clocksApart) ? this.#clocksApart : 0);
  }

  /** Whether one came from another room, through a portal. */
  get hasCome(): boolean {
    return this.#from !== undefined;
  }

  /** Calls `listener` when one has come through a portal: the page is to join the room it leads to, and then to leave here. */
  onThrough(listener: (to: RoomId) => void): void {
    this.#through = listener;
  }

  /** Asks for something. Resolves with the server's answer; never throws. */
  perform<Id extends CapabilityId>(id: Id, payload: Payload<Id>): Promise<Result> {
    return this.request(id, payload);
  }

  /** The same for what this page has fetched since: the acts of a ritual. */
  async request(id: string, payload: unknown): Promise<Result> {
    const room = this.#room;
    if (!room || this.store.current.connection.status !== 'here') return offline;
    try {
      return await room.request<unknown, Answer>('command', { id, key: newId(), payload });
    } catch {
      return offline;
    }
  }

  /** Walks one's own body by keys; `undefined` stops. */
  steer(steer: Steer | undefined): void {
    const me = this.actor && this.store.current.facts.people.get(this.actor.id);
    if (!me || !this.#room?.connection.isOpen) return;
    const now = performance.now();
    this.#legs.want(this.poses.steer(me.index, steer, now), now);
    this.#moved();
  }

  /** Comes in, and comes back whenever the connection is lost. */
  async join(): Promise<void> {
    window.clearTimeout(this.#retrying);
    this.#closed = false;
    try {
      const heard = this.#epoch === undefined ? undefined : { epoch: this.#epoch, number: this.#heard };
      const options = { protocol: PROTOCOL, ...(this.#tab === undefined ? {} : { tab: this.#tab }), ...(heard ? { heard } : {}), ...(this.#from === undefined ? {} : { from: this.#from }) };
      const room = await takeSeat(this.layout.id, options);
      // Whoever left while the door was being asked is not inside.
      if (this.#closed) return void room.leave(true);
      this.#attend(room);
    } catch (error) {
      const refusal = refusalOf(error);
      if (finalRefusals.has(refusal.code)) this.#set({ status: 'ended', refusal });
      else if (!this.#closed) this.#later();
    }
  }

  /** Leaves for good: the place is given up at once. */
  leave(): void {
    this.#closed = true;
    removeEventListener('pagehide', this.#onPageHide);
    window.clearTimeout(this.#retrying);
    void this.#room?.leave(true);
  }

  #attend(room: JoinedRoom): void {
    this.#room = room;
    // We come back by joining anew: it also works after the server itself was restarted.
    room.reconnection.enabled = false;
    room.onMessage('welcome', ({ you, epoch, number }: { you: string; epoch: string; number: number }) => {
      if (epoch !== this.#epoch) this.#heard = number;
      this.#epoch = epoch;
      this.store.current.you = personId(you);
      this.store.changed();
    });
    room.onMessage('lines', (lines: readonly Line[]) => {
      // One that was heard while these were being read stands behind them.
      const newer = this.store.current.lines.filter((line) => !lines.some((known) => known.id === line.id) && line.at >= (lines.at(-1)?.at ?? 0));
      this.store.current.lines = [...lines, ...newer];
      this.store.current.hasEarlier = lines.length >= LINES_A_PAGE;
      if (this.store.current.linesSince === Infinity) this.store.current.linesSince = lines.at(-1)?.at ?? 0;
      this.store.changed();
    });
    room.onMessage('own', (own: Own) => {
      this.store.current.own = own;
      this.store.changed();
    });
    room.onMessage('settings', (settings: unknown) => {
      this.store.current.kept = { settings };
      this.store.changed();
    });
    room.onMessage('voice', (news: VoiceNews) => {
      this.store.current.hearing = afterNews(this.store.current.hearing, news);
      this.store.changed();
    });
    room.onMessage('audio', (seat: AudioSeat | NoSeat) => this.#audioListeners.tell(seat));
    room.onMessage('signals', (news: SignalNews) => this.#signalListeners.tell(news));
    room.onMessage('through', (to: string) => this.#through?.(roomId(to)));
    room.onMessage('ended', (refusal: Refusal) => {
      // Said before the socket closes: whoever is removed is told by whom and why.
      this.#closed = true;
      this.#set({ status: 'ended', refusal });
    });
    room.onMessage('cues', (heard: readonly HeardCue[]) => heard.forEach((one) => this.#hear(one)));
    const reader = new MotionReader(this.poses, (seen) => {
      if (room.connection.isOpen) room.sendBytes(SEEN_TYPE, seen);
    });
    room.onMessage(MOTION_TYPE, (bytes: Uint8Array) => reader.motion(bytes, performance.now()) && this.#moved());
    room.onMessage(SNAPSHOT_TYPE, (bytes: Uint8Array) => reader.snapshot(bytes, performance.now()) && this.#moved());
    room.onStateChange((facts) => {
      const first = this.store.current.connection.status !== 'here';
      this.store.current.facts = facts as unknown as RoomView['facts'];
      if (first) {
        this.#retry.reset();
        this.#set({ status: 'here' });
        room.send(READY_TYPE);
      } else this.store.changed();
    });
    room.onLeave((_code, reason) => {
      reader.stop();
      if (this.#room !== room) return;
      this.#room = undefined;
      if (!this.#closed) this.#later(reason);
    });
  }

  #hear(heard: HeardCue): void {
    // A replayed cue that was heard already stays heard.
    if (heard.number <= this.#heard) return;
    this.#heard = heard.number;
    const lines = linesAfter(this.store.current.lines, heard);
    if (lines !== this.store.current.lines) {
      this.store.current.lines = lines;
      this.store.changed();
    }
    const late = Date.now() - heard.at;
    this.#clocksApart = Math.min(this.#clocksApart, late);
    this.#cueListeners.tell(heard, late - this.#clocksApart);
  }

  #moved(): void {
    this.#moveListeners.tell();
  }

  #later(_reason?: string): void {
    const wait = this.#retry.next();
    const before = this.store.current.connection;
    // It may have changed elsewhere meanwhile, and is told anew.
    this.store.current.kept = undefined;
    this.store.current.hearing = silence;
    this.#set({ status: 'lost', since: before.status === 'lost' ? before.since : Date.now(), retryAt: Date.now() + wait });
    this.#retrying = window.setTimeout(() => void this.join(), wait);
  }

  #set(connection: Connection): void {
    this.store.current.connection = connection;
    this.store.changed();
  }
}
