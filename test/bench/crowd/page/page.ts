/** The page that a browser measures: the product's own scene, its loop and its crowd, with made-up people. */
import commons from '../../../../assets/rooms/commons.json' with { type: 'json' };
import { layoutSchema } from '#shared/rooms/layout.ts';
import { mountScene, type MountedScene } from '#client/view-3d/stage/mountScene.tsx';
import { usualClarity } from '#client/view-3d/stage/stage.ts';
import type { Level } from '#client/view-3d/stage/quality.ts';
import { naiveCrowd } from './naive.ts';
import { sourceOf, walkers } from './people.ts';

const layout = layoutSchema.parse(commons);

const canvasOn = (page: HTMLElement): HTMLCanvasElement => {
  page.style.cssText = 'position:fixed;inset:0;overflow:hidden';
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'display:block;width:100%;height:100%';
  page.append(canvas);
  document.body.replaceChildren(page);
  return canvas;
};

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Wish {
  readonly people: number;
  readonly level: Level;
  /** Nobody moves, or everybody walks. */
  readonly walks: boolean;
  /** Reduced motion. */
  readonly still: boolean;
  /** Every frame that is drawn asks for the next: as many as the machine can. */
  readonly pressed?: boolean;
  /** Clear outlines. */
  readonly outlines?: boolean;
}

const mount = async (canvas: HTMLCanvasElement, { people, level, walks, still, outlines = false }: Wish, loops: boolean, onDrawn: (scene: MountedScene) => void = () => undefined): Promise<MountedScene> => {
  const bodies = walkers(layout, people);
  if (!walks) for (const body of bodies) body.speed = 0;
  let scene: MountedScene | undefined;
  const furnished = new Promise<void>((resolve, reject) => {
    void mountScene(canvas, {
      source: sourceOf(layout, bodies, walks && loops), mood: 'day', still, level,
      onFrame: () => undefined, onPick: () => undefined, onLost: reject, onFurnished: resolve, onDrawn: () => scene && onDrawn(scene),
    }).then((mounted) => {
      scene = mounted;
      mounted.setClarity({ ...usualClarity, outlines });
      mounted.request();
    }, reject);
  });
  await furnished;
  if (!scene) throw new Error('A scene was furnished before it was mounted.');
  return scene;
};

/** Runs the product's own loop for a while, once it has settled. */
const run = async (wish: Wish, seconds: number) => {
  const script: number[] = [];
  const scene = await mount(canvasOn(document.createElement('div')), wish, true, (drawn) => {
    script.push(drawn.stage.figures.scriptMilliseconds);
    if (wish.pressed) drawn.request();
  });
  await pause(1_500);
  script.length = 0;
  const before = scene.stage.figures.frames;
  const started = performance.now();
  await pause(seconds * 1_000);
  const lasted = (performance.now() - started) / 1_000;
  const { frames, calls, triangles } = scene.stage.figures;
  scene.unmount();
  return { frames: (frames - before) / lasted, calls, triangles, script };
};

/** Frames of ours and of a mesh per part, by turns, each as long as its script takes (ms). */
const beside = async (people: number, frames: number) => {
  const page = document.createElement('div');
  const ours = canvasOn(page);
  const naive = document.createElement('canvas');
  const { clientWidth: width, clientHeight: height } = ours;
  page.append(naive);
  const scene = await mount(ours, { people, level: 'A', walks: true, still: false }, false);
  const other = naiveCrowd(naive, walkers(layout, people), width, height);
  const times: { ours: number[]; naive: number[] } = { ours: [], naive: [] };
  for (let frame = -10; frame < frames; frame++) {
    const now = await nextFrame();
    scene.draw(now);
    await nextFrame();
    const started = performance.now();
    other.draw(0.05);
    const took = performance.now() - started;
    if (frame < 0) continue;
    times.ours.push(scene.stage.figures.scriptMilliseconds);
    times.naive.push(took);
  }
  const calls = other.calls();
  scene.unmount();
  other.dispose();
  return { ...times, naiveCalls: calls };
};

/** Draws and waits until it is drawn, in ms. */
const timed = (scene: MountedScene, canvas: HTMLCanvasElement, now: number): number => {
  const context = canvas.getContext('webgl2');
  const started = performance.now();
  scene.draw(now);
  context?.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4));
  return performance.now() - started;
};

/** What whole frames take (ms) at level A, and by turns with them at another, or with outlines. */
const pairs = async (people: number, level: Level, count: number, outlines = false): Promise<{ readonly base: readonly number[]; readonly step: readonly number[] }> => {
  const page = document.createElement('div');
  const first = canvasOn(page);
  const second = first.cloneNode() as HTMLCanvasElement;
  page.append(second);
  // What nobody sees is not composed: else whichever is drawn first pays for the pair before it.
  page.style.visibility = 'hidden';
  const wish = { people, walks: true, still: false } as const;
  const [base, step] = [await mount(first, { ...wish, level: 'A' }, false), await mount(second, { ...wish, level, outlines }, false)];
  const times: { base: number[]; step: number[] } = { base: [], step: [] };
  // The first ones compile, upload and wait for the worker that bakes: they say nothing of a step.
  for (let pair = -12; pair < count; pair++) {
    const now = performance.now();
    // By turns which is first.
    const a = pair % 2 === 0 ? timed(base, first, now) : 0;
    const b = timed(step, second, now);
    const other = a || timed(base, first, now);
    if (pair >= 0) {
      times.base.push(other);
      times.step.push(b);
    }
    await nextFrame();
  }
  base.unmount();
  step.unmount();
  return times;
};

const measure = { run, beside, pairs };
export type Measure = typeof measure;
Object.assign(window, { measure });
