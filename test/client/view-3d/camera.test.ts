import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { CameraRig, type CameraMoment } from '#client/view-3d/camera/cameraRig.ts';
import { framingFor } from '#client/view-3d/camera/framing.ts';
import { follow, spring } from '#client/view-3d/camera/spring.ts';
import { surroundingsOf } from '#client/view-3d/camera/surroundings.ts';
import type { Body } from '#client/view-3d/scene.ts';
import { bodyOf } from './bodies.ts';
import { layoutOf, type ShippedRoom } from './layouts.ts';

const wide = 16 / 9;
const upright = 9 / 19.5;
/** Someone who stands on a spawn of the Commons with the fire before them. */
const atSpawn = bodyOf({ z: 6.4, heading: Math.PI });

const filmed = (first: Body = atSpawn, aspect = wide, room: ShippedRoom = 'commons', more: Partial<CameraMoment> = {}) => {
  const layout = layoutOf(room);
  const around = surroundingsOf(layout);
  const camera = new PerspectiveCamera(44, aspect, 0.1, 400);
  const rig = new CameraRig();
  const step = (seconds = 0, self = first, now: Partial<CameraMoment> = {}): void => rig.update(camera, { self, layout, around, attention: undefined, people: 1, seconds, still: false, ...more, ...now });
  const run = (seconds: number, self = first, now: Partial<CameraMoment> = {}): void => {
    for (let t = 0; t < seconds; t += 0.02) step(0.02, self, now);
  };
  step();
  const onScreen = (x: number, y: number, z: number): Vector3 => new Vector3(x, y, z).project(camera);
  return { camera, rig, layout, step, run, onScreen };
};

const seatIn = (room: ShippedRoom, group: string, seat: number): Body => {
  const place = layoutOf(room).seatGroups.find(({ id }) => id === group)?.seats[seat];
  if (!place) throw new Error(`no seat ${seat} in ${group}`);
  return bodyOf({ x: place.x, z: place.z, heading: place.heading, seated: true });
};

