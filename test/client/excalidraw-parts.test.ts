import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withOwnFonts, withPictures, withSpoken } from '#client/build/excalidraw-parts.ts';

const folder = join(import.meta.dirname, '../../node_modules/@excalidraw/excalidraw/dist/prod');
const chunks = globSync('*.js', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
const holding = (text: string): readonly string[] => chunks.filter((code) => code.includes(text));

test('Excalidraw is the version whose elements are ours', () => {
  expect(JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8'))).toMatchObject({ version: '0.18.1', license: 'MIT' });
});

test('its fonts are files of ours, and none is looked for elsewhere', () => {
  const [code = '', ...others] = holding('ASSETS_FALLBACK_URL');
  expect(others).toEqual([]);
  const own = withOwnFonts(code);
  expect(own).not.toMatch(/"\.\/fonts\/[^"]+"(?!, import\.meta\.url)/);
  expect(own).not.toMatch(/new URL\(\w+,\s*[\w$]+\.ASSETS_FALLBACK_URL\)/);
  expect(own).not.toMatch(/=typeof Worker</);
  expect(own).not.toContain('setAttribute("style"');
  // Every font that it names is there.
  for (const [, file = ''] of own.matchAll(/new URL\("(\.\/fonts\/[^"]+)", import\.meta\.url\)/g)) expect(readFileSync(join(folder, file)).length).toBeGreaterThan(100);
});

test('it speaks the languages that Hearth speaks', () => {
  const [code = ''] = holding('import("./locales/');
  expect([...new Set([...withSpoken(code).matchAll(/import\("\.\/locales\/([^"]+)-\w+\.js"\)/g)].map(([, language]) => language))].toSorted()).toEqual(['en', 'es-ES']);
});

test('what took its place is asked for by the same names', () => {
  expect(holding('"./subset-shared.chunk.js"')).toHaveLength(1);
  expect(holding('subsetToBase64:').length + holding('as subsetToBase64').length).toBeGreaterThan(1);
});

test('it shows pictures in no way that the policy stops', () => {
  for (const [before, after] of [[/features:\["js","wasm"\]/, 'features:["js"]'], [/\.insertOnCanvasDirectly\)\?\?!1/, 'insertOnCanvasDirectly:!0'], [/\.innerHTML=\w+\.outerHTML/, '.cloneNode(!0)']] as const) {
    const [code = '', ...others] = chunks.filter((chunk) => before.test(chunk)).map(withPictures);
    expect([others.length, before.test(code), code.includes(after)], String(before)).toEqual([0, false, true]);
  }
});
