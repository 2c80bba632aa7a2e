/** Everyone's poses, as the server holds them: who steers, who follows a path, who stands. Time is an argument throughout. */
import type { PersonId } from '../kernel/ids.ts';
import type { Grid } from './grid.ts';
import { headingTo, move, WALKING_SPEED, type Pose, type Steer } from './move.ts';
import { findPath, type Point } from './path.ts';

/** Steering stops by itself when nothing is heard for this long (ms). */
export const STEER_TIMEOUT = 2_000;

type Drive =
  | { readonly kind: 'stand' }
  | { readonly kind: 'steer'; readonly steer: Steer; readonly heardAt: number }
  | { readonly kind: 'path'; readonly corners: readonly Point[]; readonly face: number | undefined };

interface Mover {
  pose: Pose;
  drive: Drive;
  /** Metres a second, really walked: 0 against a wall. */
  speed: number;
  at: number;
  /** Grows whenever a record of this person would say something new. */
  version: number;
}

/** What a motion record says: where, which way, how fast, now. */
export interface Walk extends Pose {
  readonly speed: number;
}

export class Walks {
  readonly grid: Grid;
  readonly #movers = new Map<PersonId, Mover>();
  /** Who has come to the end of their latest way since `advance` last told of it. */
  readonly #arrived = new Set<PersonId>();

  constructor(grid: Grid) {
    this.grid = grid;
  }

  add(id: PersonId, pose: Pose, at: number): void {
    this.#movers.set(id, { pose, drive: { kind: 'stand' }, speed: 0, at, version: 1 });
  }

  remove(id: PersonId): void {
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

  isOnPath(id: PersonId): boolean {
    return this.#movers.get(id)?.drive.kind === 'path';
  }

  isMoving(id: PersonId): boolean {
    const kind = this.#movers.get(id)?.drive.kind;
    return kind === 'path' || kind === 'steer';
  }

  /** Takes an input; what came before it is walked first, so that sending more gains nothing. Leaves any path. */
  steer(id: PersonId, steer: Steer, at: number): void {
    const mover = this.#movers.get(id);
    if (!mover) return;
    this.#advance(id, mover, at);
    const stands = steer.pace === 0;
    // A path is left only by walking elsewhere: the sign of life of someone who stands does not stop a go-to.
    if (stands && mover.drive.kind !== 'steer') return;
    this.#arrived.delete(id);
    mover.drive = stands ? { kind: 'stand' } : { kind: 'steer', steer, heardAt: at };
    mover.speed = stands ? 0 : Math.min(1, Math.max(0, steer.pace)) * WALKING_SPEED;
    mover.pose = { ...mover.pose, heading: steer.heading };
    mover.version++;
  }

  /** Sets out for the walkable point nearest to `goal`, to face `face` there. False: there is no way. */
  goTo(id: PersonId, goal: Point, face: number | undefined, at: number): boolean {
    const mover = this.#movers.get(id);
    if (!mover) return false;
    this.#advance(id, mover, at);
    const corners = findPath(this.grid, mover.pose, goal);
    if (!corners) return false;
    this.#arrived.delete(id);
    mover.drive = { kind: 'path', corners, face };
    mover.at = at;
    mover.version++;
    return true;
  }

  stop(id: PersonId, at: number): void {
    const mover = this.#movers.get(id);
    if (!mover) return;
    const walked = mover.drive.kind !== 'stand';
    this.#advance(id, mover, at);
    if (walked) this.#arrived.delete(id);
    mover.drive = { kind: 'stand' };
    mover.speed = 0;
    mover.version++;
  }

  /** Puts someone exactly somewhere: onto a seat, or back where they were. Only the server's own rules call this. */
  place(id: PersonId, pose: Pose): void {
    const mover = this.#movers.get(id);
    if (!mover) return;
    mover.pose = pose;
    mover.drive = { kind: 'stand' };
    mover.speed = 0;
    mover.version++;
  }

  /** Turns someone who stands. */
  face(id: PersonId, heading: number): void {
    const mover = this.#movers.get(id);
    if (!mover || mover.drive.kind !== 'stand') return;
    mover.pose = { ...mover.pose, heading };
    mover.version++;
  }

  /** Walks everyone on to `at`; returns who has come to the end of a path since the last call. */
  advance(at: number): readonly PersonId[] {
    for (const [id, mover] of this.#movers) this.#advance(id, mover, at);
    const arrived = [...this.#arrived];
    this.#arrived.clear();
    return arrived;
  }

  #advance(id: PersonId, mover: Mover, at: number): void {
    const seconds = (at - mover.at) / 1000;
    mover.at = at;
    if (mover.drive.kind === 'stand' || seconds <= 0) return;
    if (mover.drive.kind === 'path') this.#follow(id, mover, mover.drive, seconds);
    else this.#steer(mover, mover.drive, seconds, at);
  }

  #steer(mover: Mover, drive: Drive & { kind: 'steer' }, seconds: number, at: number): void {
    if (at - drive.heardAt > STEER_TIMEOUT) {
      mover.drive = { kind: 'stand' };
      mover.speed = 0;
      mover.version++;
      return;
    }
    const next = move(mover.pose, drive.steer, seconds, this.grid);
    const speed = Math.hypot(next.x - mover.pose.x, next.z - mover.pose.z) / seconds;
    // A wall changes what a viewer must extrapolate.
    if (Math.abs(speed - mover.speed) > 0.1) mover.version++;
    mover.speed = Math.min(WALKING_SPEED, speed);
    mover.pose = next;
  }

  #follow(id: PersonId, mover: Mover, drive: Drive & { kind: 'path' }, seconds: number): void {
    let left = WALKING_SPEED * seconds;
    let { x, z, heading } = mover.pose;
    const corners = [...drive.corners];
    for (let corner = corners[0]; corner; corner = corners[0]) {
      const distance = Math.hypot(corner.x - x, corner.z - z);
      if (distance > 1e-6) heading = headingTo({ x, z }, corner);
      if (distance > left) {
        x += Math.sin(heading) * left;
        z += Math.cos(heading) * left;
        break;
      }
      left -= distance;
      [x, z] = [corner.x, corner.z];
      corners.shift();
    }
    const changed = corners.length !== drive.corners.length || mover.speed === 0;
    if (corners.length === 0) {
      mover.pose = { x, z, heading: drive.face ?? heading };
      mover.drive = { kind: 'stand' };
      mover.speed = 0;
      this.#arrived.add(id);
    } else {
      mover.pose = { x, z, heading };
      mover.drive = { ...drive, corners };
      mover.speed = WALKING_SPEED;
    }
    if (changed) mover.version++;
  }
}
