import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWords } from '#client/app/words.ts';
import { packLook, unpackLook } from '#shared/people/look.ts';
import { randomLook } from '#shared/people/look.chance.ts';
import { describeLook } from '#shared/people/look.description.ts';
import { lookSlots, slotNames, type Look } from '#shared/people/look.options.ts';
import { cleanName, distinctName, othersByNearness } from '#shared/people/people.rules.ts';
import { sittingTogether, venuesHere } from '#shared/people/venues.ts';
import { makeRoom } from '#test/support/room.ts';

const chances = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 40, maxLength: 40 }).map((drawn) => {
  let at = 0;
  return () => drawn[at++ % drawn.length] ?? 0;
});

describe('people', () => {
  it('PE1 people are listed nearest first, and by id where they stand equally near', () => {
    const room = makeRoom();
    const me = room.add('Me', { x: 0, z: 8 });
    const [far, beta, alpha] = [room.add('Far', { x: 9, z: 8 }), room.add('Beta', { x: 2, z: 8 }), room.add('Alpha', { x: -2, z: 8 })];
    expect(othersByNearness(room, me)).toEqual([alpha, beta, far]);
  });

  it('PE2 a kept name has no control, bidirectional or invisible character, single spaces, and its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const name = cleanName(`\u202e ${text}\u200b\u0007 `, 40);
        expect(name).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(name).not.toMatch(/\s\s|^\s|\s$/);
        expect([...name].length).toBeLessThanOrEqual(40);
        expect(cleanName(name, 40)).toBe(name);
      }),
    );
    expect(cleanName('Ａｎａ', 40)).toBe('Ana');
  });

  it('PE3 a name that could be taken for one present gets the first free number', () => {
    expect(distinctName('Ana', ['Ben'])).toBe('Ana');
    expect(distinctName('Ana', ['Ana'])).toBe('Ana 2');
    expect(distinctName('ANA', ['Ana', 'Ana 2'])).toBe('ANA 3');
    expect(distinctName('B0b', ['Bob'])).toBe('B0b 2');
    expect(distinctName('Ána', ['Ana'])).toBe('Ána 2');
  });

  it('PE4 a look packs to one digit a slot and back; anything else unpacks to nothing', () => {
    fc.assert(
      fc.property(chances, (chance) => {
        const look = randomLook(chance);
        const packed = packLook(look);
        expect(packed).toMatch(/^[0-9a-z]+$/);
        expect(packed).toHaveLength(slotNames.length);
        expect(unpackLook(packed)).toEqual(look);
      }),
    );
    for (const junk of ['', 'Z', '!', 'z'.repeat(slotNames.length), '0'.repeat(slotNames.length + 1)]) expect(unpackLook(junk)).toBeUndefined();
  });

  it('PE5 a drawn look never draws aids for moving or hearing', () => {
    fc.assert(
      fc.property(chances, (chance) => {
        const { moving, hearing } = randomLook(chance);
        expect([moving, hearing]).toEqual(['none', 'none']);
      }),
    );
  });

  it('PE6 every value that others can hear changes the spoken description', () => {
    const words = createWords('en');
    const base = unpackLook('0') as Look;
    for (const slot of slotNames) {
      if (['height', 'build', 'accent', 'hearingSide', 'aidColour', 'heard'].includes(slot)) continue;
      const heard = lookSlots[slot].map((choice) => words(describeLook({ ...base, hair: 'short', ...(slot === 'hairColour' ? { hair: 'bob' } : {}), [slot]: choice.id } as Look)));
      expect(new Set(heard).size, slot).toBe(heard.length);
    }
  });
});

describe('venues', () => {
  it('PE12 those who are at one are shown together, one’s own first; whoever is alone at one is not', () => {
    const room = makeRoom();
    const [me, ben, cy, dee, eve, fay] = ['Me', 'Ben', 'Cy', 'Dee', 'Eve', 'Fay'].map((name, at) => room.add(name, { x: at, z: 8, heading: 0 }));
    for (const [id, venue] of [[me, 'Lyon'], [ben, 'Porto'], [cy, 'Porto'], [dee, 'Oslo'], [eve, 'lyon'], [fay, '']] as const) {
      const person = room.facts.people.get(id ?? '');
      if (person) person.venue = venue;
    }
    if (!me) throw new Error('Nobody came.');
    expect(venuesHere(room, me)).toEqual([
      { name: 'lyon', people: [eve, me], isMine: true },
      { name: 'Porto', people: [ben, cy], isMine: false },
    ]);
  });

  it('PE13 whoever sits with others of theirs has its name; whoever stands, or sits alone, has not', () => {
    const people = [['ana', 'Lyon', true], ['ben', 'lyon', true], ['cy', 'Lyon', false], ['dee', 'Oslo', true], ['eve', '', true]] as const;
    expect([...sittingTogether(people.map(([id, venue, seated]) => [id, { venue, seated }] as const))]).toEqual([['ana', 'Lyon'], ['ben', 'lyon']]);
  });
});
