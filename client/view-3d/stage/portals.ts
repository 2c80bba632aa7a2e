import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, ShaderMaterial } from 'three';
import type { Layout } from '#shared/rooms/layout.ts';
import { rgb } from '../geometry/colour.ts';
import { ARCH } from '../rooms/arches.ts';
import { portalColour } from '../rooms/signColours.ts';
import { portalFragment, portalVertex } from '../shaders/portal.shader.ts';
import { shared, type SceneUniforms } from './uniforms.ts';

const arcSteps = 14;

/** The outline of an arch's opening, from its right foot over the crown to its left foot. */
const outline = (): readonly (readonly [number, number])[] => {
  const half = ARCH.width / 2 + 0.03;
  const crown = Array.from({ length: arcSteps + 1 }, (_, i): readonly [number, number] => {
    const turn = (i / arcSteps) * Math.PI;
    return [Math.cos(turn) * half, ARCH.legs + Math.sin(turn) * half];
  });
  return [[half, 0], ...crown, [-half, 0]];
};

/** The sheets in a room's arches, in one draw. */
export const createPortals = ({ portals }: Layout, uniforms: SceneUniforms): Mesh<BufferGeometry, ShaderMaterial> => {
  const [positions, sheets, hues]: [number[], number[], number[]] = [[], [], []];
  const rim = outline();
  for (const { x, z, heading, colour } of portals) {
    const [sine, cosine] = [Math.sin(heading), Math.cos(heading)];
    const hue = rgb(portalColour(colour));
    const corner = ([across, up]: readonly [number, number]): void => {
      positions.push(x + cosine * across, up, z - sine * across);
      sheets.push(across, up, sine, cosine);
      hues.push(...hue);
    };
    for (const [i, from] of rim.entries()) {
      const until = rim[i + 1];
      if (until) for (const at of [[0, 0.9], from, until] as const) corner(at);
    }
    for (const at of [[0, 0.9], [-ARCH.width / 2 - 0.03, 0], [ARCH.width / 2 + 0.03, 0]] as const) corner(at);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('sheet', new BufferAttribute(new Float32Array(sheets), 4));
  geometry.setAttribute('hue', new BufferAttribute(new Float32Array(hues), 3));
  const mesh = new Mesh(geometry, new ShaderMaterial({ uniforms: shared(uniforms), vertexShader: portalVertex, fragmentShader: portalFragment, side: DoubleSide }));
  mesh.frustumCulled = false;
  mesh.visible = portals.length > 0;
  return mesh;
};
