/** What one would write first: a mesh for each part of each person, moved by the script. Without room, names or faces, which it is spared. */
import { BufferAttribute, BufferGeometry, Group, HemisphereLight, Mesh, MeshLambertMaterial, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { bodyParts } from '#client/view-3d/crowd/body.shape.ts';
import { mergeParts, type Limb } from '#client/view-3d/crowd/parts.ts';
import { walkOn } from './people.ts';
import type { MovingBody } from './bodies.ts';

const limbs = ['torso', 'head', 'leftArm', 'rightArm', 'leftLeg', 'rightLeg'] as const satisfies readonly Limb[];
const joints: Readonly<Record<(typeof limbs)[number], number>> = { torso: 0, head: 0, leftArm: 0.945, rightArm: 0.945, leftLeg: 0.57, rightLeg: 0.57 };
const colours = ['#b8493a', '#3f7a62', '#3c6296', '#cf9a3c', '#5f5292', '#6e4636', '#c08558', '#e6b588'] as const;
const swing = 0.62;
const stridesPerMetre = 5.8;

export interface Naive {
  readonly calls: () => number;
  /** Draws one frame, `seconds` after the last. */
  draw(seconds: number): void;
  dispose(): void;
}

export const naiveCrowd = (canvas: HTMLCanvasElement, bodies: readonly MovingBody[], width: number, height: number): Naive => {
  const renderer = new WebGLRenderer({ canvas, antialias: true });
  renderer.setSize(width, height, false);
  const scene = new Scene();
  scene.add(new HemisphereLight('#a9c4ea', '#c99a68', 2));
  const camera = new PerspectiveCamera(46, width / height, 0.1, 400);
  camera.position.set(0, 5.2, 14.6);
  camera.lookAt(0, 1, 1.5);
  const parts = bodyParts('far');
  const forms = limbs.map((limb) => {
    const { positions, normals, index } = mergeParts(parts.filter((part) => part.limb === limb));
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(positions, 3));
    geometry.setAttribute('normal', new BufferAttribute(normals, 3));
    geometry.setIndex(new BufferAttribute(index, 1));
    geometry.translate(0, -joints[limb], 0);
    return geometry;
  });
  const materials = colours.map((color) => new MeshLambertMaterial({ color }));
  const people = bodies.map((body, i) => {
    const group = new Group();
    const meshes = limbs.map((limb, k) => {
      const mesh = new Mesh(forms[k], materials[(i * 3 + k) % materials.length]);
      mesh.position.y = joints[limb];
      group.add(mesh);
      return mesh;
    });
    scene.add(group);
    return { body, group, meshes, stride: i };
  });
  return {
    calls: () => renderer.info.render.calls,
    draw: (seconds) => {
      walkOn(bodies, seconds);
      for (const one of people) {
        const { body, group, meshes: [, , leftArm, rightArm, leftLeg, rightLeg] } = one;
        one.stride += body.speed * seconds * stridesPerMetre;
        group.position.set(body.x, 0, body.z);
        group.rotation.y = body.heading;
        const angle = body.speed > 0 ? Math.sin(one.stride) * swing : 0;
        for (const [mesh, way] of [[leftArm, 1], [rightArm, -1], [leftLeg, -1], [rightLeg, 1]] as const) mesh?.rotation.set(angle * way, 0, 0);
      }
      renderer.render(scene, camera);
    },
    dispose: () => {
      for (const one of [...forms, ...materials]) one.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
};
