/** How much script a build of the client makes a browser fetch, gzipped: read from the files, so that it is the same everywhere. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';

/** The most that a browser fetches before a room can be used in 2D, and for the 3D view besides (KB, gzipped). */
export const mostScript = { flat: 220, deep: 260 } as const;

const dist = join(import.meta.dirname, '../../dist');
const read = (script: string): string => readFileSync(join(dist, 'assets', script), 'utf8');

/** What a script imports before its first line runs. */
const importsOf = (script: string): readonly string[] =>
  parseAst(read(script)).body.flatMap((part) => ('source' in part && part.source ? [part.source.value.replace('./', '')] : []));

const closure = (scripts: readonly string[], into = new Set<string>()): ReadonlySet<string> => {
  for (const script of scripts) {
    if (into.has(script)) continue;
    into.add(script);
    closure(importsOf(script), into);
  }
  return into;
};

const kb = (scripts: Iterable<string>): number => [...scripts].reduce((sum, script) => sum + gzipSync(read(script), { level: 9 }).length, 0) / 1024;

/** What the page begins with, and what opening the 3D view adds (KB, gzipped). */
export const scriptOf = (): { readonly flat: number; readonly deep: number } => {
  const first = closure([...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map((match) => match[1] ?? ''));
  // A room's light is baked in a worker, with a script of its own.
  const deep = closure(globSync('{Room3d,bake.worker}-*.js', { cwd: join(dist, 'assets') }));
  return { flat: kb(first), deep: kb([...deep].filter((script) => !first.has(script))) };
};

/** The texts of all scripts that one needs before its first line runs. */
export const reachOf = (name: string): readonly string[] => [...closure(globSync(`${name}-*.js`, { cwd: join(dist, 'assets') }))].map(read);
