import type { CircleId, PersonId } from '#shared/kernel/ids.ts';
import type { Person } from '#shared/people/person.state.ts';
import type { Reach as Carries } from '#shared/voice/floor.ts';
import { MOST_VOICES } from '#shared/voice/choice.ts';
import type { Stand } from '#shared/voice/hearing.ts';
import { newsOf, type Address, type Hearing, type VoiceNews } from '#shared/voice/news.ts';
import type { Audience } from './audience.ts';
import { Reach } from './reach.ts';

/** VO12. After news one gets no other for so long (ms). */
const PAUSE = 1_000;
/** VO12. Taking up other voices is what a media server works most at: once each so long (ms), but for a few in reserve. */
const SWAP_EVERY = 5_000;
const RESERVE = 3 * SWAP_EVERY;
/** VO12. Whoever turned the microphone on no longer ago (ms) has only begun to speak: a look and a pause after it. */
const BEGINS = 2_000;
/** VO12. What does not wait for that has a reserve of its own, for as many as one can hear: nobody keeps others' media busy by turning a microphone on and off, or by coming anew. */
const PRESSING = (MOST_VOICES - 1) * SWAP_EVERY;

/** Who carries the voices wants to know of these. */
export interface Attendant {
  held(id: PersonId, isHeld: boolean): void;
  /** Someone went from one zone to another. */
  moved(id: PersonId): void;
}

/** What voices must know of someone's place; one object for as long as they take part. */
export type Standing = { -readonly [Key in keyof Stand]: Stand[Key] };

/** Someone who takes part in a room's audio. */
export class Party {
  readonly id: PersonId;
  readonly address: Address;
  readonly person: Person;
  /** Their number in the room, by which they are found in its index. */
  readonly index: number;
  readonly pose: Standing;
  /** VO29. To whom the network lets no voice of theirs through; with a stay this ends, too. */
  readonly apart = new WeakSet<Party>();
  isOn = false;
  /** When (ms) the microphone was last turned on. */
  onSince = -Infinity;
  isHeld: boolean;
  isWalking = false;
  /** Somebody muted or blocked them, or they somebody. */
  isParted = false;
  /** Everyone audible; and those of the look before, to be written anew. */
  reach = new Reach();
  spare = new Reach();
  /** Those of them who are heard, or would be with the microphone on. */
  chosen: readonly Party[] = [];
  hear: readonly Party[] = [];
  /** There are more voices than one gets. */
  isFull = false;
  readonly heardBy = new Set<Party>();
  /** Who may hear them, where not everybody in reach may. */
  readonly audience: Audience | undefined;
  /** Looks around at the next tick, whoever's turn it is. */
  isDue = true;
  /** Someone looks around at the next tick because of what they saw: what comes of it is the same news. */
  awaits = false;
  /** Something was lost that must not be heard a moment longer. */
  isUrgent = false;
  hasOtherVoices = false;
  hasOtherListeners = false;
  #told: Hearing | undefined;
  #toldAt = -Infinity;
  #swapsUntil = -Infinity;
  #pressedUntil = -Infinity;

  constructor(pose: Stand, person: Person, address: Address, audience: Audience | undefined) {
    this.audience = audience;
    [this.id, this.pose, this.person, this.index, this.address, this.isHeld] = [pose.id, { ...pose }, person, person.index, address, person.heldBy !== ''];
  }

  /** Takes down all but their place: whether any of it is another than before. */
  note(circle: CircleId | undefined, reach: Carries, now: number): boolean {
    const { person, pose } = this;
    const [isOn, isHeld] = [person.microphone === 'on' && person.connected, person.heldBy !== ''];
    const isElsewise = isOn !== this.isOn || isHeld !== this.isHeld || circle !== pose.circle || person.venue !== pose.venue || reach !== pose.reach;
    // Whose turn has come begins to speak, as whoever turns the microphone on.
    if (isOn && (!this.isOn || (reach === 'room' && pose.reach !== 'room'))) this.onSince = now;
    [this.isOn, this.isHeld, pose.circle, pose.venue, pose.reach] = [isOn, isHeld, circle, person.venue, reach];
    return isElsewise;
  }

  /** What is to be told now, if anything. */
  news(now: number): VoiceNews | undefined {
    if (!this.hasOtherVoices && !this.hasOtherListeners) return undefined;
    const awaits = this.awaits;
    this.awaits = false;
    if (!this.isUrgent && (awaits || this.isDue || now - this.#toldAt < PAUSE)) return undefined;
    const isUsual = this.#swapsUntil - now <= RESERVE;
    const maySwap = isUsual || (this.#pressedUntil - now <= PRESSING && (this.isUrgent || this.#hasBeginner(now)));
    if (!maySwap && !this.isUrgent && !this.hasOtherListeners) return undefined;
    const [told, hears] = [this.#told?.hear, this.#addresses(this.hear)];
    const hear = maySwap || !told ? hears : this.isUrgent ? new Set([...told].filter((address) => hears.has(address))) : told;
    const after = { hear, heardBy: this.#addresses(this.heardBy) };
    const news = newsOf(this.#told, after);
    this.#told = after;
    this.hasOtherListeners = this.isUrgent = false;
    if (maySwap) this.hasOtherVoices = false;
    if (!news) return undefined;
    this.#toldAt = now;
    // However many began to speak at once, others come after five seconds again.
    if (news.hear.come.length === 0) return news;
    this.#swapsUntil = Math.min(Math.max(this.#swapsUntil, now), now + RESERVE) + SWAP_EVERY;
    if (!isUsual) this.#pressedUntil = Math.max(this.#pressedUntil, now) + SWAP_EVERY;
    return news;
  }

  /** Whether somebody not heard yet has just turned the microphone on. */
  #hasBeginner(now: number): boolean {
    return this.hear.some(({ onSince, address }) => now - onSince < BEGINS && this.#told?.hear.has(address) !== true);
  }

  /** All of what was told, for one more connection. */
  whole(): VoiceNews | undefined {
    return this.#told && newsOf(undefined, this.#told);
  }

  /** VO29. Who may hear them: those whom their voice reaches, or those from whom the network keeps them. */
  listeners(isApart: boolean): readonly PersonId[] {
    return [...this.heardBy].flatMap((listener) => (this.apart.has(listener) === isApart ? [listener.id] : []));
  }

  #addresses(parties: Iterable<Party>): ReadonlySet<Address> {
    const addresses = new Set<Address>();
    for (const { address } of parties) addresses.add(address);
    return addresses;
  }
}
