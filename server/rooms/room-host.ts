/**
 * One room, whole, apart from Colyseus: who is in it, what they ask, what they hear, what is kept. Time, chance, network
 * and storage are given to it, so that a room can be simulated from a seed.
 */
import { endStrays } from '#shared/circles/circles.cues.ts';
import { followersOf } from '#shared/follow/follow.rules.ts';
import type { Answer, Handshake } from '#shared/kernel/command.ts';
import { cue, type Cue } from '#shared/kernel/cue.ts';
import { personId, roomId, type PersonId, type RoomId } from '#shared/kernel/ids.ts';
import { dispatchRefusals, refuse, type Refusal, type RefusalKind } from '#shared/kernel/refusal.ts';
import { removalRefusal, type Removal } from '#shared/moderation/moderation.capabilities.ts';
import { SPOKES } from '#shared/movement/walks.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { peopleCues } from '#shared/people/people.capabilities.ts';
import { passageOf } from '#shared/portals/portals.rules.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { RoomState } from '#shared/rooms/room.state.ts';
import type { Room } from '#shared/rooms/room.ts';
import { seatOf } from '#shared/seats/seats.rules.ts';
import { turnOff } from '#shared/voice/microphone.ts';
import { alone } from '../campus/ties.ts';
import type { Ambient } from '../host/ambient.ts';
import { dispatch, readCommand, type Done } from '../host/dispatch.ts';
import { errorDetails, log } from '../host/log.ts';
import type { Allowance } from '../host/rates.ts';
import { takeInput } from '../motion/input.ts';
import { Motion } from '../motion/motion.ts';
import type { Profile, RoomStorage } from '../storage/storage.ts';
import { Voices } from '../voice/voices.ts';
import { Approaches, arrive } from './arrivals.ts';
import { CuePost } from './cue-post.ts';
import { came, Journal, left, recording } from './journal.ts';
import { Followers } from './followers.ts';
import { Keeper } from './keeper.ts';
import { Ledger } from './ledger.ts';
import { Lines } from './lines.ts';
import { listsIn, noLists, withList, type Lists } from './lists.ts';
import { newRoom } from './new-room.ts';
import { KEPT_AFTER_CLOSING, KEPT_AFTER_LOSS, Presences, type Wire } from './presences.ts';
import { actorOf } from './recovery.ts';
import { Roster } from './roster.ts';

const no = (kind: RefusalKind): Answer => ({ accepted: false, refusal: refuse(kind).refusal });

export class RoomHost {
  readonly id: RoomId;
  readonly facts = new RoomState();
  readonly room: Room;
  readonly #ambient: Ambient;
  readonly #lists: Lists;
  readonly #post: CuePost;
  readonly #ledger: Ledger;
  readonly motion: Motion;
  readonly voices: Voices;
  readonly #approaches: Approaches;
  readonly #followers: Followers;
  readonly #presences = new Presences();
  readonly #lines: Lines;
  readonly #roster: Roster;
  readonly #keeper: Keeper;
  /** Commands since the start, for the metrics. */
  readonly tally = { accepted: 0, refused: 0 };

