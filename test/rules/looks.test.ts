import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWords } from '#client/app/words.ts';
import { defaultLook, describeLook, lookOf, packLook, unpackLook } from '#shared/people/look.ts';
import { lookSlots, slotNames, type Choice, type Look, type LookSlot } from '#shared/people/look.options.ts';

const choicesOf = (slot: LookSlot): readonly Choice[] => lookSlots[slot];
const anyLook: fc.Arbitrary<Look> = fc
  .tuple(...slotNames.map((slot) => fc.constantFrom(...choicesOf(slot).map(({ id }) => id))))
  .map((chosen) => Object.fromEntries(slotNames.map((slot, at) => [slot, chosen[at]])) as unknown as Look);

describe('looks', () => {
  it('PE4 every look there is, aids included, packs to itself', () => {
    fc.assert(
      fc.property(anyLook, (look) => {
        expect(unpackLook(packLook(look))).toEqual(look);
      }),
    );
  });

  it('PE4 any text is a whole look or none: what unpacks packs to the same digits', () => {
    const digit = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzAZ!é😀');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: digit, maxLength: 20 }), fc.string({ unit: fc.constantFrom('0', '1'), maxLength: 20 }), fc.string({ unit: 'binary' })), (text) => {
        const look = unpackLook(text);
        if (look) expect(packLook(look)).toBe(text.padEnd(slotNames.length, '0'));
        expect(lookOf(text)).toEqual(look ?? defaultLook);
      }),
      { numRuns: 500 },
    );
  });

  it('PE4 a look that was packed before a slot was added still unpacks', () => {
    const packed = packLook({ ...defaultLook, skin: 'brown' });
    for (let kept = 1; kept <= packed.length; kept++) expect(unpackLook(packed.slice(0, kept))).toEqual({ ...defaultLook, skin: 'brown' });
  });

  it('PE6 the colour of headwear and of hearing aids is heard', () => {
    const words = createWords('en');
    for (const worn of [{ headwear: 'hijab' }, { headwear: 'cap' }, { headwear: 'sunHat' }, { hearing: 'aids' }] as const) {
      const heard = lookSlots.accent.map(({ id }) => words(describeLook({ ...defaultLook, ...worn, accent: id })));
      expect(new Set(heard).size).toBe(lookSlots.accent.length);
    }
  });

  it('PE6 whatever someone chooses, the description is a whole one', () => {
    const words = createWords('en');
    fc.assert(
      fc.property(anyLook, (look) => {
        expect(words(describeLook(look))).toMatch(/^[a-z -]+ skin, [a-z, -]+ jumper, [a-z, -]+$/);
      }),
    );
  });
});
