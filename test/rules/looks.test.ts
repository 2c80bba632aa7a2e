import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import type { Translation } from '#client/app/locales/locale.ts';
import { described } from '#client/announce/describing.ts';
import { createWords } from '#client/app/words.ts';
import { lookBag } from '#shared/people/look.chance.ts';
import { describePerson, peopleCues } from '#shared/people/people.capabilities.ts';
import { defaultLook, lookOf, packLook, unpackLook } from '#shared/people/look.ts';
import { describeLook } from '#shared/people/look.description.ts';
import { drawnSlots, lookSlots, slotNames, type Choice, type Look, type LookSlot } from '#shared/people/look.options.ts';
import { colourApart } from '#test/support/colourApart.ts';
import { makeRoom } from '#test/support/room.ts';

const choicesOf = (slot: LookSlot): readonly Choice[] => lookSlots[slot];
const anyLook: fc.Arbitrary<Look> = fc
  .tuple(...slotNames.map((slot) => fc.constantFrom(...choicesOf(slot).map(({ id }) => id))))
  .map((chosen) => Object.fromEntries(slotNames.map((slot, at) => [slot, chosen[at]])) as unknown as Look);

const colourOfAids = slotNames.indexOf('aidColour');

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
        // What aids are coloured is not packed in an older look: they have the colour of headwear there.
        const older = text.length <= colourOfAids ? text.padEnd(colourOfAids, '0') + (text[slotNames.indexOf('accent')] ?? '0') : text;
        if (look) expect(packLook(look)).toBe(older.padEnd(slotNames.length, '0'));
        expect(lookOf(text)).toEqual(look ?? defaultLook);
      }),
      { numRuns: 500 },
    );
  });

  it('PE4 a look that was packed before a slot was added still unpacks', () => {
    const packed = packLook({ ...defaultLook, skin: 'brown' });
    for (let kept = 1; kept <= packed.length; kept++) expect(unpackLook(packed.slice(0, kept))).toEqual({ ...defaultLook, skin: 'brown' });
  });

  it('PE4 looks packed in November 2026, before the table grew, are still who they were', () => {
    const kept: Readonly<Record<string, Partial<Look>>> = {
      // Skin, hair, its colour, headwear, glasses, hearing, sleeves, lower, top, accent, lower colour, moving, height, build.
      '7711101125210': { skin: 'darkBrown', hair: 'locs', hairColour: 'veryDarkBrown', headwear: 'hijab', glasses: 'round', hearing: 'none', sleeves: 'short', lower: 'skirt', top: 'yellow', accent: 'turquoise', lowerColour: 'brown', moving: 'wheelchair', height: 'medium', build: 'medium' },
      '35000100b40221': { skin: 'golden', hair: 'bun', hairColour: 'black', hearing: 'aids', hearingSide: 'both', top: 'brown', accent: 'darkGreen', aidColour: 'darkGreen', moving: 'cane', height: 'taller', build: 'narrow', beard: 'none', garment: 'jumper', heard: 'yes' },
      'a': {},
    };
    for (const [packed, expected] of Object.entries(kept)) {
      if (packed === 'a') expect(unpackLook(packed)).toBeUndefined();
      else expect(unpackLook(packed)).toMatchObject(expected);
    }
    expect(slotNames.slice(0, 14)).toEqual(['skin', 'hair', 'hairColour', 'headwear', 'glasses', 'hearing', 'sleeves', 'lower', 'top', 'accent', 'lowerColour', 'moving', 'height', 'build']);
    expect(lookSlots.hair.slice(0, 8).map(({ id }) => id)).toEqual(['none', 'short', 'afro', 'puffs', 'bob', 'bun', 'longStraight', 'locs']);
    expect(lookSlots.headwear.slice(0, 6).map(({ id }) => id)).toEqual(['none', 'hijab', 'headscarf', 'turban', 'cap', 'sunHat']);
  });

  const spoken = { en: createWords('en'), es: createWords('es', JSON.parse(readFileSync('client/app/locales/es.json', 'utf8')) as Translation) };

  it.each(['en', 'es'] as const)('PE6 (%s) every value that can be heard is heard, on someone who wears it', (language) => {
    const words = spoken[language];
    // What a slot is heard of.
    const on: Partial<Readonly<Record<LookSlot, readonly Partial<Look>[]>>> = {
      hairColour: lookSlots.hair.filter(({ id }) => id !== 'none').map(({ id }): Partial<Look> => ({ hair: id })).concat(['moustache', 'short', 'full'].map((beard) => ({ beard }) as Partial<Look>)),
      accent: lookSlots.headwear.filter(({ id }) => id !== 'none').map(({ id }) => ({ headwear: id })),
      hearingSide: [{ hearing: 'aids' }, { hearing: 'implants' }],
      aidColour: ['aids', 'implants'].flatMap((hearing) => lookSlots.hearingSide.map(({ id }) => ({ hearing, hearingSide: id }) as Partial<Look>)),
      lower: lookSlots.garment.map(({ id }) => ({ garment: id })),
      lowerColour: [...lookSlots.garment.map(({ id }) => ({ garment: id })), { garment: 'dress', lower: 'skirt' }, { lower: 'longSkirt' }],
      top: lookSlots.garment.map(({ id }) => ({ garment: id })),
      sleeves: lookSlots.garment.map(({ id }) => ({ garment: id })),
    };
    for (const slot of drawnSlots) {
      if (slot === 'height' || slot === 'build') continue;
      for (const worn of on[slot] ?? [{}]) {
        const heard = choicesOf(slot).map(({ id }) => words(describeLook({ ...defaultLook, hair: 'short', ...worn, [slot]: id } as Look)));
        expect(new Set(heard).size, `${slot} on ${JSON.stringify(worn)}`).toBe(heard.length);
      }
    }
  });

  it('PE6 the description keeps its order', () => {
    expect(spoken.en(describeLook({ ...defaultLook, skin: 'golden', hair: 'curly', hairColour: 'veryDarkBrown', beard: 'stubble', glasses: 'round', hearing: 'implants', hearingSide: 'left', aidColour: 'pink', top: 'turquoise', moving: 'wheelchair' }))).toBe(
      'golden skin, curly very dark brown hair, stubble, round glasses, pink cochlear implant on the left, turquoise jumper, navy trousers, uses a wheelchair',
    );
    expect(spoken.en(describeLook({ ...defaultLook, skin: 'deepBrown', headwear: 'hijab', accent: 'turquoise', garment: 'dress', lower: 'trousers', top: 'pink', moving: 'whiteCane' }))).toBe(
      'deep brown skin, turquoise hijab, pink dress over navy trousers, walks with a white cane',
    );
  });

  it('PE5 ten strangers from one bag have ten skins, and clothes that can be told apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        let at = seed;
        const draw = lookBag(() => (at = (Math.imul(at, 1664525) + 1013904223) >>> 0) / 2 ** 32);
        const ten = Array.from({ length: 10 }, draw);
        expect(new Set(ten.map(({ skin }) => skin)).size).toBe(10);
        expect(ten.every(({ headwear, accent, top }) => headwear === 'none' || accent !== top)).toBe(true);
        expect(ten.every(({ hearing, moving, heard }) => hearing === 'none' && moving === 'none' && heard === 'yes')).toBe(true);
      }),
    );
  });

  it('PE11 cloth is told from skin, headwear from the top, and the top from what is worn below', () => {
    const hexOf = (slot: 'skin' | 'top' | 'accent' | 'lowerColour', look: Look): string => lookSlots[slot].find(({ id }) => id === look[slot])?.hex ?? '';
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (chances) => {
        const look = lookBag(() => chances.next().value)();
        const [skin, top, accent, lower] = [hexOf('skin', look), hexOf('top', look), hexOf('accent', look), hexOf('lowerColour', look)];
        expect(colourApart(skin, top), `${look.skin} ${look.top}`).toBeGreaterThan(24);
        expect(colourApart(skin, lower), `${look.skin} ${look.lowerColour}`).toBeGreaterThan(18);
        expect(colourApart(top, lower), `${look.top} ${look.lowerColour}`).toBeGreaterThan(20);
        expect(colourApart(top, accent), `${look.top} ${look.accent}`).toBeGreaterThan(34);
      }),
      { numRuns: 2_000 },
    );
  });

  it('PE8 whoever keeps their description to themselves is told by name and place alone', () => {
    const room = makeRoom();
    const [me, ana] = [room.add('Me', { x: 0, z: 8 }), room.add('Ana', { x: 2, z: 8 })];
    const asked = (look: Look): string => {
      const person = room.facts.people.get(ana);
      if (person) person.look = packLook(look);
      const [told] = describePerson.cues?.({ person: ana }, { id: me } as never, room) ?? [];
      return told ? described(spoken.en, peopleCues.described.parts ?? {}, told.values, { first: 'name', detail: 'full' }) : '';
    };
    expect(asked({ ...defaultLook, heard: 'yes' })).toMatch(/^Ana\. Very light skin, .*trousers\. \S/);
    expect(asked({ ...defaultLook, heard: 'no' })).toMatch(/^Ana\. (?!.*(skin|hair|jumper)).*metres?/);
  });

  it('PE6 whatever someone chooses, the description is a whole one', () => {
    const words = createWords('en');
    fc.assert(
      fc.property(anyLook, (look) => {
        expect(words(describeLook(look))).toMatch(/^[a-z -]+ skin, [a-z, -]+ (jumper|hoodie|shirt|blazer|tunic|dress)[a-z, -]*$/);
      }),
    );
  });
});
