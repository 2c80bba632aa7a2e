import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial, Vector2, Vector3, type PerspectiveCamera } from 'three';
import type { PersonId } from '#shared/kernel/ids.ts';
import { shownOf } from '../captions.ts';
import { heightOf } from '../crowd/crowd.looks.ts';
import { drawnAt } from '../crowd/crowd.poses.ts';
import type { Vec3 } from '../geometry/vector.ts';
import type { Body, Caption } from '../scene.ts';
import { square } from '../stage/cards.ts';
import { captionCount, plateCount, PlateAtlas, plateUnits, widestCaption, type Area } from './atlas.ts';
import { Cells } from './cells.ts';
import { placesOf, plateHeight, type Place, type Stack } from './overlap.ts';
import { plateFragment, plateVertex } from './plates.shader.ts';

const crowded = 60;
const shownInCrowd = 28;
const framesBetweenPlacings = 6;
const farthest = 34;
/** The part of a plate's height that is drawn upon. */
const solid = 0.86;
const most = plateCount + captionCount;
/** Whoever is further than this from the middle, in half screens, has neither name nor words in the picture. */
const aside = 1.15;
/** How much of a screen's width a caption may take, where text is not enlarged. */
const widestShare = 0.66;
/** No plate is wider than the screen (units, at its largest). */
const widest = (256 * 34) / plateUnits;

/** A frame, as plates see it. */
export interface PlateMoment {
  readonly bodies: readonly Body[];
  readonly attention: PersonId | undefined;
  readonly camera: PerspectiveCamera;
  readonly width: number;
  readonly height: number;
  readonly now: number;
  readonly still: boolean;
}

interface Shown {
  readonly plate: Area;
  readonly caption: Area | undefined;
}

/** The names above people's heads, and what they say and do: one atlas, one draw. */
export class Plates {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly atlas: PlateAtlas;
  private readonly attributes = { anchor: attribute(4), area: attribute(4), box: attribute(4), state: attribute(2) };
  private readonly plateCells = new Cells<PersonId>(plateCount);
  private readonly captionCells = new Cells<PersonId>(captionCount);
  private places = new Map<PersonId, Place>();
  /** Where the tail of a caption is that had to keep inside the screen. */
  private tails = new Map<PersonId, number>();
  private shown: readonly Body[] = [];
  private said = new Map<PersonId, Caption>();
  /** At most so many. */
  limit: number = plateCount;
  /** How large text is, for this person. */
  private text = 1;
  private size = 1;
  private sincePlacing = framesBetweenPlacings;
  private readonly point = new Vector3();

