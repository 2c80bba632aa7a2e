import type { Group, PerspectiveCamera } from 'three';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { PlateBox } from '../plates/overlap.ts';
import type { Body } from '../scene.ts';
import type { Quality } from './quality.ts';
import type { SceneUniforms } from './uniforms.ts';

/** A frame, as what is hung into a room is asked about it. */
export interface Framed {
  readonly camera: PerspectiveCamera;
  readonly uniforms: SceneUniforms;
  readonly bodies: readonly Body[];
  readonly quality: Quality;
  readonly now: number;
  readonly seconds: number;
  readonly still: boolean;
  /** The picture's size, and what is laid over it (CSS pixels). */
  readonly width: number;
  readonly height: number;
  readonly covered: readonly PlateBox[];
}

/** What is hung into a room once it stands. It is asked at each frame, before it is drawn. */
export interface Hanging {
  readonly root: Group;
  /** Something of it moves by itself, so that the next frame is due at once. */
  readonly moves: boolean;
  /** Whom it has in its light: people look there, while nothing newer draws their eyes. */
  readonly lit?: PersonId | undefined;
  frame(framed: Framed): void;
  dispose(): void;
}
