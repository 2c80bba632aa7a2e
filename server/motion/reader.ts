import type { Neighbours } from '#shared/interest/neighbours.ts';
import { MOST_RECORDS, NEAR, OWN_SLOT, putEmpty, putRecord } from '#shared/movement/motion.codec.ts';
import type { Walker } from '#shared/movement/walks.ts';
import type { Wire } from '../rooms/presences.ts';

/** In place of a version: the reader must be told whose slot it is, or that it is empty. */
const UNTOLD = -1;
const VACANT = -1;
/** Records of a frame that are the nearest's own; the rest goes round, so that nobody is left out for ever. */
const FOR_THE_NEAREST = MOST_RECORDS - 2;
/** Motion pauses while a frame is unseen for longer than this (ms): a kernel takes an hour of it before a socket says so. */
const UNSEEN = 1_500;

/** What a search for those near one writes to; shared by all readers. */
export class Scratch {
  readonly found = new Int32Array(NEAR);
  readonly distances = new Float64Array(NEAR);
  /** By person: their place among those found, plus one. All zero between two uses. */
  readonly ranks: number[] = [];
}

/** One connection that reads motion: whose walks it follows, what it was told of them, and how far it has read. */
export class Reader {
  readonly wire: Wire;
  /** The reader's own index. */
  readonly me: number;
  /** Where it sits, and its turns so far. */
  spoke = 0;
  turns = 0;
  /** Chunks of the rota that are still owed in full. */
  fullChunks = 0;
  /** It has not had a snapshot yet; it has not looked yet who is near. */
  isNew = true;
  isBlind = true;
  /** By slot: the index of the person, or VACANT. */
  readonly #slots = new Int32Array(NEAR + 1).fill(VACANT);
  /** By slot: the version that was told last, or UNTOLD. */
  readonly #told = new Int32Array(NEAR + 1);
  /** The slots of those near, nearest first. */
  readonly #order = new Uint8Array(NEAR);
  #near = 0;
  /** The highest slot that anyone ever had: the client knows nothing of those above. */
  #used = OWN_SLOT;
  #hasVacated = false;
  #next = 0;
  /** Missed frames, and must be told everything anew. */
  #isBehind = false;
  #sentAt = 0;
  /** When the oldest frame was sent that we have not heard of. */
  #unseenSince: number | undefined;

  constructor(wire: Wire, me: number) {
    [this.wire, this.me] = [wire, me];
    this.#slots[OWN_SLOT] = me;
    this.#told[OWN_SLOT] = UNTOLD;
  }

  /** Whether it may be sent a frame at `time`. What it owes after a gap of `chunks` chunks is set up on the way. */
  mayRead(time: number, chunks: number): boolean {
    if (this.#unseenSince !== undefined && time - this.#unseenSince > UNSEEN) this.#isBehind = true;
    if (!this.#isBehind) return true;
    if (this.#unseenSince !== undefined) return false;
    this.#isBehind = false;
    this.#told.fill(UNTOLD, 0, this.#used + 1);
    this.#hasVacated = true;
    this.fullChunks = chunks;
    return true;
  }

  /** Sends the frame of `time`. False: it was not taken, because earlier ones wait. */
  send(time: number, frame: Uint8Array): boolean {
    const before = [this.#sentAt, this.#unseenSince] as const;
    // First, because whoever reads in the same process says so at once.
    this.#sentAt = time;
    this.#unseenSince ??= time;
    if (this.wire.motion(frame) !== false) return true;
    [this.#sentAt, this.#unseenSince] = before;
    this.#isBehind = true;
    return false;
  }

  /** The client has read all up to the frame of `time16` (ms mod 65,536). What it cannot have read counts as old. */
  seen(time16: number): void {
    const time = this.#sentAt - ((this.#sentAt - time16) & 0xffff);
    if (this.#unseenSince === undefined || time < this.#unseenSince) return;
    // Of those in between we do not know: the newest stands for them.
    this.#unseenSince = time >= this.#sentAt ? undefined : this.#sentAt;
  }

  /** NE1. Looks anew who is near; whoever stays keeps their slot. */
  look(neighbours: Neighbours, { found, distances, ranks }: Scratch): void {
    const slots = this.#slots;
    this.isBlind = false;
    this.#near = neighbours.nearest(this.me, NEAR, slots, found, distances);
    for (let rank = 0; rank < this.#near; rank++) ranks[found[rank] ?? 0] = rank + 1;
    for (let slot = 1; slot <= NEAR; slot++) {
      const person = slots[slot] ?? VACANT;
      if (person === VACANT) continue;
      const rank = ranks[person] ?? 0;
      if (rank > 0) {
        this.#order[rank - 1] = slot;
        ranks[person] = 0;
      } else {
        slots[slot] = VACANT;
        this.#told[slot] = UNTOLD;
        this.#hasVacated = true;
      }
    }
    for (let rank = 0, slot = 1; rank < this.#near; rank++) {
      const person = found[rank] ?? 0;
      if (!ranks[person]) continue;
      while (slots[slot] !== VACANT) slot++;
      slots[slot] = person;
      this.#used = Math.max(this.#used, slot);
      this.#told[slot] = UNTOLD;
      this.#order[rank] = slot;
      ranks[person] = 0;
    }
  }

  /** How many records the last `write` wrote. */
  written = 0;

  /** Writes what is new of the walks it follows at `now`: its own, the nearest, and of the others in turns. Answers where that ends. */
  write(bytes: Uint8Array, at: number, people: readonly (Walker | undefined)[], now: number): number {
    this.written = 0;
    let end = this.#put(bytes, at, OWN_SLOT, people, now);
    for (let rank = 0; rank < this.#near && this.written < FOR_THE_NEAREST; rank++) end = this.#put(bytes, end, this.#order[rank] ?? 0, people, now);
    // Only then can anything be left.
    if (this.written < FOR_THE_NEAREST && !this.#hasVacated) return end;
    let looked = 0;
    for (; looked < NEAR && this.written < MOST_RECORDS; looked++) end = this.#put(bytes, end, 1 + ((this.#next + looked) % NEAR), people, now);
    this.#next = (this.#next + looked) % NEAR;
    if (looked === NEAR) this.#hasVacated = false;
    return end;
  }

  #put(bytes: Uint8Array, at: number, slot: number, people: readonly (Walker | undefined)[], now: number): number {
    const person = this.#slots[slot] ?? VACANT;
    const told = this.#told[slot] ?? UNTOLD;
    if (person === VACANT) {
      if (told !== UNTOLD) return at;
      this.#told[slot] = 0;
      this.written++;
      return putEmpty(bytes, at, slot);
    }
    const walker = people[person];
    if (!walker || walker.version === told) return at;
    this.#told[slot] = walker.version;
    this.written++;
    const { pose, speed } = walker;
    // Where they are by now: their own turn to walk on was up to a twentieth of a second ago.
    const metres = speed > 0 ? (speed * (now - walker.at)) / 1000 : 0;
    return putRecord(bytes, at, slot, told === UNTOLD ? person : undefined, pose.x + Math.sin(pose.heading) * metres, pose.z + Math.cos(pose.heading) * metres, pose.heading, speed);
  }
}
