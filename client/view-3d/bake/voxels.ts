import { pointAt } from '../geometry/triangles.ts';
import { lengthOf, sub, type Vec3 } from '../geometry/vector.ts';
import type { RoomKit } from '../rooms/roomKit.ts';

const cell = 0.18;
const floorBelow = 0.5;
const top = 8;
const farthestLeap = 40;

/** The air of a room in cells of .18 m, and rays through it: typed arrays only, so that a worker can hand it over. */
export interface Air {
  readonly half: number;
  /** How many cells from each there is certainly nothing. */
  readonly clear: Uint8Array<ArrayBuffer>;
}

const acrossOf = (half: number): number => Math.ceil((2 * half) / cell);
const up = Math.ceil((top + floorBelow) / cell);

/** How far a ray gets through a room's air before it meets something, up to `reach`; 0 if it meets nothing. The baker's inner loop. */
export const march = ({ half, clear }: Air, x: number, y: number, z: number, dx: number, dy: number, dz: number, reach: number, start: number): number => {
  const across = acrossOf(half);
  const scale = 1 / cell;
  const [fromX, fromY, fromZ] = [(x + half + dx * start) * scale, (y + floorBelow + dy * start) * scale, (z + half + dz * start) * scale];
  const most = (reach - start) * scale;
  for (let step = 0; step < most;) {
    const [i, j, k] = [fromX + dx * step, fromY + dy * step, fromZ + dz * step];
    if (j >= up || j < 0) return 0;
    if (i < 0 || k < 0 || i >= across || k >= across) {
      step += 1;
      continue;
    }
    const free = clear[((j | 0) * across + (k | 0)) * across + (i | 0)] ?? 1;
    if (free === 0) return start + step * cell;
    step += free;
  }
  return 0;
};

/** A bit for every cell of .18 m that something solid fills. */
export class Voxels implements Air {
  readonly half: number;
  readonly clear: Uint8Array<ArrayBuffer>;
  private readonly across: number;
  private readonly filled: Uint8Array;

  constructor(half: number) {
    this.half = half;
    this.across = acrossOf(half);
    this.filled = new Uint8Array(this.across * this.across * up);
    this.clear = new Uint8Array(this.filled.length);
  }

  private index(x: number, y: number, z: number): number {
    const [i, j, k] = [Math.floor((x + this.half) / cell), Math.floor((y + floorBelow) / cell), Math.floor((z + this.half) / cell)];
    if (i < 0 || j < 0 || k < 0 || i >= this.across || j >= up || k >= this.across) return -1;
    return (j * this.across + k) * this.across + i;
  }

  private mark(x: number, y: number, z: number): void {
    const index = this.index(x, y, z);
    if (index >= 0) this.filled[index] = 1;
  }

  markTriangle(a: Vec3, b: Vec3, c: Vec3): void {
    const [u, v] = [sub(b, a), sub(c, a)];
    const steps = Math.min(60, Math.max(1, Math.ceil(Math.max(lengthOf(u), lengthOf(v)) / 0.12)));
    for (let s = 0; s <= steps; s++) {
      for (let t = 0; t <= steps - s; t++) {
        const [f, g] = [s / steps, t / steps];
        this.mark(a[0] + u[0] * f + v[0] * g, a[1] + u[1] * f + v[1] * g, a[2] + u[2] * f + v[2] * g);
      }
    }
  }

  markBall(at: Vec3, radii: Vec3): void {
    const steps = 8;
    for (let i = -steps; i <= steps; i++) for (let j = -steps; j <= steps; j++) for (let k = -steps; k <= steps; k++) {
      if (i * i + j * j + k * k < steps * steps * 0.75) this.mark(at[0] + (i / steps) * radii[0], at[1] + (j / steps) * radii[1], at[2] + (k / steps) * radii[2]);
    }
  }

  /**
   * Measures how many cells every free cell is from the nearest filled one, along whichever axis it is farthest, so that rays leap
   * through empty air: a sweep up and a sweep down, each by the neighbours behind it. Once all is marked, before the first ray.
   */
  measure(leaps = true): void {
    const { across, clear } = this;
    const plane = across * across;
    const behind: number[] = [];
    for (let j = -1; j <= 0; j++) for (let k = -1; k <= 1; k++) for (let i = -1; i <= 1; i++) if (j * 9 + k * 3 + i < 0) behind.push(j * plane + k * across + i);
    clear.fill(1);
    // Cells at the rim keep 1, which only means short steps.
    for (let j = 1; j < up - 1; j++) for (let k = 1; k < across - 1; k++) for (let i = 1; i < across - 1; i++) clear[j * plane + k * across + i] = farthestLeap;
    for (let cell = 0; cell < clear.length; cell++) if (this.filled[cell] === 1) clear[cell] = 0;
    // For whoever compares: a ray that looks into every cell on its way finds the same.
    if (!leaps) for (let cell = 0; cell < clear.length; cell++) clear[cell] = Math.min(1, clear[cell] ?? 0);
    for (const way of leaps ? [1, -1] : []) {
      const first = way > 0 ? 0 : clear.length - 1;
      for (let n = 0, cell = first; n < clear.length; n++, cell += way) {
        let near = clear[cell] ?? 0;
        if (near <= 1) continue;
        for (let b = 0; b < 13; b++) {
          const beside = (clear[cell + way * (behind[b] ?? 0)] ?? 0) + 1;
          if (beside < near) near = beside;
        }
        clear[cell] = near;
      }
    }
  }
}

/** The cells that a room's casters and tree crowns fill. */
export const voxelsOf = (kit: RoomKit, half: number, leaps = true): Voxels => {
  const voxels = new Voxels(half);
  for (let corner = 0; corner < kit.positions.length / 3; corner += 3) {
    if (kit.traits[corner * 2 + 1] !== 1) continue;
    const a = pointAt(kit.positions, corner);
    if (Math.abs(a[0]) > half || Math.abs(a[2]) > half) continue;
    voxels.markTriangle(a, pointAt(kit.positions, corner + 1), pointAt(kit.positions, corner + 2));
  }
  for (const { at, radii } of kit.crowns) voxels.markBall(at, radii);
  voxels.measure(leaps);
  return voxels;
};
