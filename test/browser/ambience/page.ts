/** The page that a browser listens to: the product's own player, on a context that renders at once what would be heard. */
import { gainAt, panOf, type Listener } from '#client/ambience/hearing.ts';
import type { Ground } from '#client/ambience/loops.ts';
import { EVERY, Music } from '#client/ambience/music.ts';
import { AmbiencePlayer } from '#client/ambience/player.ts';
import type { Source } from '#client/ambience/sources.ts';

export interface Hearing {
  readonly sources: readonly Source[];
  readonly from: Listener;
  readonly volume: number;
  /** Whether there is music; it swells for longer than a step lasts. */
  readonly music?: boolean;
  /** A footstep there. */
  readonly step?: { readonly ground: Ground; readonly x: number; readonly z: number };
}

const seconds = 3;
const rate = 22_050;

/** How loud the left and the right ear hear a room (root of the mean square), once everything has come up, and the loudest sample. */
const listen = async ({ sources, from, volume, step, music }: Hearing): Promise<{ readonly left: number; readonly right: number; readonly peak: number }> => {
  const context = new OfflineAudioContext(2, (music === undefined ? seconds : EVERY) * rate, rate);
  const player = new AmbiencePlayer(context);
  player.volume = volume;
  if (music !== undefined) new Music(context).play(music, volume);
  // A sound is made at most one a call.
  for (const _ of sources) player.place(sources, ({ x, z, reach, gain }) => ({ gain: gain * gainAt(Math.hypot(x - from.x, z - from.z), reach), pan: panOf(from, x, z) }));
  void context.suspend(1).then(() => {
    if (step) player.step(step.ground, 0.5, panOf(from, step.x, step.z), 1);
    void context.resume();
  });
  const heard = await context.startRendering();
  const loud = (channel: number): number => {
    const samples = heard.getChannelData(channel).subarray(rate);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  };
  const peak = [0, 1].reduce((most, channel) => heard.getChannelData(channel).reduce((so, sample) => Math.max(so, Math.abs(sample)), most), 0);
  return { left: loud(0), right: loud(1), peak };
};

Object.assign(window, { listen });
export type Listen = typeof listen;
