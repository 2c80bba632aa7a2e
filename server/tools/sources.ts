/** Reads our own files, to say where a capability is declared, ruled and tested. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every file below a folder whose name ends so, from the root, sorted. */
export const filesBelow = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

export interface Declaration {
  readonly feature: string;
  readonly file: string;
  readonly line: number;
}

/** Where a capability is declared; `undefined` where no file says `id: 'its id'`. */
export const declarationOf = (id: string): Declaration | undefined => {
  for (const file of filesBelow('shared', /\.capabilities\.ts$/)) {
    const line = readSource(file).split('\n').findIndex((text) => text.includes(`id: '${id}'`));
    if (line >= 0) return { feature: file.split('/')[1] ?? '', file, line: line + 1 };
  }
  return undefined;
};

export interface Rule {
  readonly id: string;
  readonly text: string;
}

/** The numbered rules of a feature's SPEC.md. */
export const rulesOf = (feature: string): readonly Rule[] =>
  [...readSource(`shared/${feature}/SPEC.md`).matchAll(/^- \*\*([A-Z]{2}\d+)\*\* ((?:.|\n(?! *- |\n|#))*)/gm)].map(([, id = '', text = '']) => ({ id, text: text.replace(/\s+/g, ' ').trim() }));

export interface Title {
  readonly file: string;
  readonly title: string;
}

/** Every title of a test, but for those of our own code's shape, which wear rules as examples. */
export const testTitles = (): readonly Title[] =>
  filesBelow('test', /\.test\.tsx?$/).filter((file) => !file.startsWith('test/architecture/')).flatMap((file) =>
    [...readSource(file).matchAll(/\b(?:it|test)(?:\.\w+)*(?:\([^)]*\))?\(\s*(['"`])([\s\S]*?)\1/g)].map(([, , title = '']) => ({ file, title })),
  );
