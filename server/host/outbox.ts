import type { HeardCue } from '#shared/kernel/cue.ts';
import { SPOKES } from '#shared/movement/walks.ts';

/** After a message a connection gets no other for so many of its turns (one each 50 ms): a lone cue goes out at once, a hundred who come in become a few messages to each. */
const PAUSE = 4;

/** The cues for one connection, which wait for its turn. */
export class Outbox {
  readonly spoke: number;
  readonly #send: (heard: readonly HeardCue[]) => void;
  #waiting: HeardCue[] = [];
  #pause = 0;

  constructor(spoke: number, send: (heard: readonly HeardCue[]) => void) {
    [this.spoke, this.#send] = [spoke, send];
  }

  put(heard: HeardCue): void {
    this.#waiting.push(heard);
  }

  /** Its turn: sends what waits, unless it has just sent something. */
  turn(): void {
    if (this.#pause > 0) this.#pause--;
    else this.empty();
  }

  /** Sends what waits, at once. */
  empty(): void {
    if (this.#waiting.length === 0) return;
    this.#pause = PAUSE - 1;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#send(waiting);
  }
}

/** Every connection's outbox, on ten spokes, so that what everyone hears is never one burst. */
export class Outboxes {
  readonly #spokes = Array.from({ length: SPOKES }, () => new Set<Outbox>());
  #opened = 0;

  open(send: (heard: readonly HeardCue[]) => void): Outbox {
    const outbox = new Outbox(this.#opened++ % SPOKES, send);
    this.#spokes[outbox.spoke]?.add(outbox);
    return outbox;
  }

  close(outbox: Outbox): void {
    this.#spokes[outbox.spoke]?.delete(outbox);
  }

  /** Sends whatever waits for whomever, before the end. */
  empty(): void {
    for (const spoke of this.#spokes) for (const outbox of spoke) outbox.empty();
  }

  /** The turn of one spoke's connections. */
  turn(count: number): void {
    for (const outbox of this.#spokes[count % SPOKES] ?? []) outbox.turn();
  }
}
