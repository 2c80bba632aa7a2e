/**
 * Who hears whom in one room, kept up as people walk: each looks around a few times a second, and is told only what is
 * new. The rules are shared/voice; blocks and mutes are added here, where only the server knows them.
 */
import { Neighbours } from '#shared/interest/neighbours.ts';
import type { CircleId, PersonId } from '#shared/kernel/ids.ts';
import { CELL } from '#shared/movement/grid.ts';
import { zoneAt } from '#shared/place/describe.ts';
import type { Room } from '#shared/rooms/room.ts';
import { reachOf, readFloor, type Floor } from '#shared/voice/floor.ts';
import { byServer, Choice, type Limits } from '#shared/voice/choice.ts';
import { audible, carries, metresBetween } from '#shared/voice/hearing.ts';
import { personAt, type Address, type VoiceNews } from '#shared/voice/news.ts';
import { standOf } from '#shared/voice/stand.ts';
import type { Wire } from '../rooms/presences.ts';
import { Audience } from './audience.ts';
import { longer } from './longer.ts';
import { Marks } from './marks.ts';
import { Party, type Attendant } from './party.ts';
import { IN } from './reach.ts';

/** Each looks around at every fifth tick of 50 ms, a fifth of them at each. */
const SPOKES = 5;
/** VO23. Who may hear someone is chosen anew at every twentieth: of each speaker all in reach are compared. */
const CHOICES = 20;
/** VO13. Whoever walks out of hearing is heard for so long (ms) yet, silently: people turn round. */
const LINGER = 3_000;

export class Voices {
  readonly #room: Room;
  readonly #tell: (id: PersonId, news: VoiceNews) => void;
  #limits = byServer;
  #choice = new Choice(byServer.voices);
  #listeners = new Choice(byServer.listeners);
  readonly #parties = new Map<PersonId, Party>();
  readonly #byIndex: (Party | undefined)[] = [];
  readonly #neighbours: Neighbours;
  #found = new Int32Array(64);
  /** VO4, VO28. Whom the whole room hears. */
  readonly #onStage = new Set<Party>();
  #floorText = '';
  #floor: Floor = readFloor('');
  #circles = new Map<string, CircleId>();
  #attendant: Attendant | undefined;
  #ticks = 0;
  /** Who has been considered in this look; and who was in reach, and heard, in the one before. */
  readonly #seen = new Marks();
  readonly #reached = new Marks();
  readonly #heard = new Marks();
  /** Of those who were in reach, by number: since when (ms) they are out of hearing. */
  #outSince = new Float64Array(64);
  readonly #marks = new Marks();

