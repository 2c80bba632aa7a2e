import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial, Vector2, type PerspectiveCamera, type WebGLRenderer } from 'three';
import type { PersonId } from '#shared/kernel/ids.ts';
import { shownOf } from '../captions.ts';
import type { Body, Caption } from '../scene.ts';
import { square } from '../stage/cards.ts';
import { captionCount, plateCount, PlateAtlas, plateUnits, widestCaption, type Area } from './atlas.ts';
import { Cells } from './cells.ts';
import { Life } from './life.ts';
import { Looking, plateAnchor, type HeadOf, type Sight } from './looking.ts';
import { insists, matters, named } from './naming.ts';
import { besides, farthestShift, placesOf, plateHeight, type PlateBox, type Stack } from './overlap.ts';
import { plateFragment, plateVertex } from './plates.shader.ts';

const crowded = 60;
const shownInCrowd = 28;
/** Names leave most of the picture to people: one for so many pixels, where text is not enlarged, but as many as a group has. */
const spacious = { pixels: 27_000, least: 8 } as const;
const framesBetweenPlacings = 6;
/** The part of a plate's height that is drawn upon. */
const solid = 0.86;
const most = plateCount + captionCount;
/** How much of a screen's width a caption may take, where text is not enlarged. */
const widestShare = 0.66;
/** No plate is wider than the screen (units, at its largest). */
const widest = (256 * 34) / plateUnits;
/** How far above its head, in heights of a plate, a name may come to stand that does not matter more than others, and how far one that stands already. */
const high = { new: 1.25, there: 2.2 } as const;

/** A frame, as plates see it. */
export interface PlateMoment {
  readonly bodies: readonly Body[];
  readonly attention: PersonId | undefined;
  readonly camera: PerspectiveCamera;
  readonly width: number;
  readonly height: number;
  readonly now: number;
  readonly seconds: number;
  readonly still: boolean;
}

