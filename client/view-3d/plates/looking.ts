import { Vector3, type PerspectiveCamera } from 'three';
import type { CircleId, PersonId } from '#shared/kernel/ids.ts';
import { march, type Air } from '../bake/voxels.ts';
import { heightOf } from '../crowd/crowd.looks.ts';
import { drawnAt } from '../crowd/crowd.poses.ts';
import type { Vec3 } from '../geometry/vector.ts';
import type { Body } from '../scene.ts';
import type { Head, Weight } from './naming.ts';
import type { PlateBox } from './overlap.ts';

/** Whether one sees a point from another, past what stands in the room. */
export type Sight = (from: Vec3, to: Vec3) => boolean;

/** How near (m) to either end something may be without hiding it: a chair's back, what somebody wears. */
const ends = { eye: 0.3, head: 0.45 } as const;

/** Sight through a room's air. */
export const sightIn = (air: Air): Sight => (from, to) => {
  const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const away = Math.hypot(dx, dy, dz);
  return away <= ends.eye + ends.head || march(air, from[0], from[1], from[2], dx / away, dy / away, dz / away, away - ends.head, ends.eye) === 0;
};

/** A head with its body, and where its plate would stand (CSS pixels). */
export interface HeadOf extends Head {
  readonly body: Body;
  readonly at: { readonly x: number; readonly y: number };
}

interface View {
  readonly camera: PerspectiveCamera;
  readonly width: number;
  readonly height: number;
  readonly attention: PersonId | undefined;
  readonly heeded: PersonId | undefined;
}

const farthest = 34;
/** How far (CSS pixels) from its place a plate may meet a head. */
const around = 320;
/** Whoever is further than this from the middle, in half screens, has neither name nor words in the picture. */
const aside = 1.15;
/** Of a person of height 1 (m): how high the plate is, and the head's middle; how high the head is, and how far beside its middle one looks at it. */
const plateAt = 1.78;
const headAt = 1.3;
const headHigh = 0.5;
const besideHead = 0.13;
const seatedLower = 0.165;
const heightAt = (body: Body, high: number): number => (body.lift ?? 0) + high * heightOf(body.look) - (body.seated || body.look.moving === 'wheelchair' ? seatedLower : 0);

/** A little above the tallest thing on the head. */
export const plateAnchor = (body: Body): Vec3 => {
  const { x, z } = drawnAt(body);
  return [x, heightAt(body, plateAt), z];
};

/** What somebody's name weighs for whoever is in a circle, or in none. */
export const weightOf = ({ id, caption, handUp, circle }: Body, { attention, heeded }: Pick<View, 'attention' | 'heeded'>, ours: CircleId | undefined): Weight =>
  id === heeded ? 'heeded' : caption?.isPrivate === true ? 'meant' : caption ? 'saying' : id === attention ? 'acting' : handUp ? 'hand' : ours !== undefined && circle === ours ? 'circle' : 'nobody';

/** Finds everybody's head in the picture. */
export class Looking {
  sight: Sight = () => true;
  private readonly point = new Vector3();
  private last: readonly HeadOf[] = [];

  heads(bodies: readonly Body[], view: View): readonly HeadOf[] {
    const ours = bodies.find(({ you }) => you)?.circle;
    this.last = bodies.flatMap((body) => (body.you ? [] : this.headOf(body, view, ours)));
    return this.last;
  }

  /** The heads about somebody's that are nearer: no name lies upon a nearer face. */
  before({ id, away, at }: HeadOf): readonly PlateBox[] {
    const found: PlateBox[] = [];
    for (const one of this.last) {
      if (one.away >= away || one.id === id || Math.abs(one.x - at.x) > around || Math.abs(one.y - at.y) > around) continue;
      found.push({ x: one.x, y: one.y, width: one.size * 0.8, height: one.size * 0.9 });
    }
    return found;
  }

  private headOf(body: Body, view: View, ours: CircleId | undefined): HeadOf | [] {
    const { camera, width, height } = view;
    const [x, y, z] = plateAnchor(body);
    this.point.set(x, y, z).applyMatrix4(camera.matrixWorldInverse);
    const away = -this.point.z;
    if (away < 0.2 || Math.hypot(body.x - camera.position.x, body.z - camera.position.z) > farthest) return [];
    this.point.applyMatrix4(camera.projectionMatrix);
    if (Math.abs(this.point.x) > aside) return [];
    const at = { x: (this.point.x * 0.5 + 0.5) * width, y: (0.5 - this.point.y * 0.5) * height };
    const middle = heightAt(body, headAt);
    this.point.set(x, middle, z).project(camera);
    const [rightX, , rightZ] = camera.matrixWorld.elements;
    const { x: eyeX, y: eyeY, z: eyeZ } = camera.position;
    return {
      id: body.id, body, away, at, weight: weightOf(body, view, ours),
      x: (this.point.x * 0.5 + 0.5) * width, y: (0.5 - this.point.y * 0.5) * height,
      size: ((camera.projectionMatrix.elements[5] ?? 1) * height * 0.5 * headHigh * heightOf(body.look)) / away,
      seen: (side) => this.sight([eyeX, eyeY, eyeZ], [x + (rightX ?? 1) * side * besideHead, middle, z + (rightZ ?? 0) * side * besideHead]),
    };
  }
}
