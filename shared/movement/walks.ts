/** Everyone's poses, as the server holds them: who steers, who follows a path, who stands. Time is an argument throughout. */
import type { PersonId } from '../kernel/ids.ts';
import type { Grid } from './grid.ts';
import { headingTo, move, WALKING_SPEED, type Pose, type Steer } from './move.ts';
import { findPath, type Point } from './path.ts';

/** Steering stops by itself when nothing is heard for this long (ms). */
export const STEER_TIMEOUT = 2_000;
/** The parts that walkers are spread over, so that they need not all be advanced at once. */
export const SPOKES = 10;
/** MO11. A walk is told anew once whoever carries it on would be this far off (metres), or after this long (ms). */
const NEWS = 0.1;
const REPEAT = 2_000;

type Drive =
  | { readonly kind: 'stand' }
  | { readonly kind: 'steer'; readonly steer: Steer; readonly heardAt: number }
  | { readonly kind: 'path'; readonly corners: readonly Point[]; next: number; readonly face: number | undefined };

const STAND: Drive = { kind: 'stand' };

/** Someone's walk as it is now; the same object for as long as they are in the room. */
export interface Walker {
  readonly pose: Pose;
  /** Metres a second, really walked: 0 against a wall. */
  readonly speed: number;
  /** When they were there (ms since 1970); whoever stands is there still. */
  readonly at: number;
  /** Grows whenever a record of this person would say something new. */
  readonly version: number;
}

interface Mover extends Walker {
  readonly id: PersonId;
  readonly spoke: number;
  pose: Pose;
  drive: Drive;
  speed: number;
  at: number;
  version: number;
  /** What the newest version said: where, how fast along x and z, when. */
  told: { x: number; z: number; alongX: number; alongZ: number; at: number };
}

/** What a motion record says: where, which way, how fast, now. */
export interface Walk extends Pose {
  readonly speed: number;
}

export class Walks {
  readonly grid: Grid;
  readonly #movers = new Map<PersonId, Mover>();
  /** Those who do not stand, by spoke: nobody else needs time. */
  readonly #walking = Array.from({ length: SPOKES }, () => new Set<Mover>());
  #added = 0;
  /** Who has come to the end of their latest way since `advance` last told of it. */
  readonly #arrived = new Set<PersonId>();

  constructor(grid: Grid) {
    this.grid = grid;
  }

  add(id: PersonId, pose: Pose, at: number): void {
    this.remove(id);
    this.#movers.set(id, { id, spoke: this.#added++ % SPOKES, pose, drive: STAND, speed: 0, at, version: 1, told: { x: pose.x, z: pose.z, alongX: 0, alongZ: 0, at } });
  }

  remove(id: PersonId): void {
    const mover = this.#movers.get(id);
    if (mover) this.#walking[mover.spoke]?.delete(mover);
    this.#movers.delete(id);
    this.#arrived.delete(id);
  }

  poseOf(id: PersonId): Pose | undefined {
    return this.#movers.get(id)?.pose;
  }

  walkOf(id: PersonId): (Walk & { readonly version: number }) | undefined {
    const mover = this.#movers.get(id);
    return mover && { ...mover.pose, speed: mover.speed, version: mover.version };
  }

  /** Where someone's way leads, and how they will face there; `undefined` for whoever is on none. */
  wayOf(id: PersonId): { readonly x: number; readonly z: number; readonly face: number | undefined } | undefined {
    const drive = this.#movers.get(id)?.drive;
    const end = drive?.kind === 'path' ? drive.corners.at(-1) : undefined;
    return end && drive?.kind === 'path' ? { x: end.x, z: end.z, face: drive.face } : undefined;
  }

  walkerOf(id: PersonId): Walker | undefined {
    return this.#movers.get(id);
  }

  isOnPath(id: PersonId): boolean {
    return this.#movers.get(id)?.drive.kind === 'path';
  }

  isMoving(id: PersonId): boolean {
    const kind = this.#movers.get(id)?.drive.kind;
    return kind === 'path' || kind === 'steer';
  }

  /** MO5. Takes an input; what came before it is walked first, so that sending more gains nothing. Leaves any path. */
  steer(id: PersonId, steer: Steer, at: number): void {
    const mover = this.#movers.get(id);
    if (!mover) return;
    this.#advance(mover, at);
    const stands = steer.pace === 0;
    const { drive } = mover;
    // A path is left only by walking elsewhere: the sign of life of someone who stands does not stop a go-to.
    if (stands && drive.kind !== 'steer') return;
    this.#arrived.delete(id);
    const isSignOfLife = drive.kind === 'steer' && !stands && drive.steer.heading === steer.heading && drive.steer.pace === steer.pace;
    this.#drive(mover, stands ? STAND : { kind: 'steer', steer, heardAt: at });
    if (isSignOfLife) return;
    mover.speed = stands ? 0 : Math.min(1, Math.max(0, steer.pace)) * WALKING_SPEED;
    mover.pose = { ...mover.pose, heading: steer.heading };
    this.#news(mover, at);
  }

  /** Sets out for the walkable point nearest to `goal`, to face `face` there. False: there is no way. */
  goTo(id: PersonId, goal: Point, face: number | undefined, at: number): boolean {
    const mover = this.#movers.get(id);
    if (!mover) return false;
    this.#advance(mover, at);
    const corners = findPath(this.grid, mover.pose, goal);
    if (!corners) return false;
    this.#arrived.delete(id);
    this.#drive(mover, { kind: 'path', corners, next: 0, face });
    // The first step says which way.
    mover.speed = 0;
    this.#news(mover, at);
    return true;
  }

