import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import type { LookDirection } from './camera/cameraRig.ts';
import type { Pick, SceneSource } from './scene.ts';
import type { MoodName } from './stage/moods.ts';
import { mountScene, type LostReason, type MountedScene } from './stage/mountScene.tsx';
import type { Figures, Projected } from './stage/stage.ts';

export type { LookDirection } from './camera/cameraRig.ts';
export type { LostReason } from './stage/mountScene.tsx';
export type { Figures, Projected } from './stage/stage.ts';

/** What the app may ask of a scene. */
export interface SceneControls {
  /** Looks round; returns the heading that it will look along. */
  look(direction: LookDirection): number;
  /** Where a point of the room is on the screen, in CSS pixels from the scene's corner. */
  project(x: number, y: number, z: number): Projected;
  /** Which way the camera looks over the floor, as a layout's heading. */
  heading(): number;
  /** What is in the middle of the picture. */
  nearest(): Pick | undefined;
  figures(): Figures | undefined;
}

export interface SceneProps {
  readonly source: SceneSource;
  /** Reduced motion: nothing sways or eases, and nothing is drawn while nobody moves. */
  readonly still: boolean;
  readonly mood: MoodName;
  readonly controls?: Ref<SceneControls>;
  onPick(pick: Pick): void;
  onLost(reason: LostReason): void;
  /** Called after every drawn frame with `project`, for what is laid over the picture. */
  onProject?(project: SceneControls['project']): void;
  /** Called once, when the room stands in the picture. */
  onFurnished?(): void;
}

const fill = { position: 'absolute', inset: 0, overflow: 'hidden' } as const;
const nowhere: Projected = { x: 0, y: 0, visible: false };

/** The 3D view of a room. A picture only: everything in it can be done and read elsewhere, so it is hidden from assistive technology. */
export default function Scene({ source, still, mood, controls, onPick, onLost, onProject, onFurnished }: SceneProps) {
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
  const settings = useEffectEvent(() => ({ still, mood }));

  useEffect(() => {
    // A canvas of its own for every mount: a context that was let go cannot be taken up again.
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.style.cssText = 'display:block;width:100%;height:100%;touch-action:none';
    host.current?.append(canvas);
    let ended = false;
    mountScene(canvas, { source, ...settings(), onPick: (pick) => picked(pick), onLost: (reason) => lost(reason), onDrawn: () => drawn(), onFurnished: () => furnished() }).then(
      (scene) => {
        if (ended) {
          scene.unmount();
          return;
        }
        mounted.current = scene;
        const { still: stillNow, mood: moodNow } = settings();
        scene.setStill(stillNow);
        scene.setMood(moodNow);
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
      canvas.remove();
    };
  }, [source]);

  useEffect(() => mounted.current?.setStill(still), [still]);
  useEffect(() => mounted.current?.setMood(mood), [mood]);

  useImperativeHandle(controls, () => ({
    look: (direction) => {
      mounted.current?.request();
      return mounted.current?.stage.rig.look(direction) ?? 0;
    },
    project: (x, y, z) => mounted.current?.stage.project(x, y, z) ?? nowhere,
    heading: () => mounted.current?.stage.rig.heading ?? 0,
    nearest: () => {
      const box = host.current?.getBoundingClientRect();
      return box && mounted.current?.stage.pickAt(box.width / 2, box.height / 2, performance.now());
    },
    figures: () => mounted.current?.stage.figures,
  }), []);

  return <div ref={host} style={fill} />;
}
