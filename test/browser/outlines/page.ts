/** People before a plain ground, drawn at once with the product's own crowd and outlines, and read back as bytes. */
import { Color, DataTexture, LinearSRGBColorSpace, NeutralToneMapping, PerspectiveCamera, Scene, WebGLRenderer, type Mesh, type ShaderMaterial } from 'three';
import { Crowd } from '#client/view-3d/crowd/crowd.ts';
import { parade } from '#client/view-3d/gallery/parade.ts';
import { Outlines } from '#client/view-3d/outlines/outlines.ts';
import { moods, type MoodName } from '#client/view-3d/stage/moods.ts';
import { createUniforms, setMood } from '#client/view-3d/stage/uniforms.ts';

export interface Wish {
  readonly ground: string;
  readonly mood: MoodName;
  /** Without them, as the product draws them, or in one colour: both lines that one. */
  readonly outlines: 'none' | 'both' | string;
  /** How many rows of people, the nearest first: each stands before the next. */
  readonly rows: number;
  readonly metres: number;
  readonly density: number;
  readonly smooth: boolean;
}

const [width, height] = [560, 260];

const picture = (wish: Wish): string => {
  const canvas = document.createElement('canvas');
  const renderer = new WebGLRenderer({ canvas, antialias: wish.smooth, alpha: true });
  renderer.setPixelRatio(wish.density);
  renderer.setSize(width, height);
  renderer.toneMapping = NeutralToneMapping;
  renderer.setClearColor(new Color().set(wish.ground), 1);
  const uniforms = createUniforms();
  const mood = moods.outdoors[wish.mood];
  setMood(uniforms, mood, mood, 0);
  uniforms.uSway.value = 0;
  uniforms.uSunShadow.value = new DataTexture(new Uint8Array([255, 255, 255, 255]), 1, 1);
  uniforms.uSunShadow.value.needsUpdate = true;
  const [crowd, outlines, scene] = [new Crowd(uniforms), new Outlines(), new Scene()];
  scene.add(crowd.root, outlines.root);
  const isOutlined = wish.outlines !== 'none';
  uniforms.uMarks.value = isOutlined ? 1 : 0;
  // The fine line of the nearest would be taken for their clothing.
  crowd.outline(true);
  outlines.root.visible = isOutlined;
  if (wish.outlines.startsWith('#')) {
    const { uDark, uLight } = ((outlines.root.children[1] as Mesh).material as ShaderMaterial).uniforms;
    for (const uniform of [uDark, uLight]) (uniform?.value as Color).setStyle(wish.outlines, LinearSRGBColorSpace);
  }
  const everybody = parade('random', 'stand', 0).filter((body) => !body.you);
  const bodies = everybody.filter((body) => Number(/^line-(\d+)/.exec(body.id)?.[1]) < wish.rows);
  const first = Math.max(...bodies.map((body) => body.z));
  const camera = new PerspectiveCamera(40, width / height, 0.1, 200);
  camera.position.set(0, 1.5, first + wish.metres);
  camera.lookAt(0, 0.85, first - 1);
  // Once to learn who stands where, and once more with all that is known then.
  for (let frame = 0; frame < 2; frame++) crowd.update({ bodies, gestures: [], attention: [], now: 0, seconds: 0.5, still: true, eye: camera.position });
  // What is nobody has no shadow here: the ground is to stay plain.
  for (const child of crowd.root.children) if (child.renderOrder === 2) child.visible = false;
  renderer.render(scene, camera);
  const context = renderer.getContext();
  const { drawingBufferWidth, drawingBufferHeight } = context;
  const bytes = new Uint8Array(drawingBufferWidth * drawingBufferHeight * 4);
  context.readPixels(0, 0, drawingBufferWidth, drawingBufferHeight, context.RGBA, context.UNSIGNED_BYTE, bytes);
  document.body.replaceChildren(canvas);
  crowd.dispose();
  outlines.dispose();
  renderer.dispose();
  renderer.forceContextLoss();
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return `${drawingBufferWidth} ${btoa(text)}`;
};

Object.assign(window, { picture });
