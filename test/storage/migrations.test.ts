import { expect, it } from 'vitest';
import { migrations } from '#server/storage/migrations.ts';

/** As they have been run on databases that people have, in that order. Only ever add to the end. */
const run = [
  '2026-11-24-first', '2026-11-24-journal', '2026-11-24-people', '2026-11-25-audience', '2026-11-27-settings', '2026-11-28-holds', '2026-11-28-shared-boards', '2026-11-28-venues',
  '2026-11-29-board-images', '2026-11-29-calendar', '2026-11-29-run-records', '2026-11-30-bringers',
];

it('a migration comes after all that databases have run already: of one between them Kysely says that the database is corrupted', () => {
  expect(Object.keys(migrations).toSorted()).toEqual(run);
  expect(run).toEqual(run.toSorted());
});
