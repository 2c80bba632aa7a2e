import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, type ShaderMaterial } from 'three';
import type { WornPart } from './crowd.looks.ts';
import type { PartMesh } from './parts.ts';

const floats = { row: 1, offset: 4, size: 4 } as const;
type Field = keyof typeof floats;

/** One kind of part, drawn once for everybody who wears it. */
export class InstancedPart {
  readonly meshes: readonly Mesh<InstancedBufferGeometry, ShaderMaterial>[];
  private readonly geometry = new InstancedBufferGeometry();
  private readonly lists: Record<Field, Float32Array> = { row: new Float32Array(0), offset: new Float32Array(0), size: new Float32Array(0) };
  private capacity = 0;
  private count = 0;

  /** Each material is one more draw of the same instances, in order. */
  constructor(form: PartMesh, materials: readonly ShaderMaterial[], order = 0) {
    this.geometry.setAttribute('position', new BufferAttribute(form.positions, 3));
    this.geometry.setAttribute('normal', new BufferAttribute(form.normals, 3));
    this.geometry.setAttribute('kind', new BufferAttribute(form.parts, 2));
    this.geometry.setIndex(new BufferAttribute(form.index, 1));
    this.meshes = materials.map((material) => {
      const mesh = new Mesh(this.geometry, material);
      mesh.frustumCulled = false;
      mesh.matrixAutoUpdate = false;
      mesh.renderOrder = order;
      return mesh;
    });
    this.reserve(8);
  }

  private reserve(capacity: number): void {
    if (capacity <= this.capacity) return;
    this.capacity = Math.max(capacity, this.capacity * 2);
    // Frees the old buffers: a grown attribute is a new one on the graphics card.
    this.geometry.dispose();
    for (const field of ['row', 'offset', 'size'] as const) {
      const grown = new Float32Array(this.capacity * floats[field]);
      grown.set(this.lists[field]);
      this.lists[field] = grown;
      this.geometry.setAttribute(field, new InstancedBufferAttribute(grown, floats[field]));
    }
  }

  clear(): void {
    this.count = 0;
  }

  add(row: number, part: WornPart): void {
    this.reserve(this.count + 1);
    this.lists.row[this.count] = row;
    this.lists.offset.set([...part.at, part.slot], this.count * 4);
    this.lists.size.set([...part.size, part.tilt], this.count * 4);
    this.count += 1;
  }

  /** Shows what was added since `clear`, in the first `draws` of its materials. */
  show(draws = this.meshes.length): void {
    this.geometry.instanceCount = this.count;
    for (const field of ['row', 'offset', 'size'] as const) this.geometry.getAttribute(field).needsUpdate = true;
    for (const [i, mesh] of this.meshes.entries()) mesh.visible = this.count > 0 && i < draws;
  }

  dispose(): void {
    this.geometry.dispose();
  }
}
