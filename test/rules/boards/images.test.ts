/** How many pictures a board keeps, and of whom. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_IMAGE_BYTES, MOST_IMAGES, roomFor, SHARES, type Bringer, type Brought } from '#shared/boards/images.ts';
import { personId } from '#shared/kernel/ids.ts';

const whoIs = (id: string, more: Partial<Bringer> = {}): Bringer => ({ id: personId(id), role: 'editor', standing: 'member', ...more });
const [ana, gus, guide] = [whoIs('ana'), whoIs('gus', { standing: 'guest' }), whoIs('olga', { role: 'facilitator', standing: 'owner' })];
/** What they bring, one after the other, as long as there is room. */
const brought = (kept: readonly Brought[], by: Bringer, sizes: readonly number[]): readonly Brought[] =>
  sizes.reduce<readonly Brought[]>((all, size) => (roomFor(all, size, by).granted ? [...all, { size, by: by.id, isGuest: by.standing === 'guest' }] : all), kept);
const many = (count: number, size = 1_000): readonly number[] => Array.from({ length: count }, () => size);
const codeOf = (kept: readonly Brought[], size: number, by: Bringer): string => {
  const permit = roomFor(kept, size, by);
  return permit.granted ? 'done' : permit.refusal.code;
};

describe('pictures of one board', () => {
  it('BO29 one person brings as many as a person may, in number and in size, and whoever guides the board more', () => {
    for (const [by, { images, bytes }] of [[ana, SHARES.person], [gus, SHARES.person], [guide, SHARES.guide]] as const) {
      expect(brought([], by, many(500)).length).toBe(images);
      expect(codeOf(brought([], by, many(images)), 1, by)).toBe('board.imagesYours');
      expect(codeOf(brought([], by, many(10, bytes / 10)), 1, by)).toBe('board.imagesYours');
      // Another's are not theirs, and nor are those of whom nobody knows who brought them.
      expect(codeOf(brought([], whoIs('ben'), many(images)).map((one) => ({ ...one, by: undefined })), 1, by)).toBe('done');
    }
  });

  it('BO27 BO29 a board is full for everybody', () => {
    const full = Array.from({ length: MOST_IMAGES }, (_, n) => ({ size: 1, by: personId(`p${n}`), isGuest: false }));
    for (const by of [ana, gus, guide]) expect(codeOf(full, 1, by)).toBe('board.imagesFull');
    expect(codeOf([{ size: MOST_IMAGE_BYTES, by: undefined, isGuest: false }], 1, guide)).toBe('board.imagesFull');
  });

  it('BO29 however many guests come, and whatever they bring, everybody else has room', () => {
    const guests = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 12_000_000 })), { maxLength: 400 });
    fc.assert(fc.property(guests, (files) => {
      const kept = files.reduce<readonly Brought[]>((all, [who, size]) => brought(all, whoIs(`guest ${who}`, { standing: 'guest' }), [size]), []);
      expect(brought(kept, ana, many(40, 1_000_000)).length).toBe(kept.length + 40);
      expect(brought(kept, guide, many(60, 1_000_000)).length).toBe(kept.length + 60);
    }), { numRuns: 60 });
    const crowd = Array.from({ length: 300 }, (_, n) => whoIs(`guest ${n}`, { standing: 'guest' })).reduce<readonly Brought[]>((all, by) => brought(all, by, [1]), []);
    expect([crowd.length, codeOf(crowd, 1, whoIs('one more', { standing: 'guest' }))]).toEqual([SHARES.guests.images, 'board.imagesGuests']);
  });
});
