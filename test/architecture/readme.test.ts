import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingTable } from '#server/host/settings.ts';
import { root } from './sources.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'assets/rooms/README.md'];
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

/** Commands of npm that a text names and package.json lacks. */
const unknownScripts = (text: string): readonly string[] => [...text.matchAll(/npm run ([\w-]+)/g)].map((match) => match[1] ?? '').filter((name) => !scripts.includes(name));
/** Paths of our folders that a text names and that are not there. */
const unknownPaths = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:shared|server|client|test|assets)\/[\w./-]*)`/g)].map((match) => match[1] ?? '').filter((path) => ![path, `${path}.test.ts`].some((one) => existsSync(join(root, one))));

describe('the pages for newcomers', () => {
  it('list every setting with its meaning and default, and no other', () => {
    const rows = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \| (.*?) \| (.*?) ?\|$/gm)].map(([, key, meaning, fallback]) => ({ key, meaning, fallback }));
    expect(rows).toEqual(Object.entries(settingTable).map(([key, { meaning, fallback }]) => ({ key, meaning, fallback })));
  });

  it('name only commands and files that there are', () => {
    for (const page of pages) expect({ page, scripts: unknownScripts(read(page)), paths: unknownPaths(read(page)) }).toEqual({ page, scripts: [], paths: [] });
  });

  it('would be caught otherwise', () => {
    expect(unknownScripts('`npm run nothing`')).toEqual(['nothing']);
    expect(unknownPaths('see `server/nowhere.ts`')).toEqual(['server/nowhere.ts']);
  });
});
