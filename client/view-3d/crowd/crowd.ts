import { BackSide, BufferAttribute, Group, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial } from 'three';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Look } from '#shared/people/look.options.ts';
import { chanceOfText } from '../geometry/chance.ts';
import { marksOf, unmarked } from '../outlines/outlines.rules.ts';
import type { Body, Deed, Gesture } from '../scene.ts';
import { qualities, type Quality } from '../stage/quality.ts';
import { shared, type SceneUniforms } from '../stage/uniforms.ts';
import { Attention } from './attention.ts';
import { encodeLook, lookTexels, partsOf, type PartKind } from './crowd.looks.ts';
import { Poser, poseTexels } from './crowd.poses.ts';
import { personFragment } from './crowd.paint.ts';
import { groundShadowFragment, groundShadowVertex, personVertex } from './crowd.shader.ts';
import { InstancedPart } from './instancedPart.ts';
import { kindForms } from './kinds.ts';
import { nearestOf, type Eye } from './nearest.ts';
import { PersonTexture } from './personTextures.ts';

interface Member {
  readonly row: number;
  readonly seed: number;
  readonly poser: Poser;
  look: Look;
  seen: boolean;
}
interface Kind {
  readonly near: InstancedPart;
  readonly far: InstancedPart | undefined;
}

export interface CrowdMoment {
  readonly bodies: readonly Body[];
  readonly gestures: readonly Gesture[];
  readonly attention: readonly Deed[];
  /** On the deeds' clock (ms). */
  readonly now: number;
  readonly seconds: number;
  readonly still: boolean;
  readonly eye: Eye;
}

/** In a crowd fewer are drawn in full, and without outlines: its cost stays near a small group's. */
const crowdOf = 100;
const framesBetweenSorts = 12;
/** The cosine of a turn after which others are in the picture: a camera that cuts may draw no twelve frames. */
const sameWay = 0.95;

/** Everybody in the room: a few instanced meshes, animated in their vertex shader from two small textures. */
export class Crowd {
  readonly root = new Group();
  private readonly poses = new PersonTexture(poseTexels);
  private readonly looks = new PersonTexture(lookTexels);
  private readonly marks = new PersonTexture(1);
  private readonly members = new Map<PersonId, Member>();
  private readonly freeRows: number[] = [];
  private readonly kinds = new Map<PartKind, Kind>();
  private readonly materials: ShaderMaterial[] = [];
  private readonly shadows: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly eyes = new Attention();
  private near = new Set<PersonId>();
  private rebuild = true;
  private sinceSort = 0;
  private sortedFor: Eye['way'];
  private outlined = false;
  private nearest: Pick<Quality, 'near' | 'nearInCrowd'> = qualities.A;
  /** Whether somebody is between two poses. */
  settling = false;

  constructor(uniforms: SceneUniforms) {
    const own = shared(uniforms, { uPoses: this.poses.uniform, uLooks: this.looks.uniform, uPersonMarks: this.marks.uniform });
    const plain = new ShaderMaterial({ uniforms: own, vertexShader: personVertex, fragmentShader: personFragment });
    // Pushed back, so that it does not peep out where limbs meet.
    const outline = new ShaderMaterial({
      uniforms: own, vertexShader: personVertex, fragmentShader: personFragment, side: BackSide, defines: { OUTLINE: '' },
      polygonOffset: true, polygonOffsetFactor: 2, polygonOffsetUnits: 40,
    });
    const ground = new ShaderMaterial({
      uniforms: own, vertexShader: groundShadowVertex, fragmentShader: groundShadowFragment, transparent: true, depthWrite: false,
      polygonOffset: true, polygonOffsetFactor: -2, polygonOffsetUnits: -2,
    });
    this.materials.push(plain, outline, ground);
    for (const [kind, form] of Object.entries(kindForms()) as [PartKind, ReturnType<typeof kindForms>[PartKind]][]) {
      const near = new InstancedPart(form.near, form.outlined ? [plain, outline] : [plain]);
      // One mesh for both distances when its form is the same: one draw less.
      const far = form.far === undefined || form.far === form.near ? undefined : new InstancedPart(form.far, [plain]);
      this.kinds.set(kind, { near, far: form.far === form.near ? near : far });
      this.root.add(...near.meshes, ...(far?.meshes ?? []));
    }
    this.shadows = groundShadows(ground);
    this.root.add(this.shadows);
  }

  /** How many are drawn in full from now on. */
  drawInFull(nearest: Pick<Quality, 'near' | 'nearInCrowd'>): void {
    this.nearest = nearest;
    this.sinceSort = framesBetweenSorts;
  }

  /** Whether all are marked for clear outlines, in place of the fine ones of the nearest. */
  outline(outlined: boolean): void {
    this.rebuild ||= outlined !== this.outlined;
    this.outlined = outlined;
  }

