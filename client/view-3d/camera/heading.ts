import { wrapAngle } from './spring.ts';

/** How a person wants the camera to be. */
export interface Comfort {
  /** Times the usual angle of view. */
  readonly widen: number;
  /** How fast it turns (rad/s): with one's walk, and when asked to. */
  readonly turning: { readonly walk: number; readonly look: number };
  /** Whether it turns with one's walk at all. */
  readonly follows: boolean;
}

export const usualComfort: Comfort = { widen: 1, turning: { walk: 0.9, look: 2.2 }, follows: true };

/** Walking towards the camera must not spin it round. */
const towardsCamera = 2;
/** Small changes of a way are no reason to turn. */
const ignored = 0.06;
/** So long (s) after one looked round the camera leaves the heading alone while one walks, and after a walk before it comes behind one. */
const [leftAlone, restsFor] = [2.5, 0.5];
/** Without motion it turns at once and therefore seldom: only when a walk's way has been another for a while. */
const snap = { off: Math.PI / 3, after: 0.5 } as const;
const behindWithin = 0.35;

export interface Walker {
  readonly heading: number;
  readonly speed: number;
}

/** Which way one wants to look when on foot: by choice, or slowly round with one's walk. */
export class WalkHeading {
  /** Not wrapped: turning twice round is two turns. */
  wanted = 0;
  private sinceLook = Infinity;
  private sinceWalk = 0;
  private offFor = 0;
  /** A walk has ended, or is going on, that one has not looked round since. */
  private arriving = false;

  /** Looks along a heading, by the shorter way from where the camera looks now. */
  face(heading: number, from = this.wanted): void {
    this.wanted = from + wrapAngle(heading - from);
    this.arriving = false;
    this.sinceLook = Infinity;
  }

  /** Looks round by choice. */
  turn(by: number): void {
    this.wanted += by;
    this.sinceLook = 0;
    this.arriving = false;
  }

  /** Whether it will turn by itself although nobody moves. */
  get pending(): boolean {
    return this.arriving;
  }

  carry({ heading, speed }: Walker, { follows, turning }: Comfort, seconds: number, still: boolean): void {
    this.sinceLook += seconds;
    const off = wrapAngle(heading - this.wanted);
    if (speed > 0.1) {
      this.sinceWalk = 0;
      this.arriving = follows;
      const goes = follows && this.sinceLook > leftAlone && Math.abs(off) > ignored && Math.abs(off) < towardsCamera;
      if (still) this.snap(goes, off, seconds);
      else if (goes) this.ease(off, turning.walk, seconds);
      return;
    }
    this.sinceWalk += seconds;
    if (!this.arriving || this.sinceWalk < restsFor) return;
    if (Math.abs(off) < behindWithin) this.arriving = false;
    else if (still) this.face(heading);
    else this.ease(off, turning.walk * 1.4, seconds);
  }

  private snap(goes: boolean, off: number, seconds: number): void {
    this.offFor = goes && Math.abs(off) > snap.off ? this.offFor + seconds : 0;
    if (this.offFor < snap.after) return;
    this.wanted += off;
    this.offFor = 0;
  }

  /** Slower as it comes near. */
  private ease(off: number, rate: number, seconds: number): void {
    this.wanted += Math.sign(off) * Math.min(Math.abs(off), rate * Math.min(1, Math.abs(off) / 0.6) * seconds);
  }
}
