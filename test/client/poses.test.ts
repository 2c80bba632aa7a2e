import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Legs } from '#client/net/legs.ts';
import { MotionReader } from '#client/net/motion.ts';
import { Poses } from '#client/net/poses.ts';
import { decodeSeen, encodeSteer } from '#shared/movement/input.codec.ts';
import { coarse, encodeMotion, encodeSnapshot, LEAD, NOBODY, type MotionFrame, type SlotRecord } from '#shared/movement/motion.codec.ts';
import { CELL, compileGrid } from '#shared/movement/grid.ts';
import { commons } from '#test/support/room.ts';

const grid = compileGrid(commons);
const square = { origin: grid.origin, side: grid.size * CELL };
const walk = (x: number, z: number, speed = 0, heading = 0) => ({ x, z, heading, speed });
const frame = (records: readonly SlotRecord[], places: readonly { index: number; x: number; z: number }[] = []): MotionFrame => ({
  time: 0,
  records,
  rota: places.length > 0 ? { chunk: 0, places: places.map(({ index, x, z }) => ({ index, x: coarse(x, square), z: coarse(z, square) })) } : undefined,
});

describe('poses', () => {
  it('MO10 carry a slot’s person on, blend onto the next walk, and follow whoever the slot is given to', () => {
    const poses = new Poses(commons);
    poses.takeMotion(frame([{ slot: 3, person: 7, walk: walk(0, 8, 1) }]), 0);
    expect(poses.poseAt(7, 1_000)).toMatchObject({ z: 9, speed: 1 });
    poses.takeMotion(frame([{ slot: 3, person: undefined, walk: walk(0, 10) }]), 1_000);
    expect(poses.poseAt(7, 1_000)?.z).toBeCloseTo(9);
    expect(poses.poseAt(7, 1_075)?.z).toBeCloseTo(9.5);
    expect(poses.poseAt(7, 1_150)).toMatchObject({ z: 10, speed: 0 });
    poses.takeMotion(frame([{ slot: 3, person: 9, walk: walk(4, 4) }]), 2_000);
    poses.takeMotion(frame([{ slot: 3, person: undefined, walk: walk(5, 4) }]), 3_000);
    expect([poses.poseAt(7, 4_000)?.z, poses.poseAt(9, 4_000)?.x]).toEqual([10, 5]);
  });

  it('MO12 let those far away glide to where the rota has them, within a round; those near it does not move', () => {
    const poses = new Poses(commons);
    poses.takeSnapshot({ time: 0, walks: [{ index: 1, ...walk(0, 8) }, { index: 2, ...walk(0, 8) }] }, 0);
    poses.takeMotion(frame([{ slot: 1, person: 2, walk: walk(0, 8) }], [{ index: 1, x: 4, z: 8 }, { index: 2, x: 4, z: 8 }, { index: 5, x: -4, z: 8 }]), 0);
    expect(poses.poseAt(2, 4_000)?.x).toBe(0);
    expect(poses.poseAt(5, 0)?.x).toBeCloseTo(-4, 0);
    expect(poses.poseAt(1, 2_000)?.x).toBeCloseTo(2, 0);
    expect(poses.moving(2_000)).toBe(true);
    expect(poses.poseAt(1, 4_100)).toMatchObject({ x: expect.closeTo(4, 0), speed: 0 });
    expect(poses.poseAt(1, 4_100)?.heading).toBeCloseTo(Math.PI / 2, 1);
    // Within the rounding of a place nobody moves, and whoever has left the slots is moved again.
    const before = poses.poseAt(1, 5_000);
    poses.takeMotion(frame([{ slot: 1, person: NOBODY }], [{ index: 1, x: 4, z: 8 }, { index: 2, x: 4, z: 8 }]), 5_000);
    expect(poses.poseAt(1, 9_000)).toEqual(before);
    expect(poses.poseAt(2, 9_500)?.x).toBeCloseTo(4, 0);
  });

  it('begin anew with a snapshot: whoever is not in it is nowhere', () => {
    const poses = new Poses(commons);
    poses.takeSnapshot({ time: 0, walks: [{ index: 1, ...walk(0, 8) }, { index: 2, ...walk(1, 8) }] }, 0);
    poses.takeSnapshot({ time: 0, walks: [{ index: 2, ...walk(2, 8) }] }, 1_000);
    expect([poses.poseAt(1, 2_000), poses.poseAt(2, 2_000)?.x]).toEqual([undefined, 2]);
  });
});

describe('what a page says of motion', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('MO13 how far it has read, at most twice a second, and always the last of it', () => {
    const said: (number | undefined)[] = [];
    const reader = new MotionReader(new Poses(commons), (seen) => said.push(decodeSeen(seen)));
    const motion = (time: number) => encodeMotion({ ...frame([]), time }).subarray(LEAD);
    expect(reader.snapshot(encodeSnapshot(5, []).subarray(LEAD), 0)).toBe(true);
    for (let time = 50; time <= 1_200; time += 50) {
      vi.advanceTimersByTime(50);
      expect(reader.motion(motion(time), time)).toBe(true);
    }
    vi.advanceTimersByTime(5_000);
    expect(said).toEqual([5, 450, 950, 1_200]);
    expect([reader.motion(Uint8Array.of(1), 0), reader.snapshot(Uint8Array.of(1), 0)]).toEqual([false, false]);
    expect(reader.motion(motion(9_000), 9_000)).toBe(true);
    reader.motion(motion(9_050), 9_050);
    reader.stop();
    vi.advanceTimersByTime(5_000);
    expect(said.at(-1)).toBe(9_000);
  });

  it('MO6 its input when that changes, at most ten a second and the last of them, and as a sign of life while it walks', () => {
    const sent: number[] = [];
    const legs = new Legs((input) => sent.push(input[0] ?? -1));
    let now = 0;
    const want = (heading: number, pace: number) => legs.want(encodeSteer({ heading: (heading / 256) * Math.PI * 2, pace }), now);
    const pass = (ms: number) => {
      now += ms;
      vi.advanceTimersByTime(ms);
    };
    for (let heading = 1; heading <= 20; heading++) {
      want(heading, 1);
      pass(10);
    }
    pass(1_000);
    expect(sent.length).toBeLessThanOrEqual(4);
    expect(sent.at(-1)).toBe(20);
    const before = sent.length;
    for (let half = 0; half < 6; half++) {
      want(20, 1);
      pass(500);
    }
    expect(sent.length - before).toBe(3);
    for (let half = 0; half < 6; half++) {
      want(20, 0);
      pass(500);
    }
    expect(sent.length - before).toBe(4);
  });
});
