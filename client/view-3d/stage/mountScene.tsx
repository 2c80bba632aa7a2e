import { AdaptiveDpr } from '@react-three/drei/core/AdaptiveDpr.js';
import { createRoot, extend } from '@react-three/fiber';
import { useEffect } from 'react';
import { Group, NeutralToneMapping, PerspectiveCamera } from 'three';
import type { Comfort } from '../camera/heading.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { requestBake } from '../bake/requestBake.ts';
import { listenToPointer } from '../pick/pointer.ts';
import type { PlateBox } from '../plates/overlap.ts';
import type { Pick, SceneSource } from '../scene.ts';
import { Card } from './card.ts';
import { FrameLoop } from './frameLoop.ts';
import type { MoodName } from './moods.ts';
import { qualities, type Level } from './quality.ts';
import type { RoomMeshes } from './roomMeshes.ts';
import { Stage, type Clarity } from './stage.ts';
import type { Hanging } from './hanging.ts';

extend({ Group });

/** Why there is no picture: WebGL is missing, or its context was lost. */
export type LostReason = 'missing' | 'lost';

export interface SceneOptions {
  readonly source: SceneSource;
  readonly mood: MoodName;
  readonly still: boolean;
  readonly level: Level;
  /** How long (ms) after the one before it a frame was drawn that was due at once, once the room stands. */
  onFrame(milliseconds: number): void;
  onPick(pick: Pick): void;
  onLost(reason: LostReason): void;
  /** After every drawn frame, for what is laid over the picture. */
  onDrawn(): void;
  /** Once, when the room stands in the picture and not its sky alone. */
  onFurnished(): void;
}

export interface MountedScene {
  readonly stage: Stage;
  request(): void;
  /** Draws at once, whatever is due: for measuring. */
  draw(now: number): void;
  setStill(still: boolean): void;
  setMood(mood: MoodName): void;
  /** Another level; whether its edges are smoothed was decided when the scene was mounted. */
  setLevel(level: Level): void;
  setComfort(comfort: Comfort): void;
  setClarity(clarity: Clarity): void;
  setCovered(covered: readonly PlateBox[]): void;
  setHeeded(id: PersonId | undefined): void;
  hang(make: (request: () => void) => Hanging): void;
  unmount(): void;
}

interface PlaceProps {
  readonly stage: Stage;
  readonly room: RoomMeshes | undefined;
  /** React commits in its own time; only then can a frame show the change. */
  shown(isFurnished: boolean): void;
}

function Place({ stage, room, shown }: PlaceProps) {
  useEffect(() => shown(room !== undefined), [room, shown]);
  return (
    <>
      <primitive object={stage.sky} dispose={null} />
      <group visible={room !== undefined}>
        {room?.all.map((mesh) => <primitive key={mesh.uuid} object={mesh} dispose={null} />)}
        <primitive object={stage.crowd.root} dispose={null} />
        <primitive object={stage.outlines.root} dispose={null} />
        <primitive object={stage.plates.mesh} dispose={null} />
        <primitive object={stage.rugs.discs} dispose={null} />
        <primitive object={stage.rugs.names} dispose={null} />
        <primitive object={stage.portals} dispose={null} />
        <primitive object={stage.signs.mesh} dispose={null} />
        <primitive object={stage.hung} dispose={null} />
      </group>
      <AdaptiveDpr />
    </>
  );
}

