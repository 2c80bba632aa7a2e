import { Group, Vector3, type PerspectiveCamera, type WebGLRenderer } from 'three';
import type { PersonId } from '#shared/kernel/ids.ts';
import { CameraRig } from '../camera/cameraRig.ts';
import { surroundingsOf, type Surroundings } from '../camera/surroundings.ts';
import { Crowd } from '../crowd/crowd.ts';
import type { Eye } from '../crowd/nearest.ts';
import { Outlines } from '../outlines/outlines.ts';
import { pick } from '../pick/pick.ts';
import { sightIn } from '../plates/looking.ts';
import { Plates } from '../plates/plates.ts';
import type { Body, Deed, Pick, SceneSource } from '../scene.ts';
import type { BakedRoom } from '../bake/bakedRoom.ts';
import type { Hanging } from './hanging.ts';
import { MoodFade } from './moodFade.ts';
import type { MoodName } from './moods.ts';
import { createPortals } from './portals.ts';
import type { Quality } from './quality.ts';
import { createRoomMeshes, createSky, disposeMesh, type RoomMeshes } from './roomMeshes.ts';
import { Rugs } from './rugs.ts';
import { Signs } from './signs.ts';
import { SunShadow } from './sunShadow.ts';
import { createUniforms } from './uniforms.ts';

export interface Projected {
  /** CSS pixels from the canvas' corner. */
  readonly x: number;
  readonly y: number;
  readonly visible: boolean;
}

/** What makes a scene easier to see and to follow. */
export interface Clarity {
  /** A dark and a light line about everybody. */
  readonly outlines: boolean;
  /** How large the text over heads is, from 1. */
  readonly text: number;
}
export const usualClarity: Clarity = { outlines: false, text: 1 };

/** What a scene costs, for measuring. */
export interface Figures {
  /** Whether the room has been baked and drawn. */
  readonly furnished: boolean;
  readonly calls: number;
  readonly triangles: number;
  readonly bakeMilliseconds: number;
  /** What the graphics card holds for it. */
  readonly geometries: number;
  readonly textures: number;
  /** How many frames were drawn, and what the last one took of the script (ms). */
  readonly frames: number;
  readonly scriptMilliseconds: number;
  /** How many meshes hang in the room: those of its boards, and what a ritual has put up. */
  readonly hung: number;
  /** What stands over heads. */
  readonly captions: readonly string[];
}

const longestStep = 0.1;
/** With more people than this the room gives up leaves and grass. */
const thinAbove = 100;
/** By then most of a burst of confetti lies. */
const settledSeconds = 9;

/** Everything one scene draws, and how it is carried from frame to frame. React composes it; it knows no React. */
export class Stage {
  readonly uniforms = createUniforms();
  readonly sky = createSky(this.uniforms);
  readonly crowd = new Crowd(this.uniforms);
  readonly outlines = new Outlines();
  readonly plates: Plates;
  readonly signs: Signs;
  readonly portals: ReturnType<typeof createPortals>;
  readonly rugs = new Rugs();
  readonly hung = new Group();
  readonly rig = new CameraRig();
  readonly mood: MoodFade;
  private hanging: Hanging | undefined;
  private room: RoomMeshes | undefined;
  private shadow: SunShadow | undefined;
  private lastDrawn: number | undefined;
  private readonly source: SceneSource;
  private readonly camera: PerspectiveCamera;
  private readonly renderer: WebGLRenderer;
  private readonly point = new Vector3();
  private around: Surroundings;
  private baked: BakedRoom | undefined;
  private quality: Quality;
  private seen: { readonly told?: readonly Deed[]; readonly lit?: PersonId; readonly all: readonly Deed[] } = { all: [] };
  private frames = 0;
  private scriptMilliseconds = 0;
  private width = 1;
  private height = 1;
  still: boolean;
  /** Whoever comes while it is celebrated finds confetti lying. */
  private lateToParty = true;

