import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, distinctName } from '#shared/people/people.rules.ts';

const unheard = ['\u0000', '\u0007', '\u0085', '\u00ad', '\u034f', '\u061c', '\u115f', '\u1160', '\u180e', '\u200b', '\u200d', '\u200e', '\u202e', '\u2060', '\u2066', '\u2069', '\u2800', '\u3164', '\ufe0f', '\ufeff', '\uffa0', '\u{e0041}', '\ud800', '\udfff'];
const wild = fc.string({ unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom(...unheard, ' ', '\t', '\n', '\u00a0', 'a', 'e', '\u0301', '\u0308')), maxLength: 60 });

describe('names', () => {
  it('PE2 whatever is typed is kept in NFKC, visible, with single spaces, within its length; keeping it again changes nothing', () => {
    fc.assert(
      fc.property(wild, fc.integer({ min: 1, max: 40 }), (text, most) => {
        const name = cleanName(text, most);
        expect(name.normalize('NFKC')).toBe(name);
        expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cs}\u2800]/u);
        expect(name).not.toMatch(/\s\s|^\s|\s$|[^\S ]/u);
        expect([...name].length).toBeLessThanOrEqual(most);
        expect(cleanName(name, most)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });

  it('PE2 a name of nothing visible is no name', () => {
    for (const letter of unheard) expect(cleanName(letter.repeat(3), 40), letter.codePointAt(0)?.toString(16)).toBe('');
  });

  it('PE2 what people are really called is kept as they write it; a tab parts words', () => {
    for (const name of ['Nguyễn Thị Hoa', 'José', 'O’Brien-Łukasz', 'Владимир', 'محمد علی', '李小龍', 'नरेन्द्र', 'Ana 🙂']) expect(cleanName(name, 40)).toBe(name);
    expect(cleanName('Ana\tMaria', 40)).toBe('Ana Maria');
    expect(cleanName('e\u200b\u0301', 40)).toBe('é');
  });

  it('PE3 however a name is disguised, no two people here can be taken for one', () => {
    const disguises: Readonly<Record<string, readonly string[]>> = {
      a: ['a', 'A', 'á', 'а', 'А', 'Α', 'ä'], o: ['o', 'O', '0', 'о', 'О', 'ο', 'ò'], n: ['n', 'N', 'ñ', 'Ν'], i: ['i', 'I', 'l', '1', '|', 'і', 'ι', 'ı'], e: ['e', 'é', 'Е', 'Ε', ' e', '-e'],
    };
    const letter = fc.constantFrom(...Object.keys(disguises));
    const disguised = fc.array(letter, { minLength: 1, maxLength: 2 }).chain((letters) =>
      fc.tuple(...letters.map((plain) => fc.constantFrom(...(disguises[plain] ?? [plain])))).map((shown) => ({ plain: letters.join(''), shown: shown.join('').trim() })),
    );
    fc.assert(
      fc.property(fc.array(disguised, { maxLength: 12 }), (comers) => {
        const here: string[] = [];
        const met = new Map<string, number>();
        for (const { plain, shown } of comers) {
          const before = met.get(plain) ?? 0;
          const name = distinctName(shown, here);
          expect(name).toBe(before === 0 ? shown : `${shown} ${before + 1}`);
          met.set(plain, before + 1);
          here.push(name);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('PE3 a number is given again once nobody here wears it, and a name that ends like one is counted', () => {
    expect(distinctName('Ana', ['Ana 2', 'Ana'])).toBe('Ana 3');
    expect(distinctName('Ana', ['Ana', 'Ana 3'])).toBe('Ana 2');
    expect(distinctName('Ana2', ['Ana', 'Ana 2'])).toBe('Ana2 2');
  });
});
