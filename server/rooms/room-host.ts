/**
 * One room, whole, apart from Colyseus: who is in it, what they ask, what they hear, what is kept. Time, chance, network
 * and storage are given to it, so that a room can be simulated from a seed.
 */
import type { Line } from '#shared/chat/chat.ts';
import { lower } from '#shared/hand/hand.rules.ts';
import { Hand } from '#shared/hand/hand.state.ts';
import type { Actor, Moment, Standing } from '#shared/kernel/capability.ts';
import type { Answer } from '#shared/kernel/command.ts';
import { cue, type Cue, type HeardCue } from '#shared/kernel/cue.ts';
import { personId, roomId, type PersonId, type RoomId } from '#shared/kernel/ids.ts';
import { dispatchRefusals, refuse, type RefusalKind } from '#shared/kernel/refusal.ts';
import { goalOf } from '#shared/movement/goal.ts';
import { compileGrid } from '#shared/movement/grid.ts';
import { movementCues } from '#shared/movement/movement.capabilities.ts';
import { decodeSteer, encodeWalks, type WalkRecord } from '#shared/movement/walk.codec.ts';
import { Walks } from '#shared/movement/walks.ts';
import { peopleCues } from '#shared/people/people.capabilities.ts';
import { callNameOf, distinctName } from '#shared/people/people.rules.ts';
import { Person } from '#shared/people/person.state.ts';
import { describePlace, placeCue } from '#shared/place/describe.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { RoomState } from '#shared/rooms/room.state.ts';
import type { Room } from '#shared/rooms/room.ts';
import { seatCues } from '#shared/seats/seats.capabilities.ts';
import { seatOf, sitDown, standUp } from '#shared/seats/seats.rules.ts';
import type { Ambient } from '../host/ambient.ts';
import { dispatch, readCommand, type Done } from '../host/dispatch.ts';
import { errorDetails, log } from '../host/log.ts';
import { Rates } from '../host/rates.ts';
import type { Fact, Profile, Storage } from '../storage/storage.ts';
import { CuePost } from './cue-post.ts';
import { PersonIndexes } from './person-indexes.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

/** One connection of one person: what the host can tell it. */
export interface Wire {
  cue(heard: HeardCue): void;
  motion(frame: Uint8Array): void;
  lines(lines: readonly Line[]): void;
  welcome(welcome: { readonly you: PersonId; readonly epoch: string; readonly number: number }): void;
}

interface Presence {
  readonly wires: Set<Wire>;
  readonly ready: Set<Wire>;
  readonly rates: Rates;
  readonly answers: Map<string, Promise<Answer>>;
  /** When an absent person's place is given up (ms since 1970). */
  expiresAt: number | undefined;
}

/** How long a place is kept: after a lost connection, and after a closed page, which may be a reload. */
export const KEPT_AFTER_LOSS = 120_000;
export const KEPT_AFTER_CLOSING = 12_000;
const REMEMBERED_ANSWERS = 64;
const LINES_ON_ENTRY = 100;
const REFIND_PATH = 700;

interface Waiting {
  readonly done: Done;
  readonly actor: Actor;
  readonly moment: Moment;
  readonly answer: (answer: Answer) => void;
}

export class RoomHost {
  readonly id: RoomId;
  readonly facts = new RoomState();
  readonly #room: Room;
  readonly #ambient: Ambient;
  readonly #storage: Storage;
  readonly #post: CuePost;
  readonly #indexes = new PersonIndexes();
  readonly #presences = new Map<PersonId, Presence>();
  readonly #sent = new Map<PersonId, number>();
  readonly #startedAt: number;
  #unstored: Waiting[] = [];
  #records: Fact[] = [];
  #unanswered: (() => void)[] = [];
  #storing: Promise<void> = Promise.resolve();
  #savedState = '';
  #refoundAt = 0;

