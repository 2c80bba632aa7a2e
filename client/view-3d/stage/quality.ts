/** The steps of the picture's quality, from all there is to as little as is still a picture. */
export const levels = ['A', 'B', 'C', 'D', 'E'] as const;
export type Level = (typeof levels)[number];

/** What a step draws. */
export interface Quality {
  /** At most so many pixels to a CSS pixel. */
  readonly density: number;
  /** Edges are smoothed: a property of the drawing context, so that a change of it needs a new one. */
  readonly smooth: boolean;
  /** How many people are drawn in full: in a small group, and in a crowd. */
  readonly near: number;
  readonly nearInCrowd: number;
  /** The parts (0–1) of leaves and of tufts that are drawn. */
  readonly leaves: number;
  readonly tufts: number;
  readonly clouds: boolean;
  readonly glows: boolean;
  readonly plates: number;
  /** Whether water ripples. */
  readonly ripples: boolean;
  /** At least so long (ms) from frame to frame. */
  readonly pause: number;
  /** After each frame it waits so many times as long as the card took for it: the page and voices get what is left. */
  readonly rest: number;
}

/** What is left of plants where a crowd stands before them: people are what one looks at, and cost. */
export const inCrowd = { leaves: 0.45, tufts: 0.2, flowers: 0.6 } as const;

const a: Quality = { density: 1.5, smooth: true, near: 20, nearInCrowd: 9, leaves: 1, tufts: 1, clouds: true, glows: true, plates: 40, ripples: true, pause: 0, rest: 0 };
const b: Quality = { ...a, density: 1, near: 16, nearInCrowd: 7, leaves: 0.8, tufts: 0.75 };
const c: Quality = { ...b, smooth: false, leaves: 0.6, tufts: 0.5, clouds: false };
const d: Quality = { ...c, density: 0.75, tufts: 0, glows: false, near: 0, nearInCrowd: 0, plates: 16 };
// Crowns keep their bodies: single leaves are a third of such a frame, and at this density most of one is a pixel.
const e: Quality = { ...d, density: 0.6, leaves: 0, ripples: false, pause: 33, rest: 1 };

export const qualities: Readonly<Record<Level, Quality>> = { A: a, B: b, C: c, D: d, E: e };
