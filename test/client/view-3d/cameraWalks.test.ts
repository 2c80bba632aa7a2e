/** What a camera must never do, wherever one walks: in every room, from seeds. */
import fc from 'fast-check';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { CameraRig } from '#client/view-3d/camera/cameraRig.ts';
import { wrapAngle } from '#client/view-3d/camera/spring.ts';
import { surroundingsOf } from '#client/view-3d/camera/surroundings.ts';
import { drawRoom } from '#client/view-3d/rooms/rooms.ts';
import { compileGrid } from '#shared/movement/grid.ts';
import { move, WALKING_SPEED } from '#shared/movement/move.ts';
import { bodyOf } from './bodies.ts';
import { layoutOf, roomIds } from './layouts.ts';

const frame = 1 / 30;

/** One leg of a walk: which way, how long (s), how long one stands afterwards, and whether one looks round by a button. */
const legs = fc.array(
  fc.record({ heading: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }), seconds: fc.double({ min: 0.2, max: 4, noNaN: true }), rests: fc.double({ min: 0, max: 2.5, noNaN: true }), looks: fc.constantFrom('left', 'right', 'behind', 'reset', undefined, undefined, undefined, undefined) }),
  { minLength: 3, maxLength: 8 },
);
const walk = fc.record({ legs, spawn: fc.nat(), still: fc.boolean(), aspect: fc.constantFrom(16 / 9, 4 / 3, 1, 9 / 19.5), people: fc.constantFrom(1, 60) });

describe.each(roomIds)('the camera of someone who walks about the %s', (room) => {
  const layout = layoutOf(room);
  const around = surroundingsOf(layout, drawRoom(layout).crowns);
  const grid = compileGrid(layout);

  it('stays above the floor and out of walls and trees, never rolls or jerks, and has its person in the picture', () => {
    let [frames, unseen] = [0, 0];
    fc.assert(
      fc.property(walk, ({ legs: ways, spawn, still, aspect, people }) => {
        const camera = new PerspectiveCamera(44, aspect, 0.1, 400);
        const rig = new CameraRig();
        let pose = { ...(layout.spawns[spawn % layout.spawns.length] ?? { x: 0, z: 0, heading: 0 }) };
        let heading: number | undefined;
        const step = (speed: number): void => {
          const self = bodyOf({ ...pose, speed, lift: around.floor(pose.x, pose.z) });
          rig.update(camera, { self, layout, around, attention: undefined, people, seconds: frame, still });
          const { x, y, z } = camera.position;
          expect(y - around.floor(x, z)).toBeGreaterThanOrEqual(0.5 - 1e-6);
          expect(around.blocked([x, y, z])).toBe(false);
          expect(camera.rotation.z).toBe(0);
          // Looking round by a button may be quick; what turns by itself, or goes on turning, is not.
          if (!still && heading !== undefined) expect(Math.abs(wrapAngle(rig.heading - heading)) / frame).toBeLessThanOrEqual(rig.comfort.turning.look + 1e-6);
          heading = rig.heading;
          const seen = new Vector3(pose.x, (self.lift ?? 0) + 1.35, pose.z).project(camera);
          frames += 1;
          if (Math.abs(seen.x) > 1 || Math.abs(seen.y) > 1 || seen.z > 1) unseen += 1;
        };
        for (const { heading: way, seconds, rests, looks } of ways) {
          for (let t = 0; t < seconds; t += frame) {
            pose = { ...pose, ...move(pose, { heading: way, pace: 1 }, frame, grid) };
            step(WALKING_SPEED);
          }
          if (looks) rig.look(looks);
          for (let t = 0; t < rests; t += frame) step(0);
        }
        // Whoever stands long enough has the camera behind or beside them, never without them.
        for (let t = 0; t < 6; t += frame) step(0);
        const seen = new Vector3(pose.x, around.floor(pose.x, pose.z) + 1.35, pose.z).project(camera);
        expect(Math.max(Math.abs(seen.x), Math.abs(seen.y))).toBeLessThan(1);
        expect(rig.settling).toBe(false);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 15), ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) },
    );
    expect(unseen / frames).toBeLessThan(0.02);
  });
});
