import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWords } from '#client/app/words.ts';
import type { Translation } from '#client/app/locales/locale.ts';
import { circleName } from '#shared/circles/circles.rules.ts';
import { message } from '#shared/kernel/message.ts';
import { randomLook } from '#shared/people/look.chance.ts';
import { describeLook } from '#shared/people/look.description.ts';
import { allMessages, allPlaces } from '#test/support/messages.ts';

const files = globSync('client/app/locales/*.json');
const read = (file: string): Translation => JSON.parse(readFileSync(file, 'utf8')) as Translation;

/** What a message asks to be filled in. */
const holes = (text: string): readonly string[] => {
  const names = new Set<string>();
  const walk = (parts: readonly { readonly type: number; readonly value?: unknown; readonly options?: Readonly<Record<string, { readonly value: readonly never[] }>> }[]): void => {
    for (const part of parts) {
      // 0 is text, 7 the number of a plural.
      if (part.type !== 0 && part.type !== 7) names.add(String(part.value));
      for (const option of Object.values(part.options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst() as never);
  return [...names].toSorted();
};

describe.each(files.map((file) => [basename(file, '.json'), read(file)] as const))('%s', (tag, { messages, places, joins }) => {
  let english: ReadonlyMap<string, string>;
  beforeAll(async () => {
    english = await allMessages();
  });

  it('says everything, and nothing else', () => {
    expect([...english.keys()].filter((id) => !(id in messages))).toEqual([]);
    expect(Object.keys(messages).filter((id) => !english.has(id) && !english.has(id.replace(/\.(own|others|many|caption)$/, '')))).toEqual([]);
  });

  it('asks for no value that English does not give', () => {
    for (const [id, text] of english) if (text !== '') expect({ id, asks: holes(messages[id] ?? '').filter((name) => !holes(text).includes(name)) }).toEqual({ id, asks: [] });
  });

  it('names every place of the shipped rooms', () => {
    expect([...allPlaces()].filter((name) => !(name in places))).toEqual([]);
    expect(Object.keys(places).filter((name) => !allPlaces().has(name))).toEqual([]);
  });

  it('can say every message', () => {
    const words = createWords(tag, { messages, places, joins });
    for (const [id, text] of english) {
      const values = Object.fromEntries(holes(text).map((name) => [name, ['count', 'metres', 'place', 'size', 'near', 'more', 'hands', 'others', 'circles', 'elsewhere', 'free', 'seconds', 'uses'].includes(name) ? 2 : ['until', 'time', 'at'].includes(name) ? 0 : 'none']));
      if (text !== '') expect(words(message(id, text), values)).not.toContain('{');
    }
  });
});

describe('in Spanish', () => {
  const words = createWords('es', read('client/app/locales/es.json'));

  it('names of places stand in sentences, and two words become one', () => {
    const toward = message('place.you.toward', '');
    expect(words(toward, { metres: 3, landmark: 'the pond' })).toBe('Estás a 3 metros del estanque.');
    expect(words(toward, { metres: 1, landmark: 'the hearth' })).toBe('Estás a 1 metro de la hoguera.');
    expect(words(message('circles.inCircle', ''), { circle: circleName({ topic: '', landmark: 'the east bench' }), count: 2 })).toBe('Estás en el círculo del banco del este con otras 2 personas.');
    // Not in a name.
    expect(words(message('page.goToName', ''), { name: 'El Greco' })).toBe('Ir a El Greco');
  });

  it('a look is told without a gender', () => {
    for (let seed = 0; seed < 50; seed++) {
      let drawn = seed;
      const look = randomLook(() => (drawn = (drawn * 7.13 + 0.37) % 1));
      expect(words(describeLook(look))).toMatch(/^piel de tono .+, (jersey|sudadera|camisa|americana|túnica|vestido|vestido largo) de color [^,]+( con mangas cortas)?((, | sobre )(pantalones|falda|falda larga|medias) de color .+)?$/);
    }
  });
});
