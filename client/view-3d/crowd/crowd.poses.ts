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
  readonly wave: boolean;
  readonly clap: boolean;
  /** Where the one whom everybody looks at stands. */
  readonly attention: { readonly x: number; readonly z: number } | undefined;
}

const towards = (value: number, goal: number, step: number): number => (value < goal ? Math.min(goal, value + step) : Math.max(goal, value - step));
const eased = (t: number): number => t * t * (3 - 2 * t);
const wrapped = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));
const weights = ['walk', 'sit', 'wave', 'hand', 'clap'] as const;
type Weight = (typeof weights)[number];

/** Where a body is drawn: its place, except that a wheelchair stops before a seat. */
export const drawnAt = (body: Body): { readonly x: number; readonly z: number } => {
  const forward = body.seated && body.look.moving === 'wheelchair' ? chairBeforeSeat : 0;
  return { x: body.x + Math.sin(body.heading) * forward, z: body.z + Math.cos(body.heading) * forward };
};

/** One person's moving parts between frames. */
export class Poser {
  private readonly now: Record<Weight, number> = { walk: 0, sit: 0, wave: 0, hand: 0, clap: 0 };
  private stride: number;
  private wheel = 0;
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
      wave: acts.wave ? 1 : 0,
      hand: body.handUp && !acts.wave && !acts.clap ? 1 : 0,
      clap: acts.clap && !acts.wave ? 1 : 0,
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
  }

  private headGoal(body: Body, { attention }: Acts): number {
    if (!attention || !body.connected) return 0;
    const [dx, dz] = [attention.x - body.x, attention.z - body.z];
    if (dx * dx + dz * dz < 0.04) return 0;
    const turn = wrapped(Math.atan2(dx, dz) - body.heading);
    return Math.abs(turn) > farthestGlance ? 0 : Math.max(-farthestTurn, Math.min(farthestTurn, turn * 0.8));
  }

  /** Writes four texels. */
  write(body: Body, into: Float32Array, row: number): void {
    const at = drawnAt(body);
    const weight = (name: Weight): number => eased(this.now[name]);
    into.set([
      at.x, 0, at.z, body.heading,
      this.stride, weight('walk'), weight('sit'), this.headTurn,
      weight('wave'), weight('hand'), weight('clap'), body.connected ? 1 : 0,
      0.6 + 0.4 * this.seed, this.headTurn * 0.9, 0, this.wheel,
    ], row * poseTexels * 4);
  }
}
