import { describe, expect, it } from 'vitest';
import { createWords } from '#client/app/words.ts';
import { describe as describeIn } from '#client/people/description.ts';
import { defaultLook } from '#shared/people/look.ts';
import { message } from '#shared/kernel/message.ts';

const joined = message('test.joined', '{name} joined {circle}, {count, plural, one {# person} other {# people}} now.');
const circle = message('test.circle', 'the circle {topic}');
const topic = message('test.topic', 'Arrivals');

/** What is left of a text when everything in brackets is taken out. */
const outside = (text: string): string => text.replace(/⟦[^⟦⟧]*⟧/gu, '');

describe('words in English', () => {
  const words = createWords('en');

  it('formats values and plurals', () => {
    expect(words(joined, { name: 'Ana', circle: topic, count: 1 })).toBe('Ana joined Arrivals, 1 person now.');
  });

  it('formats nested messages first, at any depth', () => {
    const values = { name: 'Ana', circle: { message: circle, values: { topic } }, count: 6 };
    expect(words(joined, values)).toBe('Ana joined the circle Arrivals, 6 people now.');
    expect(words({ message: joined, values })).toBe(words(joined, values));
  });

  it('keeps what looks like markup', () => {
    expect(words(message('test.markup', '{name} <3'), { name: '<b>Ana</b>' })).toBe('<b>Ana</b> <3');
  });

  it('lists names', () => {
    expect(words.list(['Ana'])).toBe('Ana');
    expect(words.list(['Ana', 'Ben', 'Kwame'])).toBe('Ana, Ben and Kwame');
  });

  it('begins a description with a capital', () => {
    expect(describeIn(words, { ...defaultLook, skin: 'golden', hair: 'bob', hairColour: 'grey', glasses: 'round', top: 'turquoise', moving: 'wheelchair' }))
      .toBe('Golden skin, grey bob, round glasses, turquoise jumper, navy trousers, uses a wheelchair');
    expect(words.sentence('“ångström”')).toBe('“Ångström”');
  });
});

describe('words in the pseudo-locale', () => {
  const words = createWords('en-XA');

  it('wraps and accents literals, in every branch', () => {
    expect(words(message('test.plain', 'Raise hand'))).toBe('⟦Ráíšé háñd⟧');
    expect(words(joined, { name: 'Ana', circle: 'Hearth', count: 2 })).toBe('Ana⟦ jóíñéd ⟧Hearth⟦, ⟧2⟦ péóplé⟧⟦ ñów.⟧');
  });

  it('does not wrap values, and wraps nested messages once', () => {
    const text = words(joined, { name: 'Ana', circle: { message: circle, values: { topic } }, count: 6 });
    expect(outside(text)).toBe('Ana6');
    expect(text).not.toMatch(/⟦[^⟧]*⟦/u);
  });

  it('leaves nothing of a look outside the brackets', () => {
    expect(outside(describeIn(words, defaultLook))).toBe('');
  });

  it('wraps what joins a list', () => {
    expect(outside(words.list(['Ana', 'Ben', 'Kwame']))).toBe('AnaBenKwame');
  });
});
