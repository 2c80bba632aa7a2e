/**
 * People alone, without a room, drawn at once: `studio.html?show=hair|headwear|under|face|hearing|clothes|moving|acts|random`, `pose=stand|walk|sit`,
 * `turn` (radians they are turned by), `far=1` (the meshes of the distance), `act=wave`, `watch=ROW-PLACE` (whom all look at), `at` (seconds, held), `close` (metres to the first row), `high`, `mood=evening`.
 */
import { DataTexture, Mesh, MeshBasicMaterial, NeutralToneMapping, PerspectiveCamera, PlaneGeometry, Scene, WebGLRenderer } from 'three';
import { personId } from '#shared/kernel/ids.ts';
import { Crowd } from '../crowd/crowd.ts';
import { moods } from '../stage/moods.ts';
import { createUniforms, setMood } from '../stage/uniforms.ts';
import type { Deed, Gesture } from '../scene.ts';
import { actOf, gestureKinds, parade } from './parade.ts';
import { person } from './people.ts';

const query = new URLSearchParams(location.search);
const amount = (name: string, otherwise: number): number => Number(query.get(name) ?? otherwise);

const canvas = document.getElementById('root') as HTMLCanvasElement;
const renderer = new WebGLRenderer({ canvas, antialias: true });
renderer.setSize(innerWidth, innerHeight);
renderer.toneMapping = NeutralToneMapping;
renderer.setClearColor(query.get('ground') ?? '#b9c9b4');

const uniforms = createUniforms();
const mood = moods.outdoors[query.get('mood') === 'evening' ? 'evening' : 'day'];
setMood(uniforms, mood, mood, 0);
// Everywhere in the sun.
uniforms.uSunShadow.value = new DataTexture(new Uint8Array([255, 255, 255, 255]), 1, 1);
uniforms.uSunShadow.value.needsUpdate = true;

const crowd = new Crowd(uniforms);
const scene = new Scene();
const floor = new Mesh(new PlaneGeometry(60, 60), new MeshBasicMaterial({ color: '#cbb096' }));
floor.rotation.x = -Math.PI / 2;
scene.add(floor, crowd.root);

const pose = query.get('pose') ?? 'stand';
const only = query.get('row');
const rows = parade(query.get('show') ?? 'hair', pose, 0).filter((body) => !body.you && (only === null || body.id.startsWith(`line-${only}-`)));
for (const body of rows) body.heading = amount('turn', 0);
const first = Math.max(...rows.map((body) => body.z));
const depth = first - Math.min(...rows.map((body) => body.z));
const camera = new PerspectiveCamera(amount('fov', 40), innerWidth / innerHeight, 0.1, 200);
// As near as everybody of the first row is in the picture, and as high as those behind are seen over their heads.
const across = Math.max(...rows.map((body) => Math.abs(body.x))) + 0.5;
const near = across / (Math.tan((camera.fov * Math.PI) / 360) * camera.aspect);
camera.position.set(amount('x', 0), amount('high', 1.6 + depth * 0.5), first + amount('close', Math.max(3, near)));
camera.lookAt(amount('x', 0), amount('aim', 0.85), first - (depth > 0 ? depth / 2 : 1));

// The nearest take the full meshes; those behind the camera use them up.
const crowdBehind = query.get('far') === '1' ? Array.from({ length: 20 }, (_, i) => person(100 + i, { x: 0, z: camera.position.z + 1, heading: 0 }, { you: false })) : [];
const bodies = [...rows, ...crowdBehind];

const gestures = rows.flatMap(({ id, name }): Gesture[] => {
  const kind = actOf(name) ?? gestureKinds.find((one) => one === query.get('act'));
  return kind ? [{ by: id, kind, startedAt: 0 }] : [];
});
const watched: Deed[] = query.has('watch') ? [{ by: personId(`line-${query.get('watch')}`), kind: 'talk', until: Infinity }] : [];
const still = query.get('still') === '1';
if (still) uniforms.uSway.value = 0;
uniforms.uTime.value = amount('at', 0);

let last = performance.now();
const frame = (now: number): void => {
  const seconds = query.has('at') ? 0 : Math.min(0.1, (now - last) / 1000);
  last = now;
  uniforms.uTime.value += seconds;
  crowd.update({ bodies, gestures, attention: watched, now, seconds, still, eye: camera.position });
  renderer.render(scene, camera);
  document.title = `${renderer.info.render.calls} draws, ${renderer.info.render.triangles} triangles`;
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);
