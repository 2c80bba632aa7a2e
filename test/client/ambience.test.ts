import { describe, expect, it } from 'vitest';
import { groundAt, volumeNow } from '#client/ambience/ambience.ts';
import { gainAt, panOf, stepLength, stepsBetween } from '#client/ambience/hearing.ts';
import { loopOf, loopSeconds, stepOn } from '#client/ambience/loops.ts';
import { sourcesOf, type Voice } from '#client/ambience/sources.ts';
import { hasMusic } from '#client/ambience/music.ts';
import { holdRun } from '#shared/rituals/held.ts';
import type { Script } from '#shared/rituals/script.ts';
import { makeRoom } from '#test/support/room.ts';
import { Rite, scriptOf, stepOf } from '#test/support/ritual.ts';
import { commonsLayout } from './view-3d/commonsLayout.ts';

const rate = 8_000;
const voices = Object.keys(loopSeconds) as Voice[];
const loudest = (samples: Float32Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

describe('what sounds in a room', () => {
  it('follows from its layout', () => {
    expect(sourcesOf(commonsLayout()).map(({ voice }) => voice)).toEqual(expect.arrayContaining(['fire', 'leaves', 'birds']));
    expect(sourcesOf({ objects: [] })).toEqual([]);
  });

  it('is said in words where it comes from', () => {
    for (const { x, z } of sourcesOf(commonsLayout()).filter(({ voice }) => voice !== 'birds')) {
      expect(commonsLayout().objects.find((object) => object.x === x && object.z === z)?.description).toMatch(/\w/);
    }
  });
});

describe('where it is heard', () => {
  const north = { x: 0, z: 0, heading: Math.PI };

  it('is loudest at its place and silent beyond its reach', () => {
    expect(gainAt(0, 10)).toBe(1);
    expect(gainAt(3, 10)).toBeGreaterThan(gainAt(6, 10));
    expect([gainAt(10, 10), gainAt(40, 10)]).toEqual([0, 0]);
  });

  it('comes from the side it is on, as one is turned', () => {
    expect(panOf(north, 5, 0)).toBeCloseTo(0.8);
    expect(panOf(north, -5, 0)).toBeCloseTo(-0.8);
    expect(panOf(north, 0, -5)).toBeCloseTo(0);
    expect(panOf({ ...north, heading: 0 }, 5, 0)).toBeCloseTo(-0.8);
    // What is right beside one is in both ears.
    expect(Math.abs(panOf(north, 0.2, 0))).toBeLessThan(0.2);
  });

  it('has a step for each length of a foot', () => {
    expect(stepsBetween(0, stepLength * 0.9)).toBe(0);
    expect(stepsBetween(stepLength * 0.9, stepLength * 1.1)).toBe(1);
    expect(stepsBetween(0, stepLength * 4.5)).toBe(4);
  });

  it('treads on what is there', () => {
    const { floor, terrace } = commonsLayout();
    expect([groundAt({ floor, terrace }, 0, 3), groundAt({ floor, terrace }, 0, terrace + 2)]).toEqual(['stone', 'grass']);
    expect(groundAt({ floor: { kind: 'box', width: 8, depth: 8, heading: 0 }, terrace }, 0, 0)).toBe('wood');
  });
});

describe('when it is heard', () => {
  const open = { sounds: true, paused: false, hidden: false, together: false };

  it('is off by one choice, and silent without sounds, while paused, while hidden and in one room with others', () => {
    expect(volumeNow('normal', open)).toBeGreaterThan(volumeNow('soft', open));
    expect(volumeNow('soft', open)).toBeGreaterThan(0);
    expect(volumeNow('off', open)).toBe(0);
    for (const silent of [{ sounds: false }, { paused: true }, { hidden: true }, { together: true }]) expect(volumeNow('normal', { ...open, ...silent })).toBe(0);
  });
});

describe('the sounds themselves', () => {
  it.each(voices)('%s is heard, never too loud, and goes round without a seam', (voice) => {
    const loop = loopOf(voice, rate);
    expect(loop.length).toBe(loopSeconds[voice] * rate);
    expect(loop.every(Number.isFinite)).toBe(true);
    expect(loudest(loop)).toBeGreaterThan(0.02);
    expect(loudest(loop)).toBeLessThanOrEqual(1);
    const step = Math.abs((loop[0] ?? 0) - (loop.at(-1) ?? 0));
    const steepest = loop.reduce((most, sample, i) => (i === 0 ? most : Math.max(most, Math.abs(sample - (loop[i - 1] ?? 0)))), 0);
    expect(step).toBeLessThanOrEqual(steepest);
    expect(loopOf(voice, rate)).toEqual(loop);
  });

  it.each(['stone', 'wood', 'grass'] as const)('a step on %s is short and dies away', (ground) => {
    const step = stepOn(ground, rate);
    expect(loudest(step)).toBeGreaterThan(0.02);
    expect(loudest(step.slice(-Math.round(step.length / 8)))).toBeLessThan(0.02);
    expect(step.length / rate).toBeLessThan(0.3);
  });
});

it('RI41 there is music while people arrive where the script says so, and in no other step', () => {
  const room = makeRoom();
  const at = (script: Script, ...next: readonly string[]): boolean => {
    const rite = new Rite(script, 'ANA').start();
    for (const name of next) rite.next(name);
    holdRun(room, rite.run);
    return hasMusic(room);
  };
  const launch = scriptOf(stepOf('arrival', { music: true }), stepOf('say'));
  expect([hasMusic(room), at(launch), at(launch, 'ANA'), at(launch, 'ANA', 'ANA'), at(scriptOf(stepOf('arrival')))]).toEqual([false, true, false, false, false]);
});
