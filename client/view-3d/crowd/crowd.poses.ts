import type { PersonId } from '#shared/kernel/ids.ts';
import type { Body, Gesture } from '../scene.ts';
import { turnTo } from './attention.ts';

/** Texels of the pose texture that one person takes. */
export const poseTexels = 6;

/** How long (s) one pose takes to become the next. */
export const easeSeconds = 0.25;
const turnSeconds = 0.3;
const stepsPerMetre = 5.8;
const wheelRadius = 0.27;
/** The neck turns this far (radians) aside, and this far up and down. */
export const neck = { aside: 1.22, upright: 0.28 } as const;
/** What the eyes do before the head turns, and at most (radians). */
const eyesFirst = 0.16;
const eyesAtMost = 0.5;
/** How much lower (m) eyes are in a seat. */
const seatedLower = 0.165;
/** Far enough before a bench that wheels and knees do not stand in it. */
const chairBeforeSeat = 0.66;

/** What a person does now; each weight runs linearly to its goal and is written eased. */
export interface Acts {
  readonly gesture: Gesture['kind'] | undefined;
  /** Whom they look at. */
  readonly attention: Pick<Body, 'x' | 'z' | 'seated' | 'lift'> | undefined;
}

const towards = (value: number, goal: number, step: number): number => (value < goal ? Math.min(goal, value + step) : Math.max(goal, value - step));
const eased = (t: number): number => t * t * (3 - 2 * t);
const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
const gestures = ['wave', 'nod', 'clap', 'heart', 'laugh', 'thanks', 'talk'] as const satisfies readonly Gesture['kind'][];
const weights = ['walk', 'sit', 'hand', 'watching', ...gestures] as const;
type Weight = (typeof weights)[number];
/** A raised hand stays up with these. */
const besideHand: ReadonlySet<string> = new Set<Gesture['kind']>(['nod', 'laugh', 'talk']);

/** Where somebody's head and eyes turn to: the head's turn and bow, and how far aside the eyes go from 0 to 1. */
export interface Gaze {
  readonly head: number;
  readonly bow: number;
  readonly eyes: number;
}
const ahead: Gaze = { head: 0, bow: 0, eyes: 0 };

/** The gaze from one body at another: eyes first, then the neck, never farther than it goes. */
export const gazeAt = (body: Pick<Body, 'x' | 'z' | 'heading' | 'seated' | 'lift'>, target: Acts['attention']): Gaze => {
  if (!target) return ahead;
  const away = Math.hypot(target.x - body.x, target.z - body.z);
  if (away < 0.2) return ahead;
  const turn = turnTo(body, target);
  const head = within(Math.sign(turn) * Math.max(0, Math.abs(turn) - eyesFirst), neck.aside);
  const height = ({ seated, lift = 0 }: Pick<Body, 'seated' | 'lift'>): number => lift - (seated ? seatedLower : 0);
  return { head, bow: within(Math.atan2(height(body) - height(target), away), neck.upright), eyes: within((turn - head) / eyesAtMost, 1) };
};

/** Where a body is drawn: its place, except that a wheelchair stops before a seat. */
export const drawnAt = (body: Body): { readonly x: number; readonly z: number } => {
  const forward = body.seated && body.look.moving === 'wheelchair' ? chairBeforeSeat : 0;
  return { x: body.x + Math.sin(body.heading) * forward, z: body.z + Math.cos(body.heading) * forward };
};

const bodily = ['x', 'z', 'heading', 'lift', 'seated', 'handUp', 'connected', 'look'] as const satisfies readonly (keyof Body)[];

/** One person's moving parts between frames. */
export class Poser {
  private readonly now: Record<Weight, number> = { walk: 0, sit: 0, hand: 0, watching: 0, wave: 0, nod: 0, clap: 0, heart: 0, laugh: 0, thanks: 0, talk: 0 };
  private stride: number;
  private wheel = 0;
  private gaze: { -readonly [Key in keyof Gaze]: number } = { ...ahead };
  private fresh = true;
  /** What the last step was given. */
  private readonly last: Partial<Record<(typeof bodily)[number] | 'gesture', unknown>> = {};
  /** Whether the last step changed a weight, so that another frame is due. */
  settling = false;
  readonly id: PersonId;
  private readonly seed: number;

