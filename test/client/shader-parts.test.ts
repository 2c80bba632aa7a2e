/** A build that lacked a shader would draw nothing where it is used: what is drawn with is what is kept. */
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { madeOf, shadersIn, usedShaders, withoutUnusedShaders } from '#client/build/shader-parts.ts';

const three = readFileSync(join(createRequire(import.meta.url).resolve('three'), '../three.module.js'), 'utf8');
const client = globSync('client/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8')).join('\n');
const shaders = shadersIn(three);
const used = madeOf(usedShaders, shaders);

test('what pictures are drawn with is there, whole, and most of the rest is not', () => {
  for (const name of usedShaders) expect(used).toContain(name);
  const after = shadersIn(withoutUnusedShaders(three));
  expect([...after.keys()]).toEqual([...shaders.keys()]);
  for (const [name, { text }] of after) expect(text, name).toMatch(used.has(name) ? /^(?!#error)/ : /^#error/);
  for (const name of used) expect(after.get(name)?.text).toBe(shaders.get(name)?.text);
  const signs = (all: typeof shaders): number => [...all.values()].reduce((sum, { text }) => sum + text.length, 0);
  expect(signs(after)).toBeLessThan(signs(shaders) / 3);
});

test('nothing in the client is drawn with another', () => {
  const includes = [...client.matchAll(/#include <(\w+)>/g)].map((match) => match[1] ?? '');
  expect(includes.length).toBeGreaterThan(0);
  expect(includes.filter((name) => !used.has(name))).toEqual([]);
  const materials = new Set([...client.matchAll(/\bnew (?:THREE\.)?(\w+Material)\b/g)].map((match) => match[1]));
  expect([...materials].sort()).toEqual(['MeshBasicMaterial', 'ShaderMaterial']);
  // Shadows, surroundings that shine and skies by picture bring shaders of their own.
  expect(client).not.toMatch(/shadowMap\.enabled|castShadow\s*=|\.environment\s*=|scene\.background\s*=|<(?:mesh|line|points|sprite)\w*Material/);
});