  /** Carries everybody to this moment. */
  update(moment: CrowdMoment): void {
    this.follow(moment.bodies);
    this.sort(moment);
    if (this.rebuild) this.build(moment.bodies);
    this.pose(moment);
  }

  private follow(bodies: readonly Body[]): void {
    for (const member of this.members.values()) member.seen = false;
    for (const body of bodies) {
      const member = this.members.get(body.id) ?? this.join(body);
      member.seen = true;
      if (member.look !== body.look) {
        member.look = body.look;
        this.writeLook(member);
      }
    }
    for (const [id, member] of this.members) {
      if (member.seen) continue;
      this.members.delete(id);
      this.freeRows.push(member.row);
      this.rebuild = true;
    }
  }

  private join(body: Body): Member {
    const row = this.freeRows.pop() ?? this.members.size;
    const seed = chanceOfText(body.id);
    const member: Member = { row, seed, poser: new Poser(body.id, seed), look: body.look, seen: true };
    this.members.set(body.id, member);
    this.poses.reserve(row + 1);
    this.looks.reserve(row + 1);
    this.marks.reserve(row + 1);
    this.writeLook(member);
    return member;
  }

  private writeLook({ row, seed, look }: Member): void {
    this.looks.data.set(encodeLook(look, seed), row * lookTexels * 4);
    this.looks.changed();
    this.rebuild = true;
  }

  private sort({ bodies, eye }: CrowdMoment): void {
    this.sinceSort += 1;
    const { way } = eye;
    const turned = way && this.sortedFor && way.x * this.sortedFor.x + way.z * this.sortedFor.z < sameWay;
    if (this.sinceSort < framesBetweenSorts && !this.rebuild && !turned) return;
    this.sinceSort = 0;
    this.sortedFor = way;
    const near = nearestOf(bodies, eye, bodies.length > crowdOf ? this.nearest.nearInCrowd : this.nearest.near);
    this.rebuild ||= near.size !== this.near.size || [...near].some((id) => !this.near.has(id));
    this.near = near;
    if (this.outlined) this.mark(bodies, eye);
  }

  private mark(bodies: readonly Body[], eye: CrowdMoment['eye']): void {
    const marks = marksOf(bodies.map((body) => Math.hypot(body.x - eye.x, body.z - eye.z)));
    for (const [i, body] of bodies.entries()) {
      const member = this.members.get(body.id);
      if (member) this.marks.data[member.row * 4] = (marks[i] ?? unmarked) / unmarked;
    }
    this.marks.changed();
  }

  private build(bodies: readonly Body[]): void {
    this.rebuild = false;
    const lists = [...this.kinds.values()];
    for (const { near, far } of lists) {
      near.clear();
      far?.clear();
    }
    const rows: number[] = [];
    for (const body of bodies) {
      const member = this.members.get(body.id);
      if (!member) continue;
      rows.push(member.row);
      const close = this.near.has(body.id);
      for (const worn of partsOf(body.look)) {
        if (worn.only === (close ? 'far' : 'near')) continue;
        const kind = this.kinds.get(worn.kind);
        (close ? kind?.near : kind?.far)?.add(member.row, worn);
      }
    }
    for (const { near, far } of lists) {
      near.show(bodies.length > crowdOf || this.outlined ? 1 : near.meshes.length);
      far?.show();
    }
    this.shadows.geometry.dispose();
    this.shadows.geometry.setAttribute('row', new InstancedBufferAttribute(new Float32Array(rows), 1));
    this.shadows.geometry.instanceCount = rows.length;
    this.shadows.visible = rows.length > 0;
  }

  private pose({ bodies, gestures, attention, now, seconds, still }: CrowdMoment): void {
    this.eyes.follow(bodies, attention, now);
    let changed = false;
    this.settling = false;
    for (const body of bodies) {
      const member = this.members.get(body.id);
      if (!member) continue;
      const gesture = gestures.length === 0 ? undefined : gestures.findLast((one) => one.by === body.id)?.kind;
      const { poser } = member;
      if (!poser.step(body, { gesture, attention: this.eyes.of(body.id) }, seconds, still)) continue;
      poser.write(body, this.poses.data, member.row);
      this.settling ||= poser.settling;
      changed = true;
    }
    if (changed) this.poses.changed();
  }

  dispose(): void {
    for (const { near, far } of this.kinds.values()) {
      near.dispose();
      far?.dispose();
    }
    this.shadows.geometry.dispose();
    for (const material of this.materials) material.dispose();
    this.poses.uniform.value.dispose();
    this.looks.uniform.value.dispose();
    this.marks.uniform.value.dispose();
  }
}

const groundShadows = (material: ShaderMaterial): Mesh<InstancedBufferGeometry, ShaderMaterial> => {
  const geometry = new InstancedBufferGeometry();
  // Laid on the floor, the square must face up.
  const [a, b, c, d] = [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const;
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([a, c, b, a, d, c].flatMap(([x, z]) => [x, z, 0])), 3));
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 2;
  return mesh;
};