/** The names above people's heads, and what they say and do: one atlas, one draw. A name is there whole, or it is not there. */
export class Plates {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly atlas: PlateAtlas;
  private readonly attributes = { anchor: attribute(4), area: attribute(4), box: attribute(4), state: attribute(3) };
  private readonly plateCells = new Cells<PersonId>(plateCount);
  private readonly captionCells = new Cells<PersonId>(captionCount);
  private readonly looking = new Looking();
  private readonly lives = new Map<PersonId, Life>();
  /** Where the tail of a caption is that had to keep inside the screen. */
  private tails = new Map<PersonId, number>();
  private said = new Map<PersonId, Caption>();
  /** At most so many. */
  limit: number = plateCount;
  /** What is laid over the picture, under which nobody could read. */
  covered: readonly PlateBox[] = [];
  /** Whose name is to be there wherever it can: somebody is looking for it. */
  heeded: PersonId | undefined;
  /** How large text is, for this person. */
  private text = 1;
  private size = 1;
  private sincePlacing = framesBetweenPlacings;

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
      // Who is hidden is not named, so that nothing cuts a name in two.
      vertexShader: plateVertex, fragmentShader: plateFragment, transparent: true, depthWrite: false, depthTest: false, toneMapped: false,
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
    if (isNews || still || this.sincePlacing >= framesBetweenPlacings) {
      this.sincePlacing = 0;
      this.size = Math.max(1, Math.min(this.text, width / widest));
      this.spread(this.choose(moment), moment);
    }
    this.write(moment);
    const { uScreen, uText } = this.mesh.material.uniforms;
    (uScreen?.value as Vector2).set(width, height);
    if (uText) uText.value = this.size;
  }

  /** Brings what was drawn of names to the graphics card. */
  upload(renderer: WebGLRenderer): void {
    this.atlas.upload(renderer);
  }

  /** The next frame judges overlaps, whatever the count. */
  place(): void {
    this.sincePlacing = framesBetweenPlacings;
  }

  /** Sees what of the room stands before people. */
  lookThrough(sight: Sight): void {
    this.looking.sight = sight;
    this.place();
  }

  /** How large text is, from 1. */
  enlarge(text: number): void {
    this.text = text;
    this.atlas.enlarge(text > 1.25 ? 2 : 1);
    this.place();
  }

  /** What stands over heads now, for whoever looks from outside. */
  get captions(): readonly string[] {
    return [...this.lives.values()].flatMap(({ body, caption, place }) => (caption && body.caption && place?.over === true ? [body.caption.text] : []));
  }

  /** Whose names stand there now. */
  get names(): readonly string[] {
    return [...this.lives.values()].flatMap(({ body, place }) => (place ? [body.name] : []));
  }

  private choose({ bodies, attention, camera, width, height }: PlateMoment): readonly HeadOf[] {
    this.said = new Map(bodies.flatMap(({ id, you, caption }) => (caption && !you ? [[id, caption] as const] : [])));
    const roomy = Math.max(spacious.least, Math.floor((width * height) / (spacious.pixels * this.size)));
    const limit = Math.min(this.limit, bodies.length > crowded ? shownInCrowd : plateCount, roomy);
    const there = new Set([...this.lives.values()].flatMap(({ body, place }) => (place ? [body.id] : [])));
    const heads = this.looking.heads(bodies, { camera, width, height, attention, heeded: this.heeded });
    const chosen = named(heads, there, this.covered, limit);
    const ids = new Set(chosen.map(({ id }) => id));
    const going = [...this.lives.keys()].filter((id) => !ids.has(id));
    this.plateCells.keep([...ids, ...going.slice(0, plateCount - ids.size)]);
    this.captionCells.keep(chosen.filter(({ body: { caption } }) => caption).slice(0, captionCount).map(({ id }) => id));
    for (const id of going) {
      const life = this.lives.get(id);
      if (life && this.plateCells.of(id) !== undefined) life.place = undefined;
      else this.lives.delete(id);
    }
    return chosen;
  }

  /** The life of somebody's name, with what it shows drawn into the atlas. */
  private live(body: Body, screenWidth: number): Life {
    const cell = body.caption && this.captionCells.of(body.id);
    const share = Math.min(0.94, widestShare * this.size);
    const wide = Math.floor(Math.min(widestCaption, (screenWidth * share * plateUnits) / (34 * this.size) - 44));
    const life = this.lives.get(body.id) ?? new Life(body);
    this.lives.set(body.id, life);
    life.body = body;
    life.caption = body.caption && cell !== undefined ? this.atlas.caption(cell, body.caption, wide, this.tails.get(body.id) ?? 0) : undefined;
    life.plate = this.atlas.plate(this.plateCells.of(body.id) ?? 0, body);
    return life;
  }

  private spread(heads: readonly HeadOf[], { width }: PlateMoment): void {
    const tails = new Map<PersonId, number>();
    const stacks = heads.map((head): { readonly life: Life; readonly slide: number; readonly stack: Stack } => {
      const { body, away, weight, at } = head;
      const unit = (plateHeight(away) / plateUnits) * this.size;
      const life = this.live(body, width);
      const { plate, caption } = life;
      const over = caption && { width: caption.width * unit, height: caption.height * unit };
      const tall = plate.height * unit;
      const inside = (mark: number): number => Math.min(width - mark / 2, Math.max(mark / 2, at.x));
      const bottom = Math.max(at.y, tall + (over?.height ?? 0));
      const box = { x: inside(Math.max(plate.width * unit, over?.width ?? 0)), y: bottom - tall / 2, width: plate.width * unit, height: tall * solid };
      const slide = besides(box, this.covered);
      if (over) tails.set(body.id, Math.round(((inside(box.width) - inside(over.width)) / over.width) * 20) / 20);
      const farthest = matters(weight) ? farthestShift : box.height * (life.place ? high.there : high.new);
      return { life, slide, stack: { ...box, x: box.x + slide, over, farthest, clear: insists(weight) ? [] : this.looking.before(head) } };
    });
    this.tails = tails;
    const places = placesOf(stacks.map(({ stack }) => stack), { size: this.size, top: 0, covered: this.covered });
    for (const [i, { life, slide }] of stacks.entries()) life.moveTo(places[i], slide);
  }

  private write({ now, seconds, still }: PlateMoment): void {
    const { anchor, area, box, state } = this.attributes;
    let count = 0;
    const put = (life: Life, { uv, width, height }: Area, rise: number, below: number, shown: number, isFirst: number): void => {
      const [x, y, z] = plateAnchor(life.body);
      const i = count * 4;
      anchor.array[i] = x;
      anchor.array[i + 1] = y;
      anchor.array[i + 2] = z;
      anchor.array[i + 3] = life.shift;
      area.array.set(uv, i);
      box.array[i] = width;
      box.array[i + 1] = height;
      box.array[i + 2] = rise;
      box.array[i + 3] = below;
      state.array[count * 3] = shown;
      state.array[count * 3 + 1] = isFirst;
      state.array[count * 3 + 2] = life.slide;
      count += 1;
    };
    for (const [id, life] of this.lives) {
      life.carry(seconds, still);
      if (life.gone) {
        this.lives.delete(id);
        continue;
      }
      const { body, plate, caption, place } = life;
      const over = place?.over && caption && body.caption ? caption : undefined;
      put(life, plate, plate.height / 2, plate.height / 2 + (over?.height ?? 0), life.shown, 0);
      if (over && body.caption) put(life, over, plate.height + over.height / 2 - 4, over.height / 2, shownOf(body.caption, now, still), 1);
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
