import type { Look } from '#shared/people/look.options.ts';
import type { Layout, ObjectId, SeatId } from '#shared/rooms/layout.ts';
import type { GestureKind } from '#shared/kernel/cue.ts';
import type { CircleId, PersonId } from '#shared/kernel/ids.ts';

/** What somebody says or does, over their head from `since` to `until` (ms, on the clock of `bodies(now)`). */
export interface Caption {
  readonly text: string;
  /** The sign of what they do. */
  readonly icon?: GestureKind | undefined;
  /** Not everybody in the room can read it. */
  readonly isPrivate: boolean;
  readonly since: number;
  readonly until: number;
}

/** One person as the 3D view draws them at an instant. Metres and radians as in the layout. */
export interface Body {
  readonly id: PersonId;
  /** The plate's text: what to call them. */
  readonly name: string;
  readonly look: Look;
  readonly you: boolean;
  /** Connected now; a body that is reconnecting stays, with a still pose. */
  readonly connected: boolean;
  readonly seated: boolean;
  readonly handUp: boolean;
  /** The same object for as long as it says the same. */
  caption?: Caption | undefined;
  /** The circle they are in. */
  readonly circle?: CircleId | undefined;
  x: number;
  z: number;
  heading: number;
  /** Metres a second. */
  speed: number;
  /** How high (m) the floor is under them: the stage works it out from the layout. */
  lift?: number;
}

/** A circle's rug. */
export interface Rug {
  readonly id: CircleId;
  /** What is woven into it. */
  readonly name: string;
  readonly x: number;
  readonly z: number;
  readonly rim: number;
  /** Its colour, 0 to 5. */
  readonly rug: number;
  /** One's own circle's: one walks on it. */
  readonly yours: boolean;
}

/** A gesture seen now; `startedAt` is on the same clock as `bodies(now)`. */
export interface Gesture {
  readonly by: PersonId;
  readonly kind: GestureKind | 'talk';
  readonly startedAt: number;
}

/** What somebody does that draws eyes until `until`, on the same clock as `bodies(now)`. */
export interface Deed {
  readonly by: PersonId;
  readonly kind: 'talk' | 'gesture' | 'hand' | 'walk';
  readonly until: number;
}

/** What the scene reads. It calls `bodies` once a drawn frame and draws only while `moving` or after `subscribe` told it to. */
export interface SceneSource {
  readonly layout: Layout;
  /** Everyone, with poses carried to `now` (performance.now() milliseconds). The array and its items are reused: copy nothing. */
  bodies(now: number): readonly Body[];
  /** The circles that have a rug: those that people started, not those on seats. */
  rugs(): readonly Rug[];
  gestures(now: number): readonly Gesture[];
  /** What a sign says in the reader's language; as it is written, if left out. */
  signText?(sign: string): string;
  /** What draws eyes now, the newest last: who of those around turns to it is the crowd's to say. Whoever speaks is told of here. */
  attention(now: number): readonly Deed[];
  /** Whether somebody walks or gestures at `now`, so that the next frame differs. */
  moving(now: number): boolean;
  /** Tells of changes that need a frame; returns the way to stop. */
  subscribe(changed: () => void): () => void;
}

/** What a person pointed at in the scene. */
export type Pick =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'seat'; readonly id: SeatId }
  | { readonly kind: 'object'; readonly id: ObjectId }
  | { readonly kind: 'portal'; readonly id: string }
  | { readonly kind: 'circle'; readonly id: CircleId }
  | { readonly kind: 'floor'; readonly x: number; readonly z: number };
