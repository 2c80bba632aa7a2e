import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { CameraRig } from '#client/view-3d/camera/cameraRig.ts';
import { freeDistance, framingFor } from '#client/view-3d/camera/framing.ts';
import { follow, spring } from '#client/view-3d/camera/spring.ts';
import { bodyOf } from './bodies.ts';
import { commonsLayout } from './commonsLayout.ts';

const layout = commonsLayout();
const settled = (body = bodyOf({ z: 6.4, heading: Math.PI }), aspect = 16 / 9) => {
  const camera = new PerspectiveCamera(44, aspect, 0.1, 400);
  const rig = new CameraRig();
  const step = (seconds = 0, still = false, self = body): void => rig.update(camera, self, layout, undefined, seconds, still);
  step();
  const onScreen = (x: number, y: number, z: number): Vector3 => {
    camera.updateMatrixWorld();
    return new Vector3(x, y, z).project(camera);
  };
  return { camera, rig, step, onScreen };
};

describe('the walking camera', () => {
  it('stands behind one, with oneself at the left third and the fire ahead', () => {
    const { camera, rig, onScreen } = settled();
    expect(camera.position.z).toBeGreaterThan(10);
    expect(rig.heading).toBeCloseTo(Math.PI, 5);
    const self = onScreen(0, 0.8, 6.4);
    expect(self.x).toBeLessThan(-0.2);
    expect(self.x).toBeGreaterThan(-0.45);
    expect(Math.abs(onScreen(0, 0.5, 0).y)).toBeLessThan(0.5);
  });

  it('looks left towards what is on the left', () => {
    const { rig, step, onScreen } = settled();
    const before = onScreen(-6, 1, 0).x;
    rig.look('left');
    for (let i = 0; i < 200; i++) step(0.02);
    expect(onScreen(-6, 1, 0).x).toBeGreaterThan(before);
    rig.look('reset');
    for (let i = 0; i < 200; i++) step(0.02);
    expect(Math.abs(rig.heading)).toBeCloseTo(Math.PI, 2);
  });

  it('eases, but cuts where motion is unwelcome', () => {
    const { rig, step } = settled();
    rig.look('behind');
    step(0.05);
    expect(Math.abs(rig.heading)).toBeGreaterThan(1);
    expect(rig.settling).toBe(true);
    step(0.05, true);
    expect(Math.abs(rig.heading)).toBeLessThan(0.01);
    expect(rig.settling).toBe(false);
  });

  it('is not spun round by walking towards it, and follows a walk to the side', () => {
    const { rig, step } = settled();
    for (let i = 0; i < 100; i++) step(0.02, false, bodyOf({ z: 6.4, heading: 0, speed: 1.8 }));
    expect(Math.abs(rig.heading)).toBeGreaterThan(3);
    for (let i = 0; i < 100; i++) step(0.02, false, bodyOf({ z: 6.4, heading: Math.PI / 2, speed: 1.8 }));
    expect(rig.heading).toBeCloseTo(Math.PI / 2, 2);
  });

  it('comes nearer rather than stand behind the trunk of a tree', () => {
    const before = framingFor(bodyOf({ x: 5.9, z: -7.5, heading: Math.PI }), layout, false);
    expect(freeDistance(layout, before, Math.PI)).toBeLessThan(2.3);
    expect(freeDistance(layout, before, 0)).toBe(before.distance);
  });
});

describe('the circle camera', () => {
  const seat = layout.seatGroups[0]?.seats[6];
  const sitting = bodyOf({ x: seat?.x ?? 0, z: seat?.z ?? 0, heading: seat?.heading ?? 0, seated: true });

  it('looks over the fire from outside the ring, low', () => {
    const { camera, onScreen } = settled(sitting);
    expect(camera.position.y).toBeCloseTo(1.75, 5);
    expect(Math.hypot(camera.position.x, camera.position.z)).toBeGreaterThan(4.5);
    expect(Math.abs(onScreen(0, 0.6, 0).x)).toBeLessThan(0.4);
    for (const across of layout.seatGroups[0]?.seats.slice(1, 3) ?? []) expect(Math.abs(onScreen(across.x, 1.2, across.z).x)).toBeLessThan(1);
  });

  it('is higher and wider on a phone held upright', () => {
    expect(framingFor(sitting, layout, true)).toMatchObject({ kind: 'circle', fov: 60 });
    expect(framingFor(bodyOf(), layout, true)).toMatchObject({ kind: 'walk', height: 3.7, fov: 60 });
  });

  it('looks along a bench that is no ring', () => {
    const bench = layout.seatGroups[1]?.seats[0];
    expect(framingFor(bodyOf({ x: bench?.x ?? 0, z: bench?.z ?? 0, heading: 2.02, seated: true }), layout, false).kind).toBe('row');
  });
});

describe('a spring', () => {
  it('reaches its goal without passing it', () => {
    const it = spring(0);
    for (let i = 0; i < 300; i++) {
      follow(it, 1, 0.25, 0.016);
      expect(it.value).toBeLessThanOrEqual(1);
    }
    expect(it.value).toBeCloseTo(1, 4);
  });
});
