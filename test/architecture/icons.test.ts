import { describe, expect, it } from 'vitest';
import { filled, outlined } from '#client/ui/icons.paths.ts';
import { sourcesOf } from './sources.ts';

const drawing = sourcesOf('client', 'shared').filter(({ path }) => path !== 'client/ui/icons.paths.ts' && !path.includes('/gallery/'));
const unnamed = (names: readonly string[], code: readonly string[]): readonly string[] => names.filter((name) => !code.some((text) => new RegExp(`['"]${name}['"]`).test(text)));

describe('the icons', () => {
  it('are those that the page draws: each weighs on everyone who opens a room', () => {
    expect(unnamed(Object.keys(outlined), drawing.map(({ code }) => code))).toEqual([]);
    expect(unnamed(Object.keys(filled), drawing.filter(({ code }) => /weight=.*fill/.test(code)).map(({ code }) => code))).toEqual([]);
  });

  it('would be found out otherwise', () => {
    expect(unnamed(['x', 'check', 'eye'], [`<Icon name="x" />`, `icon: 'check'`, 'eye'])).toEqual(['eye']);
  });
});
