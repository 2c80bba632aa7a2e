import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSeen, decodeSteer, encodeSeen, encodeSteer } from '#shared/movement/input.codec.ts';
import { CHUNK, coarse, decodeMotion, decodeSnapshot, encodeMotion, encodeSnapshot, fine, LEAD, NOBODY, type MotionFrame, type SlotRecord } from '#shared/movement/motion.codec.ts';
import { turnBetween } from '#shared/movement/move.ts';
import type { Walk } from '#shared/movement/walks.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const walk = fc.record({ x: number(-200, 200), z: number(-200, 200), heading: number(-20, 20), speed: number(0, 1.8) });
const person = fc.nat(NOBODY - 1);
const slot = fc.nat(127);
const record: fc.Arbitrary<SlotRecord> = fc.oneof(
  fc.record({ slot, person: fc.option(person, { nil: undefined }), walk }),
  fc.record({ slot, person: fc.constant<typeof NOBODY>(NOBODY) }),
);
const byte = fc.nat(255);
const rota = fc
  .record({ chunk: byte, places: fc.uniqueArray(fc.record({ bit: fc.nat(CHUNK - 1), x: byte, z: byte }), { selector: ({ bit }) => bit, maxLength: CHUNK }) })
  .map(({ chunk, places }) => ({ chunk, places: places.sort((a, b) => a.bit - b.bit).map(({ bit, x, z }) => ({ index: chunk * CHUNK + bit, x, z })) }));
const motion: fc.Arbitrary<MotionFrame> = fc.record({ time: fc.nat(65_535), records: fc.array(record, { maxLength: 20 }), rota: fc.option(rota, { nil: undefined }) });
const snapshot = fc.array(walk.chain((one) => person.map((index) => ({ index, ...one }))), { maxLength: 30 });

const isClose = (read: Walk | undefined, written: Walk): void => {
  expect(Math.abs((read?.x ?? NaN) - written.x)).toBeLessThanOrEqual(0.0051);
  expect(Math.abs((read?.z ?? NaN) - written.z)).toBeLessThanOrEqual(0.0051);
  expect(Math.abs(turnBetween(read?.heading ?? NaN, written.heading))).toBeLessThanOrEqual(Math.PI / 256 + 1e-9);
  expect(Math.abs((read?.speed ?? NaN) - written.speed)).toBeLessThanOrEqual(0.0101);
};

describe('motion on the wire', () => {
  it('MO7 a motion frame round-trips: slots, whose they are, walks within half a centimetre, and the rota', () => {
    fc.assert(
      fc.property(motion, (frame) => {
        const read = decodeMotion(encodeMotion(frame).subarray(LEAD));
        expect(read?.time).toBe(frame.time);
        expect(read?.rota).toEqual(frame.rota);
        expect(read?.records.map(({ slot, person }) => [slot, person])).toEqual(frame.records.map(({ slot, person }) => [slot, person]));
        for (const [position, written] of frame.records.entries()) {
          const one = read?.records[position];
          expect(one && 'walk' in one).toBe('walk' in written);
          if ('walk' in written) isClose(one && 'walk' in one ? one.walk : undefined, written.walk);
        }
      }),
    );
  });

  it('MO7 a snapshot round-trips: everyone, each within half a centimetre', () => {
    fc.assert(
      fc.property(fc.nat(1e9), snapshot, (time, walks) => {
        const read = decodeSnapshot(encodeSnapshot(time, walks).subarray(LEAD));
        expect(read?.time).toBe(time & 0xffff);
        expect(read?.walks.map(({ index }) => index)).toEqual(walks.map(({ index }) => index));
        for (const [position, written] of walks.entries()) isClose(read?.walks[position], written);
      }),
    );
  });

  it('MO7 junk decodes to nothing or to what it says, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const read = decodeMotion(bytes);
        // What could be read says no more than the bytes do: written again it is the same.
        if (read) expect([...encodeMotion(read).subarray(LEAD)]).toEqual([...bytes]);
        const everyone = decodeSnapshot(bytes);
        if (everyone) expect(bytes.length).toBe(4 + everyone.walks.length * 8);
        if (bytes.length !== 2) expect([decodeSteer(bytes), decodeSeen(bytes)]).toEqual([undefined, undefined]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('MO7 a frame that was cut short or has something behind it decodes to nothing', () => {
    fc.assert(
      fc.property(motion, snapshot, fc.integer({ min: 1, max: 20 }), fc.boolean(), (frame, walks, by, isCut) => {
        for (const [body, decode] of [[encodeMotion(frame), decodeMotion], [encodeSnapshot(0, walks), decodeSnapshot]] as const) {
          const whole = body.subarray(LEAD);
          const other = Uint8Array.from({ length: Math.max(0, whole.length + (isCut ? -by : by)) }, (_, at) => whole[at] ?? 0);
          expect(decode(other)).toBeUndefined();
        }
      }),
    );
  });

  it('MO7 steering round-trips within a 256th of a turn and of the pace, and so does how far one has read', () => {
    fc.assert(
      fc.property(number(-20, 20), number(-1, 2), fc.nat(1e9), (heading, pace, time) => {
        const read = decodeSteer(encodeSteer({ heading, pace }));
        expect(Math.cos((read?.heading ?? NaN) - heading)).toBeGreaterThan(Math.cos(Math.PI / 250));
        expect(Math.abs((read?.pace ?? NaN) - Math.min(1, Math.max(0, pace)))).toBeLessThan(1 / 500);
        expect(decodeSeen(encodeSeen(time))).toBe(time & 0xffff);
      }),
    );
  });

  it('MO12 a place in the rota is within 1/256 of the room, at the edges too', () => {
    const square = { origin: -21, side: 42 };
    fc.assert(fc.property(number(-21, 21), (metres) => Math.abs(fine(coarse(metres, square), square) - metres) <= 42 / 512 + 1e-9));
  });
});