/** Draws a scene into a canvas until it is unmounted. Rejects where WebGL is missing. Its canvas has `figures()`, for tests and benches. */
export const mountScene = async (canvas: HTMLCanvasElement, options: SceneOptions): Promise<MountedScene> => {
  const { source } = options;
  const camera = new PerspectiveCamera(44, 1, 0.1, 400);
  const root = createRoot(canvas);
  const { width, height, top, left } = canvas.getBoundingClientRect();
  await root.configure({ frameloop: 'never', dpr: [1, 1.5], camera, size: { width, height, top, left }, gl: { antialias: qualities[options.level].smooth, powerPreference: 'low-power' } });
  const store = root.render(null);
  const state = store.getState();
  state.gl.toneMapping = NeutralToneMapping;

  const stage = new Stage(source, camera, state.gl, options.mood, options.still, qualities[options.level], () => loop.request());
  const card = new Card(state.gl.getContext() as WebGL2RenderingContext);
  let { pause, rest } = qualities[options.level];
  const draw = (now: number): void => {
    const started = performance.now();
    stage.frame(now);
    store.getState().advance(now);
    stage.noteFrame(performance.now() - started);
  };
  const loop = new FrameLoop({
    draw: (now, since) => {
      draw(now);
      card.give(now);
      if (since !== undefined && stage.figures.furnished) options.onFrame(since);
      options.onDrawn();
      if (furnished === 'shown') {
        furnished = 'told';
        options.onFurnished();
      }
    },
    restless: (now) => stage.restless(now),
    ambience: () => !stage.still,
    pause: () => pause,
    isFree: (now) => card.isFree(now, rest),
  });
  const setDensity = (density: number): void => {
    const { performance: was, viewport: { initialDpr } } = store.getState();
    store.setState({ performance: { ...was, current: Math.min(initialDpr, density) / initialDpr } });
  };
  setDensity(qualities[options.level].density);
  Object.assign(canvas, { figures: () => stage.figures });

  let furnished: 'not yet' | 'shown' | 'told' = 'not yet';
  const shown = (isFurnished: boolean): void => {
    if (isFurnished && furnished === 'not yet') furnished = 'shown';
    loop.request();
  };
  // A new size or resolution clears the canvas.
  const stopSizing = store.subscribe((is, was) => {
    if (is.size !== was.size || is.viewport.dpr !== was.viewport.dpr) loop.request();
  });

  const ending = new AbortController();
  let drawn: Layout | undefined;
  const furnish = async (): Promise<void> => {
    drawn = source.layout;
    const room = await requestBake(source.layout, ending.signal);
    if (ending.signal.aborted || drawn !== source.layout) return;
    root.render(<Place stage={stage} room={stage.furnish(room)} shown={shown} />);
  };
  root.render(<Place stage={stage} room={undefined} shown={shown} />);
  void furnish();

  const stopFollowing = source.subscribe(() => {
    if (source.layout !== drawn) void furnish();
    loop.request();
  });
  const stopPointer = listenToPointer(canvas, {
    press: (x, y) => {
      const found = stage.pickAt(x, y, performance.now());
      if (found) options.onPick(found);
    },
    drag: (yaw, pitch) => {
      stage.rig.drag(yaw, pitch);
      loop.request();
    },
  });
  const resized = new ResizeObserver(([entry]) => {
    if (!entry || entry.contentRect.width === 0 || entry.contentRect.height === 0) return;
    store.getState().setSize(entry.contentRect.width, entry.contentRect.height);
    stage.resize(entry.contentRect.width, entry.contentRect.height);
    loop.request();
  });
  stage.resize(Math.max(1, width), Math.max(1, height));
  resized.observe(canvas.parentElement ?? canvas);
  canvas.addEventListener('webglcontextlost', () => options.onLost('lost'), { signal: ending.signal });

  return {
    stage,
    request: () => loop.request(),
    draw,
    setStill: (still) => {
      stage.still = still;
      loop.request();
    },
    setMood: (mood) => {
      stage.mood.turnTo(mood, performance.now(), stage.still);
      loop.request();
    },
    setLevel: (level) => {
      stage.draw(qualities[level]);
      setDensity(qualities[level].density);
      ({ pause, rest } = qualities[level]);
      loop.request();
    },
    setComfort: (comfort) => {
      stage.rig.comfort = comfort;
      loop.request();
    },
    setClarity: (clarity) => {
      stage.clarify(clarity);
      loop.request();
    },
    setCovered: (covered) => {
      stage.plates.covered = covered;
      stage.plates.place();
      loop.request();
    },
    setHeeded: (id) => {
      stage.plates.heeded = id;
      stage.plates.place();
      loop.request();
    },
    hang: (make) => {
      stage.hang(make(() => loop.request()));
      loop.request();
    },
    unmount: () => {
      ending.abort();
      loop.stop();
      stopFollowing();
      stopPointer();
      stopSizing();
      resized.disconnect();
      root.unmount();
      stage.dispose();
    },
  };
};
