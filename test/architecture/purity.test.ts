import { describe, expect, it } from 'vitest';
import { serverHalf } from '#client/build/server-half.ts';
import { fileOf, readSource, sourcesOf, type Source } from './sources.ts';

const packages = new Set(['zod/mini', '@colyseus/schema']);
const machine = ['Date', 'performance', 'crypto', 'process', 'Buffer', 'require', 'window', 'document', 'globalThis', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'queueMicrotask', 'requestAnimationFrame', 'fetch', 'WebSocket', 'Worker', 'console'];
/** A name of the machine, unless it is a property: `.document`, or a key of ours. */
const impure = new RegExp(String.raw`(?<![.\w$]|#)(?:${machine.join('|')})\b(?!['\w$]|\??:)|\bMath\.random\b|\bimport\.meta\b`);

/** What makes a file of shared/ impure, in words. */
const impurities = ({ path, bare, imports }: Source): readonly string[] => [
  ...imports.filter((name) => !(name.startsWith('.') ? fileOf(path, name)?.startsWith('shared/') : packages.has(name))).map((name) => `${path} imports ${name}`),
  ...(impure.test(bare) ? [`${path} uses ${impure.exec(bare)?.[0]}`] : []),
];

const mayImport: Readonly<Record<string, readonly string[]>> = { shared: ['shared'], server: ['server', 'shared'], client: ['client', 'shared', 'assets'] };
/** Imports of a runtime that is not this file's business. */
const strays = ({ path, imports }: Source): readonly string[] =>
  imports
    .filter((name) => {
      const [from = '', to] = [path.split('/')[0], fileOf(path, name)?.split('/')[0]];
      return to !== undefined && to !== '..' && !mayImport[from]?.includes(to);
    })
    .map((name) => `${path} imports ${name}`);

const is3d = (path: string): boolean => path.startsWith('client/view-3d/');
/** What would make the 2D view fetch Three.js. */
const eager3d = ({ path, eager }: Source): readonly string[] =>
  is3d(path) ? [] : eager.filter((name) => /^(three|@react-three)(\/|$)/.test(name) || is3d(fileOf(path, name) ?? '')).map((name) => `${path} imports ${name}`);

/** What a build of the client does not have, because only the server needs it. */
const missing = new RegExp(String.raw`\.(?:${serverHalf.join('|')})\b`);

describe('shared/ is pure', () => {
  it('imports its own files, zod/mini and the schema; it reads no clock, no chance and no machine', () => {
    expect(sourcesOf('shared').flatMap(impurities)).toEqual([]);
  });

  it.each([
    "import fs from 'node:fs';", "import { readFileSync } from 'fs';", "import { useState } from 'react';", "import * as THREE from 'three';", "import * as z from 'zod';", "export { x } from 'react-dom';",
    "const x = await import('three');", "import { x } from '../../server/host/log.ts';", "import { x } from '#server/host/log.ts';", "import { page } from '#client/app/local.words.ts';", "import '../../test/support/room.ts';",
    'const at = Date.now();', 'const at = new Date(0);', 'const lot = Math.random();', 'setTimeout(f, 5);', 'const { now } = performance;', 'const at = performance.now();', 'f(crypto.randomUUID());', 'process.exit(1);',
    'window.alert(1);', 'if (document) f();', 'const g = globalThis;', "fetch('/api');", 'const text = `${Date.now()}`;', "const a = 'it//s'; setTimeout(f);", "const a = /['\"]/; setTimeout(f);",
  ])('would be caught: %s', (text) => {
    expect(impurities(readSource('shared/hand/x.ts', text))).toHaveLength(1);
  });

  it.each([
    "// Date.now would be wrong here\nimport { a } from '../kernel/a.ts';", '/* window.alert */ const a = 1;', "const label = 'open the window; document it';", 'room.document = true;', 'type A = { readonly document: string; process?: number };',
    "import type { Schema } from '@colyseus/schema';", "const url = 'https://example.org'; // process.exit", 'const updateDate = 1;',
  ])('lets pass: %s', (text) => {
    expect(impurities(readSource('shared/hand/x.ts', text))).toEqual([]);
  });
});

describe('the runtimes keep to themselves', () => {
  // A build's settings run in Node, beside the client that they build.
  const client = sourcesOf('client').filter(({ path }) => !path.endsWith('vite.config.ts'));

  it('the client asks no capability for what only the server does with it', () => {
    expect(client.filter(({ bare }) => missing.test(bare)).map(({ path }) => path)).toEqual([]);
    expect(missing.test('capabilityOf(id).apply(room, actor)')).toBe(true);
  });

  it('the client imports nothing of the server, the server nothing of the client, and nobody a test', () => {
    expect([...sourcesOf('shared', 'server'), ...client].flatMap(strays)).toEqual([]);
    expect(client.flatMap(({ path, imports }) => imports.filter((name) => name.startsWith('node:')).map((name) => `${path} imports ${name}`))).toEqual([]);
  });

  it.each([
    ['client/app/x.ts', "import { log } from '#server/host/log.ts';"], ['client/app/x.ts', "import { makeRoom } from '../../test/support/room.ts';"], ['server/host/x.ts', "export { page } from '#client/app/local.words.ts';"],
    ['server/host/x.ts', "const { makeRoom } = await import('#test/support/room.ts');"], ['shared/hand/x.ts', "import type { A } from '#server/host/ambient.ts';"],
  ])('would be caught: in %s %s', (path, text) => {
    expect(strays(readSource(path, text))).toHaveLength(1);
  });

  it('the client asks for nothing that browsers have on https and localhost alone, but where there is another way', () => {
    const onHttpsAlone = /\bcrypto\.(?:randomUUID|subtle)\b|\bnavigator\.clipboard\b/;
    expect(client.filter(({ bare }) => onHttpsAlone.test(bare)).map(({ path }) => path)).toEqual(['client/app/copyText.ts']);
  });

  it('P6 the 2D view never fetches Three.js: only view-3d names it, and everyone else loads view-3d on demand', () => {
    expect(client.flatMap(eager3d)).toEqual([]);
    expect(client.some(({ path, imports }) => !is3d(path) && imports.some((name) => is3d(fileOf(path, name) ?? '')))).toBe(true);
  });

  it.each([
    ["import { Vector3 } from 'three';", 1], ["import {\n  Group,\n  Mesh,\n} from 'three';", 1], ["import { type Group } from 'three';", 1], ["export * from '@react-three/fiber';", 1], ["import '#client/view-3d/scene.ts';", 1], ["import { Scene } from '../view-3d/Scene.tsx';", 1],
    ["import type { Group } from 'three';", 0], ["const Room3d = lazy(() => import('#client/view-3d/Room3d.tsx'));", 0], ["import { three } from './three.ts';", 0],
  ])('counts in the 2D view: %s', (text, count) => {
    expect(eager3d(readSource('client/view-2d/Room2d.tsx', text))).toHaveLength(count);
  });
});