describe('the walking camera', () => {
  it('stands behind one, with oneself at the left third and the fire ahead', () => {
    const { camera, rig, onScreen } = filmed();
    expect(camera.position.z).toBeGreaterThan(10);
    expect(camera.position.y).toBeCloseTo(2.95, 2);
    expect(Math.abs(rig.heading)).toBeCloseTo(Math.PI, 5);
    const self = onScreen(0, 0.8, 6.4);
    expect(self.x).toBeLessThan(-0.25);
    expect(self.x).toBeGreaterThan(-0.4);
    expect(Math.abs(onScreen(0, 0.5, 0).y)).toBeLessThan(0.3);
  });

  it('looks left towards what is on the left, and back', () => {
    const { rig, run, onScreen } = filmed();
    const before = onScreen(-6, 1, 0).x;
    expect(rig.look('left')).toBeCloseTo(-Math.PI * 0.75, 5);
    run(4);
    expect(onScreen(-6, 1, 0).x).toBeGreaterThan(before);
    expect(rig.heading).toBeCloseTo(-Math.PI * 0.75, 2);
    rig.look('reset');
    run(4);
    expect(Math.abs(rig.heading)).toBeCloseTo(Math.PI, 2);
  });

  it('turns no faster than one wants it to', () => {
    for (const look of [1.2, 2.2, 4]) {
      const { rig, step } = filmed();
      rig.comfort = { widen: 1, follows: true, turning: { walk: 0.9, look } };
      rig.look('behind');
      let last = rig.heading;
      for (let i = 0; i < 200; i++) {
        step(0.02);
        expect(Math.abs(Math.atan2(Math.sin(rig.heading - last), Math.cos(rig.heading - last)))).toBeLessThanOrEqual(look * 0.02 + 1e-9);
        last = rig.heading;
      }
      expect(Math.abs(rig.heading)).toBeLessThan(0.01);
    }
  });

  it('eases, but cuts where motion is unwelcome', () => {
    const { rig, step } = filmed();
    rig.look('behind');
    step(0.05);
    expect(Math.abs(rig.heading)).toBeGreaterThan(1);
    expect(rig.settling).toBe(true);
    step(0.05, atSpawn, { still: true });
    expect(Math.abs(rig.heading)).toBeLessThan(0.01);
    expect(rig.settling).toBe(false);
  });

  it('turns slowly with a walk to the side, and not at all for whoever does not want it', () => {
    const aside = bodyOf({ z: 6.4, heading: Math.PI / 2, speed: 1.8 });
    const { rig, run } = filmed();
    run(0.5, aside);
    expect(rig.heading).toBeGreaterThan(2.6);
    run(4, aside);
    expect(rig.heading).toBeCloseTo(Math.PI / 2, 0);
    const fixed = filmed();
    fixed.rig.comfort = { ...fixed.rig.comfort, follows: false };
    fixed.run(4, aside);
    fixed.run(4, { ...aside, speed: 0 });
    expect(Math.abs(fixed.rig.heading)).toBeCloseTo(Math.PI, 3);
  });

  it.each([false, true])('is not spun round by walking towards it, and is behind one again soon after (without motion: %s)', (still) => {
    const { rig, run } = filmed();
    const towards = bodyOf({ z: 6.4, heading: 0, speed: 1.8 });
    run(2, towards, { still });
    expect(Math.abs(rig.heading)).toBeGreaterThan(3);
    run(0.2, { ...towards, speed: 0 }, { still });
    // Somebody has to draw the frame in which it turns.
    expect(rig.settling).toBe(true);
    run(5, { ...towards, speed: 0 }, { still });
    expect(Math.abs(rig.heading)).toBeLessThan(0.36);
    expect(rig.settling).toBe(false);
  });

  it('leaves whoever looks round while walking their choice for a while', () => {
    const { rig, run } = filmed();
    const ahead = bodyOf({ z: 6.4, heading: Math.PI, speed: 1.8 });
    rig.look('left');
    run(2, ahead);
    expect(rig.heading).toBeCloseTo(-Math.PI * 0.75, 1);
    run(5, ahead);
    expect(Math.abs(rig.heading)).toBeGreaterThan(3);
  });

  it('comes nearer rather than stand behind the trunk of a tree', () => {
    const self = bodyOf({ x: 5.9, z: -7.6, heading: Math.PI });
    const { camera } = filmed(self);
    expect(Math.hypot(camera.position.x - self.x, camera.position.z - self.z)).toBeLessThan(2.3);
  });

  it('goes round where a wall is at one’s back, and stays within it', () => {
    const self = bodyOf({ x: -7.7, z: 2.1, heading: Math.PI / 2 });
    const { camera, onScreen } = filmed(self, wide, 'studio');
    expect(Math.abs(camera.position.x)).toBeLessThan(8);
    expect(Math.abs(onScreen(self.x, 1.35, self.z).x)).toBeLessThan(0.75);
    expect(Math.hypot(camera.position.x - self.x, camera.position.z - self.z)).toBeGreaterThan(1);
  });

  it('keeps what is ahead at the middle of the height on a phone', () => {
    const { onScreen } = filmed(atSpawn, upright);
    expect(Math.abs(onScreen(0, 0.75, 0).y)).toBeLessThan(0.1);
  });

  it('leaves no more of the ground behind oneself than a phone’s bar covers, from above a crowd as well', () => {
    for (const people of [1, 60]) {
      const { step, onScreen } = filmed(atSpawn, upright);
      step(0.02, atSpawn, { people, still: true });
      // One's own feet: the picture's lower edge is at -1.
      expect(onScreen(atSpawn.x, 0, atSpawn.z).y).toBeLessThan(-0.6);
      expect(onScreen(atSpawn.x, 0, atSpawn.z).y).toBeGreaterThan(-0.85);
    }
  });
});