  constructor(id: PersonId, seed: number) {
    this.id = id;
    this.seed = seed;
    this.stride = seed * Math.PI * 2;
  }

  /** Carries the pose on by `seconds`; `still` cuts instead of easing. False: nothing is other than it was, so nothing need be written. */
  step(body: Body, acts: Acts, seconds: number, still: boolean): boolean {
    if (this.rests(body, acts)) return false;
    const watched = body.connected ? acts.attention : undefined;
    const cut = still || this.fresh;
    this.settling = false;
    for (const weight of weights) {
      const goal = weight === 'watching' ? Number(watched !== undefined) : goalOf(weight, body, acts);
      this.now[weight] = cut ? goal : towards(this.now[weight], goal, seconds / easeSeconds);
      this.settling ||= this.now[weight] !== goal;
    }
    this.turn(gazeAt(body, watched), cut, seconds);
    this.stride += body.speed * seconds * stepsPerMetre;
    this.wheel += (body.speed * seconds) / wheelRadius;
    this.fresh = false;
    for (const part of bodily) this.last[part] = body[part];
    this.last.gesture = acts.gesture;
    return true;
  }

  private rests(body: Body, { gesture, attention }: Acts): boolean {
    const { last } = this;
    return !this.fresh && !this.settling && body.speed === 0 && attention === undefined && this.now.watching === 0 && this.now.walk === 0
      && last.gesture === gesture && bodily.every((part) => last[part] === body[part]);
  }

  /** Eyes run ahead of the head. What is almost there arrives, so that the frames end. */
  private turn(goal: Gaze, cut: boolean, seconds: number): void {
    for (const key of ['head', 'bow', 'eyes'] as const) {
      const step = goal[key] - this.gaze[key];
      const part = cut || Math.abs(step) < 0.004 ? 1 : 1 - Math.exp((-seconds * (key === 'eyes' ? 8 : 3)) / turnSeconds);
      this.gaze[key] = part === 1 ? goal[key] : this.gaze[key] + step * part;
      this.settling ||= this.gaze[key] !== goal[key];
    }
  }

  /** Writes six texels. */
  write(body: Body, into: Float32Array, row: number): void {
    const at = drawnAt(body);
    const weight = (name: Weight): number => eased(this.now[name]);
    const { head, bow, eyes } = this.gaze;
    let place = row * poseTexels * 4;
    // A list for each person and frame would be garbage by the megabyte.
    const texel = (x: number, y: number, z: number, w: number): void => {
      into[place] = x;
      into[place + 1] = y;
      into[place + 2] = z;
      into[place + 3] = w;
      place += 4;
    };
    texel(at.x, body.lift ?? 0, at.z, body.heading);
    texel(this.stride, weight('walk'), weight('sit'), this.wheel);
    texel(weight('wave'), weight('hand'), weight('clap'), body.connected ? 1 : 0);
    texel(0.6 + 0.4 * this.seed, weight('talk'), 0, 0);
    texel(weight('nod'), weight('laugh'), weight('thanks'), weight('heart'));
    texel(head, bow, eyes, weight('watching'));
  }
}

const goalOf = (weight: Exclude<Weight, 'watching'>, body: Body, { gesture }: Acts): number => {
  if (weight === 'walk') return body.seated ? 0 : Math.min(1, body.speed / 1.3);
  if (weight === 'sit') return body.seated || body.look.moving === 'wheelchair' ? 1 : 0;
  if (weight === 'hand') return body.handUp && (gesture === undefined || besideHand.has(gesture)) ? 1 : 0;
  return gesture === weight ? 1 : 0;
};
