import type { Visit } from '#client/app/context.tsx';
import { cameraHeading } from '#client/movement/camera.ts';
import { ambienceOf, settings } from '#client/settings/settings.ts';
import { soundThrough } from '#client/voice/devices.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { gainAt, panOf, stepReach, stepsBetween, type Listener } from './hearing.ts';
import type { Ground } from './loops.ts';
import type { Music } from './music.ts';
import { AmbiencePlayer } from './player.ts';
import { sourcesOf } from './sources.ts';

/** How loud all of it is: under whatever is said or signalled. */
const loudness = { off: 0, soft: 0.16, normal: 0.4 } as const;
/** How often (ms) places are heard anew. */
const EVERY = 100;

/** What one walks on at a place: boards within walls, stone on a terrace, else grass. */
export const groundAt = ({ floor, terrace }: Pick<Layout, 'floor' | 'terrace'>, x: number, z: number): Ground =>
  floor.kind === 'box' ? 'wood' : Math.hypot(x, z) <= terrace ? 'stone' : 'grass';

/** How loud it may be now. */
export const volumeNow = (level: keyof typeof loudness, { sounds, paused, hidden, together }: { readonly sounds: boolean; readonly paused: boolean; readonly hidden: boolean; /** With others in one physical room, who would hear it from every computer. */ readonly together: boolean }): number =>
  sounds && !paused && !hidden && !together ? loudness[level] : 0;

/** Lets a room sound until it is left; returns the way to stop. Called once the person has touched the page. */
export const startAmbience = ({ hearth, page }: Pick<Visit, 'hearth' | 'page'>, viewNow: () => Visit['view']): (() => void) => {
  const context = new AudioContext();
  const player = new AmbiencePlayer(context);
  const sources = sourcesOf(hearth.layout);
  const walked = new Map<string, number>();
  let last = performance.now();
  let volume = -1;
  let through = '';

  const isTogether = (): boolean => {
    const { you, facts } = hearth.store.current;
    return you !== undefined && (facts.people.get(you)?.venue ?? '') !== '';
  };

  const listener = (now: number): Listener | undefined => {
    const { you, facts } = hearth.store.current;
    const me = you && facts.people.get(you);
    const pose = me && hearth.poses.poseAt(me.index, now);
    if (!pose) return undefined;
    // On foot one listens as the camera looks; seated, and in the 2D view, as the body is turned.
    return { x: pose.x, z: pose.z, heading: viewNow() === '3d' && !me.seated ? cameraHeading() : pose.heading };
  };

  const hearSteps = (from: Listener, now: number, seconds: number): void => {
    const { you, facts } = hearth.store.current;
    for (const [id, person] of facts.people) {
      if (id === you || person.seated) continue;
      const pose = hearth.poses.poseAt(person.index, now);
      const away = pose ? Math.hypot(pose.x - from.x, pose.z - from.z) : Infinity;
      if (!pose || pose.speed === 0 || away > stepReach) {
        walked.delete(id);
        continue;
      }
      const before = walked.get(id) ?? 0;
      const after = before + pose.speed * seconds;
      walked.set(id, after);
      if (stepsBetween(before, after) > 0) player.step(groundAt(hearth.layout, pose.x, pose.z), 0.5 * gainAt(away, stepReach), panOf(from, pose.x, pose.z), 0.9 + ((person.index * 7) % 5) * 0.05);
    }
  };

  /** RI41. Fetched when there is a ritual. */
  let music: { readonly player: Music; readonly isOn: () => boolean } | 'coming' | undefined;
  const hearMusic = (wanted: number): void => {
    if (!music && wanted > 0 && hearth.store.current.facts.ritual.has('script')) {
      music = 'coming';
      void import('./music.ts').then(({ Music, hasMusic }) => (music = { player: new Music(context), isOn: () => hasMusic(hearth.view) }), () => undefined);
    }
    if (!music || music === 'coming') return;
    music.player.mono = settings.current.mono;
    music.player.play(music.isOn(), wanted);
  };

  const hear = (): void => {
    const now = performance.now();
    const seconds = Math.min(0.3, (now - last) / 1000);
    last = now;
    const { paused } = page.current;
    const wanted = volumeNow(ambienceOf(settings.current), { sounds: settings.current.volume !== 'off', paused, hidden: document.hidden, together: isTogether() });
    if (wanted !== volume) {
      volume = wanted;
      player.volume = wanted;
      // A context that plays nothing takes no power.
      void (wanted > 0 ? context.resume() : context.suspend());
    }
    player.mono = settings.current.mono;
    if (settings.current.speaker !== through) void soundThrough(context, (through = settings.current.speaker));
    hearMusic(wanted);
    const from = wanted > 0 ? listener(now) : undefined;
    if (!from) return;
    player.place(sources, ({ x, z, reach, gain }) => ({ gain: gain * gainAt(Math.hypot(x - from.x, z - from.z), reach), pan: panOf(from, x, z) }));
    hearSteps(from, now, seconds);
  };

  const timer = setInterval(hear, EVERY);
  document.addEventListener('visibilitychange', hear);
  hear();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', hear);
    void context.close();
  };
};