describe('the other framings', () => {
  const sitting = seatIn('commons', 'hearth-ring', 6);

  it('a circle is seen over the fire from outside the ring, low, with oneself to the left', () => {
    const { camera, layout, onScreen } = filmed(sitting);
    expect(camera.position.y).toBeCloseTo(1.75, 5);
    expect(Math.hypot(camera.position.x, camera.position.z)).toBeGreaterThan(4.5);
    expect(Math.abs(onScreen(0, 0.6, 0).x)).toBeLessThan(0.1);
    expect(onScreen(sitting.x, 1.1, sitting.z).x).toBeLessThan(-0.25);
    expect(onScreen(sitting.x, 1.1, sitting.z).x).toBeGreaterThan(-0.75);
    for (const across of layout.seatGroups[0]?.seats.slice(1, 3) ?? []) expect(Math.abs(onScreen(across.x, 1.2, across.z).x)).toBeLessThan(1);
  });

  it.each([['commons', 'hearth-ring', 6], ['library', 'reading-rug', 1], ['cafe', 'north-table', 2], ['garden', 'grass-circle', 3]] as const)('the middle of a circle (%s, %s) is at the middle of the height on a phone', (room, group, seat) => {
    const self = seatIn(room, group, seat);
    const { rig, onScreen, layout } = filmed(self, upright, room);
    expect(rig.kind).toBe('circle');
    const seats = layout.seatGroups.find(({ id }) => id === group)?.seats ?? [];
    const [x, z] = [seats.reduce((sum, one) => sum + one.x, 0) / seats.length, seats.reduce((sum, one) => sum + one.z, 0) / seats.length];
    expect(Math.abs(onScreen(x, 0.75, z).y)).toBeLessThan(0.1);
    expect(Math.max(...onScreen(self.x, 1.1, self.z).toArray().slice(0, 2).map(Math.abs))).toBeLessThan(1);
  });

  it('a stage is seen from behind one’s row, with the speaker in the middle and oneself below', () => {
    for (const [group, seat] of [['row-1-west', 0], ['row-2-east', 3], ['row-3-west', 7]] as const) {
      const self = seatIn('stage', group, seat);
      const { rig, camera, onScreen } = filmed(self, wide, 'stage');
      expect(rig.kind).toBe('ceremony');
      expect(camera.fov).toBe(36);
      const speaker = onScreen(0, 1.9, -6.4);
      expect(Math.abs(speaker.x)).toBeLessThan(0.25);
      expect(Math.abs(speaker.y)).toBeLessThan(0.35);
      const own = onScreen(self.x, 1.2, self.z);
      expect(Math.max(Math.abs(own.x), Math.abs(own.y))).toBeLessThan(1);
      expect(own.y).toBeLessThan(speaker.y);
    }
  });

  it('a bench that is no ring is looked along, and one with its back to a wall from within the room', () => {
    expect(filmed(seatIn('commons', 'west-bench', 0)).rig.kind).toBe('row');
    const { camera, rig } = filmed(seatIn('library', 'window-seat', 0), wide, 'library');
    expect(rig.kind).toBe('row');
    expect(camera.position.z).toBeGreaterThan(-5.2);
  });

  it('fifty people are seen from above, until they are less than forty; by choice always or never', () => {
    const { rig, step, camera, onScreen } = filmed();
    const at = (people: number): string | undefined => {
      step(0.02, atSpawn, { people });
      return rig.kind;
    };
    expect([49, 50, 41, 39, 49, 60].map(at)).toEqual(['walk', 'overview', 'overview', 'walk', 'walk', 'overview']);
    step(0.02, atSpawn, { people: 60, still: true });
    expect(camera.position.y).toBeCloseTo(5.2, 1);
    expect(camera.rotation.x).toBeCloseTo((-18 * Math.PI) / 180, 1);
    expect(Math.abs(onScreen(0, 1, 6.4).y)).toBeLessThan(1);
    rig.distance = 'near';
    expect(at(60)).toBe('walk');
    rig.distance = 'wide';
    expect(at(1)).toBe('overview');
  });

  it('seated, one turns one’s head and stays where one is', () => {
    const { camera, rig, run } = filmed(sitting);
    const before = camera.position.clone();
    const heading = rig.heading;
    rig.look('left');
    rig.look('left');
    run(4);
    expect(camera.position.distanceTo(before)).toBeLessThan(0.01);
    expect(Math.cos(rig.heading - heading)).toBeCloseTo(0, 2);
  });

  it('glances at whoever acts in one’s circle, but not where motion is unwelcome', () => {
    const acts = { attention: { x: 3.25, z: 0 } };
    const moved = filmed(sitting);
    const before = moved.rig.heading;
    moved.run(3, sitting, acts);
    expect(Math.abs(moved.rig.heading - before)).toBeGreaterThan(0.05);
    const calm = filmed(sitting, wide, 'commons', { still: true, ...acts });
    calm.run(1);
    expect(calm.rig.heading).toBeCloseTo(before, 5);
  });

  it('shows a wider angle to whoever wants it', () => {
    const { rig, step, camera } = filmed();
    rig.comfort = { ...rig.comfort, widen: 1.25 };
    step(0.02);
    expect(camera.fov).toBeCloseTo(55, 5);
    const on = { layout: layoutOf('commons'), indoors: false, crowded: false, self: atSpawn };
    expect(framingFor({ ...on, viewport: { aspect: upright, widen: 1 } })).toMatchObject({ kind: 'walk', height: 3.7, fov: 60 });
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
