import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cells } from './cells.ts';
import { columns, drawMatrix, missingCells } from './matrix.ts';
import { allIds } from './parts.ts';

const everything = new Set(allIds.flatMap((id) => columns.map((column) => `${column} > ${id}`)));

test('every capability of the registry has a cell in every column', () => {
  expect(missingCells(allIds, cells)).toEqual([]);
});

test('every part of the registry is in the matrix, whichever file declares it', async () => {
  const parts = globSync('shared/**/*registry.ts');
  expect(parts.length).toBeGreaterThanOrEqual(3);
  const declared = await Promise.all(parts.map(async (file) => {
    const all: Readonly<Record<string, unknown>> = await import(resolve(file));
    const ids = Object.entries(all).find(([name]) => /^(?:[a-z]+C|c)apabilityIds$/.test(name))?.[1];
    if (!Array.isArray(ids)) throw new Error(`${file} does not say which capabilities are its own.`);
    return ids.map(String);
  }));
  expect(declared.flat().toSorted()).toEqual([...allIds].toSorted());
});

test('a capability that was added without cells is named, once for each column', () => {
  expect(missingCells([...allIds, 'no.such'], cells)).toEqual(columns.map((column) => `no.such × ${column}`));
});

test('one cell that is left out or marked as skipped is named', () => {
  const { '2D keyboard': _left, ...others } = cells['hand.raise'];
  expect(missingCells(allIds, { ...cells, 'hand.raise': others })).toEqual(['hand.raise × 2D keyboard']);
  expect(missingCells(allIds, { ...cells, 'chat.say': { ...cells['chat.say'], '3D pointer': 'skipped' } })).toEqual(['chat.say × 3D pointer']);
});

test('the matrix counts what passed, and is whole only with all of it', () => {
  expect(drawMatrix(allIds, everything)).toMatchObject({ whole: true });
  expect(drawMatrix(allIds, everything).text).toMatch(new RegExp(`\\n${everything.size} of ${everything.size} cells$`));
  const without = new Set([...everything].slice(1));
  expect(drawMatrix(allIds, without)).toMatchObject({ whole: false });
  const first = String(allIds[0]).replaceAll('.', '\\.');
  expect(drawMatrix(allIds, without).text).toMatch(new RegExp(`${first}\\s+✗\\s+✓\\s+✓\\s+✓\\n`));
});