  constructor(layout: Layout, storage: Storage, ambient: Ambient) {
    this.id = roomId(layout.id);
    this.#storage = storage;
    this.#ambient = ambient;
    this.#startedAt = ambient.now();
    this.#post = new CuePost(ambient.newId());
    const walks = new Walks(compileGrid(layout));
    this.#room = {
      facts: this.facts as Room['facts'],
      layout,
      walks,
      approaches: new Map(),
      poseOf: (id) => walks.poseOf(id),
      walking: (id) => walks.isMoving(id),
    };
  }

  /** How many are in the room or expected back. */
  get count(): number {
    return this.facts.people.size;
  }

  get room(): Room {
    return this.#room;
  }

  has(id: PersonId): boolean {
    return this.facts.people.has(id);
  }

  /** Takes up the state that was kept when the server last ran: everyone's place waits for them. */
  async restore(): Promise<void> {
    const kept = await this.#storage.loadSnapshot(this.id);
    const snapshot = kept && readSnapshot(kept.state);
    if (!snapshot) return;
    const now = this.#ambient.now();
    for (const person of snapshot.people) {
      const id = personId(person.id);
      this.#seat(id, person, now);
      this.#room.walks.place(id, { x: person.x, z: person.z, heading: person.heading });
      const restored = this.facts.people.get(id);
      if (restored) [restored.connected, restored.seated] = [false, person.seated];
      this.#presence(id).expiresAt = now + KEPT_AFTER_LOSS;
    }
    for (const [seat, holder] of snapshot.seats) if (this.has(personId(holder))) this.facts.seats.set(seat, holder);
    for (const { id, order, raisedAt } of snapshot.hands) if (this.has(personId(id))) this.facts.hands.set(id, new Hand({ order, raisedAt }));
    this.facts.nextHand = snapshot.nextHand;
  }

  /** Someone comes in, comes back, or opens one more tab. */
  async enter(profile: Profile, wire: Wire, heard: { epoch: string; number: number } | undefined): Promise<void> {
    const now = this.#ambient.now();
    const known = this.facts.people.get(profile.id);
    const presence = this.#presence(profile.id);
    presence.wires.add(wire);
    presence.expiresAt = undefined;
    if (!known) {
      this.#seat(profile.id, profile, now);
      this.#tell(cue(peopleCues.came, profile.id, 'others', { name: callNameOf(this.#room, profile.id) }), profile.id);
    } else if (!known.connected) {
      known.connected = true;
      this.#tell(cue(peopleCues.returned, profile.id, 'others', { name: callNameOf(this.#room, profile.id) }), profile.id);
    }
    const missed = this.#post.missed(profile.id, heard);
    wire.welcome({ you: profile.id, epoch: this.#post.epoch, number: heard?.epoch === this.#post.epoch ? heard.number : 0 });
    for (const cueMissed of missed) wire.cue(cueMissed);
    wire.lines(await this.#storage.lastLines(this.id, LINES_ON_ENTRY));
  }

  /** A connection ended. The place is kept for `keptFor` milliseconds once the last one of that person is gone; 0 gives it up. */
  leave(id: PersonId, wire: Wire, keptFor: number): void {
    const presence = this.#presences.get(id);
    if (!presence?.wires.delete(wire)) return;
    presence.ready.delete(wire);
    if (presence.wires.size > 0) return;
    if (keptFor === 0) return this.#remove(id);
    presence.expiresAt = this.#ambient.now() + keptFor;
    // Whoever is on the way to somewhere arrives there; whoever steers stops.
    if (!this.#room.walks.isOnPath(id)) this.#room.walks.stop(id, this.#ambient.now());
    const person = this.facts.people.get(id);
    if (person) person.connected = false;
    if (keptFor > KEPT_AFTER_CLOSING) this.#tell(cue(peopleCues.lost, id, 'others', { name: callNameOf(this.#room, id) }), id);
  }

  /** Answers a command: once the patch that shows its effect is out and, if it is durable, once it is stored. */
  command(id: PersonId, raw: unknown): Promise<Answer> {
    const presence = this.#presences.get(id);
    const person = this.facts.people.get(id);
    if (!presence || !person) return Promise.resolve(this.#no(dispatchRefusals.away));
    const command = readCommand(raw);
    if (!command) return Promise.resolve(this.#no(presence.rates.take('command', this.#ambient.now()) ? dispatchRefusals.malformed : dispatchRefusals.tooFast));
    const given = presence.answers.get(command.key);
    if (given) return given;
    const actor: Actor = { id, standing: person.standing as Standing };
    const moment: Moment = { at: this.#ambient.now(), chance: this.#ambient.chance, newId: this.#ambient.newId };
    const answer = new Promise<Answer>((resolve) => {
      try {
        const dispatched = dispatch(this.#room, actor, command, moment, presence.rates);
        if ('refused' in dispatched) resolve(dispatched.refused);
        else this.#settle({ done: dispatched.done, actor, moment, answer: resolve });
      } catch (error) {
        log('command.crashed', { capability: command.id, ...errorDetails(error) });
        resolve(this.#no(dispatchRefusals.crashed));
      }
    });
    presence.answers.set(command.key, answer);
    const oldest = presence.answers.keys().next();
    if (presence.answers.size > REMEMBERED_ANSWERS && !oldest.done) presence.answers.delete(oldest.value);
    // What was not done may be asked again with the same key.
    void answer.then((given) => {
      if (!given.accepted) presence.answers.delete(command.key);
    });
    return answer;
  }

  /** Legs, from a keyboard or a stick. Junk is ignored. */
  steer(id: PersonId, bytes: Uint8Array): void {
    const steer = decodeSteer(bytes);
    if (!steer || !this.has(id)) return;
    if (steer.pace > 0) {
      standUp(this.#room, id);
      this.#room.approaches.delete(id);
    }
    this.#room.walks.steer(id, steer, this.#ambient.now());
  }

  /** A connection can read motion now: it gets everyone's place at once, and every change from here on. */
  ready(id: PersonId, wire: Wire): void {
    const presence = this.#presences.get(id);
    if (!presence?.wires.has(wire)) return;
    presence.ready.add(wire);
    wire.motion(encodeWalks(this.#time(), [...this.facts.people.keys()].flatMap((key) => this.#record(personId(key)) ?? [])));
  }

  /** One tick of the room: everyone walks on, arrivals are noticed, absences end, changes go out. */
  tick(): void {
    const now = this.#ambient.now();
    this.#refindPaths(now);
    for (const id of this.#room.walks.advance(now)) this.#arrived(id);
    for (const [id, { expiresAt }] of this.#presences) if (expiresAt !== undefined && expiresAt <= now) this.#remove(id);
    this.#sendMotion();
  }

  /** Sends the patch, then what waited for it; starts storing what must be stored. `patch` sends the room's state changes. */
  flush(patch: () => void): void {
    patch();
    for (const answer of this.#unanswered.splice(0)) answer();
    const waiting = this.#unstored.splice(0);
    const records = this.#records.splice(0);
    if (waiting.length + records.length > 0) this.#storing = this.#storing.then(() => this.#store(waiting, records));
  }

  /** Keeps the live state if it has changed. */
  async save(): Promise<void> {
    const state = JSON.stringify(this.#snapshot());
    if (state === this.#savedState) return;
    await this.#storage.saveSnapshot(this.id, this.#ambient.now(), state);
    this.#savedState = state;
  }

  /** Stores everything that waits, for the end of the process. */
  async close(): Promise<void> {
    this.flush(() => undefined);
    await this.#storing;
    await this.save();
  }

  #settle(waiting: Waiting): void {
    const { done, actor } = waiting;
    if (done.capability.durable) {
      this.#unstored.push(waiting);
      return;
    }
    const fact = this.#factOf(waiting);
    if (fact.activity) this.#records.push(fact);
    for (const raised of done.cues()) this.#tell(raised, actor.id);
    this.#unanswered.push(() => waiting.answer({ accepted: true }));
  }

  async #store(waiting: readonly Waiting[], records: readonly Fact[]): Promise<void> {
    try {
      await this.#storage.commit([...waiting.map((one) => this.#factOf(one)), ...records]);
    } catch (error) {
      log('storage.failed', errorDetails(error));
      for (const { answer } of waiting) answer(this.#no(dispatchRefusals.notStored));
      return;
    }
    for (const { done, actor, answer } of waiting) {
      for (const raised of done.cues()) this.#tell(raised, actor.id);
      answer({ accepted: true });
    }
  }

  #factOf({ done, actor, moment }: Waiting): Fact {
    const { capability, outcome, object } = done;
    const activity =
      capability.record === 'none'
        ? undefined
        : { at: moment.at, actor: capability.record === 'named' ? actor.id : undefined, capability: capability.id, object, room: this.id };
    return { activity, line: capability.id === 'chat.say' ? (outcome as Line) : undefined, room: this.id };
  }

  #tell(raised: Cue, actor: PersonId | undefined): void {
    for (const [id, heard] of this.#post.address(raised, actor, [...this.facts.people.keys()].map(personId), this.#ambient.now())) {
      for (const wire of this.#presences.get(id)?.wires ?? []) wire.cue(heard);
    }
  }

  #seat(id: PersonId, profile: Omit<Profile, 'id'>, now: number): void {
    const others = [...this.facts.people.values()];
    const name = distinctName(profile.name, others.map((other) => other.name));
    const callMe = distinctName(profile.callMe || profile.name, others.map((other) => other.callMe || other.name));
    const { pronouns, standing, look } = profile;
    this.facts.people.set(id, new Person({ index: this.#indexes.take(now), name, callMe, pronouns, standing, look, connected: true, seated: false }));
    const spawns = this.#room.layout.spawns;
    const crowding = (spawn: (typeof spawns)[number]): number =>
      Math.max(0, ...[...this.facts.people.keys()].map((key) => {
        const pose = this.#room.poseOf(personId(key));
        return pose ? 1 / (0.1 + Math.hypot(pose.x - spawn.x, pose.z - spawn.z)) : 0;
      }));
    const spawn = spawns.reduce((best, candidate) => (crowding(candidate) < crowding(best) ? candidate : best));
    this.#room.walks.add(id, { x: spawn.x, z: spawn.z, heading: spawn.heading }, now);
  }

  #remove(id: PersonId): void {
    const person = this.facts.people.get(id);
    if (!person) return;
    const name = callNameOf(this.#room, id);
    standUp(this.#room, id);
    lower(this.facts, id);
    this.#room.walks.remove(id);
    this.#room.approaches.delete(id);
    this.facts.people.delete(id);
    this.#indexes.free(person.index, this.#ambient.now());
    this.#presences.delete(id);
    this.#sent.delete(id);
    this.#post.forget(id);
    this.#tell(cue(peopleCues.left, id, 'others', { name }), id);
  }

  #arrived(id: PersonId): void {
    const approached = this.#room.approaches.get(id);
    this.#room.approaches.delete(id);
    const name = callNameOf(this.#room, id);
    if (seatOf(this.#room, id)) {
      const seat = sitDown(this.#room, id);
      if (seat) this.#tell(cue(seatCues.sat, id, 'room', { seat: seat.name, name }), id);
      return;
    }
    this.#tell(cue(movementCues.arrived, id, 'self', { place: placeCue(describePlace(this.#room, id), 'you') }), id);
    if (approached) this.#tell(cue(movementCues.approached, id, [approached], { name }), id);
  }

  /** Whoever walks up to someone who moves finds the way again now and then. */
  #refindPaths(now: number): void {
    if (now - this.#refoundAt < REFIND_PATH) return;
    this.#refoundAt = now;
    for (const [id, target] of this.#room.approaches) {
      if (!this.#room.walking(target)) continue;
      const goal = goalOf(this.#room, id, { to: 'person', id: target });
      if (goal) this.#room.walks.goTo(id, goal, goal.face, now);
    }
  }

  #sendMotion(): void {
    const changed: WalkRecord[] = [];
    for (const key of this.facts.people.keys()) {
      const id = personId(key);
      const walk = this.#room.walks.walkOf(id);
      if (!walk || this.#sent.get(id) === walk.version) continue;
      this.#sent.set(id, walk.version);
      const record = this.#record(id);
      if (record) changed.push(record);
    }
    if (changed.length === 0) return;
    const frame = encodeWalks(this.#time(), changed);
    for (const { ready } of this.#presences.values()) for (const wire of ready) wire.motion(frame);
  }

  #record(id: PersonId): WalkRecord | undefined {
    const walk = this.#room.walks.walkOf(id);
    const person = this.facts.people.get(id);
    return walk && person && { index: person.index, x: walk.x, z: walk.z, heading: walk.heading, speed: walk.speed };
  }

  #presence(id: PersonId): Presence {
    const known = this.#presences.get(id);
    if (known) return known;
    const fresh: Presence = { wires: new Set(), ready: new Set(), rates: new Rates(), answers: new Map(), expiresAt: undefined };
    this.#presences.set(id, fresh);
    return fresh;
  }

  #snapshot(): Snapshot {
    const people = [...this.facts.people.entries()].map(([key, person]) => {
      const pose = this.#room.poseOf(personId(key)) ?? { x: 0, z: 0, heading: 0 };
      const { name, callMe, pronouns, look, seated } = person;
      return { id: key, name, callMe, pronouns, standing: person.standing as Standing, look, seated, ...pose };
    });
    const hands = [...this.facts.hands.entries()].map(([id, hand]) => ({ id, order: hand.order, raisedAt: hand.raisedAt }));
    return { version: 1, people, hands, seats: [...this.facts.seats.entries()], nextHand: this.facts.nextHand };
  }

  #time(): number {
    return this.#ambient.now() - this.#startedAt;
  }

  #no(kind: RefusalKind): Answer & { accepted: false } {
    return { accepted: false, refusal: refuse(kind).refusal };
  }
}
