/** What the architecture tests read: our source files, their imports, their code without comments. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Source {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Without comments. */
  readonly code: string;
  /** Without comments and without what stands in quotes; templates stay, for what they compute. */
  readonly bare: string;
  /** Everything it names, types and what is loaded on demand included. */
  readonly imports: readonly string[];
  /** What is fetched before its first line runs. */
  readonly eager: readonly string[];
}

const comment = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`;
const quoted = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"`;
const template = String.raw`${'`'}(?:\\[\s\S]|[^${'`'}\\])*${'`'}`;
const regexp = String.raw`(?<=[=(,:[!&|?{};>]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*`;
const tokens = new RegExp([comment, quoted, template, regexp].join('|'), 'g');

const isComment = (token: string): boolean => /^\/[/*]/.test(token);
const every = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

export const readSource = (path: string, text: string): Source => {
  const code = text.replace(tokens, (token) => (isComment(token) ? ' ' : token));
  return {
    path,
    text,
    code,
    bare: code.replace(tokens, (token) => (/^['"]/.test(token) ? "''" : token.startsWith('/') ? '/x/' : token)),
    imports: every(code, /\b(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g),
    eager: every(code, /^\s*(?:import|export)\s+(?!type\b)(?:[\w*{},\s$]*?\bfrom\s*)?['"]([^'"]+)['"]/gm),
  };
};

export const sourcesOf = (...folders: readonly string[]): readonly Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => readSource(relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8'))),
  );

/** The file of ours that an import names, from the root; `undefined` for a package. */
export const fileOf = (importer: string, name: string): string | undefined => {
  if (name.startsWith('#')) return name.slice(1);
  return name.startsWith('.') ? posix.join(posix.dirname(importer), name) : undefined;
};
