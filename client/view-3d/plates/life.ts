import type { Body } from '../scene.ts';
import type { Area } from './atlas.ts';
import type { Place } from './overlap.ts';

const nowhere: Area = { uv: [0, 0, 0, 0], width: 0, height: 0 };
/** How long (s) a name takes to come or to go, and about how long to move to another place. */
const fadeSeconds = 0.16;
const moveSeconds = 0.09;

/** One name from its coming to its going: where it stands and where it is to stand, in pixels from its head. */
export class Life {
  body: Body;
  plate = nowhere;
  caption: Area | undefined;
  /** Where it is to stand; nowhere, once it is to go. */
  place: Place | undefined;
  shift = 0;
  slide = 0;
  /** How much of it shows, 0 to 1. */
  shown = 0;
  private aside = 0;

  constructor(body: Body) {
    this.body = body;
  }

  /** Where it is to stand from now on. One that was not there is there at once. */
  moveTo(place: Place | undefined, aside: number): void {
    this.place = place;
    this.aside = aside;
    if (this.shown > 0 || !place) return;
    this.shift = place.shift;
    this.slide = aside;
  }

  /** Carries it on by a frame; `still` cuts instead of easing. */
  carry(seconds: number, still: boolean): void {
    const goal = this.place ? 1 : 0;
    this.shown = still ? goal : Math.min(1, Math.max(0, this.shown + (goal * 2 - 1) * (seconds / fadeSeconds)));
    if (!this.place) return;
    const part = still ? 1 : 1 - Math.exp(-seconds / moveSeconds);
    this.shift += (this.place.shift - this.shift) * part;
    this.slide += (this.aside - this.slide) * part;
  }

  get gone(): boolean {
    return this.place === undefined && this.shown === 0;
  }
}
