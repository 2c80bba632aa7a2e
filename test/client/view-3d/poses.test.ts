import { describe, expect, it } from 'vitest';
import { gazeAt, neck, Poser, poseTexels, type Acts } from '#client/view-3d/crowd/crowd.poses.ts';
import { nearestOf } from '#client/view-3d/crowd/nearest.ts';
import type { Body } from '#client/view-3d/scene.ts';
import { personId } from '#shared/kernel/ids.ts';
import { defaultLook } from '#shared/people/look.ts';
import { bodyOf } from './bodies.ts';

const nothing: Acts = { gesture: undefined, attention: undefined };
const field = { x: 0, z: 2, heading: 3, stride: 4, walk: 5, sit: 6, wheel: 7, wave: 8, hand: 9, clap: 10, connected: 11, talk: 13, nod: 16, headTurn: 20, eyes: 22, watching: 23 } as const;

const rows = new Float32Array(poseTexels * 4 * 3);
const read = (poser: Poser, body: Body) => {
  poser.write(body, rows, 1);
  return (name: keyof typeof field): number => rows[poseTexels * 4 + field[name]] ?? Number.NaN;
};

describe('poses', () => {
  it('writes a body into its own row only', () => {
    rows.fill(-1);
    const body = bodyOf({ x: 2, z: -3, heading: 1 });
    const poser = new Poser(body.id, 0.5);
    poser.step(body, nothing, 0, false);
    const at = read(poser, body);
    expect([at('x'), at('z'), at('heading')]).toEqual([2, -3, 1]);
    expect(rows[0]).toBe(-1);
    expect(rows[poseTexels * 8]).toBe(-1);
  });

  it('eases a gesture in over a quarter of a second, and ends exactly in it', () => {
    const body = bodyOf();
    const poser = new Poser(body.id, 0);
    poser.step(body, nothing, 0.016, false);
    poser.step(body, { ...nothing, gesture: 'wave' }, 0.125, false);
    expect(read(poser, body)('wave')).toBeCloseTo(0.5, 5);
    expect(poser.settling).toBe(true);
    poser.step(body, { ...nothing, gesture: 'wave' }, 0.126, false);
    expect(read(poser, body)('wave')).toBe(1);
    expect(poser.settling).toBe(false);
  });

  it('cuts where motion is unwelcome', () => {
    const body = bodyOf({ handUp: true, seated: true });
    const poser = new Poser(body.id, 0);
    poser.step(bodyOf(), nothing, 0.016, true);
    poser.step(body, nothing, 0.016, true);
    const at = read(poser, body);
    expect([at('hand'), at('sit'), poser.settling]).toEqual([1, 1, false]);
  });

  it('arrives in the pose it is in, instead of sitting down again', () => {
    const body = bodyOf({ seated: true });
    const poser = new Poser(body.id, 0);
    poser.step(body, nothing, 0.016, false);
    expect(read(poser, body)('sit')).toBe(1);
  });

  it('lowers a raised hand for a wave and takes it up again', () => {
    const body = bodyOf({ handUp: true });
    const poser = new Poser(body.id, 0);
    poser.step(body, { ...nothing, gesture: 'wave' }, 0.016, true);
    expect(read(poser, body)('hand')).toBe(0);
    poser.step(body, nothing, 0.016, true);
    expect(read(poser, body)('hand')).toBe(1);
  });

  it('strides with the ground that is covered, and turns wheels', () => {
    const body = bodyOf({ speed: 1.3, look: { ...defaultLook, moving: 'wheelchair' } });
    const poser = new Poser(body.id, 0);
    poser.step(body, nothing, 1, true);
    const at = read(poser, body);
    expect(at('stride')).toBeCloseTo(7.54, 2);
    expect(at('wheel')).toBeCloseTo(1.3 / 0.27, 3);
    expect(at('sit')).toBe(1);
  });

  it('turns the head to whom it looks at, the short way, but not backwards', () => {
    const body = bodyOf({ heading: 3 });
    const poser = new Poser(body.id, 0);
    poser.step(body, { ...nothing, attention: bodyOf({ x: Math.sin(-2.9), z: Math.cos(-2.9) }) }, 0.016, true);
    const at = read(poser, body);
    expect(at('headTurn') + at('eyes') * 0.5).toBeCloseTo(Math.PI * 2 - 5.9, 4);
    poser.step(body, { ...nothing, attention: bodyOf({ x: -Math.sin(3), z: -Math.cos(3) }) }, 0.016, true);
    expect(Math.abs(read(poser, body)('headTurn'))).toBeCloseTo(neck.aside, 5);
    poser.step(body, nothing, 0.016, true);
    expect([read(poser, body)('headTurn'), read(poser, body)('watching')]).toEqual([0, 0]);
  });

  it('turns without a jump, arrives, and then asks for no more frames', () => {
    const body = bodyOf({ heading: 0 });
    const poser = new Poser(body.id, 0.3);
    const watched = { ...nothing, attention: bodyOf({ x: 3, z: 1 }) };
    poser.step(body, nothing, 0.016, false);
    let [before, frames] = [0, 0];
    do {
      poser.step(body, watched, 1 / 60, false);
      const now = read(poser, body)('headTurn');
      expect(Math.abs(now - before)).toBeLessThan(0.25);
      [before, frames] = [now, frames + 1];
    } while (poser.settling && frames < 300);
    expect(before).toBeCloseTo(gazeAt(body, watched.attention).head, 5);
    expect(frames).toBeLessThan(120);
  });

  it('costs nothing for one who does nothing', () => {
    const body = bodyOf();
    const poser = new Poser(body.id, 0);
    expect(poser.step(body, nothing, 0.016, false)).toBe(true);
    expect(poser.step(body, nothing, 0.016, false)).toBe(false);
    for (const change of [{ x: 1 }, { handUp: true }, { seated: true }, { connected: false }, { lift: 0.3 }, { heading: 2 }]) {
      const moved = bodyOf({ ...body, ...change });
      expect(poser.step(moved, nothing, 10, false), JSON.stringify(change)).toBe(true);
      expect(poser.step(moved, nothing, 10, false)).toBe(false);
    }
    expect(poser.step(body, { ...nothing, gesture: 'talk' }, 0.016, false)).toBe(true);
  });

  it('keeps wheels out of a bench', () => {
    const body = bodyOf({ seated: true, heading: 0, look: { ...defaultLook, moving: 'wheelchair' } });
    const poser = new Poser(body.id, 0);
    poser.step(body, nothing, 0, true);
    expect(read(poser, body)('z')).toBeGreaterThan(0.5);
  });
});

describe('the nearest', () => {
  it('are chosen by distance', () => {
    const bodies = Array.from({ length: 30 }, (_, i) => bodyOf({ id: personId(`p${i}`), x: 30 - i }));
    const near = nearestOf(bodies, { x: 0, z: 0 }, 5);
    expect([...near].sort()).toEqual(['p25', 'p26', 'p27', 'p28', 'p29']);
    expect(nearestOf(bodies.slice(0, 3), { x: 0, z: 0 }, 5).size).toBe(3);
    // Whoever is behind the camera is not seen in full before anybody in its picture.
    const ahead = nearestOf(bodies, { x: 9.6, z: 0, way: { x: 1, z: 0 } }, 5);
    expect(bodies.filter(({ id }) => ahead.has(id)).every(({ x }) => x > 9)).toBe(true);
  });
});
