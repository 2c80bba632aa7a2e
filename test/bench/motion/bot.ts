/** One visitor of the bench: comes in by the door, walks, reads every frame, and times those who walk near it. */
import { INPUT_TYPE, READY_TYPE, SEEN_TYPE } from '#shared/movement/input.codec.ts';
import { encodeSeen, encodeSteer } from '#shared/movement/input.codec.ts';
import { MOTION_TYPE, NOBODY, OWN_SLOT } from '#shared/movement/motion.codec.ts';
import type { Seat } from './door.ts';
import { RawSocket } from './socket.ts';
import { Walker } from './walker.ts';

const [JOIN_ROOM, ROOM_DATA, ROOM_STATE, ROOM_DATA_BYTES, ROOM_REQUEST] = [10, 13, 14, 17, 21];
const SEEN_EVERY = 500;

/** The newest change of direction of someone, as it was sent. */
export interface Change {
  readonly heading: number;
  readonly at: number;
  readonly number: number;
}

/** What the bots of one process share: their own changes, by index, and the delays found. */
export interface Log {
  readonly changes: Map<number, Change>;
  readonly delays: number[];
  sentChanges: number;
  inputs: number;
  isOpen: boolean;
}

export class Bot {
  readonly socket: RawSocket;
  readonly walker: Walker;
  readonly #log: Log;
  readonly #half: number;
  /** By slot: whose it is, and the number of the change that was read last. */
  readonly #slots = new Int32Array(128).fill(-1);
  readonly #read = new Int32Array(128).fill(-1);
  #index = -1;
  #x = 0;
  #z = 0;
  #isIn = false;
  #isReady = false;
  #time = 0;
  #isUnsaid = false;
  #saidAt = 0;

  constructor(port: number, seat: Seat, log: Log, half: number, isIn: () => void, gone: (why: string) => void) {
    [this.#log, this.#half, this.walker] = [log, half, new Walker()];
    this.socket = new RawSocket(port, seat.path, seat.headers, (payload) => this.#take(payload, isIn), gone);
  }

  /** Its turn: it says how far it has read, and walks on. */
  act(now: number, isWalking: boolean): void {
    if (!this.#isIn) return;
    if (isWalking && this.#isUnsaid && now - this.#saidAt >= SEEN_EVERY) {
      this.socket.send(Uint8Array.of(ROOM_DATA_BYTES, SEEN_TYPE, ...encodeSeen(this.#time)));
      [this.#isUnsaid, this.#saidAt] = [false, now];
    }
    const input = this.walker.next(now, this.#x, this.#z, this.#half, isWalking);
    if (!input) return;
    const body = encodeSteer(input);
    this.socket.send(Uint8Array.of(ROOM_DATA_BYTES, INPUT_TYPE, ...body));
    this.#log.inputs++;
    const before = this.#log.changes.get(this.#index);
    if (!input.isNew || this.#index < 0 || before?.heading === body[0]) return;
    this.#log.sentChanges++;
    this.#log.changes.set(this.#index, { heading: body[0] ?? 0, at: now, number: (before?.number ?? 0) + 1 });
  }

  /** Reads motion from now on. */
  ready(): void {
    if (!this.#isReady) this.socket.send(Uint8Array.of(ROOM_DATA, READY_TYPE));
    this.#isReady = true;
  }

  /** Waves to everyone: one of the room's other features. */
  wave(): void {
    const text = (words: string): readonly number[] => [0xa0 | words.length, ...Buffer.from(words)];
    const key = `wave-${Math.random().toString(36).slice(2, 12)}`;
    this.socket.send(Uint8Array.of(ROOM_REQUEST, 1, ...text('command'), 0x83, ...text('id'), ...text('gesture.wave'), ...text('key'), ...text(key), ...text('payload'), 0x80));
  }

  #take(payload: Buffer, isIn: () => void): void {
    if (payload[0] === ROOM_DATA_BYTES && payload[1] === MOTION_TYPE) this.#motion(payload);
    else if (payload[0] === JOIN_ROOM) this.socket.send(Uint8Array.of(JOIN_ROOM));
    else if (payload[0] === ROOM_STATE && !this.#isIn) {
      this.#isIn = true;
      isIn();
    }
  }

  // By hand: decodeMotion makes objects, and a thousand of these share one core with each other.
  #motion(frame: Buffer): void {
    const now = performance.now();
    this.#time = frame.readUInt16LE(2);
    this.#isUnsaid = true;
    let at = 5;
    for (let left = (frame[4] ?? 0) & 127; left > 0; left--) {
      const first = frame[at++] ?? 0;
      const slot = first & 127;
      const isNamed = first > 127;
      if (isNamed) {
        const person = frame.readUInt16LE(at);
        at += 2;
        this.#slots[slot] = person === NOBODY ? -1 : person;
        if (slot === OWN_SLOT) this.#index = person;
        if (person === NOBODY) continue;
      }
      const heading = frame[at + 4] ?? 0;
      if (slot === OWN_SLOT) {
        this.#x = frame.readInt16LE(at) / 100;
        this.#z = frame.readInt16LE(at + 2) / 100;
      } else this.#match(slot, heading, isNamed, now);
      at += 6;
    }
    let people = 0;
    if ((frame[4] ?? 0) > 127) for (let byte = 1; byte <= 16; byte++) for (let mask = frame[at + byte] ?? 0; mask > 0; mask &= mask - 1) people++;
    const end = (frame[4] ?? 0) > 127 ? at + 17 + people * 2 : at;
    if (end !== frame.length) throw new Error(`A motion frame of ${frame.length} bytes ends at ${end}.`);
  }

  #match(slot: number, heading: number, isNamed: boolean, now: number): void {
    const change = this.#log.changes.get(this.#slots[slot] ?? -1);
    if (!change || this.#read[slot] === change.number || change.heading !== heading) return;
    this.#read[slot] = change.number;
    // Whoever has just come near is no news of a change.
    if (!isNamed && this.#log.isOpen) this.#log.delays.push(now - change.at);
  }
}
