import type { PageState } from '#client/app/context.tsx';
import { LONG_AGO, type Hearth } from '#client/net/hearth.ts';
import type { Store } from '#client/net/store.ts';
import { settings } from '#client/settings/settings.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import { circlesOf, seatGroupOf, type Gathering } from '#shared/circles/circles.rules.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { sittingTogether } from '#shared/people/venues.ts';
import { lookOf } from '#shared/people/look.ts';
import { cueKinds } from '#shared/registry.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { Captions, type SaidWords } from './captions.ts';
import type { Body, Deed, Gesture, Rug, SceneSource } from './scene.ts';

/** How long a gesture is played (ms). */
const GESTURE_FOR = 2_600;
/** How long eyes stay with whoever acted (ms). */
const WATCHED_FOR = 4_000;

type KnownBody = { -readonly [Key in keyof Body]: Body[Key] } & { index: number; packedLook: string };

/** What the scene reads, from what the server told: facts when they change, poses at every frame. */
export class HearthSource implements SceneSource {
  readonly layout: Layout;
  readonly #hearth: Hearth;
  readonly #page: Store<PageState>;
  readonly #atVenue: (venue: string) => string;
  readonly #plateText: (name: string, caption: string) => string;
  readonly #speakingText: string;
  readonly #rugText: (circle: Pick<Gathering, 'topic' | 'landmark'>) => string;
  readonly signText: (sign: string) => string;
  readonly #captions: Captions;
  readonly #wakers = new Set<() => void>();
  readonly #known = new Map<PersonId, KnownBody>();
  readonly #placed: KnownBody[] = [];
  #gestures: Gesture[] = [];
  #rugs: readonly Rug[] = [];
  #deeds: readonly Deed[] = [];
  /** The same, and that those talk who speak; and of what that was made. */
  #acting: readonly Deed[] = [];
  #actingOf: readonly Deed[] = [];
  #speaking: ReadonlySet<PersonId> = new Set();
  #stale = true;
  #listeners = 0;

  constructor(hearth: Hearth, page: Store<PageState>, plateText: (name: string, caption: string) => string, rugText: (circle: Pick<Gathering, 'topic' | 'landmark'>) => string, signText: (sign: string) => string, saidWords: SaidWords, speakingText = '', atVenue = (venue: string) => venue) {
    this.layout = hearth.layout;
    this.#hearth = hearth;
    this.#page = page;
    this.#plateText = plateText;
    this.#speakingText = speakingText;
    this.#atVenue = atVenue;
    this.#rugText = rugText;
    this.signText = signText;
    this.#captions = new Captions(hearth, saidWords, () => this.#wakers.forEach((wake) => wake()));
  }

