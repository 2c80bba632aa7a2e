import { between, chanceFrom, noise, oneOf, type Chance } from '../geometry/chance.ts';
import { rgb, type Rgb } from '../geometry/colour.ts';
import { placed, pointAt, type Triangles } from '../geometry/triangles.ts';
import type { Placement, Vec3 } from '../geometry/vector.ts';
import type { Setting } from '../stage/moods.ts';

/** How a part is painted. */
export interface Paint {
  /** How far its colour may stray from what was typed. */
  readonly jitter?: number;
  /** Brightness at its foot and at its top. */
  readonly gradient?: readonly [number, number];
  readonly mottle?: number;
  /** Light of its own. */
  readonly emission?: number;
  /** A floor takes the sun's shadow from a texture, for sharp edges. */
  readonly floor?: boolean;
  /** `false` for what throws no shadow. */
  readonly casts?: boolean;
  readonly tint?: (at: Vec3) => Rgb;
}

/** A point of light whose glow is baked into everything near. */
export interface Lamp {
  readonly at: Vec3;
  readonly reach: number;
  readonly strength: number;
}
export interface Crown {
  readonly at: Vec3;
  readonly radii: Vec3;
  readonly colour: Rgb;
}
/** One leaf, tuft or flower. */
export interface Plant {
  readonly at: Vec3;
  readonly size: number;
  readonly colour: Rgb;
  readonly normal: Vec3;
}
/** A soft disc of light; `kind` says whether it rests, breathes, rises as a spark or as steam, or wanders in the evening. */
export interface Glow {
  readonly at: Vec3;
  readonly radius: number;
  readonly colour: Rgb;
  readonly kind: 'still' | 'breathing' | 'spark' | 'firefly' | 'steam';
}
export interface Flame {
  readonly at: Vec3;
  readonly size: number;
  readonly inner: boolean;
}
/** A pond: an oval of still water. */
export interface Water {
  readonly at: Vec3;
  readonly across: number;
  readonly along: number;
}
/** A shaft of sunlight: four corners, from where it comes in to where it ends. */
export type Shaft = readonly [Vec3, Vec3, Vec3, Vec3];
/** A pennant on a string: it hangs while it is celebrated. */
export interface Pennant {
  readonly corners: readonly [Vec3, Vec3, Vec3];
  readonly colour: Rgb;
}
/** Leaves that let go of a crown now and then, one at a time. */
export interface Fall {
  readonly from: Vec3;
  readonly spread: number;
  readonly count: number;
  readonly colours: readonly [string, ...string[]];
}

const untinted: Rgb = [1, 1, 1];

/** Half of the square around the origin that is baked; beyond it everything is open country. */
export const bakedRadius = 14;

/** Collects a room as it is drawn; what comes out goes to the baker. */
export class RoomKit {
  readonly chance: Chance;
  readonly positions: number[] = [];
  readonly normals: number[] = [];
  /** Linear colour and emission. */
  readonly colours: number[] = [];
  /** Floor and caster flags. */
  readonly traits: number[] = [];
  readonly lanterns: Lamp[] = [];
  readonly crowns: Crown[] = [];
  readonly leaves: Plant[] = [];
  readonly tufts: Plant[] = [];
  readonly flowers: Plant[] = [];
  readonly glows: Glow[] = [];
  readonly flames: Flame[] = [];
  readonly waters: Water[] = [];
  readonly shafts: Shaft[] = [];
  readonly falls: Fall[] = [];
  readonly pennants: Pennant[] = [];
  /** Where confetti comes down, if this is a place to celebrate: a middle, a radius and a height. */
  confetti: { readonly at: Vec3; readonly radius: number; readonly height: number } = { at: [0, 0, 0], radius: 9, height: 7 };
  hearth: Lamp | undefined;
  /** Under the sky, before a lit stage, or within walls. */
  setting: Setting = 'outdoors';

  constructor(seed: number) {
    this.chance = chanceFrom(seed);
  }

  between(low: number, high: number): number {
    return between(this.chance, low, high);
  }

  oneOf<T>(items: readonly [T, ...T[]]): T {
    return oneOf(this.chance, items);
  }

  /** Adds a painted part. */
  add(part: Triangles, colour: string | Rgb, placement: Placement = {}, paint: Paint = {}): void {
    const { jitter = 0.05, gradient = [0.9, 1.06], mottle = 0.1, emission = 0, floor = false, casts = true, tint } = paint;
    const { positions, normals } = placed(part, placement);
    const base = this.strayed(typeof colour === 'string' ? rgb(colour) : colour, jitter);
    let [low, high] = [Infinity, -Infinity];
    for (let i = 1; i < positions.length; i += 3) {
      low = Math.min(low, positions[i] ?? 0);
      high = Math.max(high, positions[i] ?? 0);
    }
    const height = Math.max(0.001, high - low);
    const [flag, caster] = [floor ? 1 : 0, casts && emission <= 0.3 ? 1 : 0];
    for (let corner = 0; corner < positions.length / 3; corner++) {
      const at = pointAt(positions, corner);
      const rise = (at[1] - low) / height;
      const shade = (gradient[0] + (gradient[1] - gradient[0]) * rise) * (mottle === 0 ? 1 : 1 + (noise(at[0] * 0.7, at[1] * 0.7, at[2] * 0.7) - 0.5) * mottle);
      const toned = tint ? tint(at) : untinted;
      this.positions.push(at[0], at[1], at[2]);
      this.normals.push(normals[corner * 3] ?? 0, normals[corner * 3 + 1] ?? 0, normals[corner * 3 + 2] ?? 0);
      this.colours.push(base[0] * shade * toned[0], base[1] * shade * toned[1], base[2] * shade * toned[2], emission);
      this.traits.push(flag, caster);
    }
  }

  private strayed(colour: Rgb, jitter: number): Rgb {
    if (jitter === 0) return colour;
    const light = 1 + (this.chance() - 0.5) * 2 * jitter;
    const warmth = (this.chance() - 0.5) * jitter;
    return [colour[0] * light * (1 + warmth), colour[1] * light, colour[2] * light * (1 - warmth)];
  }
}