  constructor(changed: () => void) {
    this.atlas = new PlateAtlas(() => {
      this.place();
      changed();
    });
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(square.positions), 3));
    geometry.setAttribute('uv', new BufferAttribute(new Float32Array(square.uvs), 2));
    for (const [name, one] of Object.entries(this.attributes)) geometry.setAttribute(name, one);
    const material = new ShaderMaterial({
      uniforms: { uAtlas: { value: this.atlas.texture }, uScreen: { value: new Vector2(1, 1) }, uText: { value: 1 } },
      vertexShader: plateVertex, fragmentShader: plateFragment, transparent: true, depthWrite: false, toneMapped: false,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 20;
  }

  /** Puts the plates of this frame; who is shown and what overlaps is judged every few frames. */
  update(moment: PlateMoment): void {
    const { bodies, width, height, still } = moment;
    this.sincePlacing += 1;
    const isNews = bodies.some((body) => !body.you && body.caption !== this.said.get(body.id));
    // Where nothing is to move, the next frame may be long in coming.
    if (isNews || still || this.sincePlacing >= framesBetweenPlacings || this.shown.some((body) => !bodies.includes(body))) {
      this.sincePlacing = 0;
      this.size = Math.max(1, Math.min(this.text, width / widest));
      this.choose(moment);
      this.spread(moment);
    }
    this.write(moment);
    const { uScreen, uText } = this.mesh.material.uniforms;
    (uScreen?.value as Vector2).set(width, height);
    if (uText) uText.value = this.size;
  }

  /** The next frame judges overlaps, whatever the count. */
  place(): void {
    this.sincePlacing = framesBetweenPlacings;
  }

  /** How large text is, from 1. */
  enlarge(text: number): void {
    this.text = text;
    this.atlas.enlarge(text > 1.25 ? 2 : 1);
    this.place();
  }

  /** What stands over heads now, for whoever looks from outside. */
  get captions(): readonly string[] {
    return this.shown.flatMap(({ id, caption }) => (caption && this.captionCells.of(id) !== undefined && this.places.get(id)?.over === true ? [caption.text] : []));
  }

  private choose({ bodies, attention, camera }: PlateMoment): void {
    const limit = Math.min(this.limit, bodies.length > crowded ? shownInCrowd : plateCount);
    const candidates: { readonly body: Body; readonly rank: number }[] = [];
    this.said = new Map();
    for (const body of bodies) {
      if (body.you) continue;
      if (body.caption) this.said.set(body.id, body.caption);
      const away = Math.hypot(body.x - camera.position.x, body.z - camera.position.z);
      if (away <= farthest) candidates.push({ body, rank: away - (body.id === attention || body.handUp || body.caption ? 1000 : 0) });
    }
    this.shown = candidates.sort((a, b) => a.rank - b.rank).slice(0, limit).map(({ body }) => body);
    this.plateCells.keep(this.shown.map((body) => body.id));
    this.captionCells.keep(this.shown.filter(({ caption }) => caption).slice(0, captionCount).map((body) => body.id));
  }

  /** What is drawn over somebody. */
  private drawn(body: Body, screenWidth: number): Shown {
    const cell = body.caption && this.captionCells.of(body.id);
    const share = Math.min(0.94, widestShare * this.size);
    const wide = Math.floor(Math.min(widestCaption, (screenWidth * share * plateUnits) / (34 * this.size) - 44));
    const caption = body.caption && cell !== undefined ? this.atlas.caption(cell, body.caption, wide, this.tails.get(body.id) ?? 0) : undefined;
    return { plate: this.atlas.plate(this.plateCells.of(body.id) ?? 0, body), caption };
  }

  private spread({ camera, width, height }: PlateMoment): void {
    const tails = new Map<PersonId, number>();
    const stacks: { readonly id: PersonId; readonly away: number; readonly isPrivate: boolean; readonly stack: Stack }[] = [];
    for (const body of this.shown) {
      this.point.set(...plateAnchor(body)).applyMatrix4(camera.matrixWorldInverse);
      const away = -this.point.z;
      if (away < 0.2) continue;
      this.point.applyMatrix4(camera.projectionMatrix);
      if (Math.abs(this.point.x) > aside) continue;
      const unit = (plateHeight(away) / plateUnits) * this.size;
      const { plate, caption } = this.drawn(body, width);
      const over = caption && { width: caption.width * unit, height: caption.height * unit };
      const wide = Math.max(plate.width * unit, over?.width ?? 0);
      const inside = (mark: number): number => Math.min(width - mark / 2, Math.max(mark / 2, (this.point.x * 0.5 + 0.5) * width));
      const x = inside(wide);
      if (over) tails.set(body.id, Math.round(((inside(plate.width * unit) - inside(over.width)) / over.width) * 20) / 20);
      const tall = plate.height * unit;
      const bottom = Math.max((0.5 - this.point.y * 0.5) * height, tall + (over?.height ?? 0));
      stacks.push({ id: body.id, away, isPrivate: caption !== undefined && body.caption?.isPrivate === true, stack: { x, y: bottom - tall / 2, width: plate.width * unit, height: tall * solid, over } });
    }
    this.tails = tails;
    // What is for oneself or one's circle before what is for all.
    stacks.sort((a, b) => Number(b.isPrivate) - Number(a.isPrivate) || a.away - b.away);
    const places = placesOf(stacks.map(({ stack }) => stack), { size: this.size, top: 0 });
    this.places = new Map(stacks.flatMap(({ id }, i) => (places[i] ? [[id, places[i]] as const] : [])));
  }

  private write({ width, now, still }: PlateMoment): void {
    const { anchor, area, box, state } = this.attributes;
    let count = 0;
    const put = (body: Body, { uv, width: wide, height }: Area, shift: number, rise: number, below: number, shown: number, isFirst: number): void => {
      anchor.array.set([...plateAnchor(body), shift], count * 4);
      area.array.set(uv, count * 4);
      box.array.set([wide, height, rise, below], count * 4);
      state.array.set([shown, isFirst], count * 2);
      count += 1;
    };
    for (const body of this.shown) {
      const place = this.places.get(body.id);
      if (!place) continue;
      const { plate, caption } = this.drawn(body, width);
      const over = place.over && caption && body.caption ? caption : undefined;
      put(body, plate, place.shift, plate.height / 2, plate.height / 2 + (over?.height ?? 0), 1, 0);
      if (over && body.caption) put(body, over, place.shift, plate.height + over.height / 2 - 4, over.height / 2, shownOf(body.caption, now, still), 1);
    }
    for (const one of Object.values(this.attributes)) one.needsUpdate = true;
    this.mesh.geometry.instanceCount = count;
    this.mesh.visible = count > 0;
  }

  dispose(): void {
    this.atlas.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

const attribute = (floats: number): InstancedBufferAttribute => new InstancedBufferAttribute(new Float32Array(most * floats), floats);

/** A little above the tallest thing on the head. */
export const plateAnchor = (body: Body): Vec3 => {
  const { x, z } = drawnAt(body);
  return [x, (body.lift ?? 0) + 1.78 * heightOf(body.look) - (body.seated || body.look.moving === 'wheelchair' ? 0.165 : 0), z];
};
