import type { Carrier } from './hearing.ts';

/** VO10. How many voices one gets at most. */
export const MOST_VOICES = 16;
/** How many voices one gets at most, and by how many one is heard: what carries them can bear no more. */
export interface Limits {
  readonly voices: number;
  readonly listeners: number;
}
/** VO23. On a mesh each listener costs their speaker a connection, which one's own computer and line bear. */
export const onMesh: Limits = { voices: 8, listeners: 24 };
/** Where a server sends them on. */
export const byServer: Limits = { voices: MOST_VOICES, listeners: Infinity };
/** VO10. How much nearer than they are those count who are heard already. */
const INCUMBENT = 0.87;
/** VO20. Whoever only passes comes behind everyone else whom the same carries: further (m) than anybody is. */
const PASSING = 1_000;
const order: Readonly<Record<Carrier, number>> = { circle: 0, stage: 1, floor: 2 };
const A_CARRIER = 1e6;

/** Someone audible. */
export interface Candidate {
  readonly index: number;
  readonly carrier: Carrier;
  readonly metres: number;
  /** Chosen before. */
  readonly isHeard: boolean;
  /** Their microphone is on. */
  readonly isOn: boolean;
  /** They, or the listener, walk. */
  readonly isPassing: boolean;
}

/** How little someone matters: circle, stage, then the nearest. */
const weightOf = (carrier: Carrier, metres: number, isHeard: boolean, isPassing: boolean): number =>
  order[carrier] * A_CARRIER + (isHeard ? metres * INCUMBENT : isPassing ? metres + PASSING : metres);

/** VO10, VO11. Who of those audible to one listener is heard. One is used for many listeners: their candidates are many, and come four times a second. */
export class Choice {
  readonly #most: number;
  /** The best with the microphone on, by weight and index, so far; and how many that is. */
  readonly #on: number[] = [];
  readonly #onWeights: number[] = [];
  #onCount = 0;
  readonly #off: number[] = [];
  readonly #offWeights: number[] = [];
  #offCount = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Lists that are emptied give their memory back each time: they are overwritten. */
  begin(): void {
    this.#onCount = this.#offCount = 0;
  }

  add(index: number, carrier: Carrier, metres: number, isHeard: boolean, isOn: boolean, isPassing: boolean): void {
    const weight = weightOf(carrier, metres, isHeard, isPassing);
    if (!isOn) {
      this.#off[this.#offCount] = index;
      this.#offWeights[this.#offCount++] = weight;
      return;
    }
    const on = this.#on;
    const weights = this.#onWeights;
    if (this.isFull && !this.#isBefore(weight, index)) return;
    let place = this.isFull ? this.#most - 1 : this.#onCount++;
    for (; place > 0; place--) {
      const before = weights[place - 1] ?? 0;
      if (before < weight || (before === weight && (on[place - 1] ?? 0) < index)) break;
      weights[place] = before;
      on[place] = on[place - 1] ?? 0;
    }
    weights[place] = weight;
    on[place] = index;
  }

  /** Those who are heard, the most important first. */
  voices(): readonly number[] {
    return this.#on.slice(0, this.#onCount);
  }

  /** VO11. Those who would be, had they the microphone on. */
  wouldBe(): readonly number[] {
    const off = this.#off.slice(0, this.#offCount);
    return this.isFull ? off.filter((index, at) => this.#isBefore(this.#offWeights[at] ?? 0, index)) : off;
  }

  /** Nobody else is heard but in somebody's place. */
  get isFull(): boolean {
    return this.#onCount === this.#most;
  }

  /** Whether someone comes before the last of a full choice. */
  #isBefore(weight: number, index: number): boolean {
    const worst = this.#onWeights[this.#most - 1] ?? Infinity;
    return weight < worst || (weight === worst && index < (this.#on[this.#most - 1] ?? Infinity));
  }
}
