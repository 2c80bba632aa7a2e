import { Vector3, type PerspectiveCamera } from 'three';
import type { PlateBox } from '../plates/overlap.ts';
import type { Framed } from '../stage/hanging.ts';

/** The picture goes no further aside than this share of its width, and takes so long (s) for all of it. */
const FARTHEST = 0.2;
const TAKES = 1.2;

/** How wide a column of what lies over a picture is along one of its edges: of panels that take half of its height together. */
const column = (boxes: readonly PlateBox[], height: number, inward: (box: PlateBox) => number): number => {
  const tall = boxes.reduce((sum, box) => sum + box.height, 0);
  return tall < height / 2 ? 0 : Math.max(0, ...boxes.map(inward));
};

/** A stretch across a picture (px from its left edge). */
export interface Span {
  readonly from: number;
  readonly to: number;
}
/** What is put up is so far (px) from what lies beside it. */
const CLEAR = 12;

/**
 * How far to the right, as a share of its width, a picture's middle is to be for it to be in the middle of what is free of it; where
 * something is put up between two ends, no further than leaves both to be seen, or with as much hidden of the one as of the other.
 */
export const asideOf = (covered: readonly PlateBox[], width: number, height: number, span?: Span): number => {
  // Neither a button, nor a bar, nor a sheet over the whole width is a panel beside something.
  const panels = covered.filter((box) => box.width < width * 0.6 && box.height > height / 4);
  const edge = width * 0.1;
  const [onLeft, onRight] = [panels.filter((box) => box.x - box.width / 2 < edge), panels.filter((box) => box.x + box.width / 2 > width - edge)];
  const reach = { left: (box: PlateBox): number => box.x + box.width / 2, right: (box: PlateBox): number => width - box.x + box.width / 2 };
  const middle = (column(onLeft, height, reach.left) - column(onRight, height, reach.right)) / 2;
  const within = (to: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, to / width));
  if (!span) return within(middle);
  const least = Math.max(0, ...onLeft.map(reach.left)) + CLEAR - span.from;
  const most = width - Math.max(0, ...onRight.map(reach.right)) - CLEAR - span.to;
  return within(least > most ? (least + most) / 2 : Math.max(least, Math.min(most, middle)));
};

const onPicture = new Vector3();
/** How far beyond the edges of a picture (as a share of half of it) something may end that is looked at. */
const BEYOND = 1.3;

/** While a ritual is held, what it puts up is seen beside the panel that tells of it: the picture moves aside, and back when it is over. */
export class Aside {
  #camera: PerspectiveCamera | undefined;
  #share = 0;

  /** Carries it on; whether it is still on its way. `ends`: between which something is put up. */
  carry({ camera, covered, width, height, seconds, still }: Framed, isHeld: boolean, ends: readonly Vector3[] = []): boolean {
    const to = isHeld ? asideOf(covered, width, height, this.#spanOf(ends, camera, width)) : 0;
    const step = still ? 1 : (seconds / TAKES) * FARTHEST;
    const share = Math.abs(to - this.#share) <= step ? to : this.#share + Math.sign(to - this.#share) * step;
    // By the picture's own size: a camera takes its proportions from it.
    if (share !== this.#share) camera.setViewOffset(width, height, -share * width, 0, width, height);
    [this.#camera, this.#share] = [camera, share];
    return share !== to;
  }

  /** Where they are in a picture that has not moved aside; `undefined` while one does not look there. */
  #spanOf(ends: readonly Vector3[], camera: PerspectiveCamera, width: number): Span | undefined {
    const across = ends.map((end) => onPicture.copy(end).project(camera).z < 1 ? onPicture.x - 2 * this.#share : Infinity);
    if (across.length === 0 || across.some((x) => Math.abs(x) > BEYOND)) return undefined;
    const at = across.map((x) => ((x + 1) / 2) * width);
    return { from: Math.min(...at), to: Math.max(...at) };
  }

  dispose(): void {
    if (this.#share !== 0) this.#camera?.clearViewOffset();
  }
}
