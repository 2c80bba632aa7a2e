import { describe, expect, it } from 'vitest';
import { readSource, sourcesOf, type Source } from './sources.ts';

const allowed = new Set(['zod/mini', '@colyseus/schema']);
const impure = /\b(Date\.now|new Date\b|Math\.random|setTimeout|setInterval|queueMicrotask|performance\.|crypto\.|process\.|globalThis|window\.|document\.|localStorage|fetch\()/;

/** What makes a file of shared/ impure, in words. */
const impurities = ({ path, code, imports }: Source): readonly string[] => [
  ...imports.filter((name) => !name.startsWith('.') && !allowed.has(name)).map((name) => `${path} imports ${name}`),
  ...imports.filter((name) => name.startsWith('.') && /^(\.\.\/)+(server|client|test)\//.test(name)).map((name) => `${path} imports ${name}`),
  ...(impure.test(code) ? [`${path} uses ${impure.exec(code)?.[0]}`] : []),
];

describe('shared/ is pure', () => {
  it('imports its own files, zod/mini and the schema; it reads no clock, no chance and no machine', () => {
    expect(sourcesOf('shared').flatMap(impurities)).toEqual([]);
  });

  it('would be caught otherwise', () => {
    const bad = (text: string) => impurities(readSource('shared/x.ts', text)).length;
    for (const text of ["import fs from 'node:fs';", "import { useState } from 'react';", "import * as THREE from 'three';", 'const at = Date.now();', 'const lot = Math.random();', 'setTimeout(f, 5);', "import { x } from '../server/log.ts';"]) {
      expect(bad(text), text).toBeGreaterThan(0);
    }
    expect(bad("// Date.now would be wrong here\nimport { a } from './a.ts';")).toBe(0);
  });
});

describe('the runtimes keep to themselves', () => {
  const importing = (sources: readonly Source[], pattern: RegExp) => sources.flatMap(({ path, imports }) => imports.filter((name) => pattern.test(name)).map((name) => `${path} imports ${name}`));

  it('the client imports nothing of the server, the server nothing of the client, and neither a test', () => {
    expect(importing(sourcesOf('client').filter(({ path }) => !path.endsWith('vite.config.ts')), /^#(server|test)\/|^node:/)).toEqual([]);
    expect(importing(sourcesOf('server'), /^#(client|test)\//)).toEqual([]);
  });

  it('P6 the 2D view never fetches Three.js: only view-3d names it, and everyone else loads view-3d on demand', () => {
    const others = sourcesOf('client').filter(({ path }) => !path.startsWith('client/view-3d/'));
    const eager = others.flatMap(({ path, code }) => [...code.matchAll(/import\s+(?!type\b)[^'"(]*['"]([^'"]+)['"]/g)].map((match) => `${path} imports ${match[1]}`));
    expect(eager.filter((line) => / imports (three|@react-three|#client\/view-3d|\.\.?\/.*view-3d)/.test(line))).toEqual([]);
  });
});
