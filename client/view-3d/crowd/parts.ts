import { pointAt, placed, type Triangles } from '../geometry/triangles.ts';
import type { Placement } from '../geometry/vector.ts';

/** Which limb a vertex moves with. */
export const limb = { torso: 0, head: 1, leftArm: 2, rightArm: 3, leftLeg: 4, rightLeg: 5, skirt: 6, wheel: 7, chair: 8, stick: 9 } as const;
export type Limb = keyof typeof limb;

/** Which of a person's colours a vertex takes. */
export const paintSlot = { skin: 0, top: 1, lower: 2, shoe: 3, hair: 4, accent: 5, frame: 6, aid: 7, white: 8, red: 9, cropped: 10, topShade: 11, dark: 12 } as const;
export type PaintSlot = keyof typeof paintSlot;

export interface Part {
  readonly form: Triangles;
  readonly limb: Limb;
  readonly paint: PaintSlot;
}

export const part = (limbName: Limb, paint: PaintSlot, form: Triangles, placement: Placement = {}): Part => ({ form: placed(form, placement), limb: limbName, paint });

/** Parts merged into one indexed mesh. */
export interface PartMesh {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly normals: Float32Array<ArrayBuffer>;
  /** Limb and colour slot of every vertex. */
  readonly parts: Float32Array<ArrayBuffer>;
  readonly index: Uint16Array<ArrayBuffer>;
}

/** Merges parts; equal corners become one vertex. */
export const mergeParts = (parts: readonly Part[]): PartMesh => {
  const known = new Map<string, number>();
  const positions: number[] = [];
  const normals: number[] = [];
  const kinds: number[] = [];
  const index: number[] = [];
  for (const { form, limb: limbName, paint } of parts) {
    for (let corner = 0; corner < form.positions.length / 3; corner++) {
      const [at, normal] = [pointAt(form.positions, corner), pointAt(form.normals, corner)];
      const key = [...at, ...normal].map((value) => Math.round(value * 400)).join() + limbName + paint;
      let vertex = known.get(key);
      if (vertex === undefined) {
        vertex = positions.length / 3;
        known.set(key, vertex);
        positions.push(...at);
        normals.push(...normal);
        kinds.push(limb[limbName], paintSlot[paint]);
      }
      index.push(vertex);
    }
  }
  return { positions: new Float32Array(positions), normals: new Float32Array(normals), parts: new Float32Array(kinds), index: new Uint16Array(index) };
};
