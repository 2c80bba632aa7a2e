import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource, root, sourcesOf, type Source } from './sources.ts';

const specs = readdirSync(join(root, 'shared'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(root, 'shared', entry.name)).includes('SPEC.md'))
  .map(({ name }) => ({ name, text: readFileSync(join(root, 'shared', name, 'SPEC.md'), 'utf8') }));

const rulesOf = (text: string): readonly string[] => [...text.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map((match) => match[1] ?? '');
const nested = String.raw`\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)`;
const call = new RegExp(String.raw`\b(?:it|test)((?:\.\w+)*)(?:${nested})?\(\s*(['"${'`'}])((?:\\.|(?!\2)[\s\S])*)\2`, 'g');
/** The titles of the tests that a file runs; one that is skipped or still to do shows nothing. */
const titlesOf = ({ code }: Source): readonly string[] => [...code.matchAll(call)].filter(([, chain = '']) => !/\.(skip|todo|fails)\b/.test(chain)).map((match) => match[3] ?? '');
/** The rules that a title wears: it begins with them, as in `HA6 SE6 whoever leaves …`. */
const worn = (title: string): readonly string[] => /^(?:[A-Z]{2}\d+,?\s+)+/.exec(title)?.[0].match(/[A-Z]{2}\d+/g) ?? [];
const untested = (rules: readonly string[], titles: readonly string[]) => rules.filter((rule) => !titles.flatMap(worn).includes(rule));
/** Rules worn by a test although no SPEC.md has them (any more). */
const unknown = (rules: readonly string[], titles: readonly string[]) => titles.flatMap(worn).filter((rule) => !rules.includes(rule));

const rules = specs.flatMap(({ text }) => rulesOf(text));
const titles = sourcesOf('test').flatMap(titlesOf);

describe('the SPEC files', () => {
  it('number rules that are each worn by a test', () => {
    expect(rules.length).toBeGreaterThan(35);
    expect(new Set(rules).size).toBe(rules.length);
    expect(untested(rules, titles)).toEqual([]);
  });

  it('have every rule that a test wears', () => {
    expect(unknown(rules, titles)).toEqual([]);
  });

  it('would show a rule without a test, a test without a rule, and a test that does not run', () => {
    const file = readSource('test/rules/x.test.ts', "it('HA1 SE2 a hand goes up', f);\ntest.each([f(1)])('HA2 of %s', f);\nit.skip('HA3 later', f);\n// it('HA4 gone', f);\nit('after HA5', f);\nit('HA66 x', f);");
    expect(titlesOf(file)).toEqual(['HA1 SE2 a hand goes up', 'HA2 of %s', 'after HA5', 'HA66 x']);
    expect(untested(['HA1', 'HA2', 'HA3', 'HA4', 'HA5', 'HA6', 'SE2'], titlesOf(file))).toEqual(['HA3', 'HA4', 'HA5', 'HA6']);
    expect(unknown(['HA1', 'HA2', 'SE2'], titlesOf(file))).toEqual(['HA66']);
  });

  it('begin every rule alike, so that none is missed in counting', () => {
    for (const { name, text } of specs) expect(text.split('\n').filter((line) => /^\s*[-*]/.test(line)).length, name).toBe(rulesOf(text).length);
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
  const long = lengths.filter(({ lines }) => lines > 300).map(({ path }) => path);

  it('are short: none above 300 lines without a reason, half below 100', () => {
    expect(long.filter((path) => !(path in reasons))).toEqual([]);
    expect(Object.keys(reasons).filter((path) => !long.includes(path))).toEqual([]);
    expect(lengths.filter(({ lines }) => lines < 100).length).toBeGreaterThan(lengths.length / 2);
  });

  it('hold no hole in the types and no to-do', () => {
    const holes = sourcesOf('shared', 'server', 'client').filter(({ code, text }) => /:\s*any\b|\bas any\b|@ts-ignore|@ts-nocheck/.test(code) || /\bTODO\b|\bFIXME\b/.test(text));
    expect(holes.map(({ path }) => path)).toEqual([]);
  });
});