  constructor(source: SceneSource, camera: PerspectiveCamera, renderer: WebGLRenderer, mood: MoodName, still: boolean, quality: Quality, changed: () => void) {
    this.source = source;
    this.camera = camera;
    this.renderer = renderer;
    this.still = still;
    this.plates = new Plates(changed);
    this.signs = new Signs(source.layout, (sign) => source.signText?.(sign) ?? sign, changed);
    this.portals = createPortals(source.layout, this.uniforms);
    this.around = surroundingsOf(source.layout);
    this.mood = new MoodFade(this.uniforms, mood);
    this.quality = quality;
    this.draw(quality);
  }

  /** Draws as much as a quality has from now on. */
  draw(quality: Quality): void {
    this.quality = quality;
    this.crowd.drawInFull(quality);
    this.plates.limit = quality.plates;
    this.uniforms.uClouds.value = quality.clouds ? 1 : 0;
    this.uniforms.uRipples.value = quality.ripples ? 1 : 0;
  }

  /** What makes it easier to see, from now on. */
  clarify({ outlines, text }: Clarity): void {
    this.uniforms.uMarks.value = outlines ? 1 : 0;
    this.crowd.outline(outlines);
    this.outlines.root.visible = outlines;
    this.plates.enlarge(text);
  }

  /** Notes what a frame took. */
  noteFrame(scriptMilliseconds: number): void {
    this.frames += 1;
    this.scriptMilliseconds = scriptMilliseconds;
  }

  /** Hangs something into the room, in place of what hung there; nothing, to take it down. */
  hang(hanging: Hanging | undefined): void {
    if (this.hanging) this.hung.remove(this.hanging.root);
    this.hanging?.dispose();
    this.hanging = hanging;
    if (hanging) this.hung.add(hanging.root);
  }

