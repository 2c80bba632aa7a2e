import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial, Vector2, Vector3, type PerspectiveCamera } from 'three';
import type { PersonId } from '#shared/kernel/ids.ts';
import { heightOf } from '../crowd/crowd.looks.ts';
import { drawnAt } from '../crowd/crowd.poses.ts';
import type { Vec3 } from '../geometry/vector.ts';
import type { Body } from '../scene.ts';
import { square } from '../stage/cards.ts';
import { cell, cellCount, PlateAtlas } from './atlas.ts';
import { plateHeight, shiftsOf } from './overlap.ts';
import { plateFragment, plateVertex } from './plates.shader.ts';

const crowded = 60;
const shownInCrowd = 28;
const framesBetweenPlacings = 6;
const farthest = 34;

interface Candidate {
  readonly body: Body;
  readonly rank: number;
}

/** The names above people's heads: one atlas, one draw. */
export class Plates {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly atlas: PlateAtlas;
  private readonly anchors = new InstancedBufferAttribute(new Float32Array(cellCount * 4), 4);
  private readonly cells = new InstancedBufferAttribute(new Float32Array(cellCount * 4), 4);
  private readonly cellOf = new Map<PersonId, number>();
  private readonly shifts = new Map<PersonId, number>();
  private shown: readonly Body[] = [];
  /** At most so many. */
  limit: number = cellCount;
  private sincePlacing = framesBetweenPlacings;
  private readonly point = new Vector3();

  constructor(changed: () => void) {
    this.atlas = new PlateAtlas(changed);
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(square.positions), 3));
    geometry.setAttribute('uv', new BufferAttribute(new Float32Array(square.uvs), 2));
    geometry.setAttribute('anchor', this.anchors);
    geometry.setAttribute('cell', this.cells);
    const material = new ShaderMaterial({
      uniforms: { uAtlas: { value: this.atlas.texture }, uScreen: { value: new Vector2(1, 1) }, uCell: { value: new Vector2(1 / cell.columns, 1 / cell.rows) } },
      vertexShader: plateVertex, fragmentShader: plateFragment, transparent: true, depthWrite: false, toneMapped: false,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 20;
  }

  /** Puts the plates of this frame; who is shown and what overlaps is judged every few frames. */
  update(bodies: readonly Body[], attention: PersonId | undefined, camera: PerspectiveCamera, width: number, height: number): void {
    this.sincePlacing += 1;
    const due = this.sincePlacing >= framesBetweenPlacings || this.shown.some((body) => !bodies.includes(body));
    if (due) {
      this.sincePlacing = 0;
      this.choose(bodies, attention, camera);
      this.spread(camera, width, height);
    }
    this.write();
    (this.mesh.material.uniforms['uScreen']?.value as Vector2).set(width, height);
  }

  /** The next frame judges overlaps, whatever the count. */
  place(): void {
    this.sincePlacing = framesBetweenPlacings;
  }

  private choose(bodies: readonly Body[], attention: PersonId | undefined, camera: PerspectiveCamera): void {
    const limit = Math.min(this.limit, bodies.length > crowded ? shownInCrowd : cellCount);
    const candidates: Candidate[] = [];
    for (const body of bodies) {
      const away = Math.hypot(body.x - camera.position.x, body.z - camera.position.z);
      if (body.you || away > farthest) continue;
      candidates.push({ body, rank: away - (body.id === attention || body.handUp ? 1000 : 0) });
    }
    this.shown = candidates.sort((a, b) => a.rank - b.rank).slice(0, limit).map(({ body }) => body);
    const wanted = new Set(this.shown.map((body) => body.id));
    for (const id of this.cellOf.keys()) if (!wanted.has(id)) this.cellOf.delete(id);
    const taken = new Set(this.cellOf.values());
    const free = Array.from({ length: cellCount }, (_, i) => i).filter((i) => !taken.has(i));
    for (const body of this.shown) if (!this.cellOf.has(body.id)) this.cellOf.set(body.id, free.shift() ?? 0);
  }

  private spread(camera: PerspectiveCamera, width: number, height: number): void {
    const boxes: { readonly id: PersonId; readonly away: number; readonly box: Parameters<typeof shiftsOf>[0][number] }[] = [];
    for (const body of this.shown) {
      this.point.set(...plateAnchor(body)).applyMatrix4(camera.matrixWorldInverse);
      const away = -this.point.z;
      if (away < 0.2) continue;
      this.point.applyMatrix4(camera.projectionMatrix);
      const tall = plateHeight(away);
      const share = this.atlas.put(this.cellOf.get(body.id) ?? 0, body);
      const wide = (cell.width / cell.height) * tall * share;
      const x = Math.min(width - wide / 2, Math.max(wide / 2, (this.point.x * 0.5 + 0.5) * width));
      boxes.push({ id: body.id, away, box: { x, y: (0.5 - this.point.y * 0.5) * height - tall / 2, width: wide, height: tall * 0.86 } });
    }
    boxes.sort((a, b) => a.away - b.away);
    const shifts = shiftsOf(boxes.map(({ box }) => box));
    this.shifts.clear();
    for (const [i, { id }] of boxes.entries()) {
      const shift = shifts[i];
      if (shift !== undefined) this.shifts.set(id, shift);
    }
  }

  private write(): void {
    for (const [i, body] of this.shown.entries()) {
      const index = this.cellOf.get(body.id) ?? 0;
      const share = this.atlas.put(index, body);
      this.anchors.array.set([...plateAnchor(body), this.shifts.get(body.id) ?? 0], i * 4);
      this.cells.array.set([(index % cell.columns) / cell.columns, 1 - (Math.floor(index / cell.columns) + 1) / cell.rows, share, this.shifts.has(body.id) ? 1 : 0], i * 4);
    }
    this.anchors.needsUpdate = true;
    this.cells.needsUpdate = true;
    this.mesh.geometry.instanceCount = this.shown.length;
    this.mesh.visible = this.shown.length > 0;
  }

  dispose(): void {
    this.atlas.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

/** A little above the tallest thing on the head. */
export const plateAnchor = (body: Body): Vec3 => {
  const { x, z } = drawnAt(body);
  return [x, (body.lift ?? 0) + 1.78 * heightOf(body.look) - (body.seated || body.look.moving === 'wheelchair' ? 0.165 : 0), z];
};
