import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_SIGN, POINTS_A_SIGN, readFrame, readSign, writeFrame, writeSign, type Sign } from '#shared/boards/hands.codec.ts';
import { packPoints, type Point } from '#shared/boards/stroke.codec.ts';

const id = fc.stringMatching(/^[\w-]{1,21}$/);
const unit = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((tenths) => tenths / 10);
const points = fc.array(fc.tuple(unit, unit), { maxLength: POINTS_A_SIGN });
const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
const signs: fc.Arbitrary<Sign> = fc.oneof(
  fc.constant({ kind: 'away' } as const),
  fc.record({ kind: fc.constant('pointer' as const), x: whole, y: whole, isDown: fc.boolean(), isLaser: fc.boolean() }),
  fc.record({ kind: fc.constant('selection' as const), ids: fc.array(id, { maxLength: 10 }) }),
  fc.record({ kind: fc.constant('ink' as const), id, width: fc.integer({ min: 0, max: 255 }).map((n) => n / 10), colour: fc.stringMatching(/^#[\da-f]{6}$/), points }),
  fc.record({ kind: fc.constant('more' as const), points }),
);

describe('signs of a hand', () => {
  it('BO24 are read as they were written, within their bytes', () => {
    fc.assert(fc.property(signs, fc.tuple(unit, unit), (sign, before) => {
      const bytes = writeSign(sign, before);
      expect(bytes.length).toBeLessThanOrEqual(LONGEST_SIGN);
      expect(readSign(bytes, before)).toEqual(sign);
    }), { numRuns: 500 });
  });

  it('BO24 whatever bytes come, they are a sign or none', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const sign = readSign(bytes);
      if (sign?.kind === 'pointer') expect(Math.max(Math.abs(sign.x), Math.abs(sign.y))).toBeLessThanOrEqual(1_000_000);
      if (sign?.kind === 'selection') expect(sign.ids.length).toBeLessThanOrEqual(10);
      expect(readFrame(bytes).every((one) => one.bytes.length <= 255)).toBe(true);
    }), { numRuns: 500 });
  });

  it('BO24 several hands share a frame', () => {
    const told = [{ hand: 3, bytes: writeSign({ kind: 'away' }) }, { hand: 200, bytes: writeSign({ kind: 'selection', ids: ['a'] }) }];
    expect(readFrame(writeFrame(told))).toEqual(told);
    expect(readFrame(writeFrame(told).slice(0, -1))).toEqual(told.slice(0, 1));
  });

  it('BO13 BO24 a stroke that is told while it is drawn weighs less than twice what it weighs in the end', () => {
    // A hand at 60 points a second, told ten times a second.
    const stroke = Array.from({ length: 120 }, (_, n): Point => [n * 3.7 + 40 * Math.sin(n / 9), 60 * Math.cos(n / 7)]);
    let told = 0;
    let last: Point = [0, 0];
    for (let at = 0; at < stroke.length; at += 6) {
      const some = stroke.slice(at, at + 6).map(([x, y]): Point => [x + 500, y + 300]);
      told += writeSign(at === 0 ? { kind: 'ink', id: 'a'.repeat(21), width: 2, colour: '#1e1e1e', points: some } : { kind: 'more', points: some }, last).length;
      last = some.at(-1) ?? last;
    }
    expect(told).toBeLessThan(packPoints(stroke).length);
  });
});
