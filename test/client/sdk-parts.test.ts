import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unusedParts } from '#client/build/sdk-parts.ts';

const sdk = new URL('../../node_modules/colyseus.js/build/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, sdk), 'utf8');

describe('what a build leaves out of the SDK', () => {
  test.each(unusedParts)('%s still holds what others import of it, and is imported by what we use', (file, name) => {
    expect(read(`${file}.mjs`)).toMatch(new RegExp(`export \\{.*\\b${name}\\b.*\\}`));
    expect(['Room.mjs', 'Connection.mjs'].some((one) => new RegExp(`import \\{ ${name} \\} from '\\./${file}\\.mjs'`).test(read(one)))).toBe(true);
  });
});
