import type { GestureKind } from '#shared/kernel/cue.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Body } from '../scene.ts';

/** Texels of the pose texture that one person takes. */
export const poseTexels = 4;

const easeSeconds = 0.2;
const turnSeconds = 0.3;
const stepsPerMetre = 5.8;
const wheelRadius = 0.27;
const farthestTurn = 0.9;
/** Behind this, one does not look round. */
const farthestGlance = 1.9;
/** Far enough before a bench that wheels and knees do not stand in it. */
const chairBeforeSeat = 0.66;

/** What a person does now; each weight runs linearly to its goal and is written eased. */
export interface Acts {
  readonly gesture: GestureKind | undefined;
  /** Where the one whom everybody looks at stands. */
  readonly attention: { readonly x: number; readonly z: number } | undefined;
}

const towards = (value: number, goal: number, step: number): number => (value < goal ? Math.min(goal, value + step) : Math.max(goal, value - step));
const eased = (t: number): number => t * t * (3 - 2 * t);
const wrapped = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));
const weights = ['walk', 'sit', 'hand', 'wave', 'nod', 'clap', 'heart', 'laugh', 'thanks'] as const;
/** How far (radians) the head goes, and how often in a second. */
const nods = { deep: 0.2, often: 1.6 } as const;
const laughs = { back: 0.16, shake: 0.07, often: 4.2 } as const;
const bow = 0.34;
/** How much of clapping there is in hands that meet for a heart, or for thanks. */
const [heartHands, thankingHands] = [0.82, 0.7];
type Weight = (typeof weights)[number];

/** Where a body is drawn: its place, except that a wheelchair stops before a seat. */
export const drawnAt = (body: Body): { readonly x: number; readonly z: number } => {
  const forward = body.seated && body.look.moving === 'wheelchair' ? chairBeforeSeat : 0;
  return { x: body.x + Math.sin(body.heading) * forward, z: body.z + Math.cos(body.heading) * forward };
};

/** One person's moving parts between frames. */
export class Poser {
  private readonly now: Record<Weight, number> = { walk: 0, sit: 0, hand: 0, wave: 0, nod: 0, clap: 0, heart: 0, laugh: 0, thanks: 0 };
  private stride: number;
  private wheel = 0;
  private clock = 0;
  private headTurn = 0;
  private fresh = true;
  /** Whether the last step changed a weight, so that another frame is due. */
  settling = false;
  readonly id: PersonId;
  private readonly seed: number;

  constructor(id: PersonId, seed: number) {
    this.id = id;
    this.seed = seed;
    this.stride = seed * Math.PI * 2;
  }

  /** Carries the pose on by `seconds`; `still` cuts instead of easing. */
  step(body: Body, acts: Acts, seconds: number, still: boolean): void {
    const goals: Readonly<Record<Weight, number>> = {
      walk: body.seated ? 0 : Math.min(1, body.speed / 1.3),
      sit: body.seated || body.look.moving === 'wheelchair' ? 1 : 0,
      hand: body.handUp && (acts.gesture === undefined || acts.gesture === 'nod' || acts.gesture === 'laugh') ? 1 : 0,
      wave: acts.gesture === 'wave' ? 1 : 0,
      nod: acts.gesture === 'nod' ? 1 : 0,
      clap: acts.gesture === 'clap' ? 1 : 0,
      heart: acts.gesture === 'heart' ? 1 : 0,
      laugh: acts.gesture === 'laugh' ? 1 : 0,
      thanks: acts.gesture === 'thanks' ? 1 : 0,
    };
    const cut = still || this.fresh;
    this.settling = false;
    for (const weight of weights) {
      this.now[weight] = cut ? goals[weight] : towards(this.now[weight], goals[weight], seconds / easeSeconds);
      this.settling ||= this.now[weight] !== goals[weight];
    }
    const goal = this.headGoal(body, acts);
    this.headTurn = cut ? goal : this.headTurn + (goal - this.headTurn) * (1 - Math.exp((-seconds * 3) / turnSeconds));
    this.settling ||= Math.abs(goal - this.headTurn) > 0.01;
    this.stride += body.speed * seconds * stepsPerMetre;
    this.wheel += (body.speed * seconds) / wheelRadius;
    this.fresh = false;
    // Without motion a nod is a head that is bowed.
    this.clock = still ? 0.25 / nods.often : this.clock + seconds;
  }

  private headGoal(body: Body, { attention }: Acts): number {
    if (!attention || !body.connected) return 0;
    const [dx, dz] = [attention.x - body.x, attention.z - body.z];
    if (dx * dx + dz * dz < 0.04) return 0;
    const turn = wrapped(Math.atan2(dx, dz) - body.heading);
    return Math.abs(turn) > farthestGlance ? 0 : Math.max(-farthestTurn, Math.min(farthestTurn, turn * 0.8));
  }

  /** How far the head is bowed; back is less than 0. */
  private pitch(weight: (name: Weight) => number): number {
    const swing = (often: number): number => Math.sin(this.clock * often * 2 * Math.PI);
    return weight('nod') * nods.deep * (0.6 + swing(nods.often)) + weight('thanks') * bow - weight('laugh') * (laughs.back + laughs.shake * swing(laughs.often));
  }

  /** Writes four texels. */
  write(body: Body, into: Float32Array, row: number): void {
    const at = drawnAt(body);
    const weight = (name: Weight): number => eased(this.now[name]);
    into.set([
      at.x, body.lift ?? 0, at.z, body.heading,
      this.stride, weight('walk'), weight('sit'), this.headTurn,
      weight('wave'), weight('hand'), Math.max(weight('clap'), weight('heart') * heartHands, weight('thanks') * thankingHands), body.connected ? 1 : 0,
      0.6 + 0.4 * this.seed, this.headTurn * 0.9, this.pitch(weight), this.wheel,
    ], row * poseTexels * 4);
  }
}
