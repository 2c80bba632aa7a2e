/** One board, whole, apart from Colyseus: who is at it, what they ask, what they hear, what is kept. Time, chance and storage are given to it. */
import { handOf, roleOf, type BoardOwn } from '#shared/boards/board.ts';
import { BOARD_PROTOCOL, type AnyBoardCapability, type BoardCapabilityId } from '#shared/boards/board.registry.ts';
import { BoardPerson, type Board } from '#shared/boards/board.state.ts';
import { boardCues } from '#shared/boards/boards.cues.ts';
import { boardRefusals } from '#shared/boards/boards.refusals.ts';
import { compact, isCluttered, sign, type Desk } from '#shared/boards/desk.ts';
import { isInk, readSign } from '#shared/boards/hands.codec.ts';
import { lapse, release } from '#shared/boards/holds.ts';
import { mayChange } from '#shared/boards/permission.ts';
import type { SignNews } from '#shared/boards/signs.ts';
import type { Actor, Moment } from '#shared/kernel/capability.ts';
import type { Answer, Command, Handshake } from '#shared/kernel/command.ts';
import { cue, type Cue, type HeardCue } from '#shared/kernel/cue.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { dispatchRefusals, refuse, type Permit, type Refusal, type RefusalKind } from '#shared/kernel/refusal.ts';
import { removalRefusal, type Removal } from '#shared/moderation/moderation.capabilities.ts';
import type { Relations } from '#shared/moderation/relations.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { COMPANIONS } from '../demo/companions.ts';
import type { Ambient } from '../host/ambient.ts';
import { readCommand, type Done } from '../host/dispatch.ts';
import { errorDetails, log } from '../host/log.ts';
import { Rates } from '../host/rates.ts';
import { CuePost } from '../rooms/cue-post.ts';
import { Answers } from '../rooms/presences.ts';
import type { Profile, Storage } from '../storage/storage.ts';
import { BoardKeeper, type BoardNeeds } from './board-keeper.ts';
import { BoardImages } from './images/board-images.ts';
import { Studio } from './images/studio.ts';
import { dispatchOnBoard } from './dispatch.ts';
import { freeHand, Hands } from './hands.ts';
import { Records } from './records.ts';
import { Sights, type SightText } from './sights.ts';

/** After these one's own slice is another: one's ballot; and what is one's own, which a page cannot see where authors are hidden. */
const changesOwn: ReadonlySet<BoardCapabilityId> = new Set(['board.vote', 'board.unvote', 'board.add']);
/** After these something else stands on the board. */
const changesBoard: ReadonlySet<BoardCapabilityId> = new Set(['board.add', 'board.write', 'board.move', 'board.edit', 'board.delete', 'board.undo', 'board.redo', 'board.rename', 'board.restore']);
const changesEverybodys: ReadonlySet<BoardCapabilityId> = new Set(['board.openVotes', 'board.authors', 'board.restore']);

/** One connection of one person: what a board can tell it. */
export interface BoardWire {
  cue(heard: HeardCue): void;
  /** BO24. What hands did since the last time. */
  hands(frame: Uint8Array): void;
  own(own: BoardOwn): void;
  end(refusal: Refusal): void;
  welcome(welcome: { readonly you: PersonId; readonly epoch: string; readonly number: number; readonly standing: Actor['standing']; readonly duties: Actor['duties'] }): void;
}

interface Attendant {
  profile: Profile;
  readonly wires: Set<BoardWire>;
  readonly rates: Rates;
  readonly answers: Answers;
  /** When what is known of an absent person is forgotten (ms since 1970). */
  expiresAt: number | undefined;
}

const MOST_PEOPLE = 200;
const MOST_TABS = 8;
const REMEMBERED_FOR = 120_000;
const no = (kind: RefusalKind): Answer => ({ accepted: false, refusal: refuse(kind).refusal });

