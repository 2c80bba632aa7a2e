import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingTable } from '#server/host/settings.ts';
import { root } from './sources.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'assets/rooms/README.md'];
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

/** Commands of npm that a text names and package.json lacks. */
const unknownScripts = (text: string): readonly string[] => [...text.matchAll(/npm run ([\w-]+)/g)].map((match) => match[1] ?? '').filter((name) => !scripts.includes(name));
/** Paths of our folders that a text names and that are not there. */
const unknownPaths = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:shared|server|client|test|assets)\/[\w./-]*)`/g)].map((match) => match[1] ?? '').filter((path) => ![path, `${path}.test.ts`].some((one) => existsSync(join(root, one))));

/** Files that a page links to or shows, from its own folder, and that are not there. */
const unknownLinks = (page: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '').filter((link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(page), link)));

describe('the pages for newcomers', () => {
  it('list every setting with its meaning and default, and no other', () => {
    const rows = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \| (.*?) \| (.*?) ?\|$/gm)].map(([, key, meaning, fallback]) => ({ key, meaning, fallback }));
    expect(rows).toEqual(Object.entries(settingTable).map(([key, { meaning, fallback }]) => ({ key, meaning, fallback })));
  });

  it('name, link and show only commands and files that there are', () => {
    for (const page of pages) {
      const text = read(page);
      expect({ page, scripts: unknownScripts(text), paths: unknownPaths(text), links: unknownLinks(page, text) }).toEqual({ page, scripts: [], paths: [], links: [] });
    }
  });

  it('would be caught otherwise', () => {
    expect(unknownScripts('`npm run nothing`')).toEqual(['nothing']);
    expect(unknownPaths('see `server/nowhere.ts`')).toEqual(['server/nowhere.ts']);
    expect(unknownLinks('assets/rooms/README.md', '![a](../pictures/none.png) [b](https://example.org) [c](commons.json)')).toEqual(['../pictures/none.png']);
  });
});
