/**
 * Who is told of whose walk, and when. Readers sit on ten spokes, one served each 5 ms, so that each is served twenty
 * times a second and no moment is a burst. Time and wires are given to it.
 */
import { Neighbours } from '#shared/interest/neighbours.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { CELL } from '#shared/movement/grid.ts';
import { decodeSeen } from '#shared/movement/input.codec.ts';
import { beginMotion, encodeSnapshot, endMotion, LONGEST_MOTION, NEAR, type WalkRecord } from '#shared/movement/motion.codec.ts';
import { SPOKES, type Walker, type Walks } from '#shared/movement/walks.ts';
import type { Wire } from '../rooms/presences.ts';
import { Reader, Scratch } from './reader.ts';
import { CHUNK_EVERY, Rotation } from './rota.ts';
import { Slab } from './slab.ts';

/** The wheel's turns come this often (ms). A reader looks who is near about so often (ms). */
const TURN_EVERY = 5;
const LOOK_EVERY = 400;
/** Readers sit on ten spokes; on twelve when there are more than MANY, until there are fewer than FEW: most of the cost is a write to each. */
const MORE_SPOKES = 12;
const [FEW, MANY] = [1_000, 1_200];

const spokesOf = (count: number): readonly Set<Reader>[] => Array.from({ length: count }, () => new Set<Reader>());

export class Motion {
  readonly #walks: Walks;
  readonly #startedAt: number;
  /** Everyone's walk, by index. */
  readonly #people: (Walker | undefined)[] = [];
  readonly #readers = new Map<Wire, Reader>();
  #spokes = spokesOf(SPOKES);
  readonly #neighbours: Neighbours;
  readonly #rotation: Rotation;
  readonly #scratch = new Scratch();
  readonly #slab = new Slab();
  /** The last snapshot, and when it was taken. */
  #picture: Uint8Array = new Uint8Array();
  #pictureAt = -Infinity;
  #count = 0;
  /** Somebody came or went since places were last settled. */
  #isUnsettled = true;

  constructor(walks: Walks, startedAt: number) {
    [this.#walks, this.#startedAt] = [walks, startedAt];
    const { origin, size } = walks.grid;
    this.#neighbours = new Neighbours(origin, size * CELL);
    this.#rotation = new Rotation({ origin, side: size * CELL }, this.#people);
  }

  /** Someone is in the room, under an index that was free. */
  enter(id: PersonId, index: number): void {
    this.#people[index] = this.#walks.walkerOf(id);
    this.#count++;
    this.#unsettle();
  }

  /** Someone has left the room, and reads no more. */
  leave(index: number): void {
    this.#people[index] = undefined;
    this.#count--;
    this.#unsettle();
    for (const [wire, { me }] of this.#readers) if (me === index) this.close(wire);
  }

  /** A connection reads motion from now on: it gets everyone's place at once. Asking again changes nothing. */
  open(wire: Wire, me: number, now: number): void {
    if (this.#readers.has(wire)) return;
    const reader = new Reader(wire, me);
    this.#readers.set(wire, reader);
    this.#seat(reader);
    this.#balance();
    this.#snapshot(reader, now);
  }

  close(wire: Wire): void {
    const reader = this.#readers.get(wire);
    if (reader) this.#spokes[reader.spoke]?.delete(reader);
    this.#readers.delete(wire);
    this.#balance();
  }

  /** A connection says how far it has read. Junk is ignored. */
  seen(wire: Wire, bytes: Uint8Array): void {
    const time = decodeSeen(bytes);
    if (time !== undefined) this.#readers.get(wire)?.seen(time);
  }

  /** Serves one spoke, the `turn`-th since the start. */
  serve(turn: number, now: number): void {
    const spoke = turn % this.#spokes.length;
    if (this.#readers.size > 0 && (turn % SPOKES === 0 || this.#isUnsettled)) {
      this.#neighbours.settle(this.#people);
      this.#isUnsettled = false;
    }
    // The spokes have their rota at different turns.
    const every = this.#turnsIn(CHUNK_EVERY);
    const round = Math.floor(turn / this.#spokes.length) + spoke;
    const rota = round % every === 0 && this.#count > NEAR + 1 ? this.#rotaOf(round / every, now) : undefined;
    for (const reader of this.#spokes[spoke] ?? []) this.#serve(reader, now, rota);
  }

  #serve(reader: Reader, now: number, rota: ((all: boolean) => Uint8Array | undefined) | undefined): void {
    const time = now - this.#startedAt;
    if (!reader.mayRead(time, this.#rotation.chunks)) return;
    if (reader.isNew && !this.#snapshot(reader, now)) return;
    if (reader.turns++ % this.#turnsIn(LOOK_EVERY) === 0 || reader.isBlind) reader.look(this.#neighbours, this.#scratch);
    const start = this.#slab.begin(LONGEST_MOTION);
    const { bytes } = this.#slab;
    const end = reader.write(bytes, beginMotion(bytes, start, time), this.#people, now);
    const places = rota?.(reader.fullChunks > 0);
    if (rota && reader.fullChunks > 0) reader.fullChunks--;
    if (reader.written === 0 && !places) return;
    reader.send(time, this.#slab.take(endMotion(bytes, start, end, reader.written, places)));
  }

  /** A reader's turns in so many milliseconds. */
  #turnsIn(ms: number): number {
    return Math.round(ms / (TURN_EVERY * this.#spokes.length));
  }

  /** Gives a reader a place on the emptiest spoke. Those of one spoke look around at different times. */
  #seat(reader: Reader): void {
    const sizes = this.#spokes.map(({ size }) => size);
    reader.spoke = sizes.indexOf(Math.min(...sizes));
    reader.turns = sizes[reader.spoke] ?? 0;
    this.#spokes[reader.spoke]?.add(reader);
  }

  #unsettle(): void {
    this.#isUnsettled = true;
    this.#pictureAt = -Infinity;
  }

  #balance(): void {
    const { size } = this.#readers;
    const wanted = size > MANY ? MORE_SPOKES : size < FEW ? SPOKES : this.#spokes.length;
    if (wanted === this.#spokes.length) return;
    this.#spokes = spokesOf(wanted);
    for (const reader of this.#readers.values()) this.#seat(reader);
  }

  #snapshot(reader: Reader, now: number): boolean {
    // After a restart hundreds begin to read within moments: what is this fresh, and followed by the walks of those near, is the same for all.
    if (now - this.#pictureAt >= TURN_EVERY * SPOKES) {
      const walks = this.#people.flatMap((walker, index): WalkRecord[] => (walker ? [{ index, ...walker.pose, speed: walker.speed }] : []));
      [this.#picture, this.#pictureAt] = [encodeSnapshot(now - this.#startedAt, walks), now];
    }
    // By its own time: that is what the client will say it has seen.
    reader.isNew = !reader.send(this.#pictureAt - this.#startedAt, this.#picture);
    return !reader.isNew;
  }

  /** The chunk whose turn it is, encoded once for all who get it. */
  #rotaOf(round: number, now: number): (all: boolean) => Uint8Array | undefined {
    const chunk = round % this.#rotation.chunks;
    const encoded = new Map<boolean, Uint8Array | undefined>();
    return (all) => {
      if (!encoded.has(all)) encoded.set(all, this.#rotation.encode(chunk, now, all));
      return encoded.get(all);
    };
  }
}
