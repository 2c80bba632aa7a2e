import type { PerspectiveCamera } from 'three';
import type { Layout } from '#shared/rooms/layout.ts';
import type { Vec3 } from '../geometry/vector.ts';
import type { Body } from '../scene.ts';
import { framingFor, framingOfSelf, type Framing, type FramingKind, type Occasion } from './framing.ts';
import { usualComfort, WalkHeading, type Comfort } from './heading.ts';
import { cutTo, follow, spring, wrapAngle, type Spring } from './spring.ts';
import { behindSelf, facing, nearHeading, type Stand } from './stand.ts';
import type { Surroundings } from './surroundings.ts';

export type LookDirection = 'left' | 'right' | 'behind' | 'reset';
/** From near, from high over everybody, or as there are many people or few. */
export type Distance = 'usual' | 'near' | 'wide';

export interface CameraMoment {
  readonly self: Body;
  readonly layout: Layout;
  readonly around: Surroundings;
  /** Where the one whom everybody looks at stands. */
  readonly attention: { readonly x: number; readonly z: number } | undefined;
  /** How many are in the room. */
  readonly people: number;
  readonly seconds: number;
  /** Cuts instead of easing. */
  readonly still: boolean;
}

const smoothing = { follow: 0.25, turn: 0.35, arrive: 0.7 } as const;
/** So long (s) a change of framing is eased slowly. */
const changesFor = 1.4;
const jump = 3;
const lookBy: Readonly<Record<Exclude<LookDirection, 'reset'>, number>> = { left: Math.PI / 4, right: -Math.PI / 4, behind: Math.PI };
const pitchLimits = [-0.65, 0.35] as const;
const glanceShare = 0.4;
const farthestGlance = 0.35;
/** As many people are a crowd; it ends with fewer, so that one who comes and goes does not move the camera. */
const crowd = { from: 50, until: 40 } as const;
const aboveFloor = 0.5;
const chest = 1.2;
const places = ['x', 'y', 'z', 'distance', 'height', 'pitch'] as const;

/** The camera of one's own view. It never rolls, and where motion is unwelcome it cuts. */
export class CameraRig {
  comfort: Comfort = usualComfort;
  distance: Distance = 'usual';
  settling = false;
  private readonly springs: Record<(typeof places)[number] | 'boom' | 'yaw', Spring> = {
    x: spring(0), y: spring(0), z: spring(0), distance: spring(0), height: spring(0), pitch: spring(0), boom: spring(0), yaw: spring(0),
  };
  private readonly onFoot = new WalkHeading();
  private framing: Framing | undefined;
  /** A framing that does not go round looks this way, and one has turned one's head so far from it. */
  private ahead = 0;
  private turned = 0;
  private pitchBy = 0;
  private round = 0;
  private changing = 0;
  private crowded = false;

  /** Carries the camera to this moment. */
  update(camera: PerspectiveCamera, moment: CameraMoment): void {
    const { self, seconds, still } = moment;
    const { framing, stand } = this.choose(camera.aspect, moment);
    const before = this.framing;
    const same = before?.kind === framing.kind;
    const far = before !== undefined && same && Math.hypot(before.x - framing.x, before.z - framing.z) > jump;
    // An angle of view is never eased, so neither is the way to another one.
    const cut = !before || still || far || before.fov !== framing.fov;
    this.changing = same ? Math.max(0, this.changing - seconds) : changesFor;
    this.framing = framing;
    this.round = stand.round;
    this.carry(framing, stand, stand.yaw + this.glance(framing, stand, moment), self.lift ?? 0, seconds, cut);
    this.pose(camera, framing, moment);
  }

  /** How the camera sees one now. */
  get kind(): FramingKind | undefined {
    return this.framing?.kind;
  }

  private choose(aspect: number, { self, layout, around, people, seconds, still }: CameraMoment): { readonly framing: Framing; readonly stand: Stand } {
    this.crowded = people >= (this.crowded ? crowd.until : crowd.from);
    const crowded = this.distance === 'wide' || (this.distance === 'usual' && this.crowded && !self.seated);
    const on: Occasion = { self, layout, viewport: { aspect, widen: this.comfort.widen }, indoors: around.indoors, crowded };
    const wanted = framingFor(on);
    const lift = self.lift ?? 0;
    const fixed = wanted.orbits ? undefined : facing(wanted, self, around, lift, this.round);
    const framing = wanted.orbits || fixed ? wanted : framingOfSelf(on);
    this.keepHeading(framing, self);
    if (fixed) {
      this.ahead = nearHeading(fixed.yaw, this.ahead);
      return { framing, stand: { ...fixed, boom: nearHeading(fixed.boom, this.springs.boom.value), yaw: this.ahead + this.turned, pitch: this.pitched(fixed.pitch) } };
    }
    this.onFoot.carry(self, this.comfort, seconds, still);
    const stand = behindSelf(framing, this.onFoot.wanted, around, lift, aspect, this.round);
    return { framing, stand: { ...stand, pitch: this.pitched(stand.pitch) } };
  }