  constructor(room: Room, tell: (id: PersonId, news: VoiceNews) => void) {
    [this.#room, this.#tell] = [room, tell];
    const { origin, size } = room.walks.grid;
    this.#neighbours = new Neighbours(origin, size * CELL);
  }

  /** Before anyone takes part: who carries the voices, and how many that can be. */
  attend(attendant: Attendant, limits: Limits): void {
    [this.#attendant, this.#limits] = [attendant, limits];
    [this.#choice, this.#listeners] = [new Choice(limits.voices), new Choice(limits.listeners)];
  }

  /** Someone in the room takes part from now on, under an address of this stay. */
  join(id: PersonId, address: Address): void {
    this.leave(id);
    const [person, stand] = [this.#room.facts.people.get(id), standOf(this.#room, id)];
    if (!person || !stand) return;
    const audience = this.#limits.listeners === Infinity ? undefined : new Audience(this.#limits.listeners);
    const party = new Party(stand, person, address, audience);
    this.#parties.set(id, party);
    this.#makeRoomFor(party.index);
    this.#byIndex[party.index] = party;
  }

  leave(id: PersonId): void {
    const party = this.#parties.get(id);
    if (!party) return;
    this.#parties.delete(id);
    this.#onStage.delete(party);
    if (this.#byIndex[party.index] === party) this.#byIndex[party.index] = undefined;
    this.#take(party, [], []);
    for (const index of party.reach.indexes.subarray(0, party.reach.count)) this.#byIndex[index]?.audience?.without(party);
    for (const listener of [...party.heardBy]) {
      listener.isUrgent = true;
      this.#takeAway(listener, party);
    }
  }

  addressOf(id: PersonId): Address | undefined {
    return this.#parties.get(id)?.address;
  }

  /** VO11. Who hears someone, or would with their microphone on. */
  heardBy(id: PersonId): readonly PersonId[] {
    return this.#parties.get(id)?.listeners(false) ?? [];
  }

  /** VO29. Of those who may hear someone, whom the network keeps apart from them. */
  keptFrom(id: PersonId): readonly PersonId[] {
    return this.#parties.get(id)?.listeners(true) ?? [];
  }

  /** VO29. The page of a speaker has found that their voice does not come through to another, or does again. */
  find(one: Address, other: Address, isApart: boolean): void {
    const [speaker, listener] = [this.#parties.get(personAt(one)), this.#parties.get(personAt(other))];
    if (speaker && listener) speaker.apart[isApart ? 'add' : 'delete'](listener);
  }


  /** Whether of two, by the addresses of their stays, one hears the other now, or would with their microphone on. */
  connects(one: Address, other: Address): boolean {
    const [here, there] = [this.#parties.get(personAt(one)), this.#parties.get(personAt(other))];
    return here?.address === one && there?.address === other && (here.heardBy.has(there) || there.heardBy.has(here));
  }

  /** Tells one more of someone's connections all that they were told. */
  tellAll(id: PersonId, wire: Pick<Wire, 'voice'>): void {
    const news = this.#parties.get(id)?.whole();
    if (news) wire.voice(news);
  }

  /** VO12. Every 50 ms: brings what has changed to where people stand now, and tells those whom it concerns. */
  tick(now: number): void {
    if (this.#parties.size === 0) return;
    const [turn, choice] = [this.#ticks % SPOKES, this.#ticks % CHOICES];
    this.#ticks++;
    this.#circles = new Map();
    for (const [id, circle] of this.#room.facts.circles) for (const member of circle.members) this.#circles.set(member, id as CircleId);
    const { floor } = this.#room.facts;
    if (floor !== this.#floorText) [this.#floorText, this.#floor] = [floor, readFloor(floor)];
    for (const party of this.#parties.values()) if (!this.#note(party, party.index % SPOKES === turn, now)) this.leave(party.id);
    this.#neighbours.settle(this.#byIndex);
    for (const party of this.#parties.values()) if (party.index % CHOICES === choice) this.#admit(party);
    for (const party of this.#parties.values()) {
      if (!party.isDue && party.index % SPOKES !== turn) continue;
      party.isDue = false;
      this.#look(party, now);
    }
    for (const party of this.#parties.values()) {
      const news = party.news(now);
      if (news) this.#tell(party.id, news);
    }
  }

  /** Takes down whose microphone is on, and, where it is their turn, where someone is. False for whoever has left the room. */
  #note(party: Party, isTurn: boolean, now: number): boolean {
    const { person, pose, isHeld } = party;
    const isElsewise = party.note(this.#circles.get(party.id), reachOf(this.#floor, party.id), now);
    if (isHeld !== party.isHeld) this.#attendant?.held(party.id, party.isHeld);
    // Those who hear them, or will not any more, need not wait for their turn.
    if (isElsewise) this.#rouse(party);
    if (!isTurn && !isElsewise) return true;
    const at = this.#room.poseOf(party.id);
    const zone = at && zoneAt(this.#room, at.x, at.z);
    if (!zone || this.#room.facts.people.get(party.id) !== person) return false;
    const hasMoved = zone !== pose.zone;
    [pose.x, pose.z, pose.zone] = [at.x, at.z, zone];
    if (hasMoved) {
      this.#rouse(party);
      this.#attendant?.moved(party.id);
    }
    party.isWalking = this.#room.walking(party.id);
    party.isParted = this.#room.relations.concern(party.id);
    if (zone.rule === 'stage' || pose.reach === 'room') this.#onStage.add(party);
    else this.#onStage.delete(party);
    return true;
  }

  /** What has a place for each number has one for this, too. */
  #makeRoomFor(index: number): void {
    while (this.#byIndex.length <= index) this.#byIndex.push(undefined);
    if (index < this.#outSince.length) return;
    this.#outSince = longer(this.#outSince, index);
    this.#found = new Int32Array(this.#outSince.length);
  }

  #rouse(party: Party): void {
    party.isDue = true;
    for (const listener of party.heardBy) listener.isDue = true;
  }

  /** Four times a second for each, with everybody in reach: it makes no closures, and writes nothing that it need not. */
  #look(listener: Party, now: number): void {
    const [choice, before, seen, reached, heard] = [this.#choice, listener.reach, this.#seen, this.#reached, this.#heard];
    seen.begin();
    reached.begin();
    for (let at = 0; at < before.count; at++) {
      const index = before.indexes[at] ?? 0;
      reached.add(index);
      this.#outSince[index] = before.outSince[at] ?? IN;
    }
    heard.mark(listener.hear);
    [listener.reach, listener.spare] = [listener.spare, before];
    listener.reach.count = 0;
    choice.begin();
    // VO1. Across the floor no voice carries further than where its listener stands.
    const count = this.#neighbours.within(listener.index, listener.pose.zone.hearing.out, this.#found);
    for (let at = 0; at < count; at++) this.#consider(listener, this.#found[at] ?? -1, now);
    for (const { index } of this.#onStage) this.#consider(listener, index, now);
    const circle = listener.pose.circle === undefined ? undefined : this.#room.facts.circles.get(listener.pose.circle);
    if (circle) for (const id of circle.members) this.#consider(listener, this.#parties.get(id as PersonId)?.index ?? -1, now);
    for (let at = 0; at < before.count; at++) if (!seen.has(before.indexes[at] ?? 0)) this.#consider(listener, before.indexes[at] ?? -1, now);
    listener.isFull = choice.isFull;
    const [voices, others] = [choice.voices(), choice.wouldBe()];
    if (this.#isAsBefore(listener, voices, others)) return;
    const partiesOf = (indexes: readonly number[]): readonly Party[] => indexes.flatMap((index) => this.#byIndex[index] ?? []);
    const [on, off] = [partiesOf(voices), partiesOf(others)];
    // VO14. Whoever has only turned the microphone off keeps their place while nobody else needs it.
    const kept = off.filter(({ index }) => heard.has(index)).slice(0, this.#limits.voices - on.length);
    this.#take(listener, off.length === 0 ? on : [...on, ...off], kept.length === 0 ? on : [...on, ...kept]);
  }

  /** Whether a look has found what the one before did, as mostly: the same voices, all of them heard, and the same who would be. */
  #isAsBefore(listener: Party, voices: readonly number[], others: readonly number[]): boolean {
    if (voices.length + others.length !== listener.chosen.length) return false;
    if (!voices.every((index) => this.#heard.has(index))) return false;
    if (others.length === 0) return true;
    this.#marks.mark(listener.chosen);
    return others.every((index) => this.#marks.has(index));
  }

  /** Takes someone into a look, once: whether they are in reach, and may be chosen. */
  #consider(listener: Party, index: number, now: number): void {
    const party = this.#byIndex[index];
    if (!party || party === listener || this.#seen.has(index)) return;
    this.#seen.add(index);
    const { pose: here } = listener;
    const { pose: there } = party;
    const isKnown = this.#reached.has(index);
    // The rule is asked once and the distance taken once of each pair: that is what a look costs.
    const carrier = this.#reaches(party, listener) ? audible(here, there, this.#room.layout, 'any') : undefined;
    const metres = metresBetween(here, there);
    const isNear = carrier !== undefined && (carrier !== 'floor' || carries(metres, here.zone, there.zone, isKnown ? 'out' : 'in'));
    const outSince = isNear || !isKnown ? IN : this.#lingering(listener, party, carrier !== undefined, now);
    if (!carrier || !(isNear || outSince !== IN)) return party.audience?.without(listener);
    listener.reach.add(index, outSince);
    if (party.audience?.admits(listener, carrier) === false) return;
    this.#choice.add(index, carrier, metres, this.#heard.has(index), party.isOn, party.isWalking || listener.isWalking);
  }

  /** VO13. Since when someone has been out of hearing, whose voice is carried for a while yet; not that of whoever an edge or a block parts from the listener. */
  #lingering(listener: Party, party: Party, isCarried: boolean, now: number): number {
    if (!isCarried) listener.isUrgent = party.isUrgent = true;
    const known = this.#outSince[party.index] ?? IN;
    const outSince = known === IN ? now : known;
    if (now - outSince < LINGER) return isCarried ? outSince : IN;
    party.reach.parted(listener.index, outSince);
    return IN;
  }

  /** VO23. Who may hear someone, as people stand now. */
  #admit(speaker: Party): void {
    for (const listener of speaker.audience?.choose(speaker, this.#listeners) ?? []) if (speaker.heardBy.has(listener)) this.#takeAway(listener, speaker);
  }

  #takeAway(listener: Party, speaker: Party): void {
    const without = (parties: readonly Party[]): readonly Party[] => parties.filter((one) => one !== speaker);
    this.#take(listener, without(listener.chosen), without(listener.hear));
  }

  /** BL1, MU1, and whoever is held is heard by nobody. */
  #reaches(speaker: Party, listener: Party): boolean {
    if (speaker.isHeld) return false;
    return !speaker.isParted || !listener.isParted || this.#room.relations.reaches(speaker.id, listener.id);
  }

  #take(listener: Party, chosen: readonly Party[], hear: readonly Party[]): void {
    const [before, heard] = [listener.chosen, listener.hear];
    [listener.chosen, listener.hear] = [chosen, hear];
    if (this.#differ(heard, hear)) listener.hasOtherVoices = true;
    this.#marks.mark(chosen);
    for (const party of before) if (!this.#marks.has(party.index)) this.#turn(party, listener, false);
    this.#marks.mark(before);
    for (const party of chosen) if (!this.#marks.has(party.index)) this.#turn(party, listener, true);
  }

  /** Someone begins to be heard by a listener, or ends. Mostly the other way round, too, and then it is one piece of news. */
  #turn(party: Party, listener: Party, isHeard: boolean): void {
    if (isHeard) party.heardBy.add(listener);
    else party.heardBy.delete(listener);
    party.hasOtherListeners = true;
    if (listener.isUrgent && !isHeard) party.isUrgent = true;
    if (!party.isFull && !listener.isFull && listener.heardBy.has(party) !== isHeard) party.isDue = listener.awaits = true;
  }

  /** Whether two lists have other people, in whatever order. */
  #differ(one: readonly Party[], other: readonly Party[]): boolean {
    if (one.length !== other.length) return true;
    this.#marks.mark(one);
    return other.some(({ index }) => !this.#marks.has(index));
  }
}