  constructor(layout: Layout, storage: RoomStorage, ambient: Ambient, lists: Lists = noLists, ties = alone()) {
    [this.id, this.#ambient] = [roomId(layout.id), ambient];
    this.#post = new CuePost(ambient.newId(), (speaker, listener) => ties.relations.reaches(speaker, listener));
    this.room = { ...newRoom(layout, this.facts, ties), heardBy: (id) => this.voices.heardBy(id), keptFrom: (id) => this.voices.keptFrom(id) };
    this.voices = new Voices(this.room, (id, news) => this.#presences.find(id)?.wires.forEach((wire) => wire.voice(news)));
    this.#lines = new Lines(this.id, this.room, storage, this.#presences);
    this.#lists = listsIn(this.room, lists, this.#lines);
    this.motion = new Motion(this.room.walks, ambient.now());
    [this.#approaches, this.#followers] = [new Approaches(this.room), new Followers(this.room)];
    this.#roster = new Roster(this.room, this.motion);
    const journal = new Journal(this.id);
    this.#keeper = new Keeper(this.id, this.room, this.#roster, journal, storage);
    this.#ledger = new Ledger(this.id, storage, journal, (granted) => {
      granted.done.settle(this.room);
      this.#tell(granted.done.cues(), granted.actor.id);
      this.#follow(granted.done);
      ties.spread(this, granted.done);
    });
  }

  /** How many are in the room or expected back. */
  get count(): number {
    return this.facts.people.size;
  }

  has(id: PersonId): boolean {
    return this.facts.people.has(id);
  }

  /** Takes up what was kept when the server last ran, to the last thing that was stored: everyone's place waits for them. */
  async restore(): Promise<void> {
    const now = this.#ambient.now();
    const entries = await this.#keeper.restore(now);
    await this.#lines.remember();
    for (const [id, person] of this.facts.people) {
      person.connected = false;
      this.#presences.at(personId(id)).expiresAt = now + KEPT_AFTER_LOSS;
    }
    // A command whose answer was lost with the process may be asked again.
    for (const { actor, key } of entries) if (actor && key && this.has(actor)) void this.#presences.at(actor).answers.remember(key, Promise.resolve({ accepted: true }));
  }

  /** Why someone may not come in now: the room is full of others (present or expected back), or of their own tabs. */
  refusalFor(id: PersonId): RefusalKind | undefined {
    if (this.#presences.hasMostTabs(id)) return entryRefusals.tooManyTabs;
    return !this.has(id) && this.count >= this.room.layout.cap ? entryRefusals.full : undefined;
  }

  /**
   * Someone comes in, comes back, or opens one more tab. `heard` names the last cue that this tab heard. Answers false,
   * and changes nothing, where `refusalFor` says why.
   */
  async enter(profile: Profile, wire: Wire, { heard, from }: Pick<Handshake, 'heard' | 'from'> = {}): Promise<boolean> {
    const { id } = profile;
    if (this.refusalFor(id)) return false;
    const known = this.facts.people.get(id);
    const presence = this.#presences.at(id);
    // VO15. A page that was there before has heard something.
    if (heard === undefined && presence.wires.size === 0) turnOff(this.facts.people.get(id));
    presence.wires.add(wire);
    presence.expiresAt = undefined;
    const told = known ? [] : this.#admit(profile, from);
    if (!known || !known.connected) {
      if (known) known.connected = true;
      this.#tell([cue(known ? peopleCues.returned : peopleCues.came, id, 'others', { name: callNameOf(this.room, id) })], id);
    }
    wire.welcome({ you: id, epoch: this.#post.epoch, number: heard?.epoch === this.#post.epoch ? heard.number : 0 });
    this.voices.tellAll(id, wire);
    for (const missed of this.#post.missed(id, heard, this.#ambient.now())) wire.cue(missed);
    this.#tell(told, undefined);
    await this.#lines.welcome(id, wire);
    return true;
  }

  /** A connection ended. The place is kept for `keptFor` milliseconds once the last one of that person is gone; 0 gives it up. */
  leave(id: PersonId, wire: Wire, keptFor: number): void {
    const presence = this.#presences.find(id);
    if (!presence?.wires.delete(wire)) return;
    this.motion.close(wire);
    if (presence.wires.size > 0) return;
    if (keptFor === 0) return this.#remove(id);
    presence.expiresAt = this.#ambient.now() + keptFor;
    // Whoever is on the way to somewhere arrives there; whoever steers stops.
    if (!this.room.walks.isOnPath(id)) this.room.walks.stop(id, this.#ambient.now());
    const person = this.facts.people.get(id);
    if (person) person.connected = false;
    if (keptFor > KEPT_AFTER_CLOSING) this.#tell([cue(peopleCues.lost, id, 'others', { name: callNameOf(this.room, id) })], id);
  }

  /** Whether someone may ask for one more of a kind now; counts it, if so. */
  readonly allows = (id: PersonId, what: Allowance): boolean => this.#presences.find(id)?.rates.take(what, this.#ambient.now()) ?? false;

  /** Answers a command: once the patch that shows its effect is out and, if it is durable, once it is stored. Never rejects. */
  command(id: PersonId, raw: unknown): Promise<Answer> {
    const presence = this.#presences.find(id);
    const actor = actorOf(this.room, id);
    if (!presence || !actor) return Promise.resolve(no(dispatchRefusals.away));
    const command = readCommand(raw);
    if (!command) return Promise.resolve(no(this.allows(id, 'command') ? dispatchRefusals.malformed : dispatchRefusals.tooFast));
    const { moment, drawn } = recording({ at: this.#ambient.now(), chance: this.#ambient.chance, newId: this.#ambient.newId });
    const answered = presence.answers.of(command.key);
    if (answered) return answered;
    const answer = new Promise<Answer>((resolve) => {
      try {
        this.room.walks.bring(id, moment.at);
        const dispatched = dispatch(this.room, actor, command, moment, presence.rates);
        if ('refused' in dispatched) resolve(dispatched.refused);
        else this.#ledger.take({ done: dispatched.done, actor, command, moment, drawn, recorded: !this.facts.people.get(id)?.companion, answer: resolve });
      } catch (error) {
        log('command.crashed', { capability: command.id, ...errorDetails(error) });
        resolve(no(dispatchRefusals.crashed));
      }
    });
    return presence.answers.remember(command.key, answer.then((given) => {
      this.tally[given.accepted ? 'accepted' : 'refused']++;
      return withList(this.#lists, command.id, { actor: id, payload: command.payload }, given);
    }));
  }

  /** Legs, from a keyboard or a stick. Junk is ignored. */
  steer(id: PersonId, bytes: Uint8Array): void {
    const now = this.#ambient.now();
    const seat = seatOf(this.room, id);
    takeInput(this.room, id, bytes, now);
    // Others may take the seat now, and recovery must know it.
    if (seat && !seatOf(this.room, id)) this.#ledger.note(now, id, 'seat.stand', {});
  }

  /** A connection can read motion now: it gets everyone's place at once, and from here on what changes. */
  ready(id: PersonId, wire: Wire): void {
    const person = this.facts.people.get(id);
    if (person && this.#presences.find(id)?.wires.has(wire)) this.motion.open(wire, person.index, this.#ambient.now());
  }

  /** The `turn`-th spoke of the wheel, one each 5 ms: its walkers walk on, arrivals are noticed, its readers hear of motion. */
  spoke(turn: number): void {
    const now = this.#ambient.now();
    for (const id of this.room.walks.advance(now, turn % SPOKES)) {
      const to = passageOf(this.room, id);
      if (to === undefined) this.#tell(arrive(this.room, id), id);
      // FO5. Whoever follows goes along.
      else for (const one of [id, ...followersOf(this.room, id)]) for (const wire of this.#presences.find(one)?.wires ?? []) wire.through(to);
    }
    this.motion.serve(turn, now);
  }

  /** What the room does every 50 ms: ways to people who move are found anew, who strays is in no circle, absences end. */
  tick(): void {
    const now = this.#ambient.now();
    this.#approaches.refind(now);
    this.#tell([...this.#followers.walk(now), ...endStrays(this.room)], undefined);
    for (const id of this.#presences.expired(now)) this.#remove(id);
    this.voices.tick(now);
  }

  /** Sends the patch, then what waited for it; starts storing what must be stored. `patch` sends the room's state changes. */
  flush(patch: () => void): void {
    patch();
    this.#ledger.flush();
  }

  /** Resolves when what was flushed is stored or refused. */
  settled(): Promise<void> {
    return this.#ledger.settled();
  }

  /** Keeps the live state if it has changed. */
  save(): Promise<void> {
    return this.#keeper.save(this.#ambient.now());
  }

  /** Tells everyone that the server stops now and that their place is kept; answers what waits. */
  async farewell(): Promise<void> {
    this.#tell([cue(peopleCues.restarting, undefined, 'room')], undefined);
    this.flush(() => undefined);
    await this.settled();
  }

  /** Stores everything that waits, for the end of the process. */
  async close(): Promise<void> {
    this.flush(() => undefined);
    await this.settled();
    await this.save();
  }

  /** Sends someone out: every tab is told why and closed, and the place is given up. */
  expel(id: PersonId, refusal: Refusal): void {
    const wires = [...(this.#presences.find(id)?.wires ?? [])];
    this.#remove(id);
    for (const wire of wires) wire.end(refusal);
  }

  /** Looks at what is around the room, and tells what is new of it. */
  lookAround(look: (room: Room, at: number) => readonly Cue[]): void {
    this.#tell(look(this.room, this.#ambient.now()), undefined);
  }

  /** Something was done in another room that holds in the whole campus. */
  learn(done: Done): void {
    done.settle(this.room);
    this.#tell(done.beyond(), undefined);
    this.#follow(done);
  }

  /** What follows from an act beyond the room's own state. */
  #follow(done: Done): void {
    for (const effect of done.effects) this.#lines.follow(effect);
    if (done.capability.id === 'people.remove') this.expel((done.outcome as Removal).person, removalRefusal(done.outcome as Removal));
  }

  #tell(cues: readonly Cue[], actor: PersonId | undefined): void {
    // Asked at every turn of the wheel, and mostly for nothing.
    if (cues.length === 0) return;
    const everyone = [...this.facts.people.keys()].map(personId);
    for (const raised of cues)
      for (const [id, heard] of this.#post.address(raised, actor, everyone, this.#ambient.now())) for (const wire of this.#presences.find(id)?.wires ?? []) wire.cue(heard);
  }

  #admit({ id, ...profile }: Profile, from: string | undefined): readonly Cue[] {
    const now = this.#ambient.now();
    const { name, callMe, pronouns, standing, look, duties = [], venue = '', heldBy = '' } = profile;
    this.#ledger.note(now, id, came, { name, callMe, pronouns, standing, look, duties, venue, heldBy, availability: this.room.availabilities.get(id) ?? 'open', ...(from !== undefined && { from }) });
    return this.#roster.admit(id, profile, now, from);
  }

  #remove(id: PersonId): void {
    const [name, now] = [callNameOf(this.room, id), this.#ambient.now()];
    if (!this.#roster.remove(id, now)) return;
    this.#ledger.note(now, id, left, {});
    this.#presences.forget(id);
    this.#post.forget(id);
    this.#tell([cue(peopleCues.left, id, 'others', { name })], id);
  }
}