export class BoardHost {
  readonly id: string;
  readonly protocol = BOARD_PROTOCOL;
  readonly images: BoardImages;
  readonly #ambient: Ambient;
  readonly #post: CuePost;
  readonly #keeper: BoardKeeper;
  readonly #records: Records;
  readonly #sights: Sights;
  readonly #attendants = new Map<PersonId, Attendant>();
  /** Those whose own slice has changed since the last patch. */
  readonly #stale = new Set<PersonId>();
  readonly #hands = new Hands();
  #desk: Desk;
  #answers: (() => void)[] = [];
  readonly tally = { accepted: 0, refused: 0 };

  private constructor(id: string, desk: Desk, keeper: BoardKeeper, images: BoardImages, storage: Pick<Storage, 'commit'>, ambient: Ambient, relations: Pick<Relations, 'reaches'>) {
    [this.id, this.#desk, this.#keeper, this.images, this.#ambient] = [id, desk, keeper, images, ambient];
    this.#records = new Records(id, storage);
    this.#sights = new Sights(ambient.newId());
    this.#post = new CuePost(ambient.newId(), (speaker, listener) => relations.reaches(speaker, listener));
  }

  /** Takes a board up as it was stored; a new one gets `title`. */
  static async open(id: string, title: string, storage: BoardNeeds, ambient: Ambient, relations: Pick<Relations, 'reaches'>, studio: Pick<Studio, 'redraw'> = new Studio()): Promise<BoardHost> {
    const keeper = new BoardKeeper(id, storage);
    const desk = await keeper.open(title, { at: ambient.now(), chance: ambient.chance, newId: ambient.newId });
    return new BoardHost(id, desk, keeper, await BoardImages.open(id, desk, storage, studio), storage, ambient, relations);
  }

  get facts(): Board {
    return this.#desk.board;
  }

  /** BO21. What everyone in its room knows of it now. */
  get sign(): SignNews {
    return this.#sights.sign(this.#desk);
  }

  /** BO23. What has changed on it since somebody looked at it from its room, as a `Sight`. */
  sightSince(version: string): SightText {
    return this.#sights.since(this.#desk, version);
  }

  /** BO7. May somebody change it, now, who need not be at it? */
  mayChange(profile: Profile): Permit {
    return mayChange(this.facts, handOf({ board: this.#desk.board }, this.#actorOf(profile)));
  }

  /** Why someone may not come now: the board has too many others at it, or too many of their own tabs. */
  refusalFor(id: PersonId): RefusalKind | undefined {
    if ((this.#attendants.get(id)?.wires.size ?? 0) >= MOST_TABS) return entryRefusals.tooManyTabs;
    return !this.facts.people.has(id) && this.facts.people.size >= MOST_PEOPLE ? entryRefusals.full : undefined;
  }

  /** Someone comes to the board. Answers false, and changes nothing, where `refusalFor` says why. */
  enter(profile: Profile, wire: BoardWire, { heard }: Pick<Handshake, 'heard'> = {}): boolean {
    const { id } = profile;
    if (this.refusalFor(id)) return false;
    const known = this.#attendants.get(id);
    const attendant: Attendant = known ?? { profile, wires: new Set(), rates: new Rates(), answers: new Answers(), expiresAt: undefined };
    attendant.profile = profile;
    attendant.expiresAt = undefined;
    attendant.wires.add(wire);
    this.#attendants.set(id, attendant);
    if (!this.facts.people.has(id)) {
      const name = profile.callMe || profile.name;
      this.facts.people.set(id, new BoardPerson({ name, hand: freeHand(this.facts.people.values()) }));
      if (this.#desk.names.has(id)) sign(this.#desk, id, name);
      this.#tell([cue(boardCues.came, id, 'others', { name })], id);
    }
    const { standing, duties = [] } = profile;
    wire.welcome({ you: id, epoch: this.#post.epoch, number: heard?.epoch === this.#post.epoch ? heard.number : 0, standing, duties });
    for (const missed of this.#post.missed(id, heard, this.#ambient.now())) wire.cue(missed);
    wire.own(this.#ownOf(id));
    return true;
  }

  /** A connection ended. Whoever has none left is not at the board; a command whose answer was lost may still be asked again. */
  leave(id: PersonId, wire: BoardWire): void {
    const attendant = this.#attendants.get(id);
    if (!attendant?.wires.delete(wire) || attendant.wires.size > 0) return;
    attendant.expiresAt = this.#ambient.now() + REMEMBERED_FOR;
    release(this.#desk, id);
    const name = this.facts.people.get(id)?.name;
    this.facts.people.delete(id);
    if (name !== undefined) this.#tell([cue(boardCues.went, id, 'others', { name })], id);
  }

  /** Answers a command once the patch that shows its effect is out. Never rejects. */
  command(id: PersonId, raw: unknown): Promise<Answer> {
    const attendant = this.#attendants.get(id);
    if (!attendant || attendant.wires.size === 0) return Promise.resolve(no(boardRefusals.notHere));
    const command = readCommand(raw);
    const moment: Moment = { at: this.#ambient.now(), chance: this.#ambient.chance, newId: this.#ambient.newId };
    if (!command) return Promise.resolve(no(attendant.rates.take('command', moment.at) ? dispatchRefusals.malformed : dispatchRefusals.tooFast));
    const answered = attendant.answers.of(command.key);
    if (answered) return answered;
    return attendant.answers.remember(command.key, this.#answer(attendant, command, moment).then((answer) => {
      this.tally[answer.accepted ? 'accepted' : 'refused']++;
      return answer;
    }));
  }

  /** BO24. Somebody's hand does something, for the others to see while it does. */
  showHand(id: PersonId, bytes: Uint8Array): void {
    const attendant = this.#attendants.get(id);
    const hand = this.facts.people.get(id)?.hand;
    if (!attendant || hand === undefined || !attendant.rates.take('sign', this.#ambient.now()) || this.facts.authors === 'hidden') return;
    const sign = readSign(bytes);
    if (!sign || (isInk(sign) && !this.mayChange(attendant.profile).granted)) return;
    this.#hands.add(hand, sign, bytes);
  }

  /** What a board does every 50 ms. */
  tick(): void {
    const now = this.#ambient.now();
    const frame = this.#hands.take();
    if (frame) for (const { wires } of this.#attendants.values()) for (const wire of wires) wire.hands(frame);
    lapse(this.#desk, now);
    for (const [id, { expiresAt }] of this.#attendants) {
      if (expiresAt === undefined || expiresAt > now) continue;
      this.#attendants.delete(id);
      this.#post.forget(id);
      // Whoever comes back after that long does not remember what they did last either.
      this.#desk.pasts.delete(id);
    }
  }

  /** Sends the patch, then what waited for it. */
  flush(patch: () => void): void {
    patch();
    for (const id of this.#stale) {
      const own = this.#ownOf(id);
      for (const wire of this.#attendants.get(id)?.wires ?? []) wire.own(own);
    }
    this.#stale.clear();
    for (const answer of this.#answers.splice(0)) answer();
  }

  /** BO19. Stores what has changed. Call it each second, and at the end. */
  async save(): Promise<void> {
    await this.#keeper.save(this.#desk, { at: this.#ambient.now(), chance: this.#ambient.chance, newId: this.#ambient.newId });
    await this.#records.save();
    await this.images.tidy(this.#ambient.now());
  }

  async close(): Promise<void> {
    this.flush(() => undefined);
    await this.save();
  }

  /** Something was done in a room that holds in the whole campus: somebody was sent out, or is now more or less than they were. */
  learn({ capability: { id }, outcome }: Pick<Done<unknown, { readonly id: string }>, 'capability' | 'outcome'>): void {
    if (id === 'people.remove') this.#expel((outcome as Removal).person, removalRefusal(outcome as Removal));
    if (id !== 'people.standing') return;
    const { person, standing, duties } = outcome as Pick<Actor, 'standing' | 'duties'> & { readonly person: PersonId };
    const attendant = this.#attendants.get(person);
    if (!attendant) return;
    attendant.profile = { ...attendant.profile, standing, duties };
    for (const wire of attendant.wires) wire.welcome({ you: person, epoch: this.#post.epoch, number: 0, standing, duties });
  }

  #expel(id: PersonId, refusal: Refusal): void {
    for (const wire of [...(this.#attendants.get(id)?.wires ?? [])]) {
      this.leave(id, wire);
      wire.end(refusal);
    }
  }

  async #answer(attendant: Attendant, command: Command, moment: Moment): Promise<Answer> {
    try {
      // A copy is fetched, and what is here is kept, before it is judged whether one may bring it back.
      if (command.id === 'board.restore') await this.#fetchCopy(attendant, command, moment);
      const actor = this.#actorOf(attendant.profile);
      const dispatched = dispatchOnBoard(this.#desk, actor, command, moment, attendant.rates);
      this.#desk.copies.clear();
      if ('refused' in dispatched) return dispatched.refused;
      const { done } = dispatched;
      this.#record(attendant, done, moment.at);
      if (changesBoard.has(done.capability.id)) this.#desk.changed = { at: moment.at, by: attendant.profile.callMe || attendant.profile.name };
      if (isCluttered(this.#desk)) compact(this.#desk, moment.at);
      if (done.capability.id === 'board.keep') await this.#keep(String(done.outcome), actor.id, moment);
      this.#tell(done.cues(), actor.id);
      if (changesOwn.has(done.capability.id)) this.#stale.add(actor.id);
      if (changesEverybodys.has(done.capability.id)) for (const id of this.#attendants.keys()) this.#stale.add(id);
      const reply = done.capability.asks === 'copies' ? await this.#keeper.copies() : undefined;
      return await new Promise<Answer>((resolve) => this.#answers.push(() => resolve(reply === undefined ? { accepted: true } : { accepted: true, reply })));
    } catch (error) {
      log('command.crashed', { capability: command.id, ...errorDetails(error) });
      return no(command.id === 'board.keep' || command.id === 'board.restore' ? dispatchRefusals.notStored : dispatchRefusals.crashed);
    }
  }

  async #fetchCopy({ profile }: Attendant, { payload }: Command, moment: Moment): Promise<void> {
    const asked = (payload as { readonly copy?: unknown } | undefined)?.copy;
    if (typeof asked !== 'string' || roleOf(this.facts, this.#actorOf(profile)) !== 'facilitator') return;
    const copy = await this.#keeper.copy(asked, moment);
    if (!copy) return;
    await this.#keeper.keep(this.#desk, moment, '', profile.id);
    this.#desk.copies.set(asked, copy);
  }

  async #keep(name: string, by: PersonId, moment: Moment): Promise<void> {
    try {
      await this.#keeper.keep(this.#desk, moment, name, by);
    } catch (error) {
      this.#desk.namedCopies--;
      throw error;
    }
  }

  #record({ profile }: Attendant, { capability: { record, id }, object }: Done<Desk, AnyBoardCapability>, at: number): void {
    if (record === 'none' || profile.cameBy === COMPANIONS) return;
    this.#records.note(at, record === 'named' && this.facts.authors === 'shown' ? profile.id : undefined, id, object);
  }

  #actorOf({ id, standing, duties = [] }: Profile): Actor {
    return { id, standing, duties, own: { muted: [], blocked: [] } };
  }

  #ownOf(id: PersonId): BoardOwn {
    const mine = this.facts.authors === 'hidden' ? [...this.#desk.authors].flatMap(([element, author]) => (author === id ? [element] : [])) : [];
    return { ballot: this.#desk.ballotOf(id), mine };
  }

  #tell(cues: readonly Cue[], actor: PersonId | undefined): void {
    if (cues.length === 0) return;
    const everyone = [...this.facts.people.keys()].map(personId);
    for (const raised of cues) for (const [id, heard] of this.#post.address(raised, actor, everyone, this.#ambient.now())) for (const wire of this.#attendants.get(id)?.wires ?? []) wire.cue(heard);
  }
}