  bodies(now: number): readonly Body[] {
    if (this.#stale || this.#listeners === 0) this.#readFacts();
    this.#captions.carry(now);
    this.#placed.length = 0;
    for (const body of this.#known.values()) {
      const pose = this.#hearth.poses.poseAt(body.index, now);
      if (!pose) continue;
      body.x = pose.x;
      body.z = pose.z;
      body.heading = pose.heading;
      body.speed = pose.speed;
      body.caption = this.#captions.over(body.id);
      this.#placed.push(body);
    }
    return this.#placed;
  }

  rugs(): readonly Rug[] {
    if (this.#stale || this.#listeners === 0) this.#readFacts();
    return this.#rugs;
  }

  gestures(now: number): readonly Gesture[] {
    if (this.#gestures.some((one) => now - one.startedAt > GESTURE_FOR)) this.#gestures = this.#gestures.filter((one) => now - one.startedAt <= GESTURE_FOR);
    return this.#gestures;
  }

  attention(now: number): readonly Deed[] {
    if (this.#deeds.some(({ until }) => now >= until)) this.#deeds = this.#deeds.filter(({ until }) => now < until);
    const { speaking } = this.#page.current.voice;
    // The same list while nothing has changed: whoever reads it looks at each frame.
    if (speaking !== this.#speaking || this.#deeds !== this.#actingOf) {
      [this.#speaking, this.#actingOf] = [speaking, this.#deeds];
      this.#acting = [...this.#deeds, ...[...speaking].map((by): Deed => ({ by, kind: 'talk', until: Infinity }))];
    }
    return this.#acting;
  }

  moving(now: number): boolean {
    return this.#hearth.poses.moving(now) || this.gestures(now).length > 0 || this.#captions.fading(now);
  }

  subscribe(changed: () => void): () => void {
    const outdated = () => {
      this.#stale = true;
      changed();
    };
    let reactions: PageState['reactions'] | undefined;
    let { speaking } = this.#page.current.voice;
    const react = () => {
      const { reactions: reacting, voice } = this.#page.current;
      if (reacting === reactions && voice.speaking === speaking) return;
      if (reacting !== reactions) this.#captions.react(reacting, performance.now());
      [reactions, speaking] = [reacting, voice.speaking];
      outdated();
    };
    this.#listeners += 1;
    this.#wakers.add(changed);
    this.#stale = true;
    react();
    const stops = [
      this.#hearth.store.subscribe(outdated),
      this.#hearth.onMove(changed),
      settings.subscribe(outdated),
      this.#hearth.onCue((heard, late) => this.#see(heard, late, performance.now(), changed)),
      this.#page.subscribe(react),
    ];
    return () => {
      this.#listeners -= 1;
      this.#wakers.delete(changed);
      if (this.#listeners === 0) this.#captions.stop();
      for (const stop of stops) stop();
    };
  }

  #see(heard: HeardCue, late: number, now: number, changed: () => void): void {
    const { kind, by } = heard;
    const effect = cueKinds.get(kind)?.effect;
    if (late > LONG_AGO) return;
    this.#captions.hear(heard, now);
    changed();
    // In quiet mode only one's own gestures show.
    if (!effect || by === undefined || (settings.current.quiet && by !== this.#hearth.store.current.you)) return;
    const deed = effect === 'turn' ? 'hand' : effect === 'talk' ? 'talk' : 'gesture';
    this.#deeds = [...this.#deeds.filter((one) => one.by !== by), { by, kind: deed, until: now + WATCHED_FOR }];
    if (effect !== 'turn') this.#gestures = [...this.#gestures.filter((one) => one.by !== by), { by, kind: effect, startedAt: now }];
    // The frame in which eyes turn back.
    setTimeout(changed, WATCHED_FOR + 20);
  }

  #readFacts(): void {
    this.#stale = false;
    this.#captions.outdate();
    const { facts, you } = this.#hearth.store.current;
    const { reactions, voice: { speaking } } = this.#page.current;
    const { view } = this.#hearth;
    const circles = circlesOf(view);
    const circleIn = new Map(circles.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
    this.#rugs = circles
      .filter(({ id }) => seatGroupOf(view, id) === undefined)
      .map(({ id, x, z, rim, rug, members, ...called }) => ({ id, x, z, rim, rug, yours: you !== undefined && members.includes(you), name: this.#rugText(called) }));
    const together = sittingTogether(facts.people);
    for (const id of this.#known.keys()) if (!facts.people.has(id)) this.#known.delete(id);
    for (const [key, { index, name, callMe, look, connected, seated }] of facts.people) {
      const id = personId(key);
      const called = callMe || name;
      // Where captions stand over heads, what somebody does stands there.
      const reaction = settings.current.captions === 'off' ? reactions[id]?.text : undefined;
      const venue = together.get(id);
      const caption = speaking.has(id) ? this.#speakingText : (reaction ?? (venue && this.#atVenue(venue)));
      const known = this.#known.get(id);
      const read = { name: caption === undefined ? called : this.#plateText(called, caption), you: id === you, connected, seated, handUp: facts.hands.has(id), circle: circleIn.get(id), index };
      if (known) {
        Object.assign(known, read);
        if (known.packedLook !== look) Object.assign(known, { packedLook: look, look: lookOf(look) });
      } else this.#known.set(id, { id, ...read, packedLook: look, look: lookOf(look), x: 0, z: 0, heading: 0, speed: 0 });
    }
  }
}
