import type { PerspectiveCamera } from 'three';
import type { Layout } from '#shared/rooms/layout.ts';
import type { Body } from '../scene.ts';
import { framingFor, freeDistance, type Framing } from './framing.ts';
import { cutTo, follow, spring, wrapAngle, type Spring } from './spring.ts';

export type LookDirection = 'left' | 'right' | 'behind' | 'reset';

const followSeconds = 0.25;
const turnSeconds = 0.35;
const lookStep = Math.PI / 4;
const jump = 3;
/** Walking towards the camera must not spin it round. */
const towardsCamera = 2;
const pitchLimits = [-0.5, 0.3] as const;
const glanceShare = 0.4;
const farthestGlance = 0.35;
const places = ['x', 'z', 'distance', 'side', 'height', 'pitch'] as const;

/** The camera of one's own view. It never rolls, and where motion is unwelcome it cuts. */
export class CameraRig {
  private readonly springs: Record<(typeof places)[number] | 'yaw', Spring> = {
    x: spring(0), z: spring(0), distance: spring(4.9), side: spring(0), height: spring(2.95), pitch: spring(0), yaw: spring(0),
  };
  private framing: Framing | undefined;
  private wantedYaw = 0;
  private pitchBy = 0;
  /** Whether one has turned away from the framing's own heading. */
  private turned = false;
  settling = false;

  /** Carries the camera to this moment. */
  update(camera: PerspectiveCamera, self: Body, layout: Layout, attention: { readonly x: number; readonly z: number } | undefined, seconds: number, still: boolean): void {
    const framing = framingFor(self, layout, camera.aspect < 0.8);
    const before = this.framing;
    const far = before && Math.hypot(before.x - framing.x, before.z - framing.z) > jump && before.kind === framing.kind;
    const cut = !before || still || far === true;
    if (!before || before.kind !== framing.kind || far) this.face(framing.heading);
    this.framing = framing;
    if (framing.kind === 'walk' && self.speed > 0.1 && Math.abs(wrapAngle(framing.heading - this.wantedYaw)) < towardsCamera) this.face(framing.heading);
    const yaw = this.wantedYaw + this.glance(framing, attention);
    this.carry({ ...framing, distance: freeDistance(layout, framing, this.springs.yaw.value), pitch: this.pitchWithin(framing) }, yaw, seconds, cut);
    this.pose(camera, framing.fov);
  }

  private face(heading: number): void {
    this.wantedYaw = this.springs.yaw.value + wrapAngle(heading - this.springs.yaw.value);
    this.turned = false;
  }

  private pitchWithin(framing: Framing): number {
    return Math.min(pitchLimits[1], Math.max(pitchLimits[0], framing.pitch + this.pitchBy));
  }

  /** A little towards whoever acts, unless one looks elsewhere by choice. */
  private glance(framing: Framing, attention: { readonly x: number; readonly z: number } | undefined): number {
    if (framing.kind !== 'circle' || this.turned || !attention) return 0;
    const [eyeX, eyeZ] = [framing.x - Math.sin(this.wantedYaw) * framing.distance, framing.z - Math.cos(this.wantedYaw) * framing.distance];
    const off = wrapAngle(Math.atan2(attention.x - eyeX, attention.z - eyeZ) - this.wantedYaw);
    return Math.abs(off) > 1.2 ? 0 : Math.max(-farthestGlance, Math.min(farthestGlance, off * glanceShare));
  }

  private carry(goal: Framing, yaw: number, seconds: number, cut: boolean): void {
    this.settling = false;
    const step = (it: Spring, to: number, smoothing: number): void => {
      if (cut) cutTo(it, to);
      else follow(it, to, smoothing, seconds);
      this.settling ||= Math.abs(it.value - to) > 1e-3;
    };
    for (const place of places) step(this.springs[place], goal[place], followSeconds);
    step(this.springs.yaw, yaw, turnSeconds);
  }

  private pose(camera: PerspectiveCamera, fov: number): void {
    const { x, z, distance, side, height, pitch, yaw } = this.springs;
    const [ahead, across] = [Math.sin(yaw.value), Math.cos(yaw.value)];
    camera.position.set(x.value - ahead * distance.value - across * side.value, height.value, z.value - across * distance.value + ahead * side.value);
    camera.rotation.set(pitch.value, yaw.value + Math.PI, 0, 'YXZ');
    if (camera.fov !== fov) {
      camera.fov = fov;
      camera.updateProjectionMatrix();
    }
    camera.updateMatrixWorld();
  }

  look(direction: LookDirection): void {
    if (direction === 'reset') {
      if (this.framing) this.face(this.framing.heading);
      this.pitchBy = 0;
      return;
    }
    this.wantedYaw += { left: lookStep, right: -lookStep, behind: Math.PI }[direction];
    this.turned = true;
  }

  /** Turns with a dragging pointer, radians. */
  drag(yaw: number, pitch: number): void {
    this.wantedYaw += yaw;
    cutTo(this.springs.yaw, this.springs.yaw.value + yaw);
    if (this.framing) this.pitchBy = Math.min(pitchLimits[1] - this.framing.pitch, Math.max(pitchLimits[0] - this.framing.pitch, this.pitchBy + pitch));
    cutTo(this.springs.pitch, this.springs.pitch.value + pitch);
    this.turned = true;
  }

  /** Which way the camera looks over the floor, as a layout's heading. */
  get heading(): number {
    return wrapAngle(this.springs.yaw.value);
  }
}
