import { expect, test } from 'vitest';
import { capabilityIds } from '#shared/registry.ts';
import { cells } from './cells.ts';
import { columns, drawMatrix, missingCells } from './matrix.ts';

const everything = new Set(capabilityIds.flatMap((id) => columns.map((column) => `${column} > ${id}`)));

test('every capability of the registry has a cell in every column', () => {
  expect(missingCells(capabilityIds, cells)).toEqual([]);
});

test('a capability that was added without cells is named, once for each column', () => {
  expect(missingCells([...capabilityIds, 'no.such'], cells)).toEqual(columns.map((column) => `no.such × ${column}`));
});

test('one cell that is left out or marked as skipped is named', () => {
  const { '2D keyboard': _left, ...others } = cells['hand.raise'];
  expect(missingCells(capabilityIds, { ...cells, 'hand.raise': others })).toEqual(['hand.raise × 2D keyboard']);
  expect(missingCells(capabilityIds, { ...cells, 'chat.say': { ...cells['chat.say'], '3D pointer': 'skipped' } })).toEqual(['chat.say × 3D pointer']);
});

test('the matrix counts what passed, and is whole only with all of it', () => {
  expect(drawMatrix(capabilityIds, everything)).toMatchObject({ whole: true });
  expect(drawMatrix(capabilityIds, everything).text).toMatch(new RegExp(`\\n${everything.size} of ${everything.size} cells$`));
  const without = new Set([...everything].slice(1));
  expect(drawMatrix(capabilityIds, without)).toMatchObject({ whole: false });
  const first = String(capabilityIds[0]).replaceAll('.', '\\.');
  expect(drawMatrix(capabilityIds, without).text).toMatch(new RegExp(`${first}\\s+✗\\s+✓\\s+✓\\s+✓\\n`));
});
