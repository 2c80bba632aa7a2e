import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { LookDirection } from './camera/cameraRig.ts';
import { usualComfort, type Comfort } from './camera/heading.ts';
import type { Pick, SceneSource } from './scene.ts';
import type { SlowNews } from './slowNews.ts';
import type { PlateBox } from './plates/overlap.ts';
import type { MoodName } from './stage/moods.ts';
import { mountScene, type LostReason, type MountedScene } from './stage/mountScene.tsx';
import { Ladder } from './stage/ladder.ts';
import { qualities, type Level } from './stage/quality.ts';
import { usualClarity, type Clarity, type Figures, type Projected } from './stage/stage.ts';
import type { Hanging } from './stage/hanging.ts';

export type { LookDirection } from './camera/cameraRig.ts';
export type { LostReason } from './stage/mountScene.tsx';
export type { Figures, Projected } from './stage/stage.ts';

/** What the app may ask of a scene. */
export interface SceneControls {
  /** Looks round; returns the heading that it will look along. */
  look(direction: LookDirection): number;
  /** From high over everybody or, where it is so already, from near; returns whether it is from above now. */
  toggleOverview(): boolean;
  /** Where a point of the room is on the screen, in CSS pixels from the scene's corner. */
  project(x: number, y: number, z: number): Projected;
  /** Which way the camera looks over the floor, as a layout's heading. */
  heading(): number;
  /** What is in the middle of the picture. */
  nearest(): Pick | undefined;
  /** Whose name is to stand wherever it can, because one looks for it; nobody's. */
  heed(id: PersonId | undefined): void;
  figures(): Figures | undefined;
}

export interface SceneProps {
  readonly source: SceneSource;
  /** Reduced motion: nothing sways or eases, and nothing is drawn while nobody moves. */
  readonly still: boolean;
  readonly mood: MoodName;
  /** How much is drawn: as much as stays smooth, unless a level is given. */
  readonly quality?: 'automatic' | Level;
  readonly comfort?: Comfort;
  readonly clarity?: Clarity;
  /** What is laid over the picture (CSS pixels, about its middle): no name lies under it. */
  readonly covered?: readonly PlateBox[];
  /** Less is drawn from now on, or nothing less is left and it still is not smooth. */
  onSlow?(news: SlowNews): void;
  readonly controls?: Ref<SceneControls>;
  /** What is hung into the room once it stands. */
  readonly hangings?: ((request: () => void) => Hanging) | undefined;
  onPick(pick: Pick): void;
  onLost(reason: LostReason): void;
  /** Called after every drawn frame with `project`, for what is laid over the picture. */
  onProject?(project: SceneControls['project']): void;
  /** Called once, when the room stands in the picture. */
  onFurnished?(): void;
}

const fill = { position: 'absolute', inset: 0, overflow: 'hidden' } as const;
/** What this page has found out about its machine outlasts a change of view. */
const ladder = new Ladder('A');

const none: readonly PlateBox[] = [];
const handOver = 400;
const nowhere: Projected = { x: 0, y: 0, visible: false };

/** The 3D view of a room. A picture only: everything in it can be done and read elsewhere, so it is hidden from assistive technology. */
export default function Scene({ source, still, mood, quality = 'automatic', comfort = usualComfort, clarity = usualClarity, covered = none, controls, hangings, onPick, onLost, onProject, onFurnished, onSlow }: SceneProps) {
  const [measured, setMeasured] = useState(ladder.level);
  const level = quality === 'automatic' ? measured : quality;
  const { smooth } = qualities[level];
  const host = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedScene>(undefined);
  const project: SceneControls['project'] = (x, y, z) => mounted.current?.stage.project(x, y, z) ?? nowhere;
  const picked = useEffectEvent(onPick);
  const lost = useEffectEvent(onLost);
  const drawn = useEffectEvent(() => onProject?.(project));
  const furnished = useEffectEvent(() => {
    // For whoever waits for the picture from outside.
    if (host.current) host.current.dataset['drawn'] = '';
    onFurnished?.();
  });
  const settings = useEffectEvent(() => ({ still, mood, level, comfort, clarity, covered, hangings }));
  const framed = useEffectEvent((milliseconds: number) => {
    const news = ladder.follow(quality, milliseconds);
    if (news) onSlow?.(news);
    setMeasured(ladder.level);
  });

  useEffect(() => {
    // A canvas of its own for every mount: a context that was let go cannot be taken up again.
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;touch-action:none';
    host.current?.append(canvas);
    let ended = false;
    ladder.begin();
    mountScene(canvas, { source, ...settings(), onFrame: (milliseconds) => framed(milliseconds), onPick: (pick) => picked(pick), onLost: (reason) => lost(reason), onDrawn: () => drawn(), onFurnished: () => furnished() }).then(
      (scene) => {
        if (ended) {
          scene.unmount();
          return;
        }
        mounted.current = scene;
        const now = settings();
        scene.setStill(now.still);
        scene.setMood(now.mood);
        scene.setLevel(now.level);
        scene.setComfort(now.comfort);
        scene.setClarity(now.clarity);
        scene.setCovered(now.covered);
        if (now.hangings) scene.hang(now.hangings);
        scene.request();
      },
      () => {
        if (!ended) lost('missing');
      },
    );
    return () => {
      ended = true;
      delete host.current?.dataset['drawn'];
      mounted.current?.unmount();
      mounted.current = undefined;
      // Where another one takes its place its last picture stays below until that has drawn.
      setTimeout(() => canvas.remove(), handOver);
    };
    // Whether edges are smoothed belongs to a canvas for good.
  }, [source, smooth]);

  useEffect(() => mounted.current?.setStill(still), [still]);
  useEffect(() => mounted.current?.setMood(mood), [mood]);
  useEffect(() => mounted.current?.setLevel(level), [level]);
  useEffect(() => mounted.current?.setComfort(comfort), [comfort]);
  useEffect(() => mounted.current?.setClarity(clarity), [clarity]);
  useEffect(() => mounted.current?.setCovered(covered), [covered]);
  useEffect(() => void (hangings && mounted.current?.hang(hangings)), [hangings]);

  useImperativeHandle(controls, () => ({
    look: (direction) => {
      mounted.current?.request();
      return mounted.current?.stage.rig.look(direction) ?? 0;
    },
    toggleOverview: () => {
      mounted.current?.request();
      return mounted.current?.stage.rig.toggleOverview() ?? false;
    },
    project: (x, y, z) => mounted.current?.stage.project(x, y, z) ?? nowhere,
    heading: () => mounted.current?.stage.rig.heading ?? 0,
    nearest: () => {
      const box = host.current?.getBoundingClientRect();
      return box && mounted.current?.stage.pickAt(box.width / 2, box.height / 2, performance.now());
    },
    heed: (id) => mounted.current?.setHeeded(id),
    figures: () => mounted.current?.stage.figures,
  }), []);

  return <div ref={host} style={fill} />;
}
