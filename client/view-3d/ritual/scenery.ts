/** The scenery of a ritual: fetched when one is under way, carried from frame to frame, and taken down when it ends. At most eight draws. */
import { Group, Vector3, type Object3D } from 'three';
import { ceremonyOf, type Ceremony } from '#client/rituals/ceremony.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Setting } from '#shared/rituals/events.ts';
import type { Run } from '#shared/rituals/run.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { chanceFrom } from '../geometry/chance.ts';
import { rgb } from '../geometry/colour.ts';
import type { Body } from '../scene.ts';
import type { Framed, Hanging } from '../stage/hanging.ts';
import type { SceneUniforms } from '../stage/uniforms.ts';
import { Aside } from './aside.ts';
import { Paper, type Written } from './paper.ts';
import { placesIn, type Places } from './places.ts';
import { Ribbon, SAG } from './ribbon.ts';
import { Beam, Sparks, type Spark } from './shine.ts';
import { StepLight } from './stepLight.ts';
import { easel, FLAME, Many, post, standing, type ManyKind, type One, type ThingMesh } from './things.ts';

/** What the scenery asks of its room. */
export interface Held {
  /** The run as it is now, with who is here: the same object until one of them is another. */
  run(): { readonly run: Run; readonly company: Pick<Setting, 'here'> } | undefined;
  /** What stands on the easel above the names, in words. */
  count(ceremony: Ceremony): string;
}

/** Long before one came. */
const BEFORE = -100;
const GOLDEN = 2.399963;
/** With more candles or stones than this each is plainer: among so many none is looked at. */
const MANY = 80;
const most = { candle: MANY, taper: 320, stone: MANY, cobble: 220, lantern: 64, scissors: 20, halo: 60, spark: 26 } as const;
const waxes = ['#fff1d6', '#fbe3c0', '#f6e9dc', '#f9d9c4'].map((hex) => rgb(hex));
const rocks = ['#b59d8c', '#a89080', '#c2a892', '#9a8580', '#cbb096', '#8f8894'].map((hex) => rgb(hex));
const papers = ['#ffffff', '#ffe2cf', '#fff3d6', '#ffd9c9'].map((hex) => rgb(hex));
const plain = rgb('#ffffff');
const pick = <T>(list: readonly T[], at: number, other: T): T => list[at % list.length] ?? other;

/** Numbers that fall between all before them: 1/2, 1/4, 3/4, 1/8 … */
const between = (at: number): number => {
  let [left, share, sum] = [at + 1, 0.5, 0];
  for (; left > 0; left = Math.floor(left / 2), share /= 2) sum += (left % 2) * share;
  return sum;
};

/** Where stones of a heap lie, from the floor up: each on those before it. */
const heapOf = (count: number): readonly (readonly [x: number, y: number, z: number])[] => {
  const chance = chanceFrom(31);
  const places: (readonly [number, number, number, number])[] = [];
  for (let layer = 0; layer < 9; layer++) {
    for (let ring = 0; ring < 9; ring++) {
      const round = ring === 0 ? 1 : Math.floor(ring * 5.6);
      for (let i = 0; i < round; i++) {
        const turn = (i / round) * Math.PI * 2 + layer * 0.7 + ring;
        const out = ring * 0.33 + (chance() - 0.5) * 0.04;
        places.push([Math.sin(turn) * out, 0.11 + layer * 0.17, Math.cos(turn) * out, layer * 0.36 + out * 1.3 + chance() * 0.02]);
      }
    }
  }
  return places.sort((a, b) => a[3] - b[3]).slice(0, count).map(([x, y, z]) => [x, y, z]);
};

export class Scenery implements Hanging {
  readonly root = new Group();
  readonly #held: Held;
  readonly #uniforms: SceneUniforms;
  readonly #places: Places;
  readonly #light: StepLight;
  readonly #aside = new Aside();
  /** Of the ribbon. */
  readonly #ends: readonly Vector3[];
  readonly #sparks: Sparks;
  readonly #beam: Beam;
  readonly #many = new Map<ManyKind, Many>();
  /** When each thing of a kind was first seen. */
  readonly #born = new Map<ManyKind, Map<string, number>>();
  #youngest = BEFORE;
  #standing: ThingMesh | undefined;
  #stands = '';
  #ribbon: Ribbon | undefined;
  #paper: Paper | undefined;
  #ceremony: Ceremony | undefined;
  #read: ReturnType<Held['run']> | 'nothing' = 'nothing';
  #seen = '';
  #moves = false;
  #partyFrom: number | undefined;

