import '#client/ui/fonts.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Group } from 'three';
import { layoutSchema, withDoors } from '#shared/rooms/layout.ts';
import { personId, roomId, type PersonId } from '#shared/kernel/ids.ts';
import Scene, { type SceneControls } from '../Scene.tsx';
import type { Caption, Deed, Gesture, SceneSource } from '../scene.ts';
import { usualClarity } from '../stage/stage.ts';
import type { Framed, Hanging } from '../stage/hanging.ts';
import { moodNames, type MoodName } from '../stage/moods.ts';
import { levels } from '../stage/quality.ts';
import { parade } from './parade.ts';
import { gathering, inRoom } from './people.ts';
import { Scenery } from '../ritual/scenery.ts';
import { riteAt, riteNames, type MadeUp, type RiteName } from './rites.ts';

const query = new URLSearchParams(location.search);
const files = import.meta.glob<unknown>('../../../assets/rooms/*.json', { eager: true, import: 'default' });
const room = query.get('room') ?? 'commons';
const layoutOf = (id: string) => layoutSchema.parse(files[`../../../assets/rooms/${id}.json`]);
const authored = withDoors(layoutOf(room), (to) => layoutOf(to).colour);
/** `plain=1`: as it is drawn by default, without a drawing of its own. */
const layout = query.get('plain') === '1' ? { ...authored, id: roomId('plain') } : authored;
const view = query.get('view') ?? 'walk';
const count = Number(query.get('people') ?? 14);
/** Where oneself stands: `at=x,z,heading`, or `seat=ID`. */
const self = query.get('at')?.split(',').map(Number);
const seat = query.get('seat') ?? undefined;
const gathered = () => (room === 'commons' && view !== 'arrival' && !self && seat === undefined ? gathering(layout, Math.max(1, count), view === 'circle') : inRoom(layout, count, self, seat));
let bodies = view === 'parade' ? parade(query.get('show') ?? 'hair', query.get('pose') ?? 'stand', Number(query.get('away') ?? 0)) : gathered();
const startMood = moodNames.find((name) => name === query.get('mood')) ?? 'day';
/** `quality=A` to E: else as much as stays smooth. */
const quality = levels.find((level) => level === query.get('quality')) ?? 'automatic';
const still = query.get('still') === '1';
const clarity = { ...usualClarity, outlines: query.get('outlines') === '1', text: Number(query.get('text') ?? 1) };
/** Several talk, one after the other round the room: `said=6`. */
const talk: readonly Pick<Caption, 'text' | 'icon' | 'isPrivate'>[] = [
  { text: 'Good morning, everyone', isPrivate: false },
  { text: 'waves', icon: 'wave', isPrivate: false },
  { text: 'I have put the notes of last week on the board in the Studio; have a look before we begin, it is a long list', isPrivate: false },
  { text: 'To you: are you coming along?', isPrivate: true },
  { text: 'Yes, that is what I meant', icon: 'heart', isPrivate: false },
  { text: 'Không, tôi nghĩ là ngày mai', isPrivate: false },
];
for (const [i, body] of bodies.entries()) {
  const said = talk[(i - 1) % talk.length];
  if (said && i > 0 && i <= Number(query.get('said') ?? 0)) body.caption = { ...said, since: -1e6, until: Infinity };
}
const seen: PersonId | undefined = query.get('attention') === null ? bodies[2]?.id : personId(`person-${query.get('attention')}`);
const watched: readonly Deed[] = seen ? [{ by: seen, kind: 'talk', until: Infinity }] : [];

const listeners = new Set<() => void>();

/** `rite=ribbon&done=5`: a ritual is held, at that step. */
const riteNamed = (name: string | null): RiteName | undefined => riteNames.find((one) => one === name);
let rite: MadeUp | undefined;
const hold = (name: RiteName | undefined, done: number): void => {
  rite = name && riteAt(name, bodies, done);
};
hold(riteNamed(query.get('rite')), Number(query.get('done') ?? 6));
const hangings = (): Hanging => {
  let scenery: Scenery | undefined;
  const root = new Group();
  return {
    root,
    get moves() {
      return scenery?.moves ?? false;
    },
    get lit() {
      return scenery?.lit;
    },
    frame: (framed: Framed) => {
      if (!scenery) {
        scenery = new Scenery({ run: () => rite, count: ({ sheet, people }) => `${sheet?.of === 'closing' ? people : (sheet?.names.length ?? 0)} people` }, layout, framed.uniforms);
        root.add(scenery.root);
      }
      scenery.frame(framed);
    },
    dispose: () => scenery?.dispose(),
  };
};

let last: number | undefined;
/** Made-up people: walkers go round the fire, gestures last as long as the page. */
const source: SceneSource = {
  layout,
  bodies: (now) => {
    const seconds = Math.min(0.1, (now - (last ?? now)) / 1000);
    last = now;
    // Those on parade walk on the spot.
    if (!still && view !== 'parade') {
      for (const body of bodies) {
        if (body.speed === 0) continue;
        body.heading = Math.atan2(body.z, -body.x);
        body.x += Math.sin(body.heading) * body.speed * seconds;
        body.z += Math.cos(body.heading) * body.speed * seconds;
      }
    }
    return bodies;
  },
  rugs: () => [],
  gestures: (): readonly Gesture[] => [
    { by: personId('person-3'), kind: 'wave', startedAt: 0 },
    { by: personId('person-5'), kind: 'clap', startedAt: 0 },
  ],
  attention: () => watched,
  moving: () => !still && bodies.some((body) => body.speed > 0),
  subscribe: (changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  },
};

declare global {
  interface Window {
    /** For screenshots: the scene's handle, and what was last pointed at. */
    gallery: { controls: SceneControls | null; picked: unknown; lost: string | undefined; drawn: number; setMood(mood: MoodName): void; setPeople(count: number, self?: readonly number[], seat?: string): void; setRite(name: string, done: number): void; request(): void };
  }
}
window.gallery = {
  controls: null, picked: undefined, lost: undefined, drawn: 0,
  setMood: () => undefined,
  setPeople: (people, at, chair) => {
    bodies = inRoom(layout, people, at, chair);
    window.gallery.request();
  },
  setRite: (name, done) => {
    hold(riteNamed(name), done);
    window.gallery.request();
  },
  request: () => listeners.forEach((changed) => changed()),
};

const host = document.getElementById('root');
if (host) {
  createRoot(host).render(
    <Gallery />,
  );
}

function Gallery() {
  const [mood, setMood] = useState<MoodName>(startMood);
  window.gallery.setMood = setMood;
  return (
    <Scene
      source={source}
      still={still}
      clarity={clarity}
      mood={mood}
      quality={quality}
      hangings={hangings}
      controls={(controls) => {
        window.gallery.controls = controls;
      }}
      onPick={(pick) => {
        window.gallery.picked = pick;
      }}
      onLost={(reason) => {
        window.gallery.lost = reason;
      }}
      onProject={() => {
        window.gallery.drawn += 1;
      }}
    />
  );
}