  /** Furnishes the stage with a baked room. */
  furnish(room: BakedRoom): RoomMeshes {
    for (const mesh of this.room?.all ?? []) disposeMesh(mesh);
    this.shadow?.dispose();
    this.baked = room;
    this.around = surroundingsOf(this.source.layout, room.crowns);
    this.plates.lookThrough(sightIn(room.air));
    this.room = createRoomMeshes(room, this.uniforms);
    this.shadow = new SunShadow(this.room, this.uniforms);
    this.mood.placeIn(room.setting);
    return this.room;
  }

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.plates.place();
  }

  /** One frame: a list of calls. */
  frame(now: number): void {
    const seconds = this.tick(now);
    const bodies = this.source.bodies(now);
    const deeds = this.watched(this.source.attention(now));
    const attention = deeds.at(-1)?.by;
    for (const body of bodies) body.lift = this.around.floor(body.x, body.z);
    this.room?.thin(bodies.length > thinAbove, this.quality);
    this.mood.carry(now);
    this.celebrate(seconds);
    const { camera, uniforms, quality, still, width, height, plates: { covered } } = this;
    this.hanging?.frame({ camera, uniforms, bodies, quality, now, seconds, still, width, height, covered });
    this.signs.light(this.uniforms);
    this.rugs.update(this.source.rugs());
    this.rugs.light(this.uniforms);
    this.castShadow();
    this.followSelf(bodies, attention, seconds);
    this.crowd.update({ bodies, gestures: this.source.gestures(now), attention: deeds, now, seconds, still: this.still, eye: this.eye });
    this.plates.update({ bodies, attention, camera: this.camera, width: this.width, height: this.height, now, seconds, still: this.still });
    this.plates.upload(this.renderer);
    this.renderer.toneMappingExposure = this.mood.exposure;
  }

  /** What draws eyes; the same list for as long as it is the same. */
  private watched(told: readonly Deed[]): readonly Deed[] {
    const lit = this.hanging?.lit;
    if (lit === undefined) return told;
    if (this.seen.told !== told || this.seen.lit !== lit) this.seen = { told, lit, all: [{ by: lit, kind: 'hand', until: Infinity }, ...told] };
    return this.seen.all;
  }

  private get eye(): Eye {
    const { x, z } = this.camera.position;
    const { x: wx, z: wz } = this.camera.getWorldDirection(this.point);
    const length = Math.hypot(wx, wz) || 1;
    return { x, z, way: { x: wx / length, z: wz / length } };
  }

  /** Whether another frame is due at once, whatever the ambience. */
  restless(now: number): boolean {
    return this.source.moving(now) || this.crowd.settling || this.rig.settling || this.mood.fading || this.bursting || this.hanging?.moves === true;
  }

  private tick(now: number): number {
    const seconds = Math.min(longestStep, Math.max(0, (now - (this.lastDrawn ?? now)) / 1000));
    this.lastDrawn = now;
    this.uniforms.uSway.value = this.still ? 0 : 1;
    this.uniforms.uTime.value += seconds;
    return seconds;
  }

  private celebrate(seconds: number): void {
    const { uParty, uPartyAge } = this.uniforms;
    const { party } = this.mood;
    if (party > uParty.value) uPartyAge.value = this.lateToParty ? settledSeconds : 0;
    this.lateToParty = false;
    uParty.value = party;
    uPartyAge.value += seconds;
  }

  /** While confetti bursts every frame is drawn. */
  private get bursting(): boolean {
    return !this.still && this.uniforms.uParty.value > 0 && this.uniforms.uPartyAge.value < settledSeconds;
  }

  private castShadow(): void {
    if (!this.mood.sunMoved || !this.shadow) return;
    this.uniforms.uSunShadow.value = this.shadow.draw(this.renderer);
    this.mood.sunMoved = false;
  }

  private followSelf(bodies: readonly Body[], attention: string | undefined, seconds: number): void {
    const self = bodies.find((body) => body.you) ?? bodies[0];
    const watched = bodies.find((body) => body.id === attention && body !== self);
    if (self) this.rig.update(this.camera, { self, layout: this.source.layout, around: this.around, attention: watched, people: bodies.length, seconds, still: this.still });
  }

  /** Where a point of the room is on the screen. */
  project(x: number, y: number, z: number): Projected {
    this.point.set(x, y, z).applyMatrix4(this.camera.matrixWorldInverse);
    const ahead = -this.point.z;
    this.point.applyMatrix4(this.camera.projectionMatrix);
    const visible = ahead > this.camera.near && Math.abs(this.point.x) <= 1 && Math.abs(this.point.y) <= 1;
    return { x: (this.point.x * 0.5 + 0.5) * this.width, y: (0.5 - this.point.y * 0.5) * this.height, visible };
  }

  /** What is under a place on the screen. */
  pickAt(x: number, y: number, now: number): Pick | undefined {
    this.point.set((x / this.width) * 2 - 1, 1 - (y / this.height) * 2, 0.5).unproject(this.camera).sub(this.camera.position).normalize();
    const { position } = this.camera;
    return pick({ from: [position.x, position.y, position.z], way: [this.point.x, this.point.y, this.point.z] }, this.source.layout, this.source.bodies(now), this.source.rugs());
  }

  get figures(): Figures {
    const { render: { calls, triangles }, memory: { geometries, textures } } = this.renderer.info;
    const { frames, scriptMilliseconds } = this;
    let hung = 0;
    this.hung.traverseVisible((one) => (hung += 'isMesh' in one ? 1 : 0));
    return { furnished: this.room !== undefined, calls, triangles, bakeMilliseconds: this.baked?.milliseconds ?? 0, geometries, textures, frames, scriptMilliseconds, hung, captions: this.plates.captions };
  }

  dispose(): void {
    this.hang(undefined);
    disposeMesh(this.sky);
    disposeMesh(this.portals);
    for (const mesh of this.room?.all ?? []) disposeMesh(mesh);
    this.uniforms.uField.value.dispose();
    this.shadow?.dispose();
    this.crowd.dispose();
    this.outlines.dispose();
    this.plates.dispose();
    this.signs.dispose();
    this.rugs.dispose();
  }
}