  constructor(held: Held, layout: Layout, uniforms: SceneUniforms) {
    [this.#held, this.#uniforms, this.#places] = [held, uniforms, placesIn(layout)];
    const { x, z, heading, half, high } = this.#places.ribbon;
    this.#ends = [-1, 1].map((side) => new Vector3(x + Math.cos(heading) * half * side, high, z - Math.sin(heading) * half * side));
    [this.#light, this.#sparks, this.#beam] = [new StepLight(uniforms), new Sparks(most.halo, uniforms), new Beam(uniforms)];
    this.root.add(this.#sparks.mesh, this.#beam.mesh);
  }

  frame(framed: Framed): void {
    const { seconds, still, bodies, quality } = framed;
    this.#follow(still, quality);
    const ceremony = this.#ceremony;
    const evening = this.#uniforms.uEvening.value;
    this.#beam.light(this.#onWhom(ceremony, bodies), evening);
    this.#beam.carry(seconds, still);
    this.#ribbon?.carry(seconds, still);
    this.#paper?.light(evening);
    this.#light.turnTo(ceremony?.light ?? 'plain');
    const isTurning = this.#light.carry(seconds, still);
    this.#celebrate(ceremony, still);
    if (ceremony?.kind === 'recognition') this.#glitter(ceremony, bodies, quality.glows);
    const isMoving = this.#aside.carry(framed, ceremony !== undefined, ceremony?.ribbon ? this.#ends : []);
    this.#moves = !still && (isTurning || isMoving || this.#beam.fades || this.#ribbon?.falls === true || this.#uniforms.uTime.value - this.#youngest < 0.7);
  }

  get moves(): boolean {
    return this.#moves;
  }

  get lit(): PersonId | undefined {
    return this.#ceremony?.lit;
  }

  dispose(): void {
    this.#light.dispose();
    this.#aside.dispose();
    this.#paper?.dispose();
    for (const mesh of [this.#sparks.mesh, this.#beam.mesh, this.#ribbon?.mesh, this.#standing, ...[...this.#many.values()].map(({ mesh: one }) => one)]) {
      mesh?.geometry.dispose();
      mesh?.material.dispose();
    }
  }

  /** Shows what is new of the run. */
  #follow(still: boolean, { glows, near }: Framed['quality']): void {
    const held = this.#held.run();
    if (held === this.#read) return;
    const isFirst = this.#read === 'nothing';
    this.#read = held;
    const before = this.#ceremony;
    const now = held && ceremonyOf(held.run, held.company);
    // Others come and go, and most of that changes nothing here.
    const seen = JSON.stringify(now ?? '');
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#ceremony = now;
    if (now?.run !== before?.run) this.#born.clear();
    this.#stand(now);
    this.#cut(now, isFirst || before?.ribbon === undefined || now?.run !== before.run);
    this.#write(now);
    const born = isFirst ? BEFORE : this.#uniforms.uTime.value;
    this.#showAll(now, born, near === 0);
    this.#sparks.show(now ? this.#halos(now, glows) : []);
    if (!now) this.#takeDown();
    if (still) this.#moves = false;
  }

  /** It has ended: of what stood there for each act, nothing is kept. */
  #takeDown(): void {
    for (const { mesh } of this.#many.values()) this.#take(mesh);
    this.#many.clear();
    this.#born.clear();
  }

  #stand(now: Ceremony | undefined): void {
    const [hasRibbon, hasSheet] = [now?.ribbon !== undefined, now?.sheet !== undefined];
    const stands = `${hasRibbon} ${hasSheet}`;
    if (stands === this.#stands) return;
    this.#stands = stands;
    if (this.#standing) this.#take(this.#standing);
    const { ribbon: { high }, sheet } = this.#places;
    const posts = this.#ends.flatMap((end) => post(end.x, end.z, high + 0.3));
    const parts = [...(hasRibbon ? posts : []), ...(hasSheet ? easel(sheet) : [])];
    this.#standing = parts.length > 0 ? standing(parts, this.#uniforms) : undefined;
    if (this.#standing) this.root.add(this.#standing);
  }

  #cut(now: Ceremony | undefined, isNew: boolean): void {
    if (!now?.ribbon) {
      if (this.#ribbon) this.#take(this.#ribbon.mesh);
      this.#ribbon = undefined;
      return;
    }
    const wasCut = this.#ribbon?.isCut ?? now.ribbon.isCut;
    if (!this.#ribbon) {
      this.#ribbon = new Ribbon(this.#places.ribbon, this.#uniforms);
      this.root.add(this.#ribbon.mesh);
    }
    if (now.ribbon.isCut !== this.#ribbon.isCut || isNew) this.#ribbon.cut(!now.ribbon.isCut ? 'whole' : wasCut ? 'long since' : 'now');
  }

  #write(now: Ceremony | undefined): void {
    if (!now?.sheet) {
      if (this.#paper) this.root.remove(this.#paper.mesh);
      this.#paper?.dispose();
      this.#paper = undefined;
      return;
    }
    if (!this.#paper) {
      this.#paper = new Paper(this.#places.sheet);
      this.root.add(this.#paper.mesh);
    }
    const written: Written = { ...now.sheet, count: this.#held.count(now) };
    this.#paper.write(written);
  }

  #showAll(now: Ceremony | undefined, at: number, isLean: boolean): void {
    const born = (kind: ManyKind, key: string): number => {
      const known = this.#born.get(kind) ?? new Map<string, number>();
      this.#born.set(kind, known);
      const since = known.get(key) ?? at;
      known.set(key, since);
      this.#youngest = Math.max(this.#youngest, since);
      return since;
    };
    const show = (kind: ManyKind, ones: readonly One[]): void => {
      if (ones.length === 0 && !this.#many.has(kind)) return;
      let many = this.#many.get(kind);
      if (!many) {
        many = new Many(kind, most[kind], this.#uniforms);
        this.#many.set(kind, many);
        this.root.add(many.mesh);
      }
      many.show(ones);
    };
    const areMany = (now?.candles.length ?? 0) > MANY;
    const candles = (now?.candles ?? []).slice(0, most.taper).map((id, i): One => ({ at: this.#candleAt(i), turn: i, size: (1.1 + 0.45 * between(i)) * (areMany ? 0.75 : 1), tint: pick(waxes, i, plain), born: born('candle', id) }));
    show('candle', areMany ? [] : candles);
    show('taper', areMany ? candles : []);
    const { heap } = this.#places;
    const lying = heapOf(Math.min(most.cobble, now?.stones.length ?? 0));
    const stones = lying.map(([x, y, z], i): One => ({ at: [heap.x + x, y, heap.z + z], turn: i * 1.7, size: 0.175 + 0.035 * between(i), tint: pick(rocks, i * 5 + 1, plain), born: born('stone', now?.stones[i] ?? '') }));
    show('stone', stones.length > MANY ? [] : stones);
    show('cobble', stones.length > MANY ? stones : []);
    show('scissors', now?.ribbon && !now.ribbon.isCut ? now.ribbon.by.slice(0, most.scissors).map((id, i) => ({ at: this.#alongRibbon(between(i)), turn: this.#places.ribbon.heading, size: 1.7, tint: plain, born: born('scissors', id) })) : []);
    const { middle } = this.#places;
    show('lantern', Array.from({ length: now?.hasLanterns ? Math.min(isLean ? 20 : most.lantern, Math.max(20, now.people)) : 0 }, (_, i) => {
      const [turn, out] = [i * GOLDEN, 4.5 + 9 * Math.sqrt(between(i))];
      return { at: [middle.x + Math.sin(turn) * out, 3, middle.z + Math.cos(turn) * out - 4], turn: i, size: 0.8 + 0.4 * between(i + 3), tint: pick(papers, i, plain), born: BEFORE, from: between(i), speed: 0.011 + 0.006 * between(i + 7) };
    }));
  }

  #candleAt(i: number): readonly [number, number, number] {
    const { x, z, inner } = this.#places.candles;
    const [turn, out] = [i * GOLDEN + 0.4, Math.sqrt(inner * inner + i * 0.055)];
    return [x + Math.sin(turn) * out, 0.02, z + Math.cos(turn) * out];
  }

  /** A place on the hanging ribbon, 0 at one end and 1 at the other; its bow stays free. */
  #alongRibbon(share: number): readonly [number, number, number] {
    const { x, z, heading, half, high } = this.#places.ribbon;
    const u = (share < 0.5 ? -0.92 + share * 1.5 : 0.17 + (share - 0.5) * 1.5) || 0.2;
    const sag = high * (1 - SAG * (1 - u * u));
    return [x + Math.cos(heading) * half * u + Math.sin(heading) * 0.06, sag - 0.2, z - Math.sin(heading) * half * u + Math.cos(heading) * 0.06];
  }

  #halos({ candles }: Ceremony, glows: boolean): readonly Spark[] {
    if (!glows) return [];
    // Many halos would be one glare.
    const tint = rgb('#ff9a3c', 0.34 * Math.min(1, 14 / candles.length));
    return candles.slice(0, most.halo).map((_, i) => {
      const [x, , z] = this.#candleAt(i);
      return { at: [x, FLAME + 0.1, z], size: 0.42, tint, rises: 0 };
    });
  }

  /** Sparks about whoever is praised: more with each who responds. */
  #glitter({ lit, cheers }: Ceremony, bodies: readonly Body[], glows: boolean): void {
    const body = bodies.find(({ id }) => id === lit);
    const tint = rgb('#ffcf70', 0.8);
    this.#sparks.show(body && glows ? Array.from({ length: Math.min(most.spark, 8 + cheers * 3) }, (_, i) => ({ at: [body.x, body.lift ?? 0, body.z], size: 0.05 + 0.03 * between(i), tint, rises: i + 1 })) : []);
  }

  #onWhom(now: Ceremony | undefined, bodies: readonly Body[]): Body | undefined {
    const id: PersonId | undefined = now?.lit;
    return id === undefined ? undefined : bodies.find((body) => body.id === id);
  }

  /** A ribbon that is cut brings the room's confetti, whatever its mood. */
  #celebrate(now: Ceremony | undefined, still: boolean): void {
    const { uParty, uPartyAge, uTime } = this.#uniforms;
    if (!now?.isFestive || now.kind !== 'act') {
      this.#partyFrom = undefined;
      return;
    }
    this.#partyFrom ??= this.#ribbon?.falls && !still ? uTime.value : uTime.value - 30;
    uParty.value = 1;
    uPartyAge.value = uTime.value - this.#partyFrom;
  }

  #take(mesh: Object3D & { readonly geometry: { dispose(): void }; readonly material: { dispose(): void } }): void {
    this.root.remove(mesh);
    mesh.geometry.dispose();
    mesh.material.dispose();
  }
}
