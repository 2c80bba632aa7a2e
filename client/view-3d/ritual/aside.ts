import type { PerspectiveCamera } from 'three';
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

/** How far to the right, as a share of its width, a picture's middle is to be for it to be in the middle of what is free of it. */
export const asideOf = (covered: readonly PlateBox[], width: number, height: number): number => {
  // Neither a button, nor a bar, nor a sheet over the whole width is a panel beside something.
  const panels = covered.filter((box) => box.width < width * 0.6 && box.height > height / 4);
  const edge = width * 0.1;
  const left = column(panels.filter((box) => box.x - box.width / 2 < edge), height, (box) => box.x + box.width / 2);
  const right = column(panels.filter((box) => box.x + box.width / 2 > width - edge), height, (box) => width - box.x + box.width / 2);
  return Math.max(-FARTHEST, Math.min(FARTHEST, (left - right) / 2 / width));
};

/** While a ritual is held, what it puts up is seen beside the panel that tells of it: the picture moves aside, and back when it is over. */
export class Aside {
  #camera: PerspectiveCamera | undefined;
  #share = 0;

  /** Carries it on; whether it is still on its way. */
  carry({ camera, covered, width, height, seconds, still }: Framed, isHeld: boolean): boolean {
    const to = isHeld ? asideOf(covered, width, height) : 0;
    const step = still ? 1 : (seconds / TAKES) * FARTHEST;
    const share = Math.abs(to - this.#share) <= step ? to : this.#share + Math.sign(to - this.#share) * step;
    if (share !== this.#share) camera.setViewOffset(1, 1, -share, 0, 1, 1);
    [this.#camera, this.#share] = [camera, share];
    return share !== to;
  }

  dispose(): void {
    if (this.#share !== 0) this.#camera?.clearViewOffset();
  }
}
