/** Others' strokes while they are being drawn, as their hands tell of them (BO24): gone once the stroke itself is there. */
import type { Raw } from '#shared/boards/excalidraw.ts';
import type { Sign } from '#shared/boards/hands.codec.ts';
import type { Point } from '#shared/boards/stroke.codec.ts';
import { PASSING } from './book.ts';

interface Ink {
  readonly id: string;
  readonly width: number;
  readonly colour: string;
  points: readonly Point[];
  at: number;
}
/** A stroke that never came is forgotten after so long (ms). */
const LASTS = 5_000;

export class Inks {
  readonly #inks = new Map<number, Ink>();

  /** Where the points of a hand's stroke end. */
  endOf(hand: number): Point {
    return this.#inks.get(hand)?.points.at(-1) ?? [0, 0];
  }

  hear(hand: number, sign: Sign, now: number): void {
    const ink = this.#inks.get(hand);
    if (sign.kind === 'ink') this.#inks.set(hand, { ...sign, at: now });
    else if (sign.kind === 'more' && ink) Object.assign(ink, { points: [...ink.points, ...sign.points], at: now });
  }

  /** Forgets what is on the board by now, and what is long ago. Answers whether anything was. */
  refresh(isThere: (id: string) => boolean, now: number): boolean {
    let any = false;
    for (const [hand, { id, at }] of this.#inks) if ((isThere(id) || now - at > LASTS) && this.#inks.delete(hand)) any = true;
    return any;
  }

  /** As elements that lie over everything, and cannot be taken hold of. */
  drawn(index: string): readonly Raw[] {
    return [...this.#inks.values()].flatMap(({ id, width, colour, points }, at): Raw[] => {
      const [start] = points;
      if (!start) return [];
      const local = points.map(([x, y]): Point => [x - start[0], y - start[1]]);
      const [xs, ys] = [local.map(([x]) => x), local.map(([, y]) => y)];
      return [{
        type: 'freedraw', id: `${PASSING}${id}`, x: start[0], y: start[1], width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys), angle: 0, points: local, pressures: [], simulatePressure: true, lastCommittedPoint: null,
        strokeColor: colour, backgroundColor: 'transparent', fillStyle: 'solid', strokeWidth: width, strokeStyle: 'solid', roundness: null, roughness: 1, opacity: 100, seed: 1, groupIds: [], frameId: null, link: null, locked: true,
        boundElements: [], isDeleted: false, version: points.length, versionNonce: points.length, updated: 1, index: `${index}${'V'.repeat(at + 1)}`,
      }];
    });
  }
}