  /** Whether there is a way to somewhere from where someone is. */
  reaches(id: PersonId, goal: Point): boolean {
    const mover = this.#movers.get(id);
    return mover !== undefined && findPath(this.grid, mover.pose, goal) !== undefined;
  }

  stop(id: PersonId, at: number): void {
    const mover = this.#movers.get(id);
    if (!mover) return;
    const walked = mover.drive.kind !== 'stand';
    this.#advance(mover, at);
    if (walked) this.#arrived.delete(id);
    this.#stand(mover, at);
  }

  /** Puts someone exactly somewhere: onto a seat, or back where they were. Only the server's own rules call this. */
  place(id: PersonId, pose: Pose): void {
    const mover = this.#movers.get(id);
    if (!mover) return;
    mover.pose = pose;
    this.#stand(mover, mover.at);
  }

  /** Turns someone who stands. */
  face(id: PersonId, heading: number): void {
    const mover = this.#movers.get(id);
    if (!mover || mover.drive.kind !== 'stand') return;
    mover.pose = { ...mover.pose, heading };
    this.#news(mover, mover.at);
  }

  /** Walks one person on to `at`: before they act, so that what is nearest to them does not hang on whose turn it was. */
  bring(id: PersonId, at: number): void {
    const mover = this.#movers.get(id);
    if (mover) this.#advance(mover, at);
  }

  /** Walks those of one spoke on to `at`, or everyone; returns who has come to the end of a path since the last call. */
  advance(at: number, spoke?: number): readonly PersonId[] {
    for (const walking of spoke === undefined ? this.#walking : this.#walking.slice(spoke, spoke + 1)) for (const mover of walking) this.#advance(mover, at);
    if (this.#arrived.size === 0) return [];
    const arrived = [...this.#arrived];
    this.#arrived.clear();
    return arrived;
  }

  #drive(mover: Mover, drive: Drive): void {
    mover.drive = drive;
    if (drive.kind === 'stand') this.#walking[mover.spoke]?.delete(mover);
    else this.#walking[mover.spoke]?.add(mover);
  }

  #stand(mover: Mover, at: number): void {
    this.#drive(mover, STAND);
    mover.speed = 0;
    this.#news(mover, at);
  }

  /** What the next record says of them is new. */
  #news(mover: Mover, at: number): void {
    const { pose, speed } = mover;
    mover.version++;
    mover.told = { x: pose.x, z: pose.z, alongX: Math.sin(pose.heading) * speed, alongZ: Math.cos(pose.heading) * speed, at };
  }

  /** MO11. Tells of whoever walks elsewhere than the last record makes a viewer think, and of everyone now and then. */
  #tell(mover: Mover, at: number): void {
    const { told, pose } = mover;
    const seconds = (at - told.at) / 1000;
    const [dx, dz] = [told.x + told.alongX * seconds - pose.x, told.z + told.alongZ * seconds - pose.z];
    if (dx * dx + dz * dz > NEWS * NEWS || at - told.at >= REPEAT) this.#news(mover, at);
  }

  #advance(mover: Mover, at: number): void {
    const seconds = (at - mover.at) / 1000;
    mover.at = at;
    if (mover.drive.kind === 'stand' || seconds <= 0) return;
    if (mover.drive.kind === 'path') this.#follow(mover, mover.drive, seconds, at);
    else this.#steer(mover, mover.drive, seconds, at);
  }

  #steer(mover: Mover, drive: Drive & { kind: 'steer' }, seconds: number, at: number): void {
    if (at - drive.heardAt > STEER_TIMEOUT) return this.#stand(mover, at);
    const { pose } = mover;
    const next = move(pose, drive.steer, seconds, this.grid);
    const [dx, dz] = [next.x - pose.x, next.z - pose.z];
    mover.speed = Math.min(WALKING_SPEED, Math.hypot(dx, dz) / seconds);
    // Whoever slides along a wall faces where they go, or viewers would carry them into it.
    const slides = (dx === 0) !== (dz === 0);
    mover.pose = slides ? { x: next.x, z: next.z, heading: headingTo(pose, next) } : next;
    this.#tell(mover, at);
  }

  #follow(mover: Mover, drive: Drive & { kind: 'path' }, seconds: number, at: number): void {
    let left = WALKING_SPEED * seconds;
    let { x, z, heading } = mover.pose;
    const { corners, next } = drive;
    for (let corner = corners[drive.next]; corner; corner = corners[++drive.next]) {
      const distance = Math.hypot(corner.x - x, corner.z - z);
      if (distance > 1e-6) heading = headingTo({ x, z }, corner);
      if (distance > left) {
        x += Math.sin(heading) * left;
        z += Math.cos(heading) * left;
        break;
      }
      left -= distance;
      [x, z] = [corner.x, corner.z];
    }
    if (drive.next >= corners.length) {
      mover.pose = { x, z, heading: drive.face ?? heading };
      this.#stand(mover, at);
      this.#arrived.add(mover.id);
      return;
    }
    const turned = drive.next !== next || mover.speed === 0;
    mover.pose = { x, z, heading };
    mover.speed = WALKING_SPEED;
    if (turned) this.#news(mover, at);
    else this.#tell(mover, at);
  }
}
