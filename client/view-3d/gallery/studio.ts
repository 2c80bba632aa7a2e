/**
 * People alone, without a room, drawn at once: `studio.html?show=hair|headwear|under|face|hearing|clothes|moving|random`, `pose=stand|walk|sit`,
 * `turn` (radians they are turned by), `far=1` (the meshes of the distance), `close` (metres to the first row), `high`, `mood=evening`.
 */
import { DataTexture, Mesh, MeshBasicMaterial, NeutralToneMapping, PerspectiveCamera, PlaneGeometry, Scene, WebGLRenderer } from 'three';
import { personId } from '#shared/kernel/ids.ts';
import { Crowd } from '../crowd/crowd.ts';
import { moods } from '../stage/moods.ts';
import { createUniforms, setMood } from '../stage/uniforms.ts';
import { parade } from './parade.ts';
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
const rows = parade(query.get('show') ?? 'hair', pose, 0).filter((body) => !body.you);
for (const body of rows) body.heading = amount('turn', 0);
const first = Math.max(...rows.map((body) => body.z));
const camera = new PerspectiveCamera(amount('fov', 40), innerWidth / innerHeight, 0.1, 200);
camera.position.set(amount('x', 0), amount('high', 1.6), first + amount('close', 5));
camera.lookAt(amount('x', 0), amount('aim', 0.85), first - 1);

// The nearest take the full meshes; those behind the camera use them up.
const crowdBehind = query.get('far') === '1' ? Array.from({ length: 20 }, (_, i) => person(100 + i, { x: 0, z: camera.position.z + 1, heading: 0 }, { you: false })) : [];
const bodies = [...rows, ...crowdBehind];

let last = performance.now();
const frame = (now: number): void => {
  const seconds = query.has('at') ? 0 : Math.min(0.1, (now - last) / 1000);
  last = now;
  uniforms.uTime.value += seconds;
  crowd.update({ bodies, gestures: query.get('wave') ? [{ by: personId('line-0-0'), kind: 'wave', startedAt: 0 }] : [], attention: undefined, seconds, still: false, eye: camera.position });
  renderer.render(scene, camera);
  document.title = `${renderer.info.render.calls} draws, ${renderer.info.render.triangles} triangles`;
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);