  /** A new framing looks where it looks; so does one of somebody who is suddenly elsewhere. */
  private keepHeading(framing: Framing, self: Body): void {
    const before = this.framing;
    const onFoot = (kind: FramingKind): boolean => kind === 'walk' || kind === 'overview';
    if (before && (before.kind === framing.kind || (onFoot(before.kind) && onFoot(framing.kind))) && Math.hypot(before.x - framing.x, before.z - framing.z) <= jump) return;
    const { boom, yaw } = this.springs;
    boom.value = nearHeading(boom.value, yaw.value);
    this.ahead = yaw.value;
    this.onFoot.face(self.heading, yaw.value);
    this.turned = 0;
    this.pitchBy = 0;
  }

  private pitched(pitch: number): number {
    return Math.min(pitchLimits[1], Math.max(pitchLimits[0], pitch + this.pitchBy));
  }

  /** A little towards whoever acts, unless one looks elsewhere by choice or wants no motion. */
  private glance(framing: Framing, { boom, distance }: Stand, { attention, still }: CameraMoment): number {
    if (framing.kind !== 'circle' || this.turned !== 0 || !attention || still) return 0;
    const [eyeX, eyeZ] = [framing.x - Math.sin(boom) * distance, framing.z - Math.cos(boom) * distance];
    const off = wrapAngle(Math.atan2(attention.x - eyeX, attention.z - eyeZ) - boom);
    return Math.abs(off) > 1.2 ? 0 : Math.max(-farthestGlance, Math.min(farthestGlance, off * glanceShare));
  }

  private carry(framing: Framing, stand: Stand, yaw: number, lift: number, seconds: number, cut: boolean): void {
    this.settling = this.onFoot.pending && framing.orbits;
    const step = (it: Spring, to: number, slowness: number, most?: number): void => {
      if (cut) cutTo(it, to);
      else follow(it, to, this.changing > 0 ? smoothing.arrive : slowness, seconds, most);
      this.settling ||= Math.abs(it.value - to) > 1e-3;
    };
    const goal = { x: framing.x, y: lift, z: framing.z, distance: stand.distance, height: stand.height, pitch: stand.pitch };
    for (const place of places) step(this.springs[place], goal[place], smoothing.follow);
    const { boom, yaw: looks } = this.springs;
    step(looks, yaw, smoothing.turn, this.comfort.turning.look);
    step(boom, stand.boom, smoothing.turn, this.comfort.turning.look);
  }

  private pose(camera: PerspectiveCamera, { fov }: Framing, { self, around }: CameraMoment): void {
    const { x, y, z, distance, height, pitch, boom, yaw } = this.springs;
    const [atX, atZ] = [x.value - Math.sin(boom.value) * distance.value, z.value - Math.cos(boom.value) * distance.value];
    const up = Math.max(around.floor(atX, atZ) + aboveFloor, y.value + height.value);
    camera.position.set(...outOf(around, [self.x, (self.lift ?? 0) + chest, self.z], [atX, up, atZ]));
    camera.rotation.set(pitch.value, yaw.value + Math.PI, 0, 'YXZ');
    if (camera.fov !== fov) {
      camera.fov = fov;
      camera.updateProjectionMatrix();
    }
    camera.updateMatrixWorld();
  }

  /** From high over everybody or, where it is so already, from near; returns whether it is from above now. */
  toggleOverview(): boolean {
    this.distance = this.framing?.kind === 'overview' ? 'near' : 'wide';
    return this.distance === 'wide';
  }

  /** Looks round; returns the heading that it will look along. */
  look(direction: LookDirection): number {
    const fixed = this.framing?.orbits === false ? this.framing : undefined;
    if (direction === 'reset') {
      if (this.framing) this.onFoot.face(this.framing.heading, this.springs.yaw.value);
      this.turned = 0;
      this.pitchBy = 0;
      this.distance = 'usual';
    } else if (fixed) this.turned += lookBy[direction];
    else this.onFoot.turn(lookBy[direction]);
    return wrapAngle(fixed ? fixed.heading + this.turned : this.onFoot.wanted);
  }

  /** Turns with a dragging pointer, radians. */
  drag(yaw: number, pitch: number): void {
    const { boom, yaw: looks, pitch: tilt } = this.springs;
    cutTo(looks, looks.value + yaw);
    if (this.framing?.orbits) {
      this.onFoot.turn(yaw);
      cutTo(boom, boom.value + yaw);
    } else this.turned += yaw;
    const before = tilt.value;
    cutTo(tilt, Math.min(pitchLimits[1], Math.max(pitchLimits[0], before + pitch)));
    this.pitchBy += tilt.value - before;
  }

  /** Which way the camera looks over the floor, as a layout's heading. */
  get heading(): number {
    return wrapAngle(this.springs.yaw.value);
  }
}

/** On its way an eased camera may come through what its goal keeps out of: it is held nearer to oneself for that long. */
const outOf = (around: Surroundings, self: Vec3, at: Vec3): Vec3 => {
  if (!around.blocked(at)) return at;
  const on = (share: number): Vec3 => [self[0] + (at[0] - self[0]) * share, self[1] + (at[1] - self[1]) * share, self[2] + (at[2] - self[2]) * share];
  let share = around.free(self, at);
  for (let tries = 0; tries < 6 && around.blocked(on(share)); tries++) share *= 0.7;
  return on(share);
};
