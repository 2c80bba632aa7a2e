import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourcesOf } from './sources.ts';

const specs = readdirSync(join(root, 'shared'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(root, 'shared', entry.name)).includes('SPEC.md'))
  .map(({ name }) => ({ name, text: readFileSync(join(root, 'shared', name, 'SPEC.md'), 'utf8') }));

const rulesOf = (text: string): readonly string[] => [...text.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map((match) => match[1] ?? '');
const titles = sourcesOf('test').flatMap(({ code }) => [...code.matchAll(/\b(?:it|test)(?:\.\w+)*(?:\([^)]*\))?\(\s*(['"`])([\s\S]*?)\1/g)].map((match) => match[2] ?? ''));
/** The rules that no title wears. A title may wear several: `HA6 SE6 …`. */
const untested = (rules: readonly string[], worn: readonly string[]) => rules.filter((rule) => !worn.some((title) => new RegExp(`\\b${rule}\\b`).test(title)));

describe('the SPEC files', () => {
  it('number rules that are each worn by a test', () => {
    const rules = specs.flatMap(({ text }) => rulesOf(text));
    expect(rules.length).toBeGreaterThan(35);
    expect(new Set(rules).size).toBe(rules.length);
    expect(untested(rules, titles)).toEqual([]);
  });

  it('would show a rule without one', () => {
    expect(untested(['HA1', 'HA99'], ['HA1 a hand goes up'])).toEqual(['HA99']);
  });

  it('stand beside every feature that has rules', () => {
    const features = new Set(sourcesOf('shared').filter(({ path }) => /\.(capabilities|rules)\.ts$/.test(path)).map(({ path }) => path.split('/')[1]));
    expect([...features].filter((feature) => !specs.some(({ name }) => name === feature))).toEqual([]);
  });
});

/** Why a file may be longer than 300 lines. */
const reasons: Readonly<Record<string, string>> = {};

describe('files', () => {
  const lengths = sourcesOf('shared', 'server', 'client', 'test').map(({ path, text }) => ({ path, lines: text.split('\n').length }));

  it('are short: none above 300 lines without a reason, half below 100', () => {
    expect(lengths.filter(({ path, lines }) => lines > 300 && !(path in reasons))).toEqual([]);
    expect(lengths.filter(({ lines }) => lines < 100).length).toBeGreaterThan(lengths.length / 2);
  });

  it('hold no hole in the types and no to-do', () => {
    const holes = sourcesOf('shared', 'server', 'client').filter(({ code, text }) => /:\s*any\b|\bas any\b|@ts-ignore|@ts-nocheck/.test(code) || /\bTODO\b|\bFIXME\b/.test(text));
    expect(holes.map(({ path }) => path)).toEqual([]);
  });
});
