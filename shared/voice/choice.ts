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
  /** The best with the microphone on, by weight and index, so far. */
  readonly #on: number[] = [];
  readonly #onWeights: number[] = [];
  readonly #off: number[] = [];
  readonly #offWeights: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  begin(): void {
    this.#on.length = this.#onWeights.length = this.#off.length = this.#offWeights.length = 0;
  }

  add(index: number, carrier: Carrier, metres: number, isHeard: boolean, isOn: boolean, isPassing: boolean): void {
    const weight = weightOf(carrier, metres, isHeard, isPassing);
    if (!isOn) {
      this.#off.push(index);
      this.#offWeights.push(weight);
      return;
    }
    const [on, weights] = [this.#on, this.#onWeights];
    if (on.length === this.#most && !this.#isBefore(weight, index)) return;
    let place = on.length < this.#most ? on.length : this.#most - 1;
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
  get voices(): readonly number[] {
    return this.#on;
  }

  /** VO11. Those who would be, had they the microphone on. */
  wouldBe(): readonly number[] {
    return this.isFull ? this.#off.filter((index, at) => this.#isBefore(this.#offWeights[at] ?? 0, index)) : this.#off;
  }

  /** Nobody else is heard but in somebody's place. */
  get isFull(): boolean {
    return this.#on.length === this.#most;
  }

  /** Whether someone comes before the last of a full choice. */
  #isBefore(weight: number, index: number): boolean {
    const worst = this.#onWeights[this.#most - 1] ?? Infinity;
    return weight < worst || (weight === worst && index < (this.#on[this.#most - 1] ?? Infinity));
  }
}
